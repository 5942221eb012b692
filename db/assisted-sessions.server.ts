import { and, eq, gt, isNotNull, isNull, lte, notExists, or } from 'drizzle-orm'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { applications, clientSessions, sessions, staffSessions } from './schema.server.ts'

/** A clerk helping somebody, as it lies in the database: the ground locked. */
export type StoredAssistedSession = {
  readonly id: string
  readonly staffId: string
  readonly staffSession: string
  /** Null until a new case has its folder. */
  readonly folderId: string | null
  readonly sealed: Buffer
  readonly startedAt: Date
  readonly expiresAt: Date
}

/** An event of one application. */
export type EventOf = { readonly applicationId: string; readonly event: NewEvent }

type Row = typeof clientSessions.$inferSelect

const stored = ({ id, staffId, staffSession, folderId, sealed, startedAt, expiresAt }: Row): StoredAssistedSession => ({
  ...{ id, staffId, staffSession, folderId, sealed },
  startedAt: new Date(startedAt),
  expiresAt: new Date(expiresAt),
})

const open = prepared((db) =>
  db
    .select()
    .from(clientSessions)
    .where(and(eq(clientSessions.staffSession, given('staffSession')), isNull(clientSessions.endedAt)))
    .prepare(),
)

/** The client session of a staff session that is not ended; its time may be over. */
export async function assistedSessionOfStaff(staffSession: string): Promise<StoredAssistedSession | undefined> {
  const row = open().get({ staffSession })
  return row && stored(row)
}

/** The client session a screen has joined, as long as it is not ended. */
export async function assistedSessionOfScreen(screenHash: string): Promise<StoredAssistedSession | undefined> {
  const where = and(eq(clientSessions.screenHash, screenHash), isNull(clientSessions.endedAt))
  const row = database().select().from(clientSessions).where(where).get()
  return row && stored(row)
}

/** Begins a client session. Throws where the staff session has one already. */
export async function insertAssistedSession(client: StoredAssistedSession, events: readonly EventOf[]): Promise<void> {
  await committed((tx) => {
    const other = tx
      .select({ id: clientSessions.id })
      .from(clientSessions)
      .where(and(eq(clientSessions.staffSession, client.staffSession), isNull(clientSessions.endedAt)))
      .get()
    if (other) throw new Error('Another client session is not ended')
    tx.insert(clientSessions)
      .values({ ...client, startedAt: client.startedAt.toISOString(), expiresAt: client.expiresAt.toISOString() })
      .run()
    for (const { applicationId, event } of events) appendEvent(applicationId, event)
  })
}

/** Gives a new case its folder; false where the session has one, or is ended. */
export async function attachFolder(id: string, folderId: string, events: readonly EventOf[]): Promise<boolean> {
  return committed((tx) => {
    const free = and(eq(clientSessions.id, id), isNull(clientSessions.folderId), isNull(clientSessions.endedAt))
    if (tx.update(clientSessions).set({ folderId }).where(free).run().changes === 0) return false
    for (const { applicationId, event } of events) appendEvent(applicationId, event)
    return true
  })
}

/** Writes events of a client session for applications added in it. */
export async function appendAssistedEvents(events: readonly EventOf[]): Promise<void> {
  await committed(() => {
    for (const { applicationId, event } of events) appendEvent(applicationId, event)
  })
}

/** Ends a client session: whatever folder was opened in it is closed. False where it was ended already. */
export async function closeAssistedSession(id: string, at: Date, events: readonly EventOf[]): Promise<boolean> {
  return committed((tx) => {
    const running = and(eq(clientSessions.id, id), isNull(clientSessions.endedAt))
    const ended = tx.update(clientSessions).set({ endedAt: at.toISOString(), screenHash: null }).where(running).run()
    if (ended.changes === 0) return false
    tx.delete(sessions).where(eq(sessions.clientSession, id)).run()
    const there = (applicationId: string) =>
      tx.select({ id: applications.id }).from(applications).where(eq(applications.id, applicationId)).get()
    for (const { applicationId, event } of events) if (there(applicationId)) appendEvent(applicationId, event)
    return true
  })
}

/** Lets a screen of the resident's join, in the place of another; false where the session is ended. */
export async function joinScreen(id: string, screenHash: string): Promise<boolean> {
  const running = and(eq(clientSessions.id, id), isNull(clientSessions.endedAt))
  return committed((tx) => tx.update(clientSessions).set({ screenHash }).where(running).run().changes === 1)
}

/** Client sessions nobody ended whose time is over, or whose clerk is not signed in any more. */
export async function expiredAssistedSessions(now: Date): Promise<StoredAssistedSession[]> {
  const signedIn = database()
    .select({ id: staffSessions.idHash })
    .from(staffSessions)
    .where(and(eq(staffSessions.idHash, clientSessions.staffSession), gt(staffSessions.expiresAt, now.toISOString())))
  const over = or(lte(clientSessions.expiresAt, now.toISOString()), notExists(signedIn))
  return database()
    .select()
    .from(clientSessions)
    .where(and(isNull(clientSessions.endedAt), over))
    .all()
    .map(stored)
}

/** Takes away client sessions ended before a moment: the record keeps what happened in them. */
export async function removeEndedAssistedSessions(before: Date): Promise<void> {
  const ended = and(isNotNull(clientSessions.endedAt), lte(clientSessions.endedAt, before.toISOString()))
  await committed((tx) => tx.delete(clientSessions).where(ended).run())
}
