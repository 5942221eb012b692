import { constants, deflateRawSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { runQpdf } from './decrypt-pdf.server.ts'
import { largestFile, sanitizeFile } from './sanitize-image.server.ts'
import { inThread } from './sanitize-thread.server.ts'

/** 96 by 64, left half red, right half blue; EXIF with a place and an orientation (which a HEIC does not follow). */
const heic = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGkAAEAAAAAAAAAMwACAAAAAAHXAAEAAAAAAAABEAAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAUttZGF0AAAALygBr1i2MrusOkl//8c3f/33SQ+bmZQgCmP+Z2lr7kM1KMcytYjff/o03ncWbP7/AAAAAElJKgAIAAAACAASAQMAAQAAAAEAAAAaAQUAAQAAAG4AAAAbAQUAAQAAAHYAAAAoAQMAAQAAAAIAAAA7AQIACQAAAH4AAAATAgMAAQAAAAEAAABphwQAAQAAAIgAAAAliAQAAQAAANYAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAFpoYW5nc2FuAAAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAYAAAAAOgBAABAAAAQAAAAAAAAAACAAEAAgACAAAATgAAAAIABQADAAAA9AAAAAAAAAAkAAAAAQAAACUAAAABAAAAAAAAAAEAAAA=',
  'base64',
)

const [red, blue] = [
  { r: 220, g: 30, b: 20 },
  { r: 20, g: 30, b: 200 },
]

/** Left half red, right half blue. */
const halves = (width = 96, height = 64) =>
  sharp({ create: { width, height, channels: 3, background: red } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: blue } }, left: width / 2, top: 0 },
  ])
const exif = () => ({
  IFD0: { Artist: 'Zhangsan' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 37/1 0/1' },
})

async function picture(bytes: Uint8Array) {
  const made = await sanitizeFile(bytes)
  if (!made.ok || made.type !== 'image/jpeg') throw new Error(JSON.stringify(made))
  return made.bytes
}

/** Which colour is at a place. */
async function colourAt(bytes: Buffer, left: number, top: number): Promise<'red' | 'blue'> {
  const [r = 0, , b = 0] = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  return r > b ? 'red' : 'blue'
}

test('a photograph keeps no metadata of the camera', async () => {
  const photo = await halves().jpeg().withExif(exif()).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Zhangsan</x:xmpmeta>').toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  const made = await picture(photo)
  const { exif: left, xmp, iptc, icc, format } = await sharp(made).metadata()
  expect([format, left, xmp, iptc, icc]).toEqual(['jpeg', undefined, undefined, undefined, undefined])
  expect(made.includes('Zhangsan')).toBe(false)
  expect(made.includes('Exif')).toBe(false)
})

test('a photograph taken sideways stands upright', async () => {
  const made = await picture(await halves().jpeg().withExif(exif()).withMetadata({ orientation: 6 }).toBuffer())
  expect(await sharp(made).metadata()).toMatchObject({ width: 64, height: 96 })
  expect([await colourAt(made, 32, 5), await colourAt(made, 32, 90)]).toEqual(['red', 'blue'])
})

test.each(['png', 'webp', 'avif'] as const)('%s becomes JPEG', async (format) => {
  const made = await picture(await halves().toFormat(format).toBuffer())
  expect([await colourAt(made, 5, 5), await colourAt(made, 90, 5)]).toEqual(['red', 'blue'])
})

test('HEIC becomes JPEG, without its EXIF', async () => {
  expect(heic.includes('Zhangsan')).toBe(true)
  const made = await picture(heic)
  expect(await sharp(made).metadata()).toMatchObject({ format: 'jpeg', width: 96, height: 64 })
  expect([await colourAt(made, 5, 5), await colourAt(made, 90, 5)]).toEqual(['red', 'blue'])
  expect(made.includes('Zhangsan')).toBe(false)
})

test('transparent parts become white', async () => {
  const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer()
  expect([
    ...(
      await sharp(await picture(clear))
        .raw()
        .toBuffer()
    ).subarray(0, 3),
  ]).toEqual([255, 255, 255])
})

test('a large picture becomes smaller, a small one no larger', async () => {
  expect(await sharp(await picture(await halves(3000, 1500).jpeg().toBuffer())).metadata()).toMatchObject({ width: 2400, height: 1200 })
  expect(await sharp(await picture(await halves(30, 20).jpeg().toBuffer())).metadata()).toMatchObject({ width: 30, height: 20 })
})

test('of an animated picture the first frame is stored', async () => {
  const frames = Buffer.concat([red, blue].map(({ r, g, b }) => Buffer.alloc(64 * 64 * 3, Buffer.of(r, g, b))))
  const moving = await sharp(frames, { raw: { width: 64, height: 128, channels: 3, pageHeight: 64 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  const made = await picture(moving)
  expect((await sharp(made).metadata()).height).toBe(64)
  expect(await colourAt(made, 5, 5)).toBe('red')
})

test.each([
  ['nothing', Buffer.alloc(0), 'file-empty'],
  ['text that calls itself a photograph', Buffer.from('photo.jpg, honestly'), 'file-type'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'file-type'],
  ['an SVG with its declaration', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type'],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type'],
  ['a ZIP', Buffer.from('504b0304140000000000', 'hex'), 'file-type'],
  ['the beginning of a JPEG and noise', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 7)]), 'file-broken'],
  ['the beginning of a PDF', Buffer.from('%PDF-1.7\n'), 'file-broken'],
  ['a HEIC cut off', heic.subarray(0, 430), 'file-broken'],
  ['too many bytes', Buffer.alloc(largestFile + 1), 'file-too-large'],
])('%s is refused', async (_name, bytes, error) => expect(await sanitizeFile(bytes)).toEqual({ ok: false, error }))

test.each(['gif', 'tiff'] as const)('%s is refused', async (format) =>
  expect(await sanitizeFile(await halves().toFormat(format).toBuffer())).toEqual({ ok: false, error: 'file-type' }),
)

test('a truncated JPEG is refused', async () => {
  const whole = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251)), {
    raw: { width: 300, height: 300, channels: 3 },
  })
    .jpeg()
    .toBuffer()
  expect(await sanitizeFile(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, error: 'file-broken' })
})

test('a small file that decodes to very many pixels is refused', async () => {
  const bomb = await sharp({ create: { width: 12_000, height: 6000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await sanitizeFile(bomb)).toEqual({ ok: false, error: 'file-too-large' })
  expect(await inThread({ kind: 'heic', bytes: heic, mostPixels: 96 * 64 - 1 })).toEqual({ ok: false, error: 'file-too-large' })
})

test('more files than are sanitized at once all get their turn', async () => {
  const photo = await halves().jpeg().toBuffer()
  const made = await Promise.all(Array.from({ length: 7 }, (_, at) => sanitizeFile(at % 2 ? photo : Buffer.from('text'))))
  expect(made.map(({ ok }) => ok)).toEqual([false, true, false, true, false, true, false])
})

/** A PDF of one page with a photograph, and everything in it that tells, carries or acts. */
async function laden() {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([300, 200])
  page.drawImage(await pdf.embedJpg(await halves().jpeg().withExif(exif()).toBuffer()), { width: 90, height: 60 })
  pdf.setAuthor('Author Zhangsan')
  pdf.addJavaScript('main', 'app.alert("Zhangsan acts")')
  await pdf.attach(Buffer.from('Zhangsan is carried along'), 'carried.txt')
  const { context, catalog } = pdf
  const action = context.register(context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert("Zhangsan opens")') }))
  catalog.set(PDFName.of('OpenAction'), action)
  catalog.set(PDFName.of('Metadata'), context.register(context.stream('<x>Zhangsan XMP</x>', { Type: 'Metadata', Subtype: 'XML' })))
  page.node.set(PDFName.of('AA'), context.obj({ O: action }))
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Scanner: { Private: PDFString.of('Zhangsan piece') } }))
  const field = pdf.getForm().createTextField('name')
  field.setText('Lhamo')
  field.addToPage(page)
  field.acroField.dict.set(PDFName.of('A'), action)
  page.node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action })))
  // A font may be called anything.
  const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }))
  page.node.Resources()?.set(PDFName.of('Font'), context.obj({ AA: font, JS: font }))
  return pdf
}

test.each([true, false])('a PDF keeps its pages and nothing else (object streams: %s)', async (useObjectStreams) => {
  const before = await (await laden()).save({ useObjectStreams })
  const made = await sanitizeFile(before)
  if (!made.ok) throw new Error(made.error)
  expect(made.type).toBe('application/pdf')
  const after = await PDFDocument.load(made.bytes, { updateMetadata: false })
  expect([after.getPageCount(), after.getForm().getTextField('name').getText()]).toEqual([1, 'Lhamo'])
  expect(
    Object.entries(after.context.trailerInfo)
      .filter(([, value]) => value)
      .map(([key]) => key),
  ).toEqual(['Root'])
  const plain = Buffer.from(await after.save({ useObjectStreams: false, updateFieldAppearances: false }))
  for (const key of [
    'Zhangsan',
    '/JavaScript',
    '/JS (',
    '/OpenAction',
    '/AA <<',
    '/Metadata',
    '/EmbeddedFile',
    '/Info',
    '/Link',
    'Exif',
    'PieceInfo',
  ])
    expect(plain.includes(key), key).toBe(false)
  for (const key of ['/DCTDecode', '/AA ', '/Helvetica', '/Widget', '/AP']) expect(plain.includes(key), key).toBe(true)
})

/** A PDF of one page, encrypted: RC4 of 40 and 128 bits, AES of 256. */
async function encrypted(bits: '40' | '128' | '256', user: string): Promise<Uint8Array> {
  const plain = await (await laden()).save()
  const { made } = await runQpdf(['--allow-weak-crypto', '--encrypt', user, 'owner', bits, '--', '/in.pdf', '/out.pdf'], plain)
  if (!Buffer.from(made()).includes('/Encrypt')) throw new Error('not encrypted')
  return made()
}

test.each(['40', '128', '256'] as const)('a PDF of %s bits with an owner password only is accepted', async (bits) => {
  const made = await sanitizeFile(await encrypted(bits, ''))
  if (!made.ok) throw new Error(made.error)
  const after = await PDFDocument.load(made.bytes, { updateMetadata: false })
  expect([after.getPageCount(), after.getForm().getTextField('name').getText()]).toEqual([1, 'Lhamo'])
  expect(made.bytes.includes('/Encrypt')).toBe(false)
  const plain = Buffer.from(await after.save({ useObjectStreams: false, updateFieldAppearances: false }))
  for (const key of ['Zhangsan', '/JavaScript', '/Standard', 'Exif']) expect(plain.includes(key), key).toBe(false)
})

test.each(['40', '128', '256'] as const)('a PDF of %s bits that needs a password is refused as such', async (bits) =>
  expect(await sanitizeFile(await encrypted(bits, 'user'))).toEqual({ ok: false, error: 'file-locked' }),
)

test('a PDF that only looks encrypted is broken', async () => {
  const pdf = await laden()
  pdf.context.trailerInfo.Encrypt = pdf.context.register(pdf.context.obj({ Filter: 'Standard', V: 2, R: 3, P: -44 }))
  expect(await sanitizeFile(await pdf.save())).toEqual({ ok: false, error: 'file-broken' })
  expect(await sanitizeFile(Buffer.from('%PDF-1.7\n1 0 obj <<>> garbage\ntrailer << /Encrypt 2 0 R >>'))).toEqual({
    ok: false,
    error: 'file-broken',
  })
})

test('a PDF that decodes without end is terminated, and the process lives on', { timeout: 60_000 }, async () => {
  const zeros = deflateRawSync(Buffer.alloc(16_000_000), { finishFlush: constants.Z_SYNC_FLUSH })
  const unfolding = Buffer.concat([Buffer.of(0x78, 0x9c), ...Array.from({ length: 300 }, () => zeros)])
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${unfolding.length} >>\nstream\n`
  const bomb = Buffer.concat([Buffer.from(head), unfolding, Buffer.from('\nendstream\nendobj\ntrailer << /Root 9 0 R >>\n%%EOF')])
  expect(bomb.length).toBeLessThan(largestFile)
  expect(await sanitizeFile(bomb)).toEqual({ ok: false, error: 'file-too-large' })
  expect(await picture(heic)).toBeDefined()
})
