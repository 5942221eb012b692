import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed, type Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { applications, clientSessions, sessions, staffSessions } from './schema.server.ts'

/** A clerk assisting a resident, as stored: the legal ground encrypted. */
export type StoredAssistedSession = {
  readonly id: string
  readonly staffId: string
  readonly staffSession: string
  /** The place whose cases the clerk saw when it started. */
  readonly place: string | null
  /** Null until a new case has its folder. */
  readonly folderId: string | null
  readonly sealed: Buffer
  readonly startedAt: Date
  readonly expiresAt: Date
}

/** An event of one application. */
export type EventOf = { readonly applicationId: string; readonly event: NewEvent }

type Row = typeof clientSessions.$inferSelect

const stored = ({ id, staffId, staffSession, place, folderId, sealed, startedAt, expiresAt }: Row): StoredAssistedSession => ({
  ...{ id, staffId, staffSession, place, folderId, sealed },
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

/** The assisted session of a staff session, unless it was ended; it may have expired. */
export async function assistedSessionOfStaff(staffSession: string): Promise<StoredAssistedSession | undefined> {
  const row = open().get({ staffSession })
  return row && stored(row)
}

/** The assisted session a screen is paired with, unless it was ended. */
export async function assistedSessionOfScreen(screenHash: string): Promise<StoredAssistedSession | undefined> {
  const where = and(eq(clientSessions.screenHash, screenHash), isNull(clientSessions.endedAt))
  const row = database().select().from(clientSessions).where(where).get()
  return row && stored(row)
}

/** An assisted session to be ended, with the events that say so. */
export type EndingSession = { readonly id: string; readonly events: readonly EventOf[] }

/**
 * Starts an assisted session and ends the one before of the same staff session, in one commit. False, and nothing is written, where
 * `before` is not the one that runs: another was started or ended meanwhile.
 */
export async function replaceAssistedSession(
  session: StoredAssistedSession,
  events: readonly EventOf[],
  before?: EndingSession & { readonly at: Date },
): Promise<boolean> {
  return committed((tx) => {
    if (runningIn(tx, session.staffSession) !== before?.id) return false
    if (before) endIn(tx, before, before.at)
    tx.insert(clientSessions)
      .values({ ...session, startedAt: session.startedAt.toISOString(), expiresAt: session.expiresAt.toISOString() })
      .run()
    for (const { applicationId, event } of events) appendEvent(applicationId, event)
    return true
  })
}

/**
 * Closes a staff session and ends the assisted session in it, in one commit: whoever is told of the end finds both over. False, and nothing is
 * written, where `assisted` is not the one that runs: another was started or ended meanwhile.
 */
export async function closeStaffSession(idHash: string, assisted?: EndingSession & { readonly at: Date }): Promise<boolean> {
  return committed((tx) => {
    if (runningIn(tx, idHash) !== assisted?.id) return false
    tx.delete(staffSessions).where(eq(staffSessions.idHash, idHash)).run()
    if (assisted) endIn(tx, assisted, assisted.at)
    return true
  })
}

function runningIn(tx: Tx, staffSession: string): string | undefined {
  const running = and(eq(clientSessions.staffSession, staffSession), isNull(clientSessions.endedAt))
  return tx.select({ id: clientSessions.id }).from(clientSessions).where(running).get()?.id
}

/** Sets the folder of a new case, unless it is this one already; false where the session has another, or was ended. */
export async function attachFolder(id: string, folderId: string, events: readonly EventOf[]): Promise<boolean> {
  return committed((tx) => {
    const free = and(eq(clientSessions.id, id), isNull(clientSessions.folderId), isNull(clientSessions.endedAt))
    if (tx.update(clientSessions).set({ folderId }).where(free).run().changes === 0) {
      const set = and(eq(clientSessions.id, id), eq(clientSessions.folderId, folderId), isNull(clientSessions.endedAt))
      return tx.select({ id: clientSessions.id }).from(clientSessions).where(set).get() !== undefined
    }
    for (const { applicationId, event } of events) appendEvent(applicationId, event)
    return true
  })
}

/** Writes the events of applications added in an assisted session. */
export async function appendAssistedEvents(events: readonly EventOf[]): Promise<void> {
  await committed(() => {
    for (const { applicationId, event } of events) appendEvent(applicationId, event)
  })
}

/** Ends an assisted session and closes the folder opened in it. False where it was ended already. */
export async function closeAssistedSession(id: string, at: Date, events: readonly EventOf[]): Promise<boolean> {
  return committed((tx) => endIn(tx, { id, events }, at))
}

function endIn(tx: Tx, { id, events }: EndingSession, at: Date): boolean {
  const running = and(eq(clientSessions.id, id), isNull(clientSessions.endedAt))
  const ended = tx.update(clientSessions).set({ endedAt: at.toISOString(), screenHash: null }).where(running).run()
  if (ended.changes === 0) return false
  tx.delete(sessions).where(eq(sessions.clientSession, id)).run()
  const there = (applicationId: string) =>
    tx.select({ id: applications.id }).from(applications).where(eq(applications.id, applicationId)).get()
  for (const { applicationId, event } of events) if (there(applicationId)) appendEvent(applicationId, event)
  return true
}

/** Pairs a resident's screen, replacing another; false where the session was ended. */
export async function joinScreen(id: string, screenHash: string): Promise<boolean> {
  const running = and(eq(clientSessions.id, id), isNull(clientSessions.endedAt))
  return committed((tx) => tx.update(clientSessions).set({ screenHash }).where(running).run().changes === 1)
}

/** Assisted sessions not ended; they may have expired. */
export async function runningAssistedSessions(): Promise<StoredAssistedSession[]> {
  return database().select().from(clientSessions).where(isNull(clientSessions.endedAt)).all().map(stored)
}

/** Does a resident's screen belong to an assisted session? */
export async function isScreenPaired(id: string): Promise<boolean> {
  const paired = and(eq(clientSessions.id, id), isNotNull(clientSessions.screenHash))
  return database().select({ id: clientSessions.id }).from(clientSessions).where(paired).get() !== undefined
}

/** Deletes assisted sessions ended before a moment: the audit log keeps what happened in them. */
export async function removeEndedAssistedSessions(before: Date): Promise<void> {
  const ended = and(isNotNull(clientSessions.endedAt), lte(clientSessions.endedAt, before.toISOString()))
  await committed((tx) => tx.delete(clientSessions).where(ended).run())
}
