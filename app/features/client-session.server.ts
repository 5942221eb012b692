import { redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import { type Client, clientNow, type Filed, filedFor } from '#app/cases/helping.server.ts'
import { actor } from '#app/cases/moving.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { keys } from '#app/security/keys.server.ts'
import { touchStaffSession } from '#db/staff-sessions.server.ts'
import { placeOf } from './page-data.ts'
import { isLocked, signedIn, staffSessionOf } from './staff-session.server.ts'

/** Who sits at the keyboard: a resident, a clerk in a client session, or staff without one (or whose screen is locked). */
export type Keyboard =
  | { readonly by: 'resident' }
  | { readonly by: 'clerk'; readonly client: Client; readonly practice: boolean }
  | { readonly by: 'staff'; readonly locked: boolean; readonly practice: boolean }

/**
 * Who sits at the keyboard a request comes from. Where no staff is signed in, nothing is looked up. `acting`: the request is a step
 * of the person's, not one the page makes by itself, so the screen stays unlocked.
 */
export async function keyboardOf(request: Request, now = new Date(), acting = true): Promise<Keyboard> {
  const found = await signedIn(request, now)
  if (!found) return { by: 'resident' }
  const { practice } = found.session
  if (isLocked(found.session, now)) return { by: 'staff', locked: true, practice }
  const client = found.stored.role === 'clerk' ? await clientNow(found.idHash, now) : undefined
  if (!client) return { by: 'staff', locked: false, practice }
  const idle = now.getTime() - found.session.seenAt.getTime()
  if (acting && idle > 30_000) await onDisk(touchStaffSession(found.idHash, now))
  return { by: 'clerk', client, practice }
}

/** Whoever may fill in here: a resident, or a clerk in a client session. Throws the way to the counter, or to where one unlocks. */
export async function fillerAt(request: Request, mode: Mode): Promise<Exclude<Keyboard, { by: 'staff' }>> {
  const keyboard = await keyboardOf(request)
  if (keyboard.by !== 'staff') return keyboard
  throw redirect(keyboard.locked ? paths.unlock(mode, placeOf(request)) : paths.counter(mode, { why: 'nobody' }), 303)
}

/** Who files something, as its event says it. Throws the way to the counter where a clerk may not. */
export async function filedBy(request: Request, mode: Mode, move: 'submit' | 'resubmit' | 'withdraw', now: Date): Promise<Filed> {
  const filler = await fillerAt(request, mode)
  if (filler.by === 'resident') return { actor: actor('resident') }
  const filed = filedFor(filler.client, move, now)
  if (!filed) throw redirect(paths.counter(mode, { why: 'scope' }), 303)
  return filed
}

/** Stands behind what opens something made up to practise, in the cookie of a device: its pages say so. */
export const practiceMark = '.practice'

const cookieName = () => (keys().secureCookies ? '__Host-client' : 'client')
const attributes = () => `Path=/; SameSite=Strict; HttpOnly${keys().secureCookies ? '; Secure' : ''}`

/** Whose client's device this is now: what is kept on it is locked with this. Empty for residents. */
export function deviceOf(request: Request): string {
  const staff = staffSessionOf(request)
  if (!staff) return ''
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  return `${staff} ${pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1) ?? ''}`
}

/** Marks the device with the client session, as long as it lasts; null takes the mark away. */
export function markDevice(client: Pick<Client, 'id' | 'expiresAt'> | null, now: Date): string {
  if (!client) return `${cookieName()}=; Max-Age=0; ${attributes()}`
  const seconds = Math.max(0, Math.floor((client.expiresAt.getTime() - now.getTime()) / 1000))
  return `${cookieName()}=${client.id}; Max-Age=${seconds}; ${attributes()}`
}
