import { type PDFContext, PDFName, type PDFRef } from 'pdf-lib'
import type { Glyph } from './shaping.server.ts'

/** The outline of a glyph as an SVG path, and how many thousandths one of its units is. */
type Outlines = (glyph: Pick<Glyph, 'font' | 'glyph'>) => { readonly path: string; readonly unit: number }

/** A font has so many codes of one byte. */
const most = 256

/** Glyphs by the font of the PDF they are in, and by their code there. */
type Written = { readonly font: number; readonly code: number }

/**
 * The glyphs of a document as fonts of its own (Type 3): each is the outline HarfBuzz gave, and its text stands beside it. So it looks the same
 * everywhere, is searched and copied as text, and holds no more of a font than is drawn.
 */
export function glyphFonts(context: PDFContext, outlines: Outlines) {
  const found = new Map<string, Written>()
  const fonts: { readonly codes: { readonly glyph: Glyph; readonly bold: number; text: string }[] }[] = []
  return {
    /** Where a glyph stands. */
    of(glyph: Glyph, bold: number): Written {
      const key = `${glyph.font} ${glyph.glyph} ${bold}`
      const known = found.get(key)
      if (known) return known
      if ((fonts.at(-1)?.codes.length ?? most) === most) fonts.push({ codes: [] })
      const { codes } = fonts.at(-1) as (typeof fonts)[number]
      const written = { font: fonts.length - 1, code: codes.length }
      codes.push({ glyph, bold, text: glyph.text })
      found.set(key, written)
      return written
    },
    /** The fonts by their names in the resources of a page. */
    resources(): Record<string, PDFRef> {
      return Object.fromEntries(fonts.map(({ codes }, index) => [`F${index}`, fontOf(codes)]))
    },
  }

  function fontOf(codes: (typeof fonts)[number]['codes']): PDFRef {
    const procedures = Object.fromEntries(
      codes.map(({ glyph, bold }, code) => [`g${code}`, context.register(context.flateStream(procedureOf(glyph, bold)))]),
    )
    const names = codes.map((_, code) => PDFName.of(`g${code}`))
    return context.register(
      context.obj({
        ...{ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 0, 0], FontMatrix: [0.001, 0, 0, 0.001, 0, 0] },
        ...{ CharProcs: procedures, Encoding: { Type: 'Encoding', Differences: [0, ...names] }, Resources: {} },
        ...{ FirstChar: 0, LastChar: codes.length - 1, Widths: codes.map(({ glyph }) => rounded(glyph.width)) },
        ToUnicode: context.register(context.flateStream(toUnicode(codes.map(({ text }) => text)))),
      }),
    )
  }

  function procedureOf(glyph: Glyph, bold: number): string {
    const { path, unit } = outlines(glyph)
    return `${rounded(glyph.width)} 0 -500 -1000 2000 1500 d1\n${pathOf(path, unit)}${bold > 0 ? `${bold} w 1 j B` : 'f'}\n`
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** An SVG path of moves, lines and curves in the operators of a PDF; curves of TrueType are quadratic, those of a PDF cubic. */
export function pathOf(svg: string, unit: number): string {
  let out = ''
  let at: readonly [number, number] = [0, 0]
  const point = ([x, y]: readonly [number, number]) => `${rounded(x)} ${rounded(y)}`
  for (const [, command = '', numbers = ''] of svg.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const all = (numbers.match(/-?[\d.]+/g) ?? []).map((one) => Number(one) * unit)
    const points = Array.from({ length: all.length / 2 }, (_, index) => [all[2 * index] ?? 0, all[2 * index + 1] ?? 0] as const)
    const [first = at, second = first, third = second] = points
    if (command === 'M') out += `${point(first)} m\n`
    else if (command === 'L') out += `${point(first)} l\n`
    else if (command === 'C') out += `${point(first)} ${point(second)} ${point(third)} c\n`
    else if (command === 'Q') out += `${point(towards(at, first))} ${point(towards(second, first))} ${point(second)} c\n`
    else out += 'h\n'
    at = points.at(-1) ?? at
  }
  return out
}

const towards = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]) =>
  [x + (2 / 3) * (toX - x), y + (2 / 3) * (toY - y)] as const

/** Which text each code stands for. */
function toUnicode(texts: readonly string[]): string {
  const lines = texts.flatMap((text, code) => (text === '' ? [] : [`<${hex(code)}> <${utf16(text)}>`]))
  const groups = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => lines.slice(index * 100, index * 100 + 100))
  return [
    ...['/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap', '/CMapType 2 def', '/CMapName /Text def'],
    ...['1 begincodespacerange', '<00> <ff>', 'endcodespacerange'],
    ...groups.flatMap((group) => [`${group.length} beginbfchar`, ...group, 'endbfchar']),
    ...['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'],
  ].join('\n')
}

/** A byte in two hexadecimal digits. */
export const hex = (code: number): string => code.toString(16).padStart(2, '0')
/** A text in hexadecimal digits, as PDF writes it. */
export const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')
