import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Status } from '#app/domain/application.ts'
import type { Place } from '#app/domain/place.ts'
import { type StoredApplication, stored } from './applications.server.ts'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { oldest, within } from './queue.server.ts'
import { type NewEvent, record } from './record.server.ts'
import { applications, halls, staff } from './schema.server.ts'
import { type StoredStaff, storedStaff } from './staff.server.ts'

/** A case within a place; undefined where there is none: what lies elsewhere does not exist. */
export async function caseWithin(place: Place, id: string): Promise<StoredApplication | undefined> {
  const row = database()
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), within(place)))
    .get()
  return row && stored(row)
}

/** Gives a case nobody works on to somebody, with its event; false where somebody has it already. */
export async function takeCase(place: Place, id: string, staffId: string, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const free = and(eq(applications.id, id), within(place), isNull(applications.assignee))
    if (tx.update(applications).set({ assignee: staffId }).where(free).run().changes === 0) return false
    record(id, event)
    return true
  })
}

/** Gives somebody the oldest case of these statuses nobody works on; its id, or undefined where there is none. */
export async function takeNext(
  { place, statuses }: { place: Place; statuses: readonly Status[] },
  staffId: string,
  event: NewEvent,
): Promise<string | undefined> {
  return committed((tx) => {
    const [next] = oldest({ place, statuses, assignee: null }, undefined, 1)
    if (!next) return undefined
    tx.update(applications).set({ assignee: staffId }).where(eq(applications.id, next.id)).run()
    record(next.id, event)
    return next.id
  })
}

/** Members of staff by their ids, those who left too. */
export async function staffByIds(ids: readonly string[]): Promise<StoredStaff[]> {
  const some = inArray(staff.id, [...ids])
  return database().select().from(staff).leftJoin(halls, eq(halls.id, staff.hallId)).where(some).all().map(storedStaff)
}

/** Members of staff who work on cases, wherever they are. */
export async function caseWorkers(): Promise<StoredStaff[]> {
  const working = and(eq(staff.state, 'active'), inArray(staff.role, ['clerk', 'reviewer', 'supervisor']))
  return database().select().from(staff).innerJoin(halls, eq(halls.id, staff.hallId)).where(working).all().map(storedStaff)
}
