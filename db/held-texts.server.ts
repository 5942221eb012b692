import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Place } from '#app/domain/place.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { isOpen, statuses } from '#app/domain/status.ts'
import { database } from './connection.server.ts'
import { within } from './queue.server.ts'
import { ofInternalTexts, ofReturnedTexts } from './schema/internal-events.server.ts'
import { applications, events } from './schema.server.ts'

/**
 * A case in which texts of somebody wait for a second reader; `at`: since when, an ISO timestamp. `damaged`: one of its columns has a value
 * it cannot have.
 */
export type HeldCase = {
  readonly id: string
  readonly service: string
  readonly county: string
  readonly heldBy: string
  readonly heldStep: string
  readonly at: string
  readonly damaged: boolean
}

/** Cases of a place in which texts wait, those that wait longest first. */
export async function heldCases(place: Place, most: number): Promise<HeldCase[]> {
  const { id, service, county, heldBy, heldStep } = applications
  const since = sql<string>`max(${events.at})`
  const rows = database()
    .select({ id, service, county, heldBy, heldStep, at: since })
    .from(applications)
    .innerJoin(events, and(eq(events.applicationId, id), eq(events.type, 'hold-words')))
    .where(and(within(place), isNotNull(heldBy)))
    .groupBy(id)
    .orderBy(asc(since))
    .limit(most)
    .all()
  return rows.map(({ county, heldBy, heldStep, ...row }) => ({
    ...{ ...row, county: county ?? '', heldBy: heldBy ?? '', heldStep: heldStep ?? '' },
    damaged: !isReadableRow({ heldStep: heldStep ?? '', at: row.at }),
  }))
}

/** Cases of a place that have not ended and in which texts were given back to whoever wrote them, the latest first. */
export async function returnedCases(place: Place, most: number): Promise<InternalCase[]> {
  const { id, service, county, status } = applications
  const returned = database()
    .select({ of: events.applicationId, last: sql<string>`max(${events.at})`.as('last') })
    .from(events)
    .where(ofReturnedTexts)
    .groupBy(events.applicationId)
    .as('returned')
  // As below: it begins with those few.
  const rows = database()
    .select({ id, service, county })
    .from(returned)
    .crossJoin(applications)
    .where(and(eq(id, returned.of), within(place), inArray(status, statuses.filter(isOpen))))
    .orderBy(desc(returned.last))
    .limit(most)
    .all()
  return rows.map(({ county, ...row }) => ({ ...row, county: county ?? '' }))
}

/** A case in which texts for staff may wait: more were held than let go, given back or taken back. */
export type InternalCase = Pick<HeldCase, 'id' | 'service' | 'county'>

/** Cases of a place in which texts for staff may wait, those first in which the last were held the longest ago. */
export async function internalCases(place: Place, most: number): Promise<InternalCase[]> {
  const { id, service, county } = applications
  const left = sql`sum(iif(${events.type} = 'hold-internal', 1, -1))`
  const since = sql<string>`max(iif(${events.type} = 'hold-internal', ${events.at}, ''))`.as('since')
  const waiting = database()
    .select({ of: events.applicationId, since })
    .from(events)
    .where(ofInternalTexts)
    .groupBy(events.applicationId)
    .having(sql`${left} > 0`)
    .as('waiting')
  // A cross join begins with those few, whatever the number of cases.
  const rows = database()
    .select({ id, service, county })
    .from(waiting)
    .crossJoin(applications)
    .where(and(eq(id, waiting.of), within(place)))
    .orderBy(asc(waiting.since))
    .limit(most)
    .all()
  return rows.map(({ county, ...row }) => ({ ...row, county: county ?? '' }))
}
