import { redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import { endHelpOf } from '#app/cases/helping.server.ts'
import { actor, lockedEvent } from '#app/cases/moving.server.ts'
import { lockedAfterMinutes, plainLogin, type Staff, type StaffRole, scopeOf } from '#app/domain/staff.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { keyedHash, keys } from '#app/security/keys.server.ts'
import { randoms } from '#app/security/randoms.server.ts'
import { lockText, unlockText } from '#app/security/vault.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import { closeStaffSession, openStaffSession, type StaffSession, staffOfSession, touchStaffSession } from '#db/staff-sessions.server.ts'
import { placeOf } from './page-data.ts'

/** How long somebody stays signed in at the most, in hours. */
export const signedInHours = 12

const cookieName = () => (keys().secureCookies ? '__Host-staff' : 'staff')
const attributes = () => `Path=/; SameSite=Strict; HttpOnly${keys().secureCookies ? '; Secure' : ''}`
const hashOf = (session: string) => keyedHash(hashLabels.staffSession(session))

/** The names of a member of staff, locked for the database. */
export const lockedNames = (id: string, names: StaffNames): Buffer => lockText(JSON.stringify(names), purposes.staff(id))

/** What a member of staff is called, and what they sign in with. */
export type StaffNames = { readonly name: string; readonly login: string }

/** The names of a member of staff. Throws where they do not unlock: a broken promise of our own. */
export function namesOf({ id, sealed }: Pick<StoredStaff, 'id' | 'sealed'>): StaffNames {
  const text = unlockText(sealed, purposes.staff(id))
  if (text === undefined) throw new Error('The names of a member of staff do not unlock')
  return JSON.parse(text) as StaffNames
}

/** The keyed hash a member of staff is found by. */
export const loginHashOf = (login: string): string => keyedHash(hashLabels.staffLogin(plainLogin(login)))

/** The session of staff a request brings along; undefined where it brings none. */
export function staffSessionOf(request: Request): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
  return value && /^[\w-]{43}$/.test(value) ? hashOf(value) : undefined
}

/** Whoever is signed in, with what session, and the hash it lies under. */
export type Present = { readonly stored: StoredStaff; readonly session: StaffSession; readonly idHash: string }

/** Whoever is signed in, and since when they did nothing; undefined where nobody is. */
export async function signedIn(request: Request, now: Date): Promise<Present | undefined> {
  const idHash = staffSessionOf(request)
  const found = idHash && (await staffOfSession(idHash, now))
  return found ? { stored: found.staff, session: found.session, idHash } : undefined
}

/** Has nobody done anything for so long that the screen is locked? */
export function isLocked({ seenAt }: StaffSession, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > lockedAfterMinutes * 60_000
}

/**
 * Whoever of the staff is at the screen. Throws the way to the page where one signs in or unlocks; a form that met a locked
 * screen or an ended session goes there with what was typed (307).
 */
export async function presentAt(request: Request, mode: Mode, now = new Date()): Promise<Present> {
  const found = await signedIn(request, now)
  const kept = request.method === 'POST' ? 307 : 303
  if (!found) throw redirect(paths.signIn(mode, placeOf(request)), kept)
  if (isLocked(found.session, now)) throw redirect(paths.unlock(mode, placeOf(request)), kept)
  if (now.getTime() - found.session.seenAt.getTime() > 30_000) await onDisk(touchStaffSession(found.idHash, now))
  return found
}

/**
 * Whoever of the staff is at the screen and has one of these roles. Throws as `presentAt` does, the way to where one sets a second
 * factor up that the hall asks for, and 404 where the role is another: what somebody may not see does not exist for them.
 */
export async function staffAt(request: Request, mode: Mode, roles: readonly StaffRole[], now = new Date()): Promise<Staff> {
  const present = await presentAt(request, mode, now)
  const staff = staffOf(present)
  if (!roles.includes(staff.role)) throw new Response(null, { status: 404 })
  if (staff.hall?.secondFactor && present.stored.secondFactor === null) throw redirect(paths.secondFactor(mode), 303)
  return staff
}

/** Somebody who is at the screen, as the domain knows them. */
export function staffOf({ stored, session }: Present): Staff {
  const { id, role, hall } = stored
  return { id, role, hall, name: namesOf(stored).name, practice: session.practice }
}

/** The place whose cases somebody sees. Throws 404 for those who see none. */
export function placeOfStaff(staff: Staff): string {
  const place = scopeOf(staff)
  if (place === undefined) throw new Response(null, { status: 404 })
  return place
}

/** Signs somebody in: always with a session of its own; the one the device had open before is closed. */
export async function signIn(
  before: string | undefined,
  { id, role }: Pick<StoredStaff, 'id' | 'role'>,
  practice: boolean,
  now: Date,
): Promise<{ 'Set-Cookie': string }> {
  if (before) await leave(before)
  const event = lockedEvent({ type: 'signed-in', actor: actor(role, id), at: now.toISOString(), practice })
  const session = randoms(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + signedInHours * 3_600_000)
  await onDisk(openStaffSession({ idHash: hashOf(session), staffId: id, seenAt: now, expiresAt, practice }, event))
  return { 'Set-Cookie': `${cookieName()}=${session}; ${attributes()}` }
}

/** Signs out on this device: whoever was helped on it is not any more, and nothing of them stays behind. */
export async function signOut(request: Request): Promise<{ 'Set-Cookie': string; 'Clear-Site-Data': string }> {
  const idHash = staffSessionOf(request)
  if (idHash) await leave(idHash)
  return { 'Set-Cookie': `${cookieName()}=; Max-Age=0; ${attributes()}`, 'Clear-Site-Data': '"cache", "storage"' }
}

async function leave(idHash: string): Promise<void> {
  await endHelpOf(idHash, new Date())
  await onDisk(closeStaffSession(idHash))
}
