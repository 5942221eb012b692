import { redirect } from '@remix-run/node'
import { openStored } from '#app/cases/folder.server.ts'
import { goTo } from '#app/cases/together.server.ts'
import { modeOfPath } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { folderById } from '#db/folders.server.ts'
import { keyboardOf } from '../client-session.server.ts'
import { hasPracticeFolder } from '../folder-session.server.ts'
import { placeOf } from '../page-data.ts'
import { isPracticeScreen } from './joining.server.ts'

/** Pages on which a clerk and a resident are together. */
const shared = /^\/[^/]+\/((?:apply|applications|check)(?:\/.*)?)$/

/** Does whoever makes a request practise, or have something open that is made up to practise? Every page says so then. */
export async function isPractice(request: Request, now = new Date()): Promise<boolean> {
  // Reading pages are made before there are keys.
  if (!request.headers.has('Cookie')) return false
  const keyboard = await keyboardOf(request, now)
  if (keyboard.by !== 'resident') return keyboard.practice
  return (await hasPracticeFolder(request, now)) || (await isPracticeScreen(request, now))
}

/**
 * Whom a clerk is helping, for the top of every page; null for everybody else. Where the clerk is, the resident's own screen follows.
 * Throws the way to where one unlocks while the screen is locked: a client's page is not shown on it.
 */
export async function clientBanner(request: Request) {
  if (!/staff=/.test(request.headers.get('Cookie') ?? '')) return null
  const keyboard = await keyboardOf(request)
  const { pathname } = new URL(request.url)
  const mode = modeOfPath(pathname)
  const place = shared.exec(pathname)?.[1]?.replace(/\/+$/, '')
  if (!mode || keyboard.by === 'resident') return null
  if (keyboard.by === 'staff') {
    if (keyboard.locked && place !== undefined) throw redirect(paths.unlock(mode, placeOf(request)), 303)
    return null
  }
  const { client } = keyboard
  if (place !== undefined && request.method === 'GET') goTo(client.id, place)
  const stored = client.folderId ? await folderById(client.folderId) : undefined
  const code = stored ? (await openStored(stored)).code : null
  return { mode, code, ground: client.help.ground, expiresAt: client.expiresAt.toISOString(), place: place ?? '' }
}

/** What stands on top of the pages of a clerk who helps somebody. */
export type Banner = Awaited<ReturnType<typeof clientBanner>>
