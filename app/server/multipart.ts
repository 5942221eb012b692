import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { Uploads } from '#app/forms/form-values.ts'
import { largestFile } from '#app/uploads/sanitize-image.server.ts'

/** Maximum number of parts of a form, and maximum bytes of its fields. */
const [mostParts, mostFieldBytes] = [200, 64 * 1024]

/**
 * Parses a multipart form; a file too large is skipped, the others are read. Undefined where the form is malformed, or the connection ended
 * before it was complete. Never throws.
 */
export async function readMultipart(request: Request): Promise<Uploads | undefined> {
  try {
    return await parsed(request.headers.get('Content-Type') ?? '', request.body)
  } catch {
    return undefined
  }
}

/** A file as it arrives: its bytes are dropped once there are too many. */
type Arriving = { readonly name: string; readonly stream: BusboyFileStream; readonly chunks: Buffer[] }

async function parsed(type: string, body: ReadableStream<Uint8Array> | null): Promise<Uploads | undefined> {
  const fields = new URLSearchParams()
  const files: Arriving[] = []
  let [isOver, parts, fieldBytes] = [false, 0, 0]
  const parser = new Busboy({
    headers: { 'content-type': type },
    // A name is shown, never used as a path: it stands as it was sent.
    preservePath: true,
    isPartAFile: (_field, _type, name) => name !== undefined,
    limits: { parts: mostParts, fieldSize: mostFieldBytes, fileSize: largestFile },
  })
  parser.on('partsLimit', () => {
    isOver = true
  })
  parser.on('field', (name, value) => {
    parts += 1
    fieldBytes += Buffer.byteLength(value)
    if (fieldBytes >= mostFieldBytes || name.includes('\0') || value.includes('\0')) isOver = true
    fields.append(name, value)
  })
  parser.on('file', (_field, stream, name) => {
    parts += 1
    const file: Arriving = { name: fileName(name), stream, chunks: [] }
    files.push(file)
    stream.on('data', (chunk: Buffer) => file.chunks.push(chunk))
    stream.on('limit', () => file.chunks.splice(0))
    // Said by the parser too.
    stream.on('error', () => {})
  })
  if (body) await pipeline(Readable.fromWeb(body as WebStream<Uint8Array>), parser)
  // Every form of ours has at least one part, at least an unused file input.
  if (isOver || parts === 0) return undefined
  const tooLarge = files.filter(({ stream }) => stream.truncated).map(({ name }) => name)
  const whole = files.filter(({ stream }) => !stream.truncated).map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) }))
  // An unused file input is sent as an empty file without a name.
  return { fields, tooLarge, files: whole.filter(({ name, bytes }) => name !== '' || bytes.length > 0) }
}

/** A file's name as it was before a browser wrote it into the form. @source HTML, multipart/form-data */
const fileName = (sent: string) => sent.replace(/%(22|0D|0A)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
