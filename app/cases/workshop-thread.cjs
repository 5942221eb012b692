// @ts-check
/** Runs in a thread of its own (`workshop.server.ts`): HEIC to bare pixels, PDF to a PDF that only shows its pages. */
const { createRequire } = require('node:module')
const { parentPort, workerData } = require('node:worker_threads')

/** @type {{ job: 'heic' | 'pdf', bytes: Uint8Array, mostPixels: number, from: string }} */
const { job, bytes, mostPixels, from } = workerData
const load = createRequire(from)

/** @param {any} answer @param {import('node:worker_threads').Transferable[]} [transfer] */
const answer = (answer, transfer) => parentPort?.postMessage(answer, transfer ?? [])
const work = job === 'heic' ? pixelsOfHeic : cleanPdf
work().catch(() => answer({ ok: false, error: 'file-broken' }))

async function pixelsOfHeic() {
  const images = await load('heic-decode').all({ buffer: bytes })
  const [first] = images
  if (first.width * first.height > mostPixels) return answer({ ok: false, error: 'file-too-large' })
  const { width, height, data } = await first.decode()
  answer({ ok: true, bytes: new Uint8Array(data.buffer), width, height }, [data.buffer])
}

/** What of a document's catalogue shows pages; the rest opens things, names things, carries things along. */
const catalogue = ['Type', 'Version', 'Pages', 'AcroForm', 'OCProperties', 'PageLabels', 'Lang']
const marks = 'FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink Widget Watermark Redact'
const shown = new Set(marks.split(' '))
/** Keys that tell about the file, carry another one, or act. */
const dropped = ['Metadata', 'PieceInfo', 'LastModified', 'AF', 'EF', 'FS', 'XFA', 'AA', 'A', 'OpenAction', 'JS', 'JavaScript', 'Thumb']
/** Under these keys stand names chosen by whoever made the file: a font may well be called `AA`. */
const named = new Set(['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties', 'CharProcs', 'N', 'R', 'D'])

async function cleanPdf() {
  const pdf = /** @type {typeof import('pdf-lib')} */ (load('pdf-lib'))
  const { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFStream } = pdf
  const opened = await PDFDocument.load(bytes, { updateMetadata: false })
    .then((document) => ({ document, pages: document.getPages() }))
    .catch(() => undefined)
  if (!opened?.pages.length) return answer({ ok: false, error: Buffer.from(bytes).includes('/Encrypt') ? 'file-locked' : 'file-broken' })
  const { document, pages } = opened
  const { catalog, context } = document

  for (const key of catalog.keys()) if (!catalogue.includes(key.decodeText())) catalog.delete(key)
  for (const { node } of pages) {
    const notes = context.lookup(node.get(PDFName.of('Annots')))
    if (!(notes instanceof PDFArray)) continue
    const kept = notes.asArray().filter((note) => {
      const dict = context.lookup(note)
      const kind = dict instanceof PDFDict && context.lookup(dict.get(PDFName.of('Subtype')))
      return kind instanceof PDFName && shown.has(kind.decodeText())
    })
    node.set(PDFName.of('Annots'), context.obj(kept))
  }

  /** @type {Set<import('pdf-lib').PDFObject>} */
  const seen = new Set()
  /** @type {Set<string>} */
  const reached = new Set()
  /** @type {[import('pdf-lib').PDFObject | undefined, boolean][]} */
  const left = [[catalog, false]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [object, isNamed] = next
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue
      reached.add(object.tag)
      const content = context.lookup(object)
      if (content instanceof pdf.PDFRawStream) context.assign(object, withoutExif(pdf, content))
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
  for (const [ref, object] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag) && object !== catalog) context.delete(ref)
  context.trailerInfo = { Root: context.trailerInfo.Root }
  const saved = await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  answer({ ok: true, bytes: saved }, [/** @type {ArrayBuffer} */ (saved.buffer)])
}

/**
 * A photograph inside a PDF, without what the camera wrote into it.
 * @param {typeof import('pdf-lib')} pdf @param {import('pdf-lib').PDFRawStream} stream
 */
function withoutExif({ PDFArray, PDFName, PDFRawStream }, stream) {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  const jpeg = stream.contents
  if (only !== PDFName.of('DCTDecode') || jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return stream
  const kept = [jpeg.subarray(0, 2)]
  let at = 2
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda && at + 4 < jpeg.length) {
    const end = at + 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
    // APP1 is EXIF and XMP, APP13 IPTC, FE a comment.
    if (![0xe1, 0xed, 0xfe].includes(jpeg[at + 1] ?? 0)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return PDFRawStream.of(stream.dict, new Uint8Array(Buffer.concat([...kept, jpeg.subarray(at)])))
}
