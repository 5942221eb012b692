import { and, count, eq, gt, lte } from 'drizzle-orm'
import { isMoment } from '#app/domain/day.ts'
import { type SearchGround, type SearchKind, searchGrounds, searchKinds } from '#app/domain/person-search.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { personSearches } from './schema.server.ts'

/** A search for a person by somebody of the staff. */
export type PersonSearch = {
  readonly id: string
  readonly staffId: string
  readonly place: string
  readonly kind: SearchKind
  readonly ground: SearchGround
  readonly applicationId: string | null
  /** Keyed hashes of what was searched for; none where nobody is looked up. */
  readonly hashes: readonly string[]
  readonly at: Date
  readonly expiresAt: Date
}

/** Notes a search with its event, on disk before anything of it is shown; false where there were `most` since a moment. */
export async function insertSearch(search: PersonSearch, event: NewEvent, since: Date, most: number): Promise<boolean> {
  return committed((tx) => {
    const own = and(eq(personSearches.staffId, search.staffId), gt(personSearches.at, since.toISOString()))
    if ((tx.select({ made: count() }).from(personSearches).where(own).get()?.made ?? 0) >= most) return false
    const { hashes, at, expiresAt, ...row } = search
    tx.insert(personSearches)
      .values({ ...row, hashes: JSON.stringify(hashes), at: at.toISOString(), expiresAt: expiresAt.toISOString() })
      .run()
    appendEvent(deskChain, event)
    return true
  })
}

/** A search whose result is still open to whoever made it, at the place they saw then; undefined for everybody else. */
export async function openSearch(id: string, { staffId, place }: Pick<PersonSearch, 'staffId' | 'place'>, now: Date) {
  const own = and(eq(personSearches.id, id), eq(personSearches.staffId, staffId), eq(personSearches.place, place))
  const row = database()
    .select()
    .from(personSearches)
    .where(and(own, gt(personSearches.expiresAt, now.toISOString())))
    .get()
  return row && isWhole(row) ? stored(row) : undefined
}

/** Has each column a value it can have? What was searched for by a damaged row is searched for again. */
const isWhole = ({ kind, ground, at, expiresAt }: typeof personSearches.$inferSelect) =>
  searchKinds.some((one) => one === kind) && searchGrounds.some((one) => one === ground) && [at, expiresAt].every(isMoment)

/** What is no list finds nobody. */
function hashesIn(text: string): string[] {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read.map(String) : []
  } catch {
    return []
  }
}

function stored(row: typeof personSearches.$inferSelect): PersonSearch {
  const { kind, ground } = row
  return {
    ...row,
    ...{ kind: kind as SearchKind, ground: ground as SearchGround, hashes: hashesIn(row.hashes) },
    ...{ at: new Date(row.at), expiresAt: new Date(row.expiresAt) },
  }
}

/** Deletes searches made before a moment: the audit log keeps that there were. */
export async function removeSearches(before: Date): Promise<void> {
  await committed((tx) => tx.delete(personSearches).where(lte(personSearches.at, before.toISOString())).run())
}
