import { plainText } from '#app/i18n/messages.ts'
import { modeOfPath, pageLang, parallelMode } from '#app/i18n/mode.ts'

/**
 * A page that redirects by itself, for a request that comes from another site: a SameSite=Strict cookie is not sent on an HTTP
 * redirect that began there.
 */
export function redirectPage(to: string, headers: Headers): Response {
  const mode = modeOfPath(to) ?? parallelMode
  const label = plainText(mode, 'account:unlock.go-on')
  const href = to.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Refresh', `0; url=${to}`)
  return new Response(
    `<!DOCTYPE html><html lang="${pageLang(mode)}"><meta charset="utf-8"><title>${label}</title><a href="${href}">${label}</a>`,
    { headers },
  )
}
