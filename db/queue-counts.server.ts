import { and, count, inArray, isNotNull } from 'drizzle-orm'
import { type ChangeMark, changeMark, countiesChangedSince } from './cache-invalidation.server.ts'
import { database, prepared } from './connection.server.ts'
import { matching, type QueueFilter, statusesOf } from './queue.server.ts'
import { applications } from './schema.server.ts'

/** What the cases of a queue are grouped by. */
export type CountedBy = 'status' | 'service' | 'mode' | 'county' | 'assignee'
/** How many there are in each group; null: without a value. */
export type Counts = ReadonlyMap<string | null, number>

/** Cached counts at a mark: of each county, and of all of them. */
type Cached = { readonly at: ChangeMark; readonly counties: ReadonlyMap<string, Counts>; readonly all: Counts }
const cache = prepared(() => new Map<string, Cached>())
const mostCached = 1000

/** How many cases there are in each group. Cached; where cases have changed, only their counties are counted again. */
export async function queueCounts(filter: QueueFilter, by: CountedBy): Promise<Counts> {
  const [at, key] = [changeMark(), JSON.stringify([filter, by])]
  const before = cache().get(key)
  const changed = before && countiesChangedSince(before.at)
  if (before && changed?.length === 0) return before.all
  const counties = new Map(changed && before?.counties)
  for (const county of changed ?? []) counties.delete(county)
  for (const [county, counts] of counted(filter, by, changed)) counties.set(county, counts)
  const all = sumOf(counties.values())
  if (cache().size >= mostCached) cache().clear()
  cache().set(key, { at, counties, all })
  return all
}

/** How many cases match. */
export async function queueTotal(filter: QueueFilter): Promise<number> {
  return [...(await queueCounts(filter, 'status')).values()].reduce((total, found) => total + found, 0)
}

/** The counts of each county, or of those given. */
function counted(filter: QueueFilter, by: CountedBy, some?: readonly string[]): Map<string, Map<string | null, number>> {
  const { county, [by]: of } = applications
  const handedIn = and(isNotNull(applications.submittedAt), inArray(applications.status, statusesOf(filter)))
  const matched = and(handedIn, matching(filter), some && inArray(county, [...some]))
  const rows = database().select({ county, of, found: count() }).from(applications).where(matched).groupBy(county, of).all()
  const counties = new Map<string, Map<string | null, number>>()
  for (const { county, of, found } of rows) counties.set(county ?? '', (counties.get(county ?? '') ?? new Map()).set(of, found))
  return counties
}

function sumOf(all: Iterable<Counts>): Counts {
  const sum = new Map<string | null, number>()
  for (const counts of all) for (const [of, found] of counts) sum.set(of, (sum.get(of) ?? 0) + found)
  return sum
}
