import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm'
import { chainBeginnings, deskChain, type EventType } from '#app/domain/stored-labels.ts'
import { committed, type Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { ofAssignment } from './schema/assign-events.server.ts'
import { events } from './schema.server.ts'

/** An event as stored: the type and the time in clear, everything else encrypted. */
export type StoredEvent = { readonly id: string; readonly type: string; readonly at: Date; readonly sealed: Buffer }

/** An event to be written. `linked` is the keyed hash that chains it to the hash of the one before. */
export type NewEvent = StoredEvent & { readonly content: string; linked(previous: string): string }

/** The last event of one application, and the last of all. Beside a maximum SQLite reads the row it stands in. */
const last = prepared((db) =>
  db
    .select({
      seq: sql<number | null>`max(${events.seq})`,
      link: sql<string | null>`${events.link}`,
      chain: sql<string | null>`(select chain from events order by position desc limit 1)`,
    })
    .from(events)
    .where(eq(events.applicationId, given('applicationId')))
    .prepare(),
)
const happened = prepared((db) => {
  const own = ['id', 'applicationId', 'seq', 'type', 'at', 'sealed', 'content', 'link', 'chain'] as const
  const values = Object.fromEntries(own.map((name) => [name, given(name)])) as Record<(typeof own)[number], ReturnType<typeof given>>
  return db.insert(events).values(values).prepare()
})

/** Appends an event to the audit log, in the open transaction. */
export function appendEvent(applicationId: string, { id, type, at, sealed, content, linked }: NewEvent): void {
  const before = last().get({ applicationId })
  const link = linked(before?.link ?? chainBeginnings.of(applicationId))
  const chain = linked(before?.chain ?? chainBeginnings.all)
  const seq = (before?.seq ?? 0) + 1
  happened().run({ id, applicationId, seq, type, at: at.toISOString(), sealed, content, link, chain })
}

/** Appends an event that concerns no application; resolves once it is on disk. */
export async function appendDeskEvent(event: NewEvent): Promise<void> {
  await committed(() => appendEvent(deskChain, event))
}

/** Deletes the content of the events of an application; their hashes stay. */
export function forgetContent(tx: Tx, applicationId: string): void {
  tx.update(events)
    .set({ sealed: Buffer.alloc(0) })
    .where(eq(events.applicationId, applicationId))
    .run()
}

const historyOf = prepared((db) =>
  db
    .select()
    .from(events)
    .where(eq(events.applicationId, given('applicationId')))
    .orderBy(asc(events.seq))
    .prepare(),
)

/** The events of an application, the oldest first. */
export async function eventsOf(applicationId: string): Promise<StoredEvent[]> {
  const rows = historyOf().all({ applicationId })
  return rows.map(({ id, type, at, sealed }) => ({ id, type, at: new Date(at), sealed }))
}

const assignedBy = prepared((db) =>
  db
    .select({ id: events.applicationId })
    .from(events)
    .where(and(eq(events.id, given('id')), ofAssignment))
    .prepare(),
)

/** The case an assignment was made in, by the id of its event; undefined where there is no such event. */
export const caseAssignedBy = (id: string): string | undefined => assignedBy().get({ id })?.id

/** The assignments of cases of one moment: what happens together has one time. */
export async function assignmentsAt(at: Date): Promise<StoredEvent[]> {
  const rows = database()
    .select()
    .from(events)
    .where(and(ofAssignment, eq(events.at, at.toISOString())))
    .all()
  return rows.map(({ id, type, at: when, sealed }) => ({ id, type, at: new Date(when), sealed }))
}

/** The last events of a type among the last `most` of those that concern no application, since a moment; the newest first. */
export async function lastDeskEvents(type: EventType, since: Date, most: number): Promise<StoredEvent[]> {
  const newest = last().get({ applicationId: deskChain })?.seq ?? 0
  const among = and(eq(events.applicationId, deskChain), gt(events.seq, newest - most), eq(events.type, type))
  const rows = database()
    .select()
    .from(events)
    .where(and(among, gt(events.at, since.toISOString())))
    .orderBy(desc(events.seq))
    .all()
  return rows.map(({ id, type, at, sealed }) => ({ id, type, at: new Date(at), sealed }))
}

/** A row of the audit log. */
export type AuditRow = typeof events.$inferSelect

/** The next rows of the audit log after a position, in order; empty at the end. */
export async function auditRowsAfter(position: number, most: number): Promise<AuditRow[]> {
  return database().select().from(events).where(gt(events.position, position)).orderBy(asc(events.position)).limit(most).all()
}

/** How many rows the audit log has, and how many of them are not chained: written before there was a chain. */
export async function auditLogSize(): Promise<{ rows: number; unchained: number }> {
  const unchained = sql<number>`coalesce(sum(${events.chain} = ''), 0)`
  return database().select({ rows: count(), unchained }).from(events).get() ?? { rows: 0, unchained: 0 }
}

/** Chains rows written before there was a chain; nothing else ever changes a row. */
export async function chainRows(rows: readonly Pick<AuditRow, 'position' | 'content' | 'link' | 'chain'>[]): Promise<void> {
  await committed((tx) => {
    for (const { position, ...hashes } of rows) tx.update(events).set(hashes).where(eq(events.position, position)).run()
  })
}
