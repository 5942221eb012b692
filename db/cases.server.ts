import { and, eq, inArray, sql } from 'drizzle-orm'
import { caseRoles } from '#app/domain/application.ts'
import { countiesWithin, type Place } from '#app/domain/place.ts'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
import { given, oneOfGiven, prepared } from './connection.server.ts'
import { oldest, type QueueFilter, soonestDue, statusesAtDesk } from './queue.server.ts'
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
  const wanted = { assignee: null, statuses: statusesAtDesk, ...filter }
  const free = ({ id }: { readonly id: string }) => !leftOut.has(id)
  return (soonestDue(wanted, most).find(free) ?? oldest(wanted, undefined, most).find(free))?.id
}

/** Staff members by id, inactive ones too. */
export async function staffByIds(ids: readonly string[]): Promise<StoredStaff[]> {
  return someStaff()
    .all({ ids: JSON.stringify(ids) })
    .map(storedStaff)
}

const someStaff = prepared((db) =>
  db.select().from(staff).leftJoin(halls, eq(halls.id, staff.hallId)).where(oneOfGiven(staff.id, 'ids')).prepare(),
)

/** Active staff members who work on cases, of all halls. */
export const caseWorkers = async (): Promise<StoredStaff[]> => working().all().map(storedStaff)

const working = prepared((db) => {
  const atWork = and(eq(staff.state, 'active'), inArray(staff.role, [...caseRoles]))
  return db.select().from(staff).innerJoin(halls, eq(halls.id, staff.hallId)).where(atWork).prepare()
})
