import { and, eq, gt, lte } from 'drizzle-orm'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed, type Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { halls, staff, staffLinks, staffSessions } from './schema.server.ts'
import { consumeTotpStep, type StoredStaff, setPassword, storedStaff } from './staff.server.ts'

/** A staff session: time of the last action, and whether it is practice. */
export type StaffSession = { readonly seenAt: Date; readonly practice: boolean }

const bySession = prepared((db) =>
  db
    .select()
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .leftJoin(halls, eq(halls.id, staff.hallId))
    .where(and(eq(staffSessions.idHash, given('idHash')), gt(staffSessions.expiresAt, given('now')), eq(staff.state, 'active')))
    .prepare(),
)

/** The staff member of a session; undefined where there is none, it has expired, or they are inactive. */
export async function staffOfSession(idHash: string, now: Date): Promise<{ staff: StoredStaff; session: StaffSession } | undefined> {
  const row = bySession().get({ idHash, now: now.toISOString() })
  if (!row) return undefined
  const found = storedStaff(row)
  if (found.state !== 'active') return undefined
  return { staff: found, session: { seenAt: new Date(row.staff_sessions.seenAt), practice: row.staff_sessions.practice } }
}

type NewSession = { idHash: string; staffId: string; seenAt: Date; expiresAt: Date; practice: boolean }

/** A session to be opened, with its event. */
export type OpenedSession = { readonly session: NewSession; readonly event?: NewEvent }

/**
 * Opens a session, with its event, by the time step of a code (null: there is no second factor). False, and nothing written, where that
 * step, or a later one, was used before; but the session that was opened by it is opened still.
 */
export async function openStaffSession(session: NewSession, event?: NewEvent, step: number | null = null): Promise<boolean> {
  const { idHash, staffId, seenAt } = session
  return committed((tx) => {
    const opened = eq(staffSessions.idHash, idHash)
    const seen = tx.update(staffSessions).set({ seenAt: seenAt.toISOString() })
    if (seen.where(and(opened, gt(staffSessions.expiresAt, seenAt.toISOString()))).run().changes === 1) return true
    if (step !== null && !consumeTotpStep(tx, staffId, step)) return false
    tx.delete(staffSessions).where(opened).run()
    insertSession(tx, { session, ...(event ? { event } : {}) })
    return true
  })
}

function insertSession(tx: Tx, { session, event }: OpenedSession): void {
  const row = { ...session, seenAt: session.seenAt.toISOString(), expiresAt: session.expiresAt.toISOString() }
  tx.insert(staffSessions).values(row).run()
  if (event) appendEvent(deskChain, event)
}

/**
 * Replaces one's own password (`was`: its hash): every session of theirs ends, and the one they go on in is opened in the same commit. False
 * where it was replaced since.
 */
export async function changePassword(next: string, was: string | null, event: NewEvent, opened: OpenedSession): Promise<boolean> {
  const { staffId } = opened.session
  return committed((tx) => {
    const now = tx.select({ passwordHash: staff.passwordHash }).from(staff).where(eq(staff.id, staffId)).get()
    if (now?.passwordHash !== was) return false
    setPassword(tx, staffId, next, event)
    insertSession(tx, opened)
    return true
  })
}

/** Notes the time of the last action. */
export async function touchStaffSession(idHash: string, seenAt: Date): Promise<void> {
  await committed((tx) => tx.update(staffSessions).set({ seenAt: seenAt.toISOString() }).where(eq(staffSessions.idHash, idHash)).run())
}

/** Closes every session of a staff member, with its event. */
export async function closeStaffSessions(staffId: string, event: NewEvent): Promise<void> {
  await committed((tx) => {
    tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId)).run()
    appendEvent(deskChain, event)
  })
}

/** The owner of an expired session that is not deleted yet, and whether it was practice; undefined for any other. */
export async function ownerOfEndedSession(idHash: string, now: Date): Promise<{ staffId: string; practice: boolean } | undefined> {
  const ended = and(eq(staffSessions.idHash, idHash), lte(staffSessions.expiresAt, now.toISOString()))
  return database().select({ staffId: staffSessions.staffId, practice: staffSessions.practice }).from(staffSessions).where(ended).get()
}

/** How long an expired session is stored, in hours: a form typed in it can still be resumed. */
const rememberedHours = 24

/** Deletes expired links, and sessions that expired a day ago. */
export async function removeEndedAtDesk(now: Date): Promise<void> {
  const remembered = new Date(now.getTime() - rememberedHours * 3_600_000)
  await committed((tx) => {
    tx.delete(staffSessions).where(lte(staffSessions.expiresAt, remembered.toISOString())).run()
    tx.delete(staffLinks).where(lte(staffLinks.expiresAt, now.toISOString())).run()
  })
}
