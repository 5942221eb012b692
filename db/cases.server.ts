import { and, eq, inArray } from 'drizzle-orm'
import { caseRoles, type Status } from '#app/domain/application.ts'
import type { Place } from '#app/domain/place.ts'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
import { database } from './connection.server.ts'
import { oldest, within } from './queue.server.ts'
import { applications, halls, staff } from './schema.server.ts'
import { type StoredStaff, storedStaff } from './staff.server.ts'

/** A case within a place; undefined where it is elsewhere or does not exist. */
export async function caseWithin(place: Place, id: string): Promise<StoredApplication | undefined> {
  const row = database()
    .select(applicationColumns)
    .from(applications)
    .where(and(eq(applications.id, id), within(place)))
    .get()
  return row && stored(row)
}

/** The oldest unassigned case of these statuses that is not among those left out; undefined where there is none. */
export async function nextUnassigned(place: Place, statuses: readonly Status[], leftOut: ReadonlySet<string>): Promise<string | undefined> {
  return oldest({ place, statuses, assignee: null }, undefined, leftOut.size + 1).find(({ id }) => !leftOut.has(id))?.id
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
