import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { countWrongPin, forgetWrongPins, wrongPins } from '#db/saved-checks.server.ts'

/** Wrong tries until a lockout, and its length in minutes. */
export const [triesAllowed, lockMinutes] = [5, 30]

/** Result of a try. */
export type ThrottleOutcome = 'right' | 'no-match' | 'locked'

/**
 * Limits tries of a secret that could be guessed. `key` is the keyed hash of what the secret is for, whether or not
 * it exists. Each try is counted before the secret is checked, so that concurrent tries do not get more than `triesAllowed`.
 * `overall`: wrong tries an hour over all keys, after which everything is locked for a while: an attack.
 */
export function throttle(overall: number): (key: string, isRight: () => Promise<boolean>, now: Date) => Promise<ThrottleOutcome> {
  let wrongOf = { hour: 0, count: 0 }
  return async (key, isRight, now) => {
    const since = new Date(now.getTime() - lockMinutes * 60_000)
    const hour = Math.floor(now.getTime() / 3_600_000)
    if (wrongOf.hour !== hour) wrongOf = { hour, count: 0 }
    if (wrongOf.count >= overall || (await wrongPins(key, since)) >= triesAllowed) return 'locked'
    await refusingFullDisk(countWrongPin(key, now, since))
    if (await isRight()) {
      await refusingFullDisk(forgetWrongPins(key))
      return 'right'
    }
    wrongOf.count += 1
    return (await wrongPins(key, since)) >= triesAllowed ? 'locked' : 'no-match'
  }
}
