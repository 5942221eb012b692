/** Our pages use no device features; a page that reads codes uses the camera. */
const permissions = (camera: '' | 'self' = '') => `camera=(${camera}), geolocation=(), microphone=(), payment=()`

const policy = (script: string) =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** On every response. `same-origin` and not `no-referrer`: browsers would send forms with `Origin: null`. */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions(),
  'X-Frame-Options': 'DENY',
} as const

/** On pages rendered for one person. */
export const personal = { ...everywhere, 'Content-Security-Policy': policy("'self'"), 'Cache-Control': 'no-store' } as const

/** On static pages: the same for everyone, and without any script. */
export const reading = {
  ...everywhere,
  'Content-Security-Policy': policy("'none'"),
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
} as const

/** On files of the build: those with a hash in their name never change. */
export function ofFile(path: string): Record<string, string> {
  const lasts = path.startsWith('/assets/') || path.startsWith('/fonts/')
  return {
    ...everywhere,
    ...(path.endsWith('.svg') ? { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" } : {}),
    'Cache-Control': lasts ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
  }
}

/** Sent to browsers that connect over TLS. */
export const overTls = { 'Strict-Transport-Security': 'max-age=31536000' } as const

/** On the pages of the desk with a field for codes. */
export const withCamera = () => ({ 'Permissions-Policy': permissions('self') })
