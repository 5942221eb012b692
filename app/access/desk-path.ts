import type { Mode } from '#app/i18n/mode.ts'
import { safePath } from '#app/i18n/safe-path.ts'
import { inMode, paths } from '#app/paths.ts'

/** Where somebody goes on to at the desk, in this mode; undefined for anything that leads elsewhere, or back to a door. */
export function deskPath(mode: Mode, to: string | null): string | undefined {
  const path = safePath(to)
  if (path === undefined) return undefined
  const at = inMode(path, mode)
  const doors = [paths.signIn(mode), paths.unlock(mode), paths.signOut(mode), paths.welcome(mode, '')]
  const [place = ''] = at.toLowerCase().split(/[?#]/)
  if (place !== paths.desk(mode) && !place.startsWith(`${paths.desk(mode)}/`)) return undefined
  return place.includes('%') || doors.some((door) => `${place}/`.startsWith(`${door}/`.replace('//', '/'))) ? undefined : at
}
