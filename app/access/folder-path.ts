import type { Mode } from '#app/i18n/mode.ts'
import { safePath } from '#app/i18n/safe-path.ts'
import { inMode, paths } from '#app/paths.ts'

/** A page of an open folder, in this mode, that what was typed on it is sent to again; undefined for anything else. */
export function folderPath(mode: Mode, to: string | null): string | undefined {
  const path = safePath(to)
  if (path === undefined) return undefined
  // As the router reads it: slashes that follow one another are one.
  const at = inMode(path, mode).replace(/^[^?#]*/, (written) => written.replace(/\/{2,}/g, '/'))
  const [place = ''] = at.toLowerCase().split(/[?#]/)
  const within = [paths.apply(mode), paths.applications(mode)].some((part) => `${place}/`.startsWith(`${part}/`))
  const entryPaths = [paths.openFolder(mode), paths.closeFolder(mode), paths.deleteFolder(mode)]
  return within && !place.includes('%') && !entryPaths.some((entry) => `${place}/`.startsWith(`${entry}/`)) ? at : undefined
}
