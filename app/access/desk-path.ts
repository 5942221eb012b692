import type { Mode } from '#app/i18n/mode.ts'
import { safePath } from '#app/i18n/safe-path.ts'
import { inMode, paths } from '#app/paths.ts'

/** The path of the desk to go to next, in this mode; undefined for anything outside the desk, and for the sign-in pages. */
export function deskPath(mode: Mode, to: string | null): string | undefined {
  const path = safePath(to)
  if (path === undefined) return undefined
  const at = inMode(path, mode)
  const signInPages = [paths.signIn(mode), paths.unlock(mode), paths.signOut(mode), paths.invitation(mode, '')]
  const [place = ''] = at.toLowerCase().split(/[?#]/)
  if (place !== paths.desk(mode) && !place.startsWith(`${paths.desk(mode)}/`)) return undefined
  return place.includes('%') || signInPages.some((page) => `${place}/`.startsWith(`${page}/`.replace('//', '/'))) ? undefined : at
}
