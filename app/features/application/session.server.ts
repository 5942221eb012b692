import { randomBytes } from 'node:crypto'
import { onDisk } from '#app/cases/disk.server.ts'
import { keyedHash, keys } from '#app/security/keys.server.ts'
import { closeSession, folderOfSession, openSession, type StoredFolder } from '#db/folders.server.ts'

/** How long a folder stays open on a device nobody closes, in hours: a page left open over night still saves. */
export const sessionHours = 24

const cookieName = () => (keys().secureCookies ? '__Host-folder' : 'folder')
const attributes = () => `Path=/; SameSite=Lax; HttpOnly${keys().secureCookies ? '; Secure' : ''}`
const hashOf = (session: string) => keyedHash(`session ${session}`)

/** The session a request brings along; undefined where it brings none. */
function sessionOf(request: Request): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** The folder a request has open; undefined where it has none, or its time is over. */
export async function openFolderOf(request: Request, now: Date): Promise<StoredFolder | undefined> {
  const session = sessionOf(request)
  return session === undefined ? undefined : folderOfSession(hashOf(session), now)
}

/** Opens a folder on a device: always a session of its own, whatever the device had open before is closed. The cookie goes with the browser. */
export async function openOn(request: Request, folderId: string, now: Date): Promise<{ 'Set-Cookie': string }> {
  await closeOn(request)
  const session = randomBytes(32).toString('base64url')
  await onDisk(openSession(hashOf(session), folderId, new Date(now.getTime() + sessionHours * 3_600_000)))
  return { 'Set-Cookie': `${cookieName()}=${session}; ${attributes()}` }
}

/** Closes what a device has open; nothing stays behind on it. */
export async function closeOn(request: Request): Promise<{ 'Set-Cookie': string }> {
  const session = sessionOf(request)
  if (session) await onDisk(closeSession(hashOf(session)))
  return { 'Set-Cookie': `${cookieName()}=; Max-Age=0; ${attributes()}` }
}
