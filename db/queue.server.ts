import { and, asc, between, eq, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/domain/day.ts'
import { countiesWithin, type Place } from '#app/domain/place.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { isHandedIn, type Status, statuses } from '#app/domain/status.ts'
import type { StoredApplication } from './applications.server.ts'
import { given, oneOfGiven, prepared, preparedBy } from './connection.server.ts'
import { applications } from './schema.server.ts'

/** A filter of the queue: cases of a place, of these statuses; a field left out does not restrict. */
export type QueueFilter = {
  readonly place: Place
  readonly statuses?: readonly Status[]
  readonly service?: string
  /** Only cases of these services. */
  readonly services?: readonly string[]
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

/** A value in a query: itself, or the parameter it is given as. */
type Put = <Value extends string>(name: string, value: Value) => Value | SQL
const itself: Put = (_, value) => value

function inCountiesOf(place: Place, put: Put = itself): SQL {
  const [from, to] = countiesWithin(place)
  return from === to ? eq(applications.county, put('from', from)) : between(applications.county, put('from', from), put('to', to))
}

/** The statuses a filter asks for. */
export const statusesOf = ({ statuses = statusesAtDesk }: QueueFilter) => statuses.filter((status) => statusesAtDesk.includes(status))

/** The conditions of a filter besides statuses. */
export function matching({ place, ...filter }: QueueFilter, put: Put = itself): SQL | undefined {
  const { service, services, county, mode, assignee, submittedBefore, dueUntil, folder } = filter
  return and(
    inCountiesOf(place, put),
    service === undefined ? undefined : eq(applications.service, put('service', service)),
    services && sql`${applications.service} in (select value from json_each(${put('services', JSON.stringify(services))}))`,
    county === undefined ? undefined : eq(applications.county, put('county', county)),
    mode === undefined ? undefined : eq(applications.mode, put('mode', mode)),
    assignee === undefined ? undefined : whose(assignee, put),
    filter.proposed ? isNotNull(applications.proposedBy) : undefined,
    filter.asked ? isNotNull(applications.askedAt) : undefined,
    submittedBefore && lt(applications.submittedAt, put('submittedBefore', submittedBefore.toISOString())),
    dueUntil === undefined ? undefined : lte(applications.dueOn, put('dueUntil', dueUntil)),
    folder === undefined ? undefined : eq(applications.folderId, put('folder', folder)),
  )
}

/** Of somebody's cases, or of those nobody has. */
const whose = (assignee: string | null, put: Put) =>
  assignee === null ? isNull(applications.assignee) : eq(applications.assignee, put('assignee', assignee))

/** The values of a filter as parameters: those it has none of stand in no query of its shape. */
function parametersOf({ place, services, submittedBefore, ...filter }: QueueFilter) {
  const [from, to] = countiesWithin(place)
  return { ...filter, from, to, services: services && JSON.stringify(services), submittedBefore: submittedBefore?.toISOString() }
}

/** Filters of one shape have the same conditions, and differ in their values. */
function shapeOf({ place, ...filter }: QueueFilter): string {
  const [from, to] = countiesWithin(place)
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined && value !== false)
  return [from === to, ...asked.map(([name, value]) => (value === null ? `no ${name}` : name))].join()
}

const oldestFirst = [asc(applications.submittedAt), asc(applications.id)] as const

/** Is a list by legal limits? Those that end first stand first then; else the oldest. */
export const isByDue = ({ dueUntil }: QueueFilter): boolean => dueUntil !== undefined

/**
 * The first matching cases after a key, the oldest first, or those whose legal limit ends first. Each status is searched by itself: its index has its cases in
 * this order, so that no more of them are read than are asked for, however many there are.
 */
export function oldest(filter: QueueFilter, after: QueueKey | undefined, most: number): QueueKey[] {
  const byDue = isByDue(filter)
  const further = after && { last: byDue ? after.dueOn : after.submittedAt, after: after.id }
  const query = oldestLike({ filter, isFurther: after !== undefined })
  const each = statusesOf(filter).map((status) => query.values({ ...parametersOf(filter), ...further, status, most }).map(keyIn))
  return byDue ? each.flat().sort(byLimit).slice(0, most) : oldestOf(each, most)
}

const { id, submittedAt, dueOn } = applications
const key = { id, submittedAt, dueOn }
/** Its columns are texts, which need not be read as drizzle reads a row. */
const keyIn = (row: readonly unknown[]) => ({ id: row[0], submittedAt: row[1], dueOn: row[2] }) as Required<QueueKey>

type Asked = { readonly filter: QueueFilter; readonly isFurther: boolean }
const oldestLike = preparedBy(
  ({ filter, isFurther }: Asked) => `${isFurther} ${shapeOf(filter)}`,
  (db, { filter, isFurther }) => {
    const order = isByDue(filter) ? dueOn : submittedAt
    const further = isFurther ? sql`(${order}, ${id}) > (${given('last')}, ${given('after')})` : undefined
    return db
      .select(key)
      .from(applications)
      .where(and(ofStatus(filter), isNotNull(submittedAt), matching(filter, given), further))
      .orderBy(asc(order), asc(id))
      .limit(sql.placeholder('most'))
      .prepare()
  },
)

/** The first matching cases whose legal deadline ends, the soonest first. */
export function soonestDue(filter: QueueFilter, most: number): { readonly id: string }[] {
  const query = soonestLike(filter)
  const each = statusesOf(filter).flatMap((status) => query.values({ ...parametersOf(filter), status, most }).map(keyIn))
  return each.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)).slice(0, most)
}

const inOrder = (one: QueueKey) => `${one.dueOn} ${one.submittedAt} ${one.id}`
const soonestLike = preparedBy(shapeOf, (db, filter) =>
  db
    .select(key)
    .from(applications)
    .where(and(ofStatus(filter), isNotNull(submittedAt), isNotNull(dueOn), matching(filter, given)))
    .orderBy(asc(dueOn), ...oldestFirst)
    .limit(sql.placeholder('most'))
    .prepare(),
)

const oldestOf = (each: readonly QueueKey[][], most: number) => each.flat().sort(byAge).slice(0, most)

/** The few cases of a folder are found by its own index: unary + keeps SQLite from the index of statuses. */
const ofStatus = ({ folder }: QueueFilter) =>
  folder === undefined ? eq(applications.status, given('status')) : sql`+${applications.status} = ${given('status')}`

const byLimit = (a: QueueKey, b: QueueKey) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1)

/** The database's order. */
const byAge = (a: QueueKey, b: QueueKey) => (`${a.submittedAt} ${a.id}` < `${b.submittedAt} ${b.id}` ? -1 : 1)

/** A page of the queue, the oldest first, or those whose legal limit ends first. Only the rows of the page itself are read. */
export async function queuePage(filter: QueueFilter, after: QueueKey | undefined, most: number): Promise<QueuedCase[]> {
  const ids = oldest(filter, after, most).map((one) => one.id)
  const rows = new Map(
    shownByIds()
      .all({ ids: JSON.stringify(ids) })
      .map((row) => [row.id, row]),
  )
  return ids.flatMap((one) => {
    const row = rows.get(one)
    if (!row) return []
    const [status, county, submittedAt] = [row.status as Status, row.county ?? '', row.submittedAt ?? '']
    return [{ ...row, status, county, submittedAt, damaged: !isReadableRow(row) }]
  })
}

const shownByIds = prepared((db) => {
  const { folderId, number, service, member, status, county, mode, assignee, proposedBy } = applications
  const shown = { id, folderId, number, service, member, status, county, mode, submittedAt, assignee, proposedBy, dueOn }
  return db.select(shown).from(applications).where(oneOfGiven(id, 'ids')).prepare()
})
