import { randomBytes } from 'node:crypto'
import { onDisk } from '#app/cases/disk.server.ts'
import { contentOf } from '#app/cases/folder.server.ts'
import { giveFolder } from '#app/cases/helping.server.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash, keys } from '#app/security/keys.server.ts'
import { closeSession, folderById, folderOfSession, openSession, type StoredFolder } from '#db/folders.server.ts'
import { keyboardOf, practiceMark } from './client-session.server.ts'

/** How long a folder stays open on a device nobody closes, in hours: a page left open over night still saves. */
export const sessionHours = 24

const cookieName = () => (keys().secureCookies ? '__Host-folder' : 'folder')
const attributes = () => `Path=/; SameSite=Lax; HttpOnly${keys().secureCookies ? '; Secure' : ''}`
const hashOf = (session: string) => keyedHash(hashLabels.folderSession(session))

/** The session a request brings along; undefined where it brings none. */
function sessionOf(request: Request): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
  return /^([\w-]{43})(?:\.practice)?$/.exec(value ?? '')?.[1]
}

/** Is the folder a request has open marked as made up to practise? */
export async function hasPracticeFolder(request: Request, now: Date): Promise<boolean> {
  const marked = /folder=[\w-]{43}\.practice/.test(request.headers.get('Cookie') ?? '')
  return marked && (await openFolderOf(request, now)) !== undefined
}

/**
 * The folder a request has open; undefined where it has none, or its time is over. A folder opened in a client session is open to
 * the clerk of that session alone, as long as it lasts, and to staff no other is.
 */
export async function openFolderOf(request: Request, now: Date): Promise<StoredFolder | undefined> {
  const session = sessionOf(request)
  const found = session === undefined ? undefined : await folderOfSession(hashOf(session), now)
  if (!found) return undefined
  const keyboard = await keyboardOf(request, now)
  if (keyboard.by === 'staff') return undefined
  return found.clientSession === (keyboard.by === 'clerk' ? keyboard.client.id : null) ? found.folder : undefined
}

/**
 * Opens a folder on a device: always a session of its own, whatever the device had open before is closed. The cookie goes with the
 * browser. A clerk opens it for the client only. Throws 403 for staff without a client, or with another's folder.
 */
export async function openOn(request: Request, folderId: string, now: Date): Promise<{ 'Set-Cookie': string }> {
  const keyboard = await keyboardOf(request, now)
  if (keyboard.by === 'staff') throw new Response(null, { status: 403 })
  const client = keyboard.by === 'clerk' ? keyboard.client : undefined
  if (client && client.folderId !== folderId && !(await giveFolder(client, folderId, now))) throw new Response(null, { status: 403 })
  await closeOn(request)
  const session = randomBytes(32).toString('base64url')
  const expiresAt = client?.expiresAt ?? new Date(now.getTime() + sessionHours * 3_600_000)
  await onDisk(openSession(hashOf(session), folderId, expiresAt, client?.id))
  return { 'Set-Cookie': `${cookieName()}=${session}${(await isPractice(folderId)) ? practiceMark : ''}; ${attributes()}` }
}

async function isPractice(folderId: string): Promise<boolean> {
  const stored = await folderById(folderId)
  return stored !== undefined && contentOf(stored).folder.practice === true
}

/** Closes what a device has open; nothing stays behind on it. */
export async function closeOn(request: Request): Promise<{ 'Set-Cookie': string }> {
  const session = sessionOf(request)
  if (session) await onDisk(closeSession(hashOf(session)))
  return { 'Set-Cookie': `${cookieName()}=; Max-Age=0; ${attributes()}` }
}
