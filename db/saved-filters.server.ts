import { and, asc, count, eq } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { savedFilters } from './schema.server.ts'

/** A filter of the queue under a name, as its query string. */
export type SavedFilter = { readonly id: string; readonly name: string; readonly query: string }

/** The saved filters of a staff member, oldest first. */
export const filtersOf = async (staffId: string): Promise<SavedFilter[]> => ofStaff().all({ staffId })

const ofStaff = prepared((db) => {
  const { id, name, query, createdAt } = savedFilters
  return db
    .select({ id, name, query })
    .from(savedFilters)
    .where(eq(savedFilters.staffId, given('staffId')))
    .orderBy(asc(createdAt))
    .prepare()
})

/** Saves a filter, unless the same is there by this name; false where the staff member has the maximum number. */
export async function insertFilter(staffId: string, filter: SavedFilter, most: number, at: Date): Promise<boolean> {
  return committed((tx) => {
    const { name, query } = filter
    const same = and(eq(savedFilters.staffId, staffId), eq(savedFilters.name, name), eq(savedFilters.query, query))
    if (tx.select({ id: savedFilters.id }).from(savedFilters).where(same).get()) return true
    const saved = tx.select({ found: count() }).from(savedFilters).where(eq(savedFilters.staffId, staffId)).get()
    if ((saved?.found ?? 0) >= most) return false
    tx.insert(savedFilters)
      .values({ ...filter, staffId, createdAt: at.toISOString() })
      .run()
    return true
  })
}

/** Deletes a filter of a staff member. */
export async function forgetFilter(staffId: string, id: string): Promise<void> {
  await committed((tx) =>
    tx
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, id), eq(savedFilters.staffId, staffId)))
      .run(),
  )
}
