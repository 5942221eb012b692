import { PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import encode from 'qr'
import { sourceLanguage } from '#app/domain/language.ts'
import { langOf } from '#app/i18n/mode.ts'
import type { PdfDocument } from './pdf-blocks.ts'
import { glyphFonts, hex, utf16 } from './pdf-glyphs.server.ts'
import { type PlacedLine, type PlacedPage, page } from './pdf-layout.ts'
import type { shaper } from './shaping.server.ts'

/** Writes pages as a PDF: glyphs as outlines with their text, paragraphs and headings marked, in the language each is in. The same pages give the same bytes. */
export async function written(document: PdfDocument, pages: readonly PlacedPage[], { shaped, outline }: ReturnType<typeof shaper>) {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  const at = new Date(document.at)
  pdf.setTitle(document.title, { showInWindowTitleBar: true })
  pdf.setLanguage(langOf(document.language))
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  const fonts = glyphFonts(context, outline)
  const [root, body] = [context.nextRef(), context.nextRef()]
  const elements = new Map<number, { readonly ref: PDFRef; readonly of: PlacedLine; readonly marks: unknown[] }>()
  const parents = pages.map((placed, index) => {
    const leaf = pdf.addPage([page.width, page.height])
    const marked: PDFRef[] = []
    const lines = placed.lines.map((line, mark) => {
      const element = elements.get(line.paragraph) ?? { ref: context.nextRef(), of: line, marks: [] }
      elements.set(line.paragraph, element)
      element.marks.push({ Type: 'MCR', Pg: leaf.ref, MCID: mark })
      marked.push(element.ref)
      return lineOf(line, mark)
    })
    const content = context.flateStream([...lines, ...besides(placed)].join('\n'))
    leaf.node.set(PDFName.of('Contents'), context.register(content))
    leaf.node.set(PDFName.of('StructParents'), context.obj(index))
    leaf.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    return { leaf, marked }
  })
  const resources = fonts.resources()
  for (const { leaf } of parents) leaf.node.set(PDFName.of('Resources'), context.obj({ Font: resources }))
  const kids = [...elements.values()].map(({ ref, of, marks }) => {
    const language = of.language ? { Lang: PDFHexString.fromText(langOf(of.language)) } : {}
    context.assign(ref, context.obj({ Type: 'StructElem', S: of.tag, P: body, K: marks as never, ...language }))
    return ref
  })
  context.assign(body, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: kids }))
  const nums = parents.flatMap(({ marked }, index) => [index, context.register(context.obj(marked))])
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: body, ParentTree: { Nums: nums } as never }))
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root)
  pdf.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  return pdf.save({ useObjectStreams: true, addDefaultPage: false })

  /** A line: each glyph where HarfBuzz put it, and the text it says. */
  function lineOf({ text, language, tag, x, y, size, bold }: PlacedLine, mark: number): string {
    let font = -1
    const glyphs = shaped(text).glyphs.flatMap((glyph) => {
      const where = fonts.of(glyph, bold)
      const chosen = where.font === font ? [] : [`/F${where.font} ${size} Tf`]
      font = where.font
      const place = `1 0 0 1 ${fixed(x + (glyph.x * size) / 1000)} ${fixed(y + (glyph.y * size) / 1000)} Tm`
      return [...chosen, `${place} <${hex(where.code)}> Tj`]
    })
    const said = `/${tag} <</MCID ${mark} /Lang (${langOf(language ?? sourceLanguage)})>> BDC /Span <</ActualText <feff${utf16(text)}>>> BDC`
    return [said, 'BT', ...glyphs, 'ET', 'EMC EMC'].join('\n')
  }
}

const fixed = (value: number) => value.toFixed(2)

/** What is drawn beside the text, and read by nobody. */
function besides({ codes, frames }: PlacedPage): string[] {
  const squares = codes.flatMap(({ of, x, y, size }) => {
    const rows = encode(of, 'raw', { ecc: 'medium', border: 4 })
    const each = size / rows.length
    return rows.flatMap((row, down) =>
      row.flatMap((dark, right) =>
        // A little over its edge, so that no hair of white stands between two.
        dark ? [`${fixed(x + right * each)} ${fixed(y + size - (down + 1) * each)} ${fixed(each + 0.02)} ${fixed(each + 0.02)} re`] : [],
      ),
    )
  })
  const framed = frames.map(({ x, y, width, height }) => `${fixed(x)} ${fixed(y)} ${fixed(width)} ${fixed(height)} re`)
  return [
    ...['/Artifact BMC', 'q'],
    ...(squares.length > 0 ? [...squares, 'f'] : []),
    ...(framed.length > 0 ? ['0.6 G 0.7 w [3 3] 0 d', ...framed, 'S'] : []),
    ...['Q', 'EMC'],
  ]
}
