import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { overTls, personal } from './headers.ts'
import { acceptsEncoding } from './static-files.ts'

const nothing = Buffer.alloc(0)
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

type PublicOrigin = { readonly publicOrigin: string | undefined }

/** The headers of a site that browsers reach over TLS. */
export const tls = ({ publicOrigin }: PublicOrigin) => (publicOrigin?.startsWith('https:') ? overTls : {})

/** Sends a rendered response, compressed, with the headers of a personal page unless it has its own. */
export async function send(
  site: PublicOrigin,
  request: IncomingMessage,
  response: ServerResponse,
  answered: Response,
  more: Record<string, string> = {},
): Promise<void> {
  const raw = answered.body === null ? nothing : Buffer.from(await answered.arrayBuffer())
  const isPacked = /^(image\/(?!svg)|application\/pdf)/.test(answered.headers.get('Content-Type') ?? '')
  const [body, encoding] = await compressed(raw, isPacked ? '' : (request.headers['accept-encoding'] ?? ''))
  const own: Record<string, string | string[]> = {}
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') own[headerName(name)] = value
  const cookies = answered.headers.getSetCookie()
  if (cookies.length > 0) own['Set-Cookie'] = cookies
  if (encoding) own['Content-Encoding'] = encoding
  own['Content-Length'] = String(body.length)
  const headers = { Vary: 'Accept-Encoding', ...personal, ...tls(site), ...more, ...own }
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
  if (acceptsEncoding(accepted, 'gzip')) return [await zip(raw, { level: 9 }), 'gzip']
  return [raw]
}
