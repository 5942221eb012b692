import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { isAssignable } from '#app/domain/application.ts'
import { type Place, province } from '#app/domain/place.ts'
import { isOpen, statuses } from '#app/domain/status.ts'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
import { database } from './connection.server.ts'
import { matching, statusesAtDesk } from './queue.server.ts'
import { applications } from './schema.server.ts'

const [assignable, open] = [statuses.filter(isAssignable), statuses.filter(isOpen)]

/** Cases that somebody works on or could: their index has nothing else. */
const assigned = () => and(isNotNull(applications.submittedAt), inArray(applications.status, assignable))

/** How many open cases of a county are assigned to somebody. */
export type AssignedCount = { readonly assignee: string; readonly county: string; readonly found: number }

/** Of each county of a place, to whom its open cases are assigned, and how many. */
export async function assignedCounts(place: Place): Promise<AssignedCount[]> {
  const { assignee, county } = applications
  const rows = database()
    .select({ assignee: sql<string>`${assignee}`, county, found: count() })
    .from(applications)
    .where(and(assigned(), matching({ place }), isNotNull(assignee)))
    .groupBy(assignee, county)
    .all()
  return rows.map((row) => ({ ...row, county: row.county ?? '' }))
}

/** The open cases assigned to some people, the oldest first; without a place, wherever they are. */
export async function casesAssignedTo(ids: readonly string[], place?: Place): Promise<StoredApplication[]> {
  const { assignee, submittedAt, id } = applications
  const theirs = and(assigned(), inArray(assignee, [...ids]), place === undefined ? undefined : matching({ place }))
  return database().select(applicationColumns).from(applications).where(theirs).orderBy(submittedAt, id).all().map(stored)
}

/** How many open cases are assigned to somebody now. */
export function countAssigned(id: string): number {
  const theirs = and(assigned(), eq(applications.assignee, id))
  return database().select({ found: count() }).from(applications).where(theirs).get()?.found ?? 0
}

/** In how many cases somebody proposes to decline it, and in how many their texts for a resident wait; practice does not count. */
export async function countWaiting(id: string): Promise<{ readonly proposals: number; readonly texts: number }> {
  const { proposedBy, heldBy, status } = applications
  const of = (column: typeof proposedBy | typeof heldBy, among: typeof open) => {
    const theirs = and(eq(column, id), inArray(status, [...among]), matching({ place: province }))
    return database().select({ found: count() }).from(applications).where(theirs).get()?.found ?? 0
  }
  return { proposals: of(proposedBy, open), texts: of(heldBy, [...statusesAtDesk]) }
}

/** How many open cases there are in each county of a place. */
export async function openCounts(place: Place): Promise<ReadonlyMap<string, number>> {
  const { county, status } = applications
  const all = and(isNotNull(applications.submittedAt), inArray(status, open), matching({ place }))
  const rows = database().select({ county, found: count() }).from(applications).where(all).groupBy(county).all()
  return new Map(rows.map((row) => [row.county ?? '', row.found]))
}
