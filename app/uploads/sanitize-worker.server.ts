import { parentPort, workerData } from 'node:worker_threads'
import decoder from 'heic-decode'
import { sanitizePdf } from './sanitize-pdf.server.ts'
import type { Job, Sanitized } from './sanitize-thread.server.ts'

/** The worker thread of `sanitize-thread.server.ts`: HEIC to pixels, PDF to a PDF that only shows its pages. */
const { kind, bytes, mostPixels } = workerData as Job

async function pixelsOfHeic(): Promise<Sanitized> {
  const [first] = await decoder.all({ buffer: bytes })
  if (!first) return { ok: false, error: 'file-broken' }
  if (first.width * first.height > mostPixels) return { ok: false, error: 'file-too-large' }
  const { width, height, data } = await first.decode()
  return { ok: true, bytes: new Uint8Array(data.buffer), width, height }
}

const made = await (kind === 'heic' ? pixelsOfHeic() : sanitizePdf(bytes)).catch((): Sanitized => ({ ok: false, error: 'file-broken' }))
parentPort?.postMessage(made, made.ok ? [made.bytes.buffer as ArrayBuffer] : [])
