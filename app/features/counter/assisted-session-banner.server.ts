import { hasPracticeFolder } from '#app/access/folder-session.server.ts'
import { redirectTo, stop } from '#app/access/outcome.ts'
import { isPracticeScreen } from '#app/access/pairing.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { folderIn } from '#app/cases/folder.server.ts'
import { moveTo } from '#app/cases/shared-session.server.ts'
import type { Ground } from '#app/domain/assisted-session.ts'
import type { StaffInSession } from '#app/domain/staff.ts'
import { type Mode, modeOfPath } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { folderById } from '#db/folders.server.ts'

/** Data of the banner; `clerk`: whose assisted session it is. */
export type Banner = {
  readonly mode: Mode
  readonly code: string | null
  readonly ground: Ground
  readonly expiresAt: string
  readonly place: string
  readonly clerk: StaffInSession
} | null

/** Pages a clerk and a resident share. */
const shared = /^\/[^/]+\/((?:apply|applications|check)(?:\/.*)?)$/

/** Is a request in practice: by its staff session, or by the folder it has open? Every page says so then. */
export async function isPractice(context: RequestContext): Promise<boolean> {
  if (context.actor.by !== 'resident') return context.actor.practice
  return (await hasPracticeFolder(context)) || isPracticeScreen(context.cookies, context.now)
}

/**
 * The banner of a clerk's assisted session; null for everybody else. The resident's own screen follows the clerk's page.
 * @throws a redirect to unlock while the screen is locked: pages of an assisted session are not shown on it
 */
export async function assistedSessionBanner({ actor, path, at, sends }: RequestContext): Promise<Banner> {
  const mode = modeOfPath(path)
  const place = shared.exec(path)?.[1]?.replace(/\/+$/, '')
  if (!mode || actor.by === 'resident') return null
  if (actor.by === 'staff') {
    if (actor.locked && place !== undefined) throw stop(redirectTo(paths.unlock(mode, at)))
    return null
  }
  const { assisted } = actor
  if (place !== undefined && !sends) moveTo(assisted.id, place)
  const stored = assisted.folderId ? await folderById(assisted.folderId) : undefined
  const read = stored && folderIn(stored)
  const code = read?.ok ? read.value.code : null
  const clerk = { id: actor.session.stored.id, practice: actor.practice }
  return { mode, code, ground: assisted.assistance.ground, expiresAt: assisted.expiresAt.toISOString(), place: place ?? '', clerk }
}
