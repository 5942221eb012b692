import { and, asc, desc, eq, isNotNull, lte, ne, sql } from 'drizzle-orm'
import type { Status } from '#app/domain/application.ts'
import { committed, type Tx } from './commit.server.ts'
import { database } from './connection.server.ts'
import { insertMessages, type NewMessage } from './outbox.server.ts'
import { applications, events, folders } from './schema.server.ts'

/** An application as it lies in the database. */
export type StoredApplication = {
  readonly id: string
  readonly folderId: string
  /** Its number within the folder. */
  readonly number: number
  readonly service: string
  /** The member it is for; null: the household. */
  readonly member: string | null
  readonly status: Status
  readonly county: string | null
  readonly round: string | null
  /** What was submitted, locked; null while a draft. */
  readonly sealed: Buffer | null
  readonly submittedAt: Date | null
  readonly changedAt: Date
}

/** An event as it lies in the database: the kind and the time in clear, everything else locked. */
export type StoredEvent = { readonly id: string; readonly type: string; readonly at: Date; readonly sealed: Buffer }

type Row = typeof applications.$inferSelect

function stored(row: Row): StoredApplication {
  const { id, folderId, number, service, member, status, county, round, sealed } = row
  return {
    ...{ id, folderId, number, service, member, county, round, sealed },
    status: status as Status,
    submittedAt: row.submittedAt === null ? null : new Date(row.submittedAt),
    changedAt: new Date(row.changedAt),
  }
}

const ofFolder = () =>
  database()
    .select()
    .from(applications)
    .where(eq(applications.folderId, sql.placeholder('folderId')))
    .orderBy(asc(applications.number))
    .prepare()
const prepared = new WeakMap<object, ReturnType<typeof ofFolder>>()

/** The applications of a folder, by number. */
export async function applicationsOf(folderId: string): Promise<StoredApplication[]> {
  const db = database()
  const query = prepared.get(db) ?? ofFolder()
  prepared.set(db, query)
  return query.all({ folderId }).map(stored)
}

/** One application. */
export async function applicationById(id: string): Promise<StoredApplication | undefined> {
  const row = database().select().from(applications).where(eq(applications.id, id)).get()
  return row && stored(row)
}

/** One application to be submitted with its round. */
export type ToSubmit = {
  readonly id: string
  readonly sealed: Buffer
  readonly county: string
  readonly personHash: string | null
  readonly event: StoredEvent
  readonly messages: readonly NewMessage[]
}

/** What became of a round: submitted now, already submitted earlier, or changed since it was looked at. */
export type Submitted = 'now' | 'before' | 'stale'

/**
 * Submits a round of a folder: every draft named, each with its event and its messages, or none. The same round again
 * changes nothing and says `before`. Resolves once it is on disk.
 */
export async function submitRound(
  folder: { id: string; version: number; round: string; nextRound: string; sealed: Buffer },
  drafts: readonly ToSubmit[],
  at: Date,
): Promise<Submitted> {
  return committed((tx) => {
    const known = tx
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.folderId, folder.id), eq(applications.round, folder.round)))
      .get()
    if (known) return 'before'
    const { changes } = tx
      .update(folders)
      .set({ round: folder.nextRound, sealed: folder.sealed, version: folder.version + 1, savedAt: at.toISOString() })
      .where(and(eq(folders.id, folder.id), eq(folders.version, folder.version), eq(folders.round, folder.round)))
      .run()
    if (changes === 0) return 'stale'
    for (const draft of drafts) {
      const row = {
        sealed: draft.sealed,
        county: draft.county,
        personHash: draft.personHash,
        round: folder.round,
        submittedAt: at.toISOString(),
      }
      if (!move(tx, { id: draft.id, from: 'draft', to: 'submitted', at, event: draft.event, messages: draft.messages }, row))
        throw new Error('A draft of the round is none any more')
    }
    return 'now'
  })
}

/** A move of an application with its event; `sealed` where what was submitted changes with it. */
export type StatusChange = {
  readonly id: string
  readonly from: Status
  readonly to: Status
  readonly at: Date
  readonly event: StoredEvent
  readonly messages?: readonly NewMessage[]
  readonly sealed?: Buffer
  /** When it is to be taken away; for those whose life has ended. */
  readonly expiresAt?: Date
}

/** Moves an application and writes its history together; false when somebody moved it first. */
export async function moveApplication(change: StatusChange): Promise<boolean> {
  return committed((tx) => move(tx, change, change.sealed ? { sealed: change.sealed } : {}))
}

function move(tx: Tx, { id, from, to, at, event, messages = [], expiresAt }: StatusChange, more: Partial<Row>): boolean {
  const { changes } = tx
    .update(applications)
    .set({ ...more, status: to, changedAt: at.toISOString(), ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) })
    .where(and(eq(applications.id, id), eq(applications.status, from)))
    .run()
  if (changes === 0) return false
  addEvent(tx, id, event)
  insertMessages(tx, messages)
  return true
}

/** Writes an event that does not move the application. */
export async function noteEvent(applicationId: string, event: StoredEvent): Promise<void> {
  await committed((tx) => addEvent(tx, applicationId, event))
}

function addEvent(tx: Tx, applicationId: string, { id, type, at, sealed }: StoredEvent): void {
  const seq = sql<number>`(select coalesce(max(${events.seq}), 0) + 1 from ${events} where ${events.applicationId} = ${applicationId})`
  tx.insert(events).values({ id, applicationId, seq, type, at: at.toISOString(), sealed }).run()
}

/** What happened to an application, first things first. */
export async function eventsOf(applicationId: string): Promise<StoredEvent[]> {
  const rows = database().select().from(events).where(eq(events.applicationId, applicationId)).orderBy(asc(events.seq)).all()
  return rows.map(({ id, type, at, sealed }) => ({ id, type, at: new Date(at), sealed }))
}

/** Open applications of the same person for the same service, in other folders too, newest first. */
export async function othersOf(personHash: string, notId: string): Promise<StoredApplication[]> {
  const open = ['submitted', 'accepted', 'correction-asked', 'resubmitted', 'in-review']
  const rows = database()
    .select()
    .from(applications)
    .where(and(eq(applications.personHash, personHash), ne(applications.id, notId)))
    .orderBy(desc(applications.submittedAt))
    .all()
  return rows.map(stored).filter(({ status }) => open.includes(status))
}

/** Drafts of folders nobody saved since their time was over. */
export async function idleDrafts(now: Date): Promise<StoredApplication[]> {
  const rows = database()
    .select({ application: applications })
    .from(applications)
    .innerJoin(folders, eq(folders.id, applications.folderId))
    .where(and(eq(applications.status, 'draft'), lte(folders.expiresAt, now.toISOString())))
    .all()
  return rows.map(({ application }) => stored(application))
}

/** Takes away applications whose time is over, with their events and messages; returns how many. */
export async function removeEnded(now: Date): Promise<number> {
  return committed(
    (tx) =>
      tx
        .delete(applications)
        .where(and(isNotNull(applications.expiresAt), lte(applications.expiresAt, now.toISOString())))
        .run().changes,
  )
}
