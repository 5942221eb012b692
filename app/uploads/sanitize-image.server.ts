import { fileTypeFromBuffer } from 'file-type'
import pLimit from 'p-limit'
import sharp, { type Sharp } from 'sharp'
import { inThread } from './sanitize-thread.server.ts'

/** The largest file accepted, in bytes. */
export const largestFile = 10 * 1024 * 1024

/** Why a file is refused. */
export type FileFault = 'file-empty' | 'file-type' | 'file-broken' | 'file-too-large' | 'file-locked'

/** A file as it is stored: written anew, so that it contains nothing but what is visible. */
export type SanitizedFile = { ok: true; type: 'image/jpeg' | 'application/pdf'; bytes: Buffer } | { ok: false; error: FileFault }

/** The most pixels of a decoded picture, the longer side as stored, and JPEG quality. */
const [mostPixels, longestSide, quality] = [60_000_000, 2400, 82]
const pictures = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif'])
const heics = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/** Limits memory: a picture of 60 million pixels takes 240 MB decoded. */
const inTurn = pLimit(2)
sharp.cache(false)
sharp.concurrency(1)

/** Decodes a photograph or a PDF and writes it anew. The type is told by the content, not by the name. Never throws. */
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

/** Rotation is stored in the HEIC itself and applied by its decoder; EXIF rotation is ignored. */
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

/** Sharp drops metadata by default. */
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
