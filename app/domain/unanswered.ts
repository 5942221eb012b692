import { type Day, dayOf } from './day.ts'
import { type HistoryEvent, kindOfEvent } from './event.ts'

/** After so many attempts in which nobody was reached, a case is decided on what is there. @source fact base 2, section 9.2 */
export const attemptsNeeded = 2

/**
 * Did nobody answer the corrections that were asked for last: is the day over by which they were to be answered, and was the resident tried
 * in vain often enough since then, or since they were reached last? Requests of before name no day. Of one that cannot be read nobody knows
 * the day: it counts as answered.
 */
export function isUnanswered(history: readonly HistoryEvent[], today: Day): boolean {
  const at = history.findLastIndex((event) => kindOfEvent(event) === 'ask-correction')
  const request = history[at]
  if (request?.type !== 'ask-correction' || (request.until !== undefined && today <= request.until)) return false
  const asked = dayOf(request.at)
  const tried = history
    .slice(at + 1)
    .filter((event) => event.type === 'contact')
    .filter(({ on }) => on >= asked)
    .toSorted((one, other) => one.on.localeCompare(other.on))
  const inVain = tried.slice(tried.findLastIndex(({ outcome }) => outcome === 'reached') + 1)
  return inVain.length >= attemptsNeeded
}
