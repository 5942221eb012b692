import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { CaseState } from '#app/domain/case-state.ts'
import { awaitsAnswer } from '#app/domain/rating.ts'
import type { Status } from '#app/domain/status.ts'
import { appendEvent, forgetContent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database, given, oneOfGiven, prepared } from './connection.server.ts'
import { insertPastCase } from './figures.server.ts'
import { applications, folders } from './schema.server.ts'

/** An application as stored. */
export type StoredApplication = Omit<CaseState, 'expiresAt'> & {
  readonly id: string
  readonly folderId: string
  /** Its number within the folder. */
  readonly number: number
  readonly service: string
  /** The member it is for; null: the household. */
  readonly member: string | null
  /** How many events it has, views not counted: a transition decided on an older version is refused. */
  readonly version: number
  readonly submissionToken: string | null
  /** What was submitted, encrypted; null while a draft. */
  readonly sealed: Buffer | null
  readonly submittedAt: Date | null
  readonly changedAt: Date
  /** When it is deleted; null while it is with the hall. */
  readonly expiresAt: Date | null
  /** Keyed hash of service and identity number; null without an identity number. */
  readonly personHash: string | null
  /** Keyed hash of service, name, birth date and telephone; null where one of them is missing. */
  readonly detailsHash: string | null
}

/** How many events an application has, views not counted. */
export const versionOf = sql<number>`(select count(*) from events where events.application_id = applications.id and events.type <> 'look')`
/** Every column an application is read with. */
export const applicationColumns = { ...getTableColumns(applications), version: versionOf }

type Row = typeof applications.$inferSelect & { readonly version: number }

/** An application as the domain knows it. */
export function stored(row: Row): StoredApplication {
  return {
    ...row,
    status: row.status as Status,
    submittedAt: dateOf(row.submittedAt),
    changedAt: new Date(row.changedAt),
    expiresAt: dateOf(row.expiresAt),
  }
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text))

const ofFolder = prepared((db) =>
  db
    .select(applicationColumns)
    .from(applications)
    .where(eq(applications.folderId, given('folderId')))
    .orderBy(asc(applications.number))
    .prepare(),
)

/** The applications of a folder, by number. */
export async function applicationsOf(folderId: string): Promise<StoredApplication[]> {
  return ofFolder().all({ folderId }).map(stored)
}

const byId = prepared((db) =>
  db
    .select(applicationColumns)
    .from(applications)
    .where(eq(applications.id, given('id')))
    .prepare(),
)

/** One application. */
export async function applicationById(id: string): Promise<StoredApplication | undefined> {
  const row = byId().get({ id })
  return row && stored(row)
}

/** What was submitted, encrypted, by id; null while a draft. */
export async function submissionsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
  return new Map(
    encryptedByIds()
      .all({ ids: JSON.stringify(ids) })
      .map((row) => [row.id, row.sealed]),
  )
}

const encryptedByIds = prepared((db) => {
  const { id, sealed } = applications
  return db.select({ id, sealed }).from(applications).where(oneOfGiven(id, 'ids')).prepare()
})

const alike = prepared((db) => {
  const { personHash, detailsHash, folderId, service, member } = applications
  const sameMember = and(eq(folderId, given('folderId')), eq(service, given('service')), sql`${member} is ${given('member')}`)
  return db
    .select(applicationColumns)
    .from(applications)
    .where(or(eq(personHash, given('personHash')), eq(detailsHash, given('detailsHash')), sameMember))
    .orderBy(desc(applications.submittedAt))
    .prepare()
})

/** Applications with one of the hashes, and those for the same service and member of the folder, newest first. */
export async function applicationsAlike(
  of: Pick<StoredApplication, 'folderId' | 'service' | 'member' | 'personHash' | 'detailsHash'>,
): Promise<StoredApplication[]> {
  const { folderId, service, member, personHash, detailsHash } = of
  return alike().all({ folderId, service, member, personHash, detailsHash }).map(stored)
}

/** Drafts of expired folders, and those without a folder (its row was lost) that were begun before `begunBefore`. */
export async function idleDrafts(now: Date, begunBefore: Date): Promise<StoredApplication[]> {
  const orphaned = and(isNull(folders.id), lte(applications.createdAt, begunBefore.toISOString()))
  const rows = database()
    .select(applicationColumns)
    .from(applications)
    .leftJoin(folders, eq(folders.id, applications.folderId))
    .where(and(eq(applications.status, 'draft'), or(lte(folders.expiresAt, now.toISOString()), orphaned)))
    .all()
  return rows.map(stored)
}

/** Expired applications, the oldest first. One that waits for the answer to a low rating or a question stays until it is answered. */
export async function endedApplications(now: Date): Promise<string[]> {
  const over = and(isNotNull(applications.expiresAt), lte(applications.expiresAt, now.toISOString()))
  const { id, rating, ratingAnsweredAt, askedAt } = applications
  const rows = database()
    .select({ id, rating, ratingAnsweredAt, askedAt })
    .from(applications)
    .where(over)
    .orderBy(asc(applications.expiresAt))
    .all()
  return rows.filter((row) => row.askedAt === null && !awaitsAnswer(row)).map((row) => row.id)
}

/**
 * Deletes an application with its messages and the content of its events, and writes that event; only statistics stay.
 * @returns false when it was deleted already
 */
export async function forgetApplication(id: string, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const row = tx.select().from(applications).where(eq(applications.id, id)).get()
    if (!row) return false
    if (row.submittedAt !== null) insertPastCase(tx, { ...row, submittedAt: row.submittedAt })
    tx.delete(applications).where(eq(applications.id, id)).run()
    forgetContent(tx, id)
    appendEvent(id, event)
    return true
  })
}

/** The status of every application, by id. */
export async function statusesOf(): Promise<Map<string, Status>> {
  const rows = database().select({ id: applications.id, status: applications.status }).from(applications).all()
  return new Map(rows.map(({ id, status }) => [id, status as Status]))
}
