import { dayOf, daysBetween, daysLater } from '#app/domain/day.ts'
import { type Place, practicePlace } from '#app/domain/place.ts'
import { soonDays } from '#app/domain/soon.ts'
import { isWithHall, statuses } from '#app/domain/status.ts'
import { queuePage } from '#db/queue.server.ts'
import { queueTotal } from '#db/queue-counts.server.ts'

/** What waits in a place: cases whose legal limit is over, or ends soon; how many wait to be accepted, and how many days the oldest does; how many have a question that waits for its answer. */
export type WorkWaiting = {
  readonly over: number
  readonly soon: number
  readonly toAccept: number
  readonly oldest: number
  readonly asked: number
}

const withHall = statuses.filter(isWithHall)
const toAccept = statuses.filter((status) => status === 'submitted')

/** What waits for the staff of a place; null where there is none, and in practice: nothing is late that is made up. */
export async function workWaiting(place: Place | undefined, now: Date): Promise<WorkWaiting | null> {
  if (place === undefined || place === practicePlace) return null
  const due = (days: number) => queueTotal({ place, statuses: withHall, dueUntil: dayOf(daysLater(now, days)) })
  const [over, untilSoon] = [await due(-1), await due(soonDays)]
  const [first] = await queuePage({ place, statuses: toAccept }, undefined, 1)
  const oldest = first && !first.damaged ? daysBetween(dayOf(first.submittedAt), dayOf(now)) : 0
  const waiting = { toAccept: await queueTotal({ place, statuses: toAccept }), asked: await queueTotal({ place, asked: true }) }
  return { over, soon: untilSoon - over, oldest, ...waiting }
}
