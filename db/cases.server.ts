import { and, eq, inArray, sql } from 'drizzle-orm'
import { caseRoles } from '#app/domain/application.ts'
import { countiesWithin, type Place } from '#app/domain/place.ts'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { oldest, oldestUnassigned, type QueueFilter, soonestDue, statusesAtDesk } from './queue.server.ts'
import { applications, halls, staff } from './schema.server.ts'
import { type StoredStaff, storedStaff } from './staff.server.ts'

const oneWithin = prepared((db) => {
  const { id, county, status } = applications
  const inside = sql`${county} between ${given('from')} and ${given('to')}`
  return db
    .select(applicationColumns)
    .from(applications)
    .where(and(eq(id, given('id')), inside, inArray(status, [...statusesAtDesk])))
    .prepare()
})

/** A case within a place; undefined where it is elsewhere or does not exist. */
export async function caseWithin(place: Place, id: string): Promise<StoredApplication | undefined> {
  const [from, to] = countiesWithin(place)
  const row = oneWithin().get({ id, from, to })
  return row && stored(row)
}

/**
 * The case to be worked on next: one whose legal deadline ends, the soonest first, else the oldest. One of nobody's, or of somebody's own
 * where the filter says so; undefined where there is none but those left out.
 */
export async function nextCase(filter: QueueFilter, leftOut: ReadonlySet<string>): Promise<string | undefined> {
  const most = leftOut.size + 1
  const { place, statuses = statusesAtDesk, ...more } = { assignee: null, ...filter }
  const isPlain = Object.entries(more).every(([name, value]) => name === 'assignee' && value === null)
  const byAge = () => (isPlain ? oldestUnassigned(place, statuses, most) : oldest({ place, statuses, ...more }, undefined, most))
  const free = ({ id }: { readonly id: string }) => !leftOut.has(id)
  return (soonestDue({ place, statuses, ...more }, most).find(free) ?? byAge().find(free))?.id
}

/** Staff members by id, inactive ones too. */
export async function staffByIds(ids: readonly string[]): Promise<StoredStaff[]> {
  const some = inArray(staff.id, [...ids])
  return database().select().from(staff).leftJoin(halls, eq(halls.id, staff.hallId)).where(some).all().map(storedStaff)
}

/** Active staff members who work on cases, of all halls. */
export async function caseWorkers(): Promise<StoredStaff[]> {
  const working = and(eq(staff.state, 'active'), inArray(staff.role, [...caseRoles]))
  return database().select().from(staff).innerJoin(halls, eq(halls.id, staff.hallId)).where(working).all().map(storedStaff)
}
