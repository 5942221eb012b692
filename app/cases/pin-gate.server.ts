import { asciiDigits } from '#app/domain/digits.ts'
import { isPin } from '#app/security/pin.server.ts'
import { countWrongPin, forgetWrongPins, wrongPins } from '#db/saved-checks.server.ts'
import { onDisk } from './disk.server.ts'

/** Wrong PINs until a code is locked, and for how long, in minutes. */
export const wrongPinsAllowed = 5
export const lockMinutes = 30
/** Wrong PINs an hour over all codes, until nobody may try for a while: somebody is guessing. */
export const wrongPinsOverall = 2000

/** A PIN as typed, in ASCII digits without spaces. Digits of all three scripts are taken. */
export function readPin(typed: string): string {
  return asciiDigits(typed).replace(/\s/g, '')
}

/** What is wrong with a new PIN, undefined where nothing is. */
export function pinError(pin: string, again: string): 'pin-form' | 'pin-simple' | 'pin-differs' | undefined {
  if (!/^\d{6}$/.test(pin)) return 'pin-form'
  if (/^(\d)\1{5}$/.test(pin) || '01234567890 09876543210'.includes(pin)) return 'pin-simple'
  return pin === again ? undefined : 'pin-differs'
}

let wrongOf = { hour: 0, count: 0 }

/**
 * Tries a PIN for a code (by its keyed hash). Each try is counted before the PIN is looked at, so that many at once do not
 * get more than `wrongPinsAllowed`. Without a `pinHash` (no such code) everything goes the same way.
 */
export async function tryPin(
  codeHash: string,
  pin: string,
  pinHash: string | undefined,
  now: Date,
): Promise<'right' | 'no-match' | 'locked'> {
  const since = new Date(now.getTime() - lockMinutes * 60_000)
  const hour = Math.floor(now.getTime() / 3_600_000)
  if (wrongOf.hour !== hour) wrongOf = { hour, count: 0 }
  if (wrongOf.count >= wrongPinsOverall || (await wrongPins(codeHash, since)) >= wrongPinsAllowed) return 'locked'
  await onDisk(countWrongPin(codeHash, now, since))
  if (await isPin(pin, pinHash)) {
    await onDisk(forgetWrongPins(codeHash))
    return 'right'
  }
  wrongOf.count += 1
  return (await wrongPins(codeHash, since)) >= wrongPinsAllowed ? 'locked' : 'no-match'
}
