import { and, asc, between, count, eq, inArray, isNotNull, isNull, lt, lte, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Status } from '#app/domain/application.ts'
import type { Day } from '#app/domain/day.ts'
import { countiesWithin, type Place } from '#app/domain/place.ts'
import { type StoredApplication, stored } from './applications.server.ts'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { type NewEvent, record } from './record.server.ts'
import { applications, halls, staff } from './schema.server.ts'
import { type StoredStaff, storedStaff } from './staff.server.ts'

/** Which cases somebody wants to see: those of their place, of these statuses; what is left out does not matter. */
export type QueueFilter = {
  readonly place: Place
  readonly statuses?: readonly Status[]
  readonly service?: string
  readonly county?: string
  /** The mode they were submitted in. */
  readonly mode?: string
  /** Who works on them; null: nobody. */
  readonly assignee?: string | null
  readonly proposed?: boolean
  readonly submittedBefore?: Date
  /** The last day their legal limit may end. */
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
}

/** The case a page of the queue ended with: the next page begins behind it. */
export type QueueKey = Pick<QueuedCase, 'submittedAt' | 'id'>

/** Nobody at the desk ever sees these: they were not handed in. */
const unseen: Status[] = ['draft', 'expired']

/** What the hall of a place sees. */
export const within = (place: Place) => and(between(applications.county, ...countiesWithin(place)), notInArray(applications.status, unseen))

function matching({ place, statuses, ...filter }: QueueFilter): SQL | undefined {
  return and(
    within(place),
    statuses && inArray(applications.status, [...statuses]),
    filter.service === undefined ? undefined : eq(applications.service, filter.service),
    filter.county === undefined ? undefined : eq(applications.county, filter.county),
    filter.mode === undefined ? undefined : eq(applications.mode, filter.mode),
    filter.assignee === undefined ? undefined : whose(filter.assignee),
    filter.proposed ? isNotNull(applications.proposedBy) : undefined,
    filter.submittedBefore && lt(applications.submittedAt, filter.submittedBefore.toISOString()),
    filter.dueUntil === undefined ? undefined : lte(applications.dueOn, filter.dueUntil),
    filter.folder === undefined ? undefined : eq(applications.folderId, filter.folder),
  )
}

const whose = (assignee: string | null) => (assignee === null ? isNull(applications.assignee) : eq(applications.assignee, assignee))
const oldestFirst = [asc(applications.submittedAt), asc(applications.id)] as const

/** A page of the queue, the oldest first. The index alone finds it; only the rows of the page itself are read. */
export async function queuePage(filter: QueueFilter, after: QueueKey | undefined, most: number): Promise<QueuedCase[]> {
  const { id, submittedAt } = applications
  const further = after && sql`(${submittedAt}, ${id}) > (${after.submittedAt}, ${after.id})`
  const found = database()
    .select({ id })
    .from(applications)
    .where(and(matching(filter), further))
    .orderBy(...oldestFirst)
    .limit(most)
    .all()
  const ids = found.map((row) => row.id)
  const { folderId, number, service, member, status, county, mode, assignee, proposedBy, dueOn } = applications
  const shown = { id, folderId, number, service, member, status, county, mode, submittedAt, assignee, proposedBy, dueOn }
  const rows = database()
    .select(shown)
    .from(applications)
    .where(inArray(id, ids))
    .orderBy(...oldestFirst)
    .all()
  return rows.map((row) => ({ ...row, status: row.status as Status, county: row.county ?? '', submittedAt: row.submittedAt ?? '' }))
}

/** By what a queue is counted. */
export type CountedBy = 'status' | 'service' | 'mode' | 'county' | 'assignee'

/** How many cases there are of each kind; null: without one. */
export async function queueCounts(filter: QueueFilter, by: CountedBy): Promise<Map<string | null, number>> {
  const of = applications[by]
  const rows = database().select({ of, found: count() }).from(applications).where(matching(filter)).groupBy(of).all()
  return new Map(rows.map((row) => [row.of, row.found]))
}

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
    const free = matching({ place, statuses, assignee: null })
    const next = tx
      .select({ id: applications.id })
      .from(applications)
      .where(free)
      .orderBy(...oldestFirst)
      .limit(1)
      .get()
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
