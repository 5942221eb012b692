import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'
import { decryptPdf } from './decrypt-pdf.server.ts'
import type { Sanitized } from './sanitize-thread.server.ts'

/** Keys of the catalogue needed to show pages; the rest is actions, names and attachments. */
const catalogue = ['Type', 'Version', 'Pages', 'AcroForm', 'OCProperties', 'PageLabels', 'Lang']
const marks = 'FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink Widget Watermark Redact'
const shown = new Set(marks.split(' '))
/** Keys of metadata, attachments and actions. */
const dropped = ['Metadata', 'PieceInfo', 'LastModified', 'AF', 'EF', 'FS', 'XFA', 'AA', 'A', 'OpenAction', 'JS', 'JavaScript', 'Thumb']
/** The keys below these are names chosen by the file's author: a font may well be called `AA`. */
const named = new Set(['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties', 'CharProcs', 'N', 'R', 'D'])

/** A PDF written anew: it shows the same pages and does nothing else. */
export async function sanitizePdf(bytes: Uint8Array): Promise<Sanitized> {
  const opened = await open(bytes)
  if (!(opened instanceof PDFDocument)) return opened
  const { catalog, context } = opened
  for (const key of catalog.keys()) if (!catalogue.includes(key.decodeText())) catalog.delete(key)
  for (const { node } of opened.getPages()) {
    const notes = context.lookup(node.get(PDFName.of('Annots')))
    if (!(notes instanceof PDFArray)) continue
    const remaining = notes.asArray().filter((note) => {
      const dict = context.lookup(note)
      const kind = dict instanceof PDFDict && context.lookup(dict.get(PDFName.of('Subtype')))
      return kind instanceof PDFName && shown.has(kind.decodeText())
    })
    node.set(PDFName.of('Annots'), context.obj(remaining))
  }
  const reached = cleaned(opened)
  for (const [ref, object] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag) && object !== catalog) context.delete(ref)
  context.trailerInfo = { Root: context.trailerInfo.Root }
  return { ok: true, bytes: await opened.save({ addDefaultPage: false, updateFieldAppearances: false }) }
}

async function open(bytes: Uint8Array): Promise<PDFDocument | Extract<Sanitized, { ok: false }>> {
  const document = await load(bytes)
  if (document) return document
  if (!Buffer.from(bytes).includes('/Encrypt')) return broken
  const decrypted = await decryptPdf(bytes)
  return decrypted.ok ? ((await load(decrypted.bytes)) ?? broken) : decrypted
}

/** The parsed document; undefined where it cannot be parsed, has no pages, or is encrypted. */
function load(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  const options = { updateMetadata: false }
  return PDFDocument.load(bytes, options).then(
    (document) => (document.getPageCount() > 0 ? document : undefined),
    () => undefined,
  )
}

const broken = { ok: false, error: 'file-broken' } as const

/** Drops everything the pages do not show; returns the tags of all objects reached. */
function cleaned({ catalog, context }: PDFDocument): ReadonlySet<string> {
  const seen = new Set<PDFObject>()
  const reached = new Set<string>()
  const left: [PDFObject | undefined, boolean][] = [[catalog, false]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [object, isNamed] = next
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue
      reached.add(object.tag)
      const content = context.lookup(object)
      if (content instanceof PDFRawStream) context.assign(object, withoutExif(content))
      left.push([context.lookup(object), isNamed])
    } else if (object && !seen.has(object)) {
      seen.add(object)
      if (object instanceof PDFArray) for (const one of object.asArray()) left.push([one, false])
      const dict = object instanceof PDFStream ? object.dict : object
      if (!(dict instanceof PDFDict)) continue
      if (!isNamed || object !== dict) for (const key of dropped) dict.delete(PDFName.of(key))
      for (const [key, value] of dict.entries()) left.push([value, named.has(key.decodeText())])
    }
  }
  return reached
}

/** A photograph inside a PDF, without EXIF. */
function withoutExif(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  const jpeg = stream.contents
  if (only !== PDFName.of('DCTDecode') || jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return stream
  const remaining = [jpeg.subarray(0, 2)]
  let at = 2
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda && at + 4 < jpeg.length) {
    const end = at + 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
    // APP1 is EXIF and XMP, APP13 IPTC, FE a comment.
    if (![0xe1, 0xed, 0xfe].includes(jpeg[at + 1] ?? 0)) remaining.push(jpeg.subarray(at, end))
    at = end
  }
  return PDFRawStream.of(stream.dict, new Uint8Array(Buffer.concat([...remaining, jpeg.subarray(at)])))
}
