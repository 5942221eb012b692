import type { InEvery, Language } from '#app/domain/language.ts'
import { linesOf, segmentsOf } from './lines.ts'
import type { PdfBlock, PdfDocument, Said, Style } from './pdf-blocks.ts'

/** A4 in points, and the room left around. */
export const page = { width: 595.28, height: 841.89, margin: 50 }
const foot = 20
const inner = page.width - 2 * page.margin

/** By points; `above` the room before it. */
const styles = {
  title: { size: 19, bold: 30, above: 0, indent: 0, tag: 'H1' },
  heading: { size: 13, bold: 26, above: 10, indent: 0, tag: 'H2' },
  strong: { size: 10.5, bold: 24, above: 8, indent: 0, tag: 'P' },
  text: { size: 10.5, bold: 0, above: 4, indent: 0, tag: 'P' },
  item: { size: 10.5, bold: 0, above: 6, indent: 10, tag: 'P' },
  quiet: { size: 9, bold: 0, above: 1, indent: 10, tag: 'P' },
} as const satisfies Readonly<Record<Style, unknown>>
/** How the lines of a script are set, in the size of the letters: how far apart, how much of that lies below where letters stand, and how much larger. */
type Script = { readonly lead: number; readonly below: number; readonly larger: number }
/** Tibetan stacks go deep, and the letters of its font are smaller than Chinese ones of the same size. */
const scripts: InEvery<Script> = { zh: { lead: 1.45, below: 0.3, larger: 1 }, bo: { lead: 1.65, below: 0.45, larger: 1.2 } }
/** What people typed may be in any. */
const typed: Script = { lead: 1.65, below: 0.36, larger: 1 }
const scriptOf = (language: Language | null): Script => (language === null ? typed : scripts[language])

/** A line in its place; lines of one paragraph have one number. */
export type PlacedLine = Said & {
  readonly x: number
  readonly y: number
  readonly size: number
  /** How much bolder than the font, in thousandths of the size. */
  readonly bold: number
  readonly tag: 'H1' | 'H2' | 'P'
  readonly paragraph: number
}
/** A page: its lines, and what is drawn beside them: QR codes by their modules, frames. */
export type PlacedPage = {
  readonly lines: PlacedLine[]
  readonly codes: { readonly of: string; readonly x: number; readonly y: number; readonly size: number }[]
  readonly frames: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
}

const [labelWidth, codeSize, stampWidth, stampHeight] = [140, 110, 200, 110]

/** The pages of a document: what belongs together stays together, where it fits. `widthOf`: of a text, in thousandths of its size. */
export function layout(document: PdfDocument, widthOf: (text: string) => number): PlacedPage[] {
  const empty = (): PlacedPage => ({ lines: [], codes: [], frames: [] })
  const pages = [empty()]
  let [y, paragraph] = [page.height - page.margin, 0]
  const last = () => pages.at(-1) as PlacedPage
  const need = (height: number) => {
    if (y - height >= page.margin + foot || y === page.height - page.margin) return
    pages.push(empty())
    y = page.height - page.margin
  }
  const set = ({ text, language }: Said, style: Style, x: number, width: number) => {
    const size = styles[style].size * scriptOf(language).larger
    return {
      ...{ size, lead: size * scriptOf(language).lead },
      lines: linesOf(segmentsOf(text), (width * 1000) / size, widthOf).map((line) => ({ language, text: line, x })),
    }
  }
  type Column = { readonly said: readonly Said[]; readonly style: Style; readonly x: number; readonly width: number }
  const heightOf = (columns: readonly Column[]) =>
    Math.max(...columns.map(({ said, style, x, width }) => sum(said.map((one) => heightIn(set(one, style, x, width))))))
  /** Columns from the same height on; what is too high for a page goes on over the next. */
  const put = (columns: readonly Column[]) => {
    const [from, on] = [y, pages.length]
    let lowest = y
    for (const { said, style, x, width } of columns) {
      if (pages.length === on) y = from
      const { bold, tag } = styles[style]
      for (const one of said) {
        const { lead, lines, size } = set(one, style, x, width)
        paragraph += 1
        for (const line of lines) {
          need(lead)
          y -= lead
          last().lines.push({ ...line, y: y + lead * scriptOf(one.language).below, size, bold, tag, paragraph })
        }
      }
      lowest = pages.length === on ? Math.min(lowest, y) : y
    }
    y = lowest
  }
  const place = (block: PdfBlock, next?: PdfBlock) => {
    const start = page.margin
    if (block.kind === 'text') {
      const { above, indent } = styles[block.style]
      const columns = [{ said: block.said, style: block.style, x: start + indent, width: inner - indent }]
      y -= y === page.height - page.margin ? 0 : above
      // What others belong to is not left alone at the foot of a page.
      const follows = next ? ({ heading: 120, item: 50 }[String(block.style)] ?? 0) : 0
      need(Math.min(heightOf(columns) + follows, 300))
      return put(columns)
    }
    if (block.kind === 'fact') {
      const columns = [
        { said: block.label, style: 'quiet' as const, x: start, width: labelWidth - 10 },
        { said: block.said, style: 'text' as const, x: start + labelWidth, width: inner - labelWidth },
      ]
      y -= 3
      need(Math.min(heightOf(columns), 300))
      return put(columns)
    }
    const texts = [{ said: block.said, style: 'quiet' as const, x: start, width: inner }]
    need(20 + stampHeight + heightOf(texts))
    y -= 20
    const under = y - stampHeight
    const x = page.width - page.margin - stampWidth
    last().frames.push({ x, y: under, width: stampWidth, height: stampHeight })
    if (block.code) last().codes.push({ of: block.code, x: start - 8, y: y - codeSize, size: codeSize })
    y -= 6
    put([{ said: block.stamp, style: 'quiet', x: x + 8, width: stampWidth - 16 }])
    y = under - 4
    put(texts)
  }
  for (const [index, block] of document.blocks.entries()) place(block, document.blocks[index + 1])
  for (const [index, { lines }] of pages.entries()) {
    const text = `${document.foot} · ${index + 1}/${pages.length}`
    const { size } = styles.quiet
    const x = page.width - page.margin - (widthOf(text) * size) / 1000
    lines.push({ language: null, text, x, y: page.margin - 14, size, bold: 0, tag: 'P', paragraph: ++paragraph })
  }
  return pages
}

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
const heightIn = ({ lead, lines }: { lead: number; lines: readonly unknown[] }) => lead * lines.length
