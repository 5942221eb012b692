import { redirect } from '@remix-run/node'
import { type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { fillerAt } from './client-session.server.ts'
import { openFolderOf } from './folder-session.server.ts'

/** The folder a request has open; undefined where it has none. Throws where it does not unlock: a broken promise of our own. */
export async function folderOf(request: Request, now = new Date()): Promise<OpenFolder | undefined> {
  const stored = await openFolderOf(request, now)
  return stored && openStored(stored)
}

/** The folder a request has open. Throws the way to the page that opens one where it has none; for staff that is the counter. */
export async function folderAt(request: Request, mode: Mode): Promise<OpenFolder> {
  const found = await folderOf(request)
  if (found) return found
  const filler = await fillerAt(request, mode)
  throw redirect(filler.by === 'clerk' ? paths.counter(mode) : paths.openFolder(mode, 'closed'))
}
