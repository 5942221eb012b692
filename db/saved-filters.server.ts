import { and, asc, count, eq } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { savedFilters } from './schema.server.ts'

/** Filters of the queue under a name, as they stand in its address. */
export type SavedFilter = { readonly id: string; readonly name: string; readonly query: string }

/** The filters somebody of the staff keeps, oldest first. */
export async function filtersOf(staffId: string): Promise<SavedFilter[]> {
  const { id, name, query, createdAt } = savedFilters
  return database().select({ id, name, query }).from(savedFilters).where(eq(savedFilters.staffId, staffId)).orderBy(asc(createdAt)).all()
}

/** Keeps a filter; false where somebody has as many as may be. */
export async function keepFilter(staffId: string, filter: SavedFilter, most: number, at: Date): Promise<boolean> {
  return committed((tx) => {
    const kept = tx.select({ found: count() }).from(savedFilters).where(eq(savedFilters.staffId, staffId)).get()
    if ((kept?.found ?? 0) >= most) return false
    tx.insert(savedFilters)
      .values({ ...filter, staffId, createdAt: at.toISOString() })
      .run()
    return true
  })
}

/** Forgets a filter of somebody's own. */
export async function forgetFilter(staffId: string, id: string): Promise<void> {
  await committed((tx) =>
    tx
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, id), eq(savedFilters.staffId, staffId)))
      .run(),
  )
}
