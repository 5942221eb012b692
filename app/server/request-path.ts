import { modes } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { innerOrigin, isPlain } from './route-handler.ts'

const paperPaths = modes.map((mode) => paths.paper(mode, ''))

/** Are papers sent to this path? Dots would lead elsewhere. */
export function takesFiles(path: string): boolean {
  const plain = path.toLowerCase()
  return paperPaths.some((start) => plain.startsWith(start)) && !/(\.|%2e)(\.|%2e)/.test(plain)
}
/** A path in its normal form: the router also accepts it with dots, escapes, capitals and slashes. */
export function parsedPath(url: string): string {
  if (isPlain(url)) return url.toLowerCase()
  const path = decodeURIComponent(new URL(innerOrigin + url).pathname).toLowerCase()
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
}

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
