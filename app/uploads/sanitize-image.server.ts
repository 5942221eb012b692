import { fileTypeFromBuffer } from 'file-type'
import pLimit from 'p-limit'
import sharp, { type Sharp } from 'sharp'
import { inThread } from './sanitize-thread.server.ts'

/** The largest file taken, in bytes. */
export const largestFile = 10 * 1024 * 1024

/** Why a file cannot be used. */
export type FileFault = 'file-empty' | 'file-type' | 'file-broken' | 'file-too-large' | 'file-locked'

/** A file as it is kept: made anew, so that nothing is in it but what one sees. */
export type SanitizedFile = { ok: true; type: 'image/jpeg' | 'application/pdf'; bytes: Buffer } | { ok: false; error: FileFault }

/** The most pixels a picture may unfold to, its longer side as it is kept, and how well. */
const [mostPixels, longestSide, quality] = [60_000_000, 2400, 82]
const pictures = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif'])
const heics = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/** A rush must not eat the memory: a picture of 60 million pixels unfolds to 240 MB. */
const inTurn = pLimit(2)
sharp.cache(false)
sharp.concurrency(1)

/** Decodes a photograph or a PDF and writes it anew. What it is, its content tells; its name counts for nothing. Never throws. */
export async function sanitizeFile(bytes: Uint8Array): Promise<SanitizedFile> {
  if (bytes.length === 0) return refused('file-empty')
  if (bytes.length > largestFile) return refused('file-too-large')
  return inTurn(() => rewrite(bytes)).catch(() => refused('file-broken'))
}

async function rewrite(bytes: Uint8Array): Promise<SanitizedFile> {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  if (type === 'application/pdf') return cleanedPdf(bytes)
  if (heics.has(type)) return fromHeic(bytes)
  if (pictures.has(type)) return fromPicture(bytes)
  return refused('file-type')
}

async function cleanedPdf(pdf: Uint8Array): Promise<SanitizedFile> {
  const made = await inThread({ kind: 'pdf', bytes: pdf, mostPixels })
  return made.ok ? { ok: true, type: 'application/pdf', bytes: Buffer.from(made.bytes) } : made
}

/** Rotation stands in the HEIC itself and is applied by its decoder; what EXIF says beside it does not count. */
async function fromHeic(heic: Uint8Array): Promise<SanitizedFile> {
  const made = await inThread({ kind: 'heic', bytes: heic, mostPixels })
  if (!made.ok) return made
  const { bytes, width = 0, height = 0 } = made
  return asJpeg(sharp(bytes, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels }))
}

async function fromPicture(bytes: Uint8Array): Promise<SanitizedFile> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (width * height > mostPixels) return refused('file-too-large')
  return asJpeg(sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).autoOrient())
}

/** Sharp takes no metadata along unless it is told to. */
async function asJpeg(picture: Sharp): Promise<SanitizedFile> {
  const bytes = await picture
    .flatten({ background: '#ffffff' })
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .timeout({ seconds: 30 })
    .toBuffer()
  return { ok: true, type: 'image/jpeg', bytes }
}

const refused = (error: FileFault): SanitizedFile => ({ ok: false, error })
