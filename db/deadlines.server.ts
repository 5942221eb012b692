import { and, asc, eq, gt, gte, notInArray, sql } from 'drizzle-orm'
import type { Day } from '#app/domain/day.ts'
import { isClosed, statuses } from '#app/domain/status.ts'
import { database } from './connection.server.ts'
import { applications } from './schema.server.ts'

const closed = statuses.filter(isClosed)

/** A case, and the day its legal deadline ends. */
export type WithDeadline = {
  readonly id: string
  readonly folderId: string
  readonly number: number
  readonly service: string
  readonly member: string | null
  readonly dueOn: Day
  readonly sealed: Buffer | null
}

/** Undecided cases whose legal deadline ends on `since` or later, by id after `after`. */
export async function withDeadlineSince(since: Day, after: string, most: number): Promise<WithDeadline[]> {
  const { id, folderId, number, service, member, dueOn, sealed } = applications
  return database()
    .select({ id, folderId, number, service, member, dueOn: sql<Day>`${dueOn}`, sealed })
    .from(applications)
    .where(and(gt(id, after), gte(dueOn, since), notInArray(applications.status, closed)))
    .orderBy(asc(id))
    .limit(most)
    .all()
}

/** Replaces the end of a legal deadline; nothing where it is no longer `from`. */
export async function replaceDeadline(id: string, from: Day, to: Day): Promise<void> {
  database()
    .update(applications)
    .set({ dueOn: to })
    .where(and(eq(applications.id, id), eq(applications.dueOn, from)))
    .run()
}
