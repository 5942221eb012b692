import { and, eq, inArray, sql } from 'drizzle-orm'
import { caseRoles } from '#app/domain/application.ts'
import { countiesWithin, type Place } from '#app/domain/place.ts'
import type { Status } from '#app/domain/status.ts'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { oldestUnassigned, statusesAtDesk } from './queue.server.ts'
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

/** The oldest unassigned case of these statuses that is not among those left out; undefined where there is none. */
export async function nextUnassigned(place: Place, statuses: readonly Status[], leftOut: ReadonlySet<string>): Promise<string | undefined> {
  return oldestUnassigned(place, statuses, leftOut.size + 1).find(({ id }) => !leftOut.has(id))?.id
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
