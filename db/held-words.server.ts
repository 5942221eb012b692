import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Place } from '#app/domain/place.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { database } from './connection.server.ts'
import { within } from './queue.server.ts'
import { applications, events } from './schema.server.ts'

/**
 * A case in which words of somebody wait for a second reader; `at`: since when, an ISO timestamp. `damaged`: one of its columns has a value
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

/** Cases of a place in which words wait, those that wait longest first. */
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
