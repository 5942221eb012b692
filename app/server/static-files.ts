import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'

/** One encoding of a file: its bytes and the strong ETag of just these bytes. */
type Variant = { readonly body: Buffer; readonly etag: string; readonly headers: readonly string[]; readonly always: readonly string[] }

/** A file in memory, ready to send. `br` and `gzip` where the build made them smaller. */
export type StaticFile = { readonly identity: Variant; readonly br?: Variant; readonly gzip?: Variant }

/** Files by URL path. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Reads a folder of the build: `index.html` answers for its folder, `.br` and `.gz` beside a file are its encodings. */
export function staticFiles(folder: string, headersOf: (path: string) => Record<string, string>): StaticFiles {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && types[extname(entry.name)])
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    names.map((name) => {
      const path = `/${relative(folder, name).split(sep).join('/')}`.replace(/\/index\.html$/, '')
      return [path, readyFile(name, headersOf(path))]
    }),
  )
}

function readyFile(name: string, headers: Record<string, string>): StaticFile {
  const type = types[extname(name)] ?? 'application/octet-stream'
  const variant = (suffix: string, encoding?: string): Variant | undefined => {
    if (!existsSync(name + suffix)) return undefined
    const body = readFileSync(name + suffix)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const always = { ...headers, ETag: etag, Vary: 'Accept-Encoding' }
    const whole = {
      ...always,
      'Content-Type': type,
      'Content-Length': String(body.length),
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    }
    return { body, etag, headers: Object.entries(whole).flat(), always: Object.entries(always).flat() }
  }
  const identity = variant('')
  if (!identity) throw new Error(`${name} vanished while it was read`)
  return { identity, br: variant('.br', 'br'), gzip: variant('.gz', 'gzip') }
}

/** Sends a file in the best encoding the client accepts; 304 where it has the same bytes. */
export function sendFile({ headers, method }: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const accepted = headers['accept-encoding'] ?? ''
  const variant =
    (file.br && acceptsEncoding(accepted, 'br') && file.br) ||
    (file.gzip && acceptsEncoding(accepted, 'gzip') && file.gzip) ||
    file.identity
  const asked = headers['if-none-match']
  if (asked && isAmong(variant.etag, asked)) response.writeHead(304, [...variant.always]).end()
  else response.writeHead(200, variant.headers as string[]).end(method === 'HEAD' ? undefined : variant.body)
}

/** Does an Accept-Encoding header accept this encoding? */
export function acceptsEncoding(accepted: string, encoding: string): boolean {
  if (accepted.length > 200) return false
  return accepted.split(',').some((part) => {
    const [name, q] = part.split(';').map((piece) => piece.trim().toLowerCase())
    return name === encoding && !/^q=0(\.0*)?$/.test(q ?? '')
  })
}

function isAmong(etag: string, asked: string): boolean {
  return asked.trim() === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
