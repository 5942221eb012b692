import type { IncomingMessage } from 'node:http'

/** The most a request may carry, in bytes. */
export const bodyLimit = 64 * 1024

/** A body as handlers get it: always whole, small, well-formed text of one of two types; or the status that says why not. */
export type Body =
  | { ok: true; type: 'application/json' | 'application/x-www-form-urlencoded'; text: string }
  | { ok: false; status: 400 | 413 | 415 }

/**
 * Reads the body of a request: the only place that does. Forms of either encoding come out url-encoded, so that
 * nothing after this can stumble over them. Never throws, but for a connection that breaks.
 */
export async function readBody(request: IncomingMessage, wants: 'json' | 'form'): Promise<Body> {
  const type = (request.headers['content-type'] ?? '').toLowerCase()
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refuse(415)
  if (!isWanted(type, wants)) return refuse(415)
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return refuse(413)
  const bytes = await readBytes(request)
  if (!bytes) return refuse(413)
  return wants === 'json' ? readJson(bytes) : readForm(bytes, request.headers['content-type'] ?? '')
}

function isWanted(type: string, wants: 'json' | 'form'): boolean {
  const [essence = '', ...parameters] = type.split(';').map((part) => part.trim())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset && !/^charset="?utf-?8"?$/.test(charset)) return false
  return wants === 'json' ? essence === 'application/json' : ['application/x-www-form-urlencoded', 'multipart/form-data'].includes(essence)
}

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
    // Read on a little, so that the client gets to see the answer; then give up.
    else if (size > 16 * bodyLimit) return undefined
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined
}

function readJson(bytes: Buffer): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    JSON.parse(text)
    return { ok: true, type: 'application/json', text }
  } catch {
    return refuse(400)
  }
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData()
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
    const text = new URLSearchParams(fields).toString()
    if (fields.some(([name, value]) => name.includes('\0') || value.includes('\0'))) return refuse(400)
    return { ok: true, type: 'application/x-www-form-urlencoded', text }
  } catch {
    return refuse(400)
  }
}

const refuse = (status: 400 | 413 | 415): Body => ({ ok: false, status })
