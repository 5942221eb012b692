import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { countWrongPin, forgetWrongPins, wrongPins } from '#db/saved-checks.server.ts'

/** Wrong tries until something is locked, and for how long, in minutes. */
export const [triesAllowed, lockMinutes] = [5, 30]

/** What a try came to. */
export type ThrottleOutcome = 'right' | 'no-match' | 'locked'

/**
 * A gate for secrets that could be guessed, whatever they open. `key` is the keyed hash of what is tried to be opened, whether or not
 * it exists. Each try is counted before the secret is looked at, so that many at once do not get more than `triesAllowed`.
 * `overall`: wrong tries an hour over all keys, until nobody may try for a while: somebody is guessing.
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
