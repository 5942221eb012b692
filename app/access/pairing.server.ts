import { createHash } from 'node:crypto'
import { type AssistedSession, endAssistedSession } from '#app/cases/assisted-session.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { joinScreen } from '#db/assisted-sessions.server.ts'
import { type AssistedState, assistedSessionOnScreen } from './assisted-right.server.ts'
import { type CookieChange, type Cookies, setCookie } from './cookies.server.ts'
import { isMarkedPractice, practiceMark, sessionIn } from './practice-mark.ts'

/** How long a pairing token is valid, in minutes. It is valid once. */
export const pairingMinutes = 5

const screenHash = (token: string) => keyedHash(hashLabels.screen(token))
const tokenHash = (join: string) => createHash('sha256').update(join).digest('base64url')

/** Pairing tokens by their hash; in memory only. */
const pairings = new Map<string, { readonly sessionId: string; readonly practice: boolean; readonly until: number }>()

/** A new pairing token for the resident's own screen; the one before is no longer valid. */
export function newPairingToken({ id }: Pick<AssistedSession, 'id'>, practice: boolean, now: Date): string {
  for (const [name, { sessionId, until }] of pairings) if (sessionId === id || until <= now.getTime()) pairings.delete(name)
  const join = secureRandom(24).toString('base64url')
  pairings.set(tokenHash(join), { sessionId: id, practice, until: now.getTime() + pairingMinutes * 60_000 })
  return join
}

/** Is this a valid pairing token? Asking does not use it up. */
export function isPairingToken(join: string, now: Date): boolean {
  return (pairings.get(tokenHash(join))?.until ?? 0) > now.getTime()
}

/** Pairs a screen, once. @returns its cookie, or undefined where the token is not valid */
export async function pairScreen(join: string, now: Date): Promise<CookieChange | undefined> {
  const found = isPairingToken(join, now) ? pairings.get(tokenHash(join)) : undefined
  pairings.delete(tokenHash(join))
  if (!found) return undefined
  const token = secureRandom(32).toString('base64url')
  if (!(await refusingFullDisk(joinScreen(found.sessionId, screenHash(token))))) return undefined
  return setCookie('screen', `${token}${found.practice ? practiceMark : ''}`)
}

/** The assisted session of a resident's own screen, by its cookies. */
export async function assistedSessionOfScreen(cookies: Cookies, now: Date): Promise<AssistedSession | undefined> {
  return (await joinedBy(cookies, now))?.assisted
}

/** Ends the assisted session of a screen where it is over. */
export async function endExpiredOnScreen(cookies: Cookies, now: Date): Promise<void> {
  const joined = await joinedBy(cookies, now)
  if (joined?.over) await endAssistedSession(joined.over, joined.over.how, now)
}

async function joinedBy({ screen }: Cookies, now: Date): Promise<AssistedState | undefined> {
  const token = sessionIn(screen)
  return token === undefined ? undefined : assistedSessionOnScreen(screenHash(token), now)
}

/** Is it the screen of a practice session? */
export async function isPracticeScreen(cookies: Cookies, now: Date): Promise<boolean> {
  return isMarkedPractice(cookies.screen) && (await assistedSessionOfScreen(cookies, now)) !== undefined
}
