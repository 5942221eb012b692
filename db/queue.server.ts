import { and, asc, between, eq, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/domain/day.ts'
import { countiesWithin, type Place } from '#app/domain/place.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { isHandedIn, type Status, statuses } from '#app/domain/status.ts'
import type { StoredApplication } from './applications.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { applications } from './schema.server.ts'

/** A filter of the queue: cases of a place, of these statuses; a field left out does not restrict. */
export type QueueFilter = {
  readonly place: Place
  readonly statuses?: readonly Status[]
  readonly service?: string
  readonly county?: string
  /** The mode they were submitted in. */
  readonly mode?: string
  /** Who works on them; null: unassigned. */
  readonly assignee?: string | null
  readonly proposed?: boolean
  /** Does a question of the resident wait for an answer? */
  readonly asked?: boolean
  readonly submittedBefore?: Date
  /** The last day their legal deadline may end. */
  readonly dueUntil?: Day
  readonly folder?: string
}

/** One case as the queue shows it. */
export type QueuedCase = Pick<StoredApplication, 'id' | 'folderId' | 'number' | 'service' | 'member' | 'status' | 'mode'> & {
  readonly county: string
  readonly submittedAt: string
  readonly assignee: string | null
  readonly proposedBy: string | null
  readonly dueOn: Day | null
  /** One of its columns has a value it cannot have. */
  readonly damaged: boolean
}

/** The last case of a page of the queue: the next page begins after it. `dueOn` only where the list is by legal limits. */
export type QueueKey = Pick<QueuedCase, 'submittedAt' | 'id'> & Partial<Pick<QueuedCase, 'dueOn'>>

/** Drafts are never shown at the desk. */
export const statusesAtDesk: readonly Status[] = statuses.filter(isHandedIn)

/** Submitted cases of a place. */
export const within = (place: Place): SQL | undefined => and(inCountiesOf(place), inArray(applications.status, [...statusesAtDesk]))

function inCountiesOf(place: Place): SQL {
  const [from, to] = countiesWithin(place)
  return from === to ? eq(applications.county, from) : between(applications.county, from, to)
}

/** The statuses a filter asks for. */
export const statusesOf = ({ statuses = statusesAtDesk }: QueueFilter) => statuses.filter((status) => statusesAtDesk.includes(status))

/** The conditions of a filter besides statuses. */
export function matching({ place, ...filter }: QueueFilter): SQL | undefined {
  return and(
    inCountiesOf(place),
    filter.service === undefined ? undefined : eq(applications.service, filter.service),
    filter.county === undefined ? undefined : eq(applications.county, filter.county),
    filter.mode === undefined ? undefined : eq(applications.mode, filter.mode),
    filter.assignee === undefined ? undefined : whose(filter.assignee),
    filter.proposed ? isNotNull(applications.proposedBy) : undefined,
    filter.asked ? isNotNull(applications.askedAt) : undefined,
    filter.submittedBefore && lt(applications.submittedAt, filter.submittedBefore.toISOString()),
    filter.dueUntil === undefined ? undefined : lte(applications.dueOn, filter.dueUntil),
    filter.folder === undefined ? undefined : eq(applications.folderId, filter.folder),
  )
}

const whose = (assignee: string | null) => (assignee === null ? isNull(applications.assignee) : eq(applications.assignee, assignee))
const oldestFirst = [asc(applications.submittedAt), asc(applications.id)] as const

/** Is a list by legal limits? Those that end first stand first then; else the oldest. */
export const isByDue = ({ dueUntil }: QueueFilter): boolean => dueUntil !== undefined

/**
 * The first matching cases after a key, the oldest first, or those whose legal limit ends first. Each status is searched by itself: its index has its cases in
 * this order, so that no more of them are read than are asked for, however many there are.
 */
export function oldest(filter: QueueFilter, after: QueueKey | undefined, most: number): QueueKey[] {
  const { id, submittedAt, dueOn } = applications
  const byDue = isByDue(filter)
  const [order, last] = byDue ? [dueOn, after?.dueOn ?? ''] : [submittedAt, after?.submittedAt]
  const further = after && sql`(${order}, ${id}) > (${last}, ${after.id})`
  const each = statusesOf(filter).map((status) =>
    database()
      .select({ id, submittedAt: sql<string>`${submittedAt}`, dueOn: sql<Day | null>`${dueOn}` })
      .from(applications)
      .where(and(ofStatus(status, filter), isNotNull(submittedAt), matching(filter), further))
      .orderBy(asc(order), asc(id))
      .limit(most)
      .all(),
  )
  return byDue ? each.flat().sort(byLimit).slice(0, most) : oldestOf(each, most)
}

/** The first matching cases whose legal deadline ends, the soonest first. */
export function soonestDue(filter: QueueFilter, most: number): { readonly id: string }[] {
  const { id, submittedAt, dueOn } = applications
  const each = statusesOf(filter).map((status) =>
    database()
      .select({ id, dueOn: sql<string>`${dueOn}`, submittedAt: sql<string>`${submittedAt}` })
      .from(applications)
      .where(and(ofStatus(status, filter), isNotNull(submittedAt), isNotNull(dueOn), matching(filter)))
      .orderBy(asc(dueOn), ...oldestFirst)
      .limit(most)
      .all(),
  )
  const key = (one: { dueOn: string; submittedAt: string; id: string }) => `${one.dueOn} ${one.submittedAt} ${one.id}`
  return each
    .flat()
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, most)
}

/** The first unassigned cases of these statuses, the oldest first: as `oldest` finds them, by a query that is built once. */
export function oldestUnassigned(place: Place, statuses: readonly Status[], most: number): QueueKey[] {
  const [from, to] = countiesWithin(place)
  const query = from === to ? unassignedIn() : unassignedBetween()
  return oldestOf(
    statusesOf({ place, statuses }).map((status) => query.all({ status, from, to, most })),
    most,
  )
}

const unassigned = (inside: SQL) =>
  prepared((db) => {
    const { id, submittedAt, status } = applications
    return db
      .select({ id, submittedAt: sql<string>`${submittedAt}` })
      .from(applications)
      .where(and(eq(status, given('status')), isNotNull(submittedAt), inside, whose(null)))
      .orderBy(...oldestFirst)
      .limit(sql.placeholder('most'))
      .prepare()
  })
const unassignedIn = unassigned(eq(applications.county, given('from')))
const unassignedBetween = unassigned(between(applications.county, given('from'), given('to')))

const oldestOf = (each: readonly QueueKey[][], most: number) => each.flat().sort(byAge).slice(0, most)

/** The few cases of a folder are found by its own index: unary + keeps SQLite from the index of statuses. */
const ofStatus = (status: Status, { folder }: QueueFilter) =>
  folder === undefined ? eq(applications.status, status) : sql`+${applications.status} = ${status}`

const byLimit = (a: QueueKey, b: QueueKey) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1)

/** The database's order. */
const byAge = (a: QueueKey, b: QueueKey) => (`${a.submittedAt} ${a.id}` < `${b.submittedAt} ${b.id}` ? -1 : 1)

/** A page of the queue, the oldest first, or those whose legal limit ends first. Only the rows of the page itself are read. */
export async function queuePage(filter: QueueFilter, after: QueueKey | undefined, most: number): Promise<QueuedCase[]> {
  const { id, submittedAt } = applications
  const ids = oldest(filter, after, most).map((key) => key.id)
  const { folderId, number, service, member, status, county, mode, assignee, proposedBy, dueOn } = applications
  const shown = { id, folderId, number, service, member, status, county, mode, submittedAt, assignee, proposedBy, dueOn }
  const rows = database()
    .select(shown)
    .from(applications)
    .where(inArray(id, ids))
    .orderBy(...(isByDue(filter) ? [asc(dueOn), asc(id)] : oldestFirst))
    .all()
  return rows.map((row) => ({
    ...{ ...row, status: row.status as Status, county: row.county ?? '', submittedAt: row.submittedAt ?? '' },
    damaged: !isReadableRow(row),
  }))
}
