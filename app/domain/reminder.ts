import { addDays, type Day, dayOf } from './day.ts'
import { type HistoryEvent, kindOfEvent } from './event.ts'

/** So many days before the last day on which corrections are to be answered, the resident is reminded; of a short time, the day after it was asked. */
const remindedBefore = 3

/**
 * The day by which the corrections asked for last are to be answered, where their resident is to be reminded of it on a day: once, and not
 * where the day is over. Undefined where not.
 */
export function reminderDue(history: readonly HistoryEvent[], today: Day): Day | undefined {
  const at = history.findLastIndex((event) => kindOfEvent(event) === 'ask-correction')
  const request = history[at]
  if (request?.type !== 'ask-correction' || request.until === undefined || today > request.until) return undefined
  const [early, next] = [addDays(request.until, -remindedBefore), addDays(dayOf(request.at), 1)]
  if (today < (early > next ? early : next)) return undefined
  return history.slice(at + 1).some((event) => kindOfEvent(event) === 'remind') ? undefined : request.until
}
