import type { Day } from '#app/domain/day.ts'
import { typedDigits } from '#app/domain/digits.ts'
import { isPin } from '#app/security/pin.server.ts'
import { type ThrottleOutcome, throttle } from './throttle.server.ts'

export { lockMinutes } from './throttle.server.ts'

/** Wrong PINs an hour over all codes, until everybody is locked out for a while. */
export const wrongPinsOverall = 2000

/** A PIN as typed, in ASCII digits without spaces; digits of all three scripts are accepted. */
export function parsePin(typed: string): string {
  return typedDigits(typed)
}

/** What is wrong with a new PIN, undefined where nothing is. `births`: days of birth that are known, of which it is none. */
export function pinError(
  pin: string,
  again: string,
  births: readonly Day[],
): 'pin-form' | 'pin-simple' | 'pin-birthday' | 'pin-differs' | undefined {
  if (!/^\d{6}$/.test(pin)) return 'pin-form'
  if (/^(\d)\1{5}$/.test(pin) || '01234567890 09876543210'.includes(pin)) return 'pin-simple'
  if (births.some((born) => daysWritten(born).includes(pin))) return 'pin-birthday'
  return pin === again ? undefined : 'pin-differs'
}

/** A day as six digits, as people write it. */
function daysWritten(born: Day): readonly string[] {
  const [year = '', month = '', day = ''] = born.split('-')
  const short = year.slice(2)
  return [short + month + day, month + day + short, day + month + short, year + month]
}

const tryCode = throttle(wrongPinsOverall)

/** Tries a PIN for a code (by its keyed hash). Without a `pinHash` (no such code) the same work is done. */
export function tryPin(codeHash: string, pin: string, pinHash: string | undefined, now: Date): Promise<ThrottleOutcome> {
  return tryCode(codeHash, () => isPin(pin, pinHash), now)
}
