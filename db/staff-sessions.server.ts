import { and, eq, gt, lte } from 'drizzle-orm'
import { deskRecord } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { halls, staff, staffLinks, staffSessions } from './schema.server.ts'
import { type StoredStaff, storedStaff } from './staff.server.ts'

/** A session of staff: when they last did something, and whether they practise. */
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

/** Who is signed in with a session; undefined where nobody is, its time is over, or they may not any more. */
export async function staffOfSession(idHash: string, now: Date): Promise<{ staff: StoredStaff; session: StaffSession } | undefined> {
  const row = bySession().get({ idHash, now: now.toISOString() })
  if (!row) return undefined
  const found = storedStaff(row)
  if (found.state !== 'active') return undefined
  return { staff: found, session: { seenAt: new Date(row.staff_sessions.seenAt), practice: row.staff_sessions.practice } }
}

type NewSession = { idHash: string; staffId: string; seenAt: Date; expiresAt: Date; practice: boolean }

/** Signs somebody in, with the event that tells of it. */
export async function openStaffSession(session: NewSession, event?: NewEvent): Promise<void> {
  const row = { ...session, seenAt: session.seenAt.toISOString(), expiresAt: session.expiresAt.toISOString() }
  await committed((tx) => {
    tx.insert(staffSessions).values(row).run()
    if (event) appendEvent(deskRecord, event)
  })
}

/** Notes that somebody did something. */
export async function touchStaffSession(idHash: string, seenAt: Date): Promise<void> {
  await committed((tx) => tx.update(staffSessions).set({ seenAt: seenAt.toISOString() }).where(eq(staffSessions.idHash, idHash)).run())
}

/** Signs somebody out of one session. */
export async function closeStaffSession(idHash: string): Promise<void> {
  await committed((tx) => tx.delete(staffSessions).where(eq(staffSessions.idHash, idHash)).run())
}

/** Signs somebody out of every session, with the event that tells of it. */
export async function closeStaffSessions(staffId: string, event: NewEvent): Promise<void> {
  await committed((tx) => {
    tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId)).run()
    appendEvent(deskRecord, event)
  })
}

/** Whose session it was, and whether to practise, where its time is over but it is still remembered; undefined for any other. */
export async function ownerOfEndedSession(idHash: string, now: Date): Promise<{ staffId: string; practice: boolean } | undefined> {
  const ended = and(eq(staffSessions.idHash, idHash), lte(staffSessions.expiresAt, now.toISOString()))
  return database().select({ staffId: staffSessions.staffId, practice: staffSessions.practice }).from(staffSessions).where(ended).get()
}

/** How long a session whose time is over is remembered, in hours: whoever was writing then can still go on. */
const rememberedHours = 24

/** Takes away links whose time is over, and sessions whose time has been over for a day. */
export async function removeEndedAtDesk(now: Date): Promise<void> {
  const remembered = new Date(now.getTime() - rememberedHours * 3_600_000)
  await committed((tx) => {
    tx.delete(staffSessions).where(lte(staffSessions.expiresAt, remembered.toISOString())).run()
    tx.delete(staffLinks).where(lte(staffLinks.expiresAt, now.toISOString())).run()
  })
}
