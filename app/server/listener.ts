import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readCookies } from '#app/access/cookies.server.ts'
import { formOrigin } from '#app/access/request-context.server.ts'
import { isMode, modeOfPath, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { readBody } from './body.ts'
import { limitBodyTime } from './body-timeout.ts'
import { concurrencyLimit } from './concurrency-limit.ts'
import { isStream, sendStream } from './event-streams.ts'
import { formRequest } from './form-request.ts'
import { everywhere, personal } from './headers.ts'
import { movedTo } from './moved-addresses.ts'
import { isOwnRequest } from './origin.ts'
import { problemOf } from './problem.ts'
import { addressOf, rateLimiter } from './rate-limit.ts'
import { isWellFormed, parsedPath, takesFiles } from './request-path.ts'
import { innerOrigin, type RouteHandler } from './route-handler.ts'
import { send, tls } from './send-response.ts'
import { type StaticFiles, sendFile } from './static-files.ts'

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
  const limiter = (of: 'posts' | 'reads') => (parts.rateLimit ? rateLimiter(Date.now, of) : () => true)
  const limits = { mayPost: limiter('posts'), mayRead: limiter('reads'), mayUpload: concurrencyLimit(mostUploads) }
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
    answer(parts, limits, request, response, path).catch((error: unknown) => {
      if (!request.destroyed || !response.headersSent)
        parts.log(JSON.stringify({ level: 'error', error: error instanceof Error ? error.name : 'unknown' }))
      if (response.headersSent) response.destroy()
      else response.writeHead(500, everywhere).end()
    })
  }
}

/** One line of JSON. Unknown paths may contain anything, and paths of invitations and letters contain a secret, so they are left out. */
function logLine({ method }: IncomingMessage, { statusCode }: ServerResponse, path: string, ms: number): string {
  const known = statusCode < 400 || [403, 405, 413, 415, 422, 429, 500, 503, 507].includes(statusCode)
  const where = known && !/welcome|invitation|letters|%/i.test(path) ? `,"path":${JSON.stringify(path)}` : ''
  return `{"time":"${timestamp()}","method":"${method}"${where},"status":${statusCode},"ms":${Math.round(ms * 10) / 10}}`
}

let stamped = { at: 0, text: '' }

/** The current time as ISO text, cached for a millisecond. */
function timestamp(): string {
  const at = Date.now()
  if (stamped.at !== at) stamped = { at, text: new Date(at).toISOString() }
  return stamped.text
}

async function answer(
  parts: Parts,
  { mayPost, mayRead, mayUpload }: Limits,
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
      return void response.writeHead(status, { ...personal, 'Content-Type': 'application/problem+json', ...more }).end(problemOf(status))
    await send(parts, request, response, await parts.pages(errorPage(path, headers.cookie, status)), more)
  }

  if (!['GET', 'HEAD', 'POST'].includes(method)) return refuse(405, { Allow: 'GET, HEAD, POST' })
  if (!isWellFormed(url)) return refuse(400)
  const to = movedTo(url)
  // 308: a form that was open while the address moved is sent on with what was typed.
  if (to !== undefined) return void response.writeHead(308, { ...personal, ...tls(parts), Location: to }).end()
  if (path === '/__manifest') return refuse(404)
  const address = addressOf(request.socket.remoteAddress, headers['x-forwarded-for']?.toString(), parts.trustProxy)
  if (method !== 'POST') {
    if (!mayRead(parsedPath(url), address)) return refuse(429, { 'Retry-After': '60' })
    const { signal, cookie } = { signal: abortOf(response), cookie: headers.cookie }
    const asked = new Request(innerOrigin + url, { method: 'GET', headers: cookie ? { Cookie: cookie } : {}, signal })
    const answered = await parts.pages(asked)
    if (!isStream(answered)) return send(parts, request, response, answered)
    return sendStream(request, response, answered, { ...personal, ...tls(parts) }, address)
  }
  if (!isApi && !isOwnRequest(headers, parts.publicOrigin)) return refuse(403)
  const place = parsedPath(url)
  if (!mayPost(place, address)) return refuse(429, { 'Retry-After': '60' })
  const body = await readBody(request, isApi ? 'json' : takesFiles(path) ? 'files' : 'form')
  if (!body.ok) return refuse(body.status, body.status === 413 ? { Connection: 'close' } : {})
  const stream = 'leave' in body ? body : undefined
  const leave = stream && mayUpload(address)
  if (stream && !leave) return refuse(429, { 'Retry-After': '30' })
  if (leave) response.once('close', leave)
  const sent = {
    'Content-Type': body.type,
    ...(headers.cookie ? { Cookie: headers.cookie } : {}),
    ...(headers.origin && !isApi ? { [formOrigin]: headers.origin } : {}),
  }
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

/** How many uploads one address, and all together, may send at the same time. */
const mostUploads = { each: 6, all: 24 }

/** What one address may do. */
type Limits = {
  mayRead(place: string, address: string): boolean
  mayPost(place: string, address: string): boolean
  mayUpload(address: string): (() => void) | undefined
}

const plain = { ...everywhere, 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }

/** The request for the error page in the reader's languages. */
function errorPage(path: string, cookie: string | undefined, status: number): Request {
  const chosen = readCookies(cookie).mode
  const mode = modeOfPath(path) ?? (isMode(chosen) ? chosen : parallelMode)
  return new Request(`${innerOrigin}/${mode}/error/${status}`)
}

function abortOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
