import { deviceOf as deviceIn } from '#app/access/assisted-session.server.ts'
import { contextBy } from '#app/access/by-request.server.ts'
import { readCookies } from '#app/access/cookies.server.ts'
import { requireApplicant, requireFiling } from '#app/access/guards.server.ts'
import type { Actor } from '#app/access/request-context.server.ts'
import { staffSessionHash } from '#app/access/staff-session.server.ts'
import type { Filed } from '#app/cases/helping.server.ts'
import type { Mode } from '#app/i18n/mode.ts'

/** Until every use case takes a context: who acts. */
export const keyboardOf = async (request: Request): Promise<Actor> => (await contextBy(request)).actor

/** The same for `requireApplicant`. */
export const fillerAt = async (request: Request, mode: Mode): Promise<Exclude<Actor, { by: 'staff' }>> =>
  requireApplicant({ ...(await contextBy(request)), mode })

/** The same for `requireFiling`. */
export const filedBy = async (request: Request, mode: Mode, move: 'submit' | 'resubmit' | 'withdraw', now: Date): Promise<Filed> =>
  requireFiling({ ...(await contextBy(request)), mode, now }, move)

/** The same for `deviceOf`. */
export function deviceOf(request: Request): string {
  const cookies = readCookies(request.headers.get('Cookie'))
  return deviceIn({ cookies, staffSession: staffSessionHash(cookies) })
}
