import { createHash } from 'node:crypto'
import {
  type AssistedSession,
  type AssistedState,
  assistedSessionOnScreen,
  endAssistedSession,
} from '#app/cases/assisted-session.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { joinScreen } from '#db/assisted-sessions.server.ts'
import { type CookieChange, type Cookies, setCookie } from './cookies.server.ts'
import { isMarkedPractice, practiceMark, sessionIn } from './practice-mark.ts'

/** How long what lets a screen in is good for, in minutes. It serves once. */
export const pairingMinutes = 5

const screenHash = (token: string) => keyedHash(hashLabels.screen(token))
const tokenHash = (join: string) => createHash('sha256').update(join).digest('base64url')

/** What lets a screen in, by its hash; in memory only. */
const pairings = new Map<string, { readonly client: string; readonly practice: boolean; readonly until: number }>()

/** A new way in for a client's own screen; the one before serves no more. */
export function newPairingToken({ id }: Pick<AssistedSession, 'id'>, practice: boolean, now: Date): string {
  for (const [name, { client, until }] of pairings) if (client === id || until <= now.getTime()) pairings.delete(name)
  const join = secureRandom(24).toString('base64url')
  pairings.set(tokenHash(join), { client: id, practice, until: now.getTime() + pairingMinutes * 60_000 })
  return join
}

/** Is there such a way in? It is not used up by being looked at. */
export function isPairingToken(join: string, now: Date): boolean {
  return (pairings.get(tokenHash(join))?.until ?? 0) > now.getTime()
}

/** Lets a screen in, once; the cookie it gets, or undefined where it may not come in. */
export async function pairScreen(join: string, now: Date): Promise<CookieChange | undefined> {
  const found = isPairingToken(join, now) ? pairings.get(tokenHash(join)) : undefined
  pairings.delete(tokenHash(join))
  if (!found) return undefined
  const token = secureRandom(32).toString('base64url')
  if (!(await refusingFullDisk(joinScreen(found.client, screenHash(token))))) return undefined
  return setCookie('screen', `${token}${found.practice ? practiceMark : ''}`)
}

/** The client whose own screen has these cookies. */
export async function assistedSessionOfScreen(cookies: Cookies, now: Date): Promise<AssistedSession | undefined> {
  return (await joinedBy(cookies, now))?.client
}

/** Ends the client session of a screen where its time is over, or its ground cannot be read. */
export async function endExpiredOnScreen(cookies: Cookies, now: Date): Promise<void> {
  const helping = await joinedBy(cookies, now)
  if (helping?.over) await endAssistedSession(helping.over, 'time', now)
}

async function joinedBy({ screen }: Cookies, now: Date): Promise<AssistedState | undefined> {
  const token = sessionIn(screen)
  return token === undefined ? undefined : assistedSessionOnScreen(screenHash(token), now)
}

/** Is it the screen of a client who is made up to practise? */
export async function isPracticeScreen(cookies: Cookies, now: Date): Promise<boolean> {
  return isMarkedPractice(cookies.screen) && (await assistedSessionOfScreen(cookies, now)) !== undefined
}
