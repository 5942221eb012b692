import { and, asc, count, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Place } from '#app/domain/place.ts'
import { dissatisfiedUpTo } from '#app/domain/rating.ts'
import type { StoredEvent } from './audit-log.server.ts'
import { database } from './connection.server.ts'
import { within } from './queue.server.ts'
import { applications, events } from './schema.server.ts'

/** A case whose low rating waits for an answer, with the event of the rating. `position`: of that event in the audit log. */
export type OpenRating = {
  readonly id: string
  readonly service: string
  readonly county: string
  readonly position: number
  readonly event: StoredEvent
}

/** `domain/rating.ts` in SQL. */
const open = (place: Place) => and(within(place), lte(applications.rating, dissatisfiedUpTo), isNull(applications.ratingAnsweredAt))

/** How many low ratings of a place wait for an answer. */
export async function countOpenRatings(place: Place): Promise<number> {
  return database().select({ found: count() }).from(applications).where(open(place)).get()?.found ?? 0
}

/** Low ratings of a place that wait for an answer, the earliest first; with `after` the next ones behind that position. */
export async function openRatings(place: Place, after: number, most: number): Promise<OpenRating[]> {
  const { id, service, county } = applications
  const rows = database()
    .select({ id, service, county, event: events })
    .from(applications)
    .innerJoin(events, and(eq(events.applicationId, id), eq(events.type, 'rate')))
    .where(and(open(place), gt(events.position, after)))
    .orderBy(asc(events.position))
    .limit(most)
    .all()
  return rows.map(({ event, county: where, ...row }) => ({
    ...{ ...row, county: where ?? '', position: event.position },
    event: { id: event.id, type: event.type, at: new Date(event.at), sealed: event.sealed },
  }))
}
