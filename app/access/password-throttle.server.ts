import { typedDigits } from '#app/domain/digits.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { isPassword } from '#app/security/password.server.ts'
import { readStored } from '#app/security/stored-value.server.ts'
import { stepOf } from '#app/security/totp.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import type { SignedIn } from './staff-session.server.ts'
import { type ThrottleOutcome, throttle } from './throttle.server.ts'

/** Wrong passwords an hour over all names, until everybody is locked out for a while. */
const wrongOverall = 2000
const [tryName, tryScreen] = [throttle(wrongOverall), throttle(wrongOverall)]

/** A code of an authenticator app as typed, in ASCII digits without spaces. */
export const parseCode = (typed: string): string => typedDigits(typed)

/**
 * Tries to sign in with a name (its keyed hash), a password and, where a second factor is set up, a code. Whether name, password or
 * code is wrong, or there is no such account (`one`), makes no difference. `enter` signs in by the time step of the code (null: no second
 * factor); false where that step was used before.
 */
export function tryToEnter(
  loginHash: string,
  one: StoredStaff | undefined,
  password: string,
  code: string,
  enter: (step: number | null) => Promise<boolean>,
  now: Date,
): Promise<ThrottleOutcome> {
  const isRight = async () => {
    if (!(await isPassword(password, one?.passwordHash ?? undefined)) || one === undefined) return false
    if (one.secondFactor === null) return enter(null)
    const secret = secretOfFactor(one)
    const step = secret === undefined ? undefined : stepOf(secret, code, now)
    return step !== undefined && enter(step)
  }
  return tryName(loginHash, isRight, now)
}

/** The secret of a second factor; undefined without one, and where it cannot be read. */
export function secretOfFactor({ id, secondFactor }: StoredStaff): string | undefined {
  if (secondFactor === null) return undefined
  const secret = readStored({ table: 'staff', id }, secondFactor, purposes.secondFactor(id), (plain) => plain.toString('utf8'))
  return secret.ok ? secret.value : undefined
}

/** Tries the password of the signed-in staff member. Counted by session: nobody else can lock them out of their own screen. */
export function tryOwnPassword({ stored, idHash }: SignedIn, password: string, now: Date): Promise<ThrottleOutcome> {
  return tryScreen(idHash, () => isPassword(password, stored.passwordHash ?? undefined), now)
}
