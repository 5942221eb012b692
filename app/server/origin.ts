import type { IncomingHttpHeaders } from 'node:http'

/**
 * May this request change something? Not when a browser says that another site sent it.
 * Clients that are no browsers send neither header, and no browser can be made to leave out both.
 */
export function isOwnRequest(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  if (origin === 'null') return site === 'same-origin'
  if (publicOrigin && origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
