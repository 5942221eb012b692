import { hasPracticeFolder } from '#app/access/folder-session.server.ts'
import { redirectTo, stop } from '#app/access/outcome.ts'
import { isPracticeScreen } from '#app/access/pairing.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { folderIn } from '#app/cases/folder.server.ts'
import { moveTo } from '#app/cases/shared-session.server.ts'
import { modeOfPath } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { folderById } from '#db/folders.server.ts'

/** Pages on which a clerk and a resident are together. */
const shared = /^\/[^/]+\/((?:apply|applications|check)(?:\/.*)?)$/

/** Does whoever makes a request practise, or have something open that is for practice? Every page says so then. */
export async function isPractice(context: RequestContext): Promise<boolean> {
  if (context.actor.by !== 'resident') return context.actor.practice
  return (await hasPracticeFolder(context)) || isPracticeScreen(context.cookies, context.now)
}

/**
 * Whom a clerk is helping, for the top of every page; null for everybody else. Where the clerk is, the resident's own screen follows.
 * @throws the way to where one unlocks while the screen is locked: a client's page is not shown on it
 */
export async function assistedSessionBanner({ actor, path, at, sends }: RequestContext) {
  const mode = modeOfPath(path)
  const place = shared.exec(path)?.[1]?.replace(/\/+$/, '')
  if (!mode || actor.by === 'resident') return null
  if (actor.by === 'staff') {
    if (actor.locked && place !== undefined) throw stop(redirectTo(paths.unlock(mode, at)))
    return null
  }
  const { client } = actor
  if (place !== undefined && !sends) moveTo(client.id, place)
  const stored = client.folderId ? await folderById(client.folderId) : undefined
  const read = stored && folderIn(stored)
  const code = read?.ok ? read.value.code : null
  return { mode, code, ground: client.help.ground, expiresAt: client.expiresAt.toISOString(), place: place ?? '' }
}

/** What stands on top of the pages of a clerk who helps somebody. */
export type Banner = Awaited<ReturnType<typeof assistedSessionBanner>>
