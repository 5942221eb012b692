import { closeSessionsOf } from '#app/cases/assisted-session.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { lockedAfterMinutes, type Staff } from '#app/domain/staff.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import { type OpenedSession, openStaffSession, type StaffSession, staffOfSession } from '#db/staff-sessions.server.ts'
import { type CookieChange, type Cookies, clearCookie, setCookie } from './cookies.server.ts'
import { namesOf } from './staff-names.server.ts'

/** The longest a staff session lasts, in hours. */
export const signedInHours = 12

const hashOf = (session: string) => keyedHash(hashLabels.staffSession(session))

/** The hash of the staff session in these cookies; undefined where there is none. */
export function staffSessionHash({ staff }: Cookies): string | undefined {
  return staff !== undefined && /^[\w-]{43}$/.test(staff) ? hashOf(staff) : undefined
}

/** A signed-in staff member, their session and its hash, and whether the screen is locked for inactivity. */
export type SignedIn = {
  readonly stored: StoredStaff
  readonly session: StaffSession
  readonly idHash: string
  readonly locked: boolean
}

/** The signed-in staff member of a session, by its hash; undefined where there is none. */
export async function signedIn(idHash: string | undefined, now: Date): Promise<SignedIn | undefined> {
  const found = idHash === undefined ? undefined : await staffOfSession(idHash, now)
  if (!idHash || !found) return undefined
  return { stored: found.staff, session: found.session, idHash, locked: isLocked(found.session, now) }
}

/** Does their hall demand a second factor they have not set up? */
export const lacksSecondFactor = ({ stored }: Pick<SignedIn, 'stored'>): boolean =>
  stored.hall?.secondFactor === true && stored.secondFactor === null

function isLocked({ seenAt }: StaffSession, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > lockedAfterMinutes * 60_000
}

/** A signed-in staff member, as the domain knows them. */
export function staffOf({ stored, session }: Pick<SignedIn, 'stored' | 'session'>): Staff {
  const { id, role, roles, serves, hall } = stored
  return { id, role, roles, serves, hall, name: namesOf(stored).name, practice: session.practice }
}

/**
 * Opens a session, by the time step of a code where there is a second factor (`step`), in place of the one the device had (`before`). False
 * where that step was used before, but for this very session.
 */
export async function openSession(before: string | undefined, { session, event }: OpenedSession, step: number | null, now: Date) {
  if (!(await refusingFullDisk(openStaffSession(session, event, step)))) return false
  if (before && before !== session.idHash) await closeSessionsOf(before, now)
  return true
}

/** A session to be opened, with its event, and the cookie of it. */
export function newStaffSession(
  { id, role }: Pick<StoredStaff, 'id' | 'role'>,
  practice: boolean,
  now: Date,
  secret = secureRandom(32).toString('base64url'),
): { readonly opened: OpenedSession; readonly cookie: CookieChange } {
  const event = encryptEvent({ type: 'signed-in', actor: eventActor(role, id), at: now.toISOString(), practice })
  const expiresAt = new Date(now.getTime() + signedInHours * 3_600_000)
  const session = { idHash: hashOf(secret), staffId: id, seenAt: now, expiresAt, practice }
  return { opened: { session, event }, cookie: setCookie('staff', secret) }
}

/** The cookie of a session by its secret; undefined where there is no such session, or its screen is locked. */
export async function cookieOfSession(secret: string, now: Date): Promise<CookieChange | undefined> {
  const found = await signedIn(hashOf(secret), now)
  return found && !found.locked ? setCookie('staff', secret) : undefined
}

/** Cookies and storage to clear on a device after signing out: nothing of an assisted resident stays. */
export type SignedOut = { readonly cookies: readonly CookieChange[]; readonly forget: readonly ['cache', 'storage'] }

/** Signs out on a device, by the hash of its staff session. */
export async function signOut(idHash: string | undefined, now: Date): Promise<SignedOut> {
  if (idHash) await closeSessionsOf(idHash, now)
  return { cookies: [clearCookie('staff')], forget: ['cache', 'storage'] }
}
