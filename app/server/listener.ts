import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { readCookies } from '#app/access/cookies.server.ts'
import { isMode, modeOfPath, modes, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { readBody } from './body.ts'
import { limitBodyTime } from './body-timeout.ts'
import { concurrencyLimit } from './concurrency-limit.ts'
import { isStream, sendStream } from './event-streams.ts'
import { formRequest } from './form-request.ts'
import { everywhere, overTls, personal } from './headers.ts'
import { movedTo } from './moved-addresses.ts'
import { isOwnRequest } from './origin.ts'
import { addressOf, rateLimiter } from './rate-limit.ts'
import { innerOrigin, isPlain, type RouteHandler } from './route-handler.ts'
import { acceptsEncoding, type StaticFiles, sendFile } from './static-files.ts'

type Parts = {
  readonly pages: RouteHandler
  readonly files: Pick<StaticFiles, 'get'>
  isReady(): boolean
  /** Writes one line to the log. */
  log(line: string): void
  readonly rateLimit: boolean
  readonly trustProxy: number
  readonly publicOrigin: string | undefined
}

/** Answers a request: files and static pages from memory, everything else goes through the limits to Remix. */
export function createListener(parts: Parts): RequestListener {
  const postLimits = { mayPost: parts.rateLimit ? rateLimiter() : () => true, mayUpload: concurrencyLimit(mostUploads) }
  return (request, response) => {
    const began = performance.now()
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    limitBodyTime(request, response, request.method === 'POST' && takesFiles(path))
    const file = request.method === 'GET' || request.method === 'HEAD' ? parts.files.get(path) : undefined
    if (file) {
      sendFile(request, response, file)
      return parts.log(logLine(request, response, path, performance.now() - began))
    }
    response.once('close', () => parts.log(logLine(request, response, path, performance.now() - began)))
    answer(parts, postLimits, request, response, path).catch((error: unknown) => {
      if (!request.destroyed || !response.headersSent)
        parts.log(JSON.stringify({ level: 'error', error: error instanceof Error ? error.name : 'unknown' }))
      if (response.headersSent) response.destroy()
      else response.writeHead(500, everywhere).end()
    })
  }
}

/** One line of JSON. Unknown paths may contain anything, and invitation paths contain a secret, so they are left out. */
function logLine({ method }: IncomingMessage, { statusCode }: ServerResponse, path: string, ms: number): string {
  const known = statusCode < 400 || [403, 405, 413, 415, 422, 429, 500, 503, 507].includes(statusCode)
  const where = known && !/welcome|%/i.test(path) ? `,"path":${JSON.stringify(path)}` : ''
  return `{"time":"${timestamp()}","method":"${method}"${where},"status":${statusCode},"ms":${Math.round(ms * 10) / 10}}`
}

let stamped = { at: 0, words: '' }

/** The current time as ISO text, cached for a millisecond. */
function timestamp(): string {
  const at = Date.now()
  if (stamped.at !== at) stamped = { at, words: new Date(at).toISOString() }
  return stamped.words
}

async function answer(
  parts: Parts,
  { mayPost, mayUpload }: PostLimits,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const { method = 'GET', headers, url = '/' } = request
  const isApi = path.startsWith(paths.api())
  if (path === '/healthz') return void response.writeHead(200, plain).end('ok')
  if (path === '/readyz') return void response.writeHead(parts.isReady() ? 200 : 503, plain).end(parts.isReady() ? 'ready' : 'not ready')
  const refuse = async (status: number, more: Record<string, string> = {}) => {
    request.resume()
    if (isApi)
      return void response.writeHead(status, { ...personal, 'Content-Type': 'application/problem+json', ...more }).end(problem(status))
    await send(parts, request, response, await parts.pages(errorPage(path, headers.cookie, status)), more)
  }

  if (!['GET', 'HEAD', 'POST'].includes(method)) return refuse(405, { Allow: 'GET, HEAD, POST' })
  if (!isWellFormed(url)) return refuse(400)
  const to = movedTo(url)
  // 308: a form that was open while the address moved is sent on with what was typed.
  if (to !== undefined) return void response.writeHead(308, { ...personal, ...tls(parts), Location: to }).end()
  if (path === '/__manifest') return refuse(404)
  if (method !== 'POST') {
    const { signal, cookie } = { signal: abortOf(response), cookie: headers.cookie }
    const asked = new Request(innerOrigin + url, { method: 'GET', headers: cookie ? { Cookie: cookie } : {}, signal })
    const answered = await parts.pages(asked)
    if (!isStream(answered)) return send(parts, request, response, answered)
    const from = addressOf(request.socket.remoteAddress, headers['x-forwarded-for']?.toString(), parts.trustProxy)
    return sendStream(request, response, answered, { ...personal, ...tls(parts) }, from)
  }
  if (!isApi && !isOwnRequest(headers, parts.publicOrigin)) return refuse(403)
  const place = parsedPath(url)
  const address = addressOf(request.socket.remoteAddress, headers['x-forwarded-for']?.toString(), parts.trustProxy)
  if (!mayPost(place, address)) return refuse(429, { 'Retry-After': '60' })
  const body = await readBody(request, isApi ? 'json' : takesFiles(path) ? 'files' : 'form')
  if (!body.ok) return refuse(body.status, body.status === 413 ? { Connection: 'close' } : {})
  const stream = 'leave' in body ? body : undefined
  const leave = stream && mayUpload(address)
  if (stream && !leave) return refuse(429, { 'Retry-After': '30' })
  if (leave) response.once('close', leave)
  const sent = { 'Content-Type': body.type, ...(headers.cookie ? { Cookie: headers.cookie } : {}) }
  const posted =
    'fields' in body
      ? formRequest(innerOrigin + url, sent, body.fields)
      : new Request(innerOrigin + url, {
          ...{ method, headers: sent, body: body.content },
          ...(stream ? { duplex: 'half', signal: abortOf(response) } : {}),
        })
  const answered = await parts.pages(posted)
  stream?.leave()
  if (stream?.isTooLarge()) return refuse(413, { Connection: 'close' })
  return send(parts, request, response, answered)
}

const folders = modes.map((mode) => paths.paper(mode, ''))
/** Are papers sent to this path? Dots would lead elsewhere. */
function takesFiles(path: string): boolean {
  const plain = path.toLowerCase()
  return folders.some((folder) => plain.startsWith(folder)) && !/(\.|%2e)(\.|%2e)/.test(plain)
}
/** Paths that accept files. Dots would lead elsewhere. */
const mostUploads = { each: 6, all: 24 }

/** Limits of posts. */
type PostLimits = {
  mayPost(place: string, address: string): boolean
  mayUpload(address: string): (() => void) | undefined
}

/** A path in its normal form: the router also accepts it with dots, escapes, capitals and slashes. */
function parsedPath(url: string): string {
  if (isPlain(url)) return url.toLowerCase()
  const path = decodeURIComponent(new URL(innerOrigin + url).pathname).toLowerCase()
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
}

const plain = { ...everywhere, 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }

/** Is a path and query acceptable: of our own origin, decodable, without control characters? */
export function isWellFormed(url: string): boolean {
  if (isPlain(url) && url.length <= 4096) return true
  if (!url.startsWith('/') || url.startsWith('//') || /[\\\s]/.test(url) || url.length > 4096) return false
  try {
    const decoded = decodeURIComponent(url.replaceAll('+', ' '))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: just these are refused
    return !/[\u0000-\u001f\u007f]/.test(decoded) && decoded.isWellFormed()
  } catch {
    return false
  }
}

/** The request for the error page in the reader's languages. */
function errorPage(path: string, cookie: string | undefined, status: number): Request {
  const chosen = readCookies(cookie).mode
  const mode = modeOfPath(path) ?? (isMode(chosen) ? chosen : parallelMode)
  return new Request(`${innerOrigin}/${mode}/error/${status}`)
}

function problem(status: number): string {
  const codes: Record<number, string> = {
    400: 'malformed',
    404: 'not-found',
    405: 'method',
    413: 'too-large',
    415: 'media-type',
    429: 'too-many',
  }
  return JSON.stringify({
    type: 'about:blank',
    status,
    title: codes[status] ?? 'error',
    errors: [{ path: '', code: codes[status] ?? 'error' }],
  })
}

function abortOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

const nothing = Buffer.alloc(0)
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

const tls = ({ publicOrigin }: Pick<Parts, 'publicOrigin'>) => (publicOrigin?.startsWith('https:') ? overTls : {})

/** Sends a rendered response, compressed, with the headers of a personal page unless it has its own. */
async function send(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  answered: Response,
  more: Record<string, string> = {},
): Promise<void> {
  const raw = answered.body === null ? nothing : Buffer.from(await answered.arrayBuffer())
  const isPacked = /^(image\/(?!svg)|application\/pdf)/.test(answered.headers.get('Content-Type') ?? '')
  const [body, encoding] = await compressed(raw, isPacked ? '' : (request.headers['accept-encoding'] ?? ''))
  const headers: Record<string, string | string[]> = { ...personal, ...tls(parts), ...more }
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') headers[headerName(name)] = value
  const cookies = answered.headers.getSetCookie()
  if (cookies.length > 0) headers['Set-Cookie'] = cookies
  if (encoding) headers['Content-Encoding'] = encoding
  headers['Content-Length'] = String(body.length)
  headers.Vary ??= 'Accept-Encoding'
  response.writeHead(answered.status, headers).end(request.method === 'HEAD' || body.length === 0 ? undefined : body)
}

/** The canonical spelling of a header name, so that each is set once. */
function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
}

/** A window of 256 KiB is enough for a page, and takes half the time of the default 4 MiB. */
const brotliParams = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 }

async function compressed(raw: Buffer, accepted: string): Promise<[Buffer, string?]> {
  if (raw.length < 1024) return [raw]
  if (acceptsEncoding(accepted, 'br'))
    return [await brotli(raw, { params: { ...brotliParams, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }), 'br']
  if (acceptsEncoding(accepted, 'gzip')) return [await zip(raw, { level: 6 }), 'gzip']
  return [raw]
}
