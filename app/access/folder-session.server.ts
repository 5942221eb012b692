import { assistWithFolder } from '#app/cases/assisted-session.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { folderIn } from '#app/cases/folder.server.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { closeSession, folderOfSession, openSession } from '#db/folder-sessions.server.ts'
import { folderById, type StoredFolder } from '#db/folders.server.ts'
import { type CookieChange, type Cookies, clearCookie, setCookie } from './cookies.server.ts'
import { denied, stop } from './outcome.ts'
import { isMarkedPractice, practiceMark, sessionIn } from './practice-mark.ts'
import type { Actor, RequestContext } from './request-context.server.ts'

/** How long a folder session lasts, in hours: a page left open over night still saves. */
export const sessionHours = 24

const hashOf = (session: string) => keyedHash(hashLabels.folderSession(session))

/**
 * The open folder of these cookies; undefined where there is none, or the session has expired. A folder opened in an assisted session
 * is open only to the clerk of that session, as long as it lasts; a staff member has no other folder open.
 */
export async function openFolderOf({ folder }: Cookies, actor: Actor, now: Date): Promise<StoredFolder | undefined> {
  const session = sessionIn(folder)
  if (session === undefined || actor.by === 'staff') return undefined
  const found = await folderOfSession(hashOf(session), now)
  return found?.clientSession === (actor.by === 'clerk' ? actor.assisted.id : null) ? found?.folder : undefined
}

/** Is the open folder of a request marked as practice? */
export async function hasPracticeFolder({ cookies, folder }: Pick<RequestContext, 'cookies' | 'folder'>): Promise<boolean> {
  return isMarkedPractice(cookies.folder) && (await folder()) !== undefined
}

/**
 * Opens a folder on a device: always a new session, and the one the device had before is closed. A session cookie.
 * A clerk opens a folder only within an assisted session.
 * @throws `forbidden` for staff without an assisted session, or with another folder's
 */
export async function openFolderSession(
  { actor, cookies, now }: Pick<RequestContext, 'actor' | 'cookies' | 'now'>,
  folderId: string,
): Promise<CookieChange> {
  if (actor.by === 'staff') throw stop(denied('forbidden'))
  const assisted = actor.by === 'clerk' ? actor.assisted : undefined
  if (assisted && assisted.folderId !== folderId && !(await assistWithFolder(assisted, folderId, now))) throw stop(denied('forbidden'))
  await closeFolderSession(cookies)
  const session = secureRandom(32).toString('base64url')
  const expiresAt = assisted?.expiresAt ?? new Date(now.getTime() + sessionHours * 3_600_000)
  await refusingFullDisk(openSession(hashOf(session), folderId, expiresAt, assisted?.id))
  return setCookie('folder', `${session}${(await isPractice(folderId)) ? practiceMark : ''}`)
}

async function isPractice(folderId: string): Promise<boolean> {
  const stored = await folderById(folderId)
  const read = stored && folderIn(stored)
  return read?.ok === true && read.value.folder.practice === true
}

/** Closes the folder session of these cookies. @returns deletes the cookie */
export async function closeFolderSession({ folder }: Cookies): Promise<CookieChange> {
  const session = sessionIn(folder)
  if (session !== undefined) await refusingFullDisk(closeSession(hashOf(session)))
  return clearCookie('folder')
}
