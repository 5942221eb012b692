import { and, eq, gt } from 'drizzle-orm'
import type { Hall, StaffRole } from '#app/domain/staff.ts'
import { committed } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { halls, staff, staffSessions } from './schema.server.ts'

/** A member of staff as they lie in the database: names locked. */
export type StoredStaff = {
  readonly id: string
  readonly loginHash: string
  readonly sealed: Buffer
  readonly role: StaffRole
  readonly hall: Hall | null
  readonly passwordHash: string | null
  readonly secondFactor: Buffer | null
  readonly lastStep: number | null
  readonly state: 'active' | 'off'
}

/** A session of staff: when they last did something, and whether they practise. */
export type StaffSession = { readonly seenAt: Date; readonly practice: boolean }

type Rows = { staff: typeof staff.$inferSelect; halls: typeof halls.$inferSelect | null }

/** A hall as the domain knows it. */
export function storedHall({ id, place, nameZh, nameBo, secondFactor }: typeof halls.$inferSelect): Hall {
  return { id, place, name: { zh: nameZh, bo: nameBo }, secondFactor }
}

/** A member of staff with their hall. */
export function storedStaff({ staff: row, halls: hall }: Rows): StoredStaff {
  const { id, loginHash, sealed, passwordHash, secondFactor, lastStep } = row
  const state = row.state === 'active' ? 'active' : 'off'
  return { id, loginHash, sealed, role: row.role as StaffRole, hall: hall && storedHall(hall), passwordHash, secondFactor, lastStep, state }
}

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
  return { staff: storedStaff(row), session: { seenAt: new Date(row.staff_sessions.seenAt), practice: row.staff_sessions.practice } }
}

/** Signs somebody in. */
export async function openStaffSession(session: {
  idHash: string
  staffId: string
  seenAt: Date
  expiresAt: Date
  practice: boolean
}): Promise<void> {
  const row = { ...session, seenAt: session.seenAt.toISOString(), expiresAt: session.expiresAt.toISOString() }
  await committed((tx) => tx.insert(staffSessions).values(row).run())
}

/** Notes that somebody did something. */
export async function touchStaffSession(idHash: string, seenAt: Date): Promise<void> {
  await committed((tx) => tx.update(staffSessions).set({ seenAt: seenAt.toISOString() }).where(eq(staffSessions.idHash, idHash)).run())
}

/** Signs somebody out of one session. */
export async function closeStaffSession(idHash: string): Promise<void> {
  await committed((tx) => tx.delete(staffSessions).where(eq(staffSessions.idHash, idHash)).run())
}

/** Keeps a hall. */
export async function keepHall({ id, place, name, secondFactor }: Hall, at: Date): Promise<void> {
  const row = { id, place, nameZh: name.zh, nameBo: name.bo, secondFactor, createdAt: at.toISOString() }
  await committed((tx) => tx.insert(halls).values(row).run())
}

/** Keeps a new member of staff; false when somebody has their sign-in name. */
export async function keepStaff({ hall, ...one }: StoredStaff, at: Date): Promise<boolean> {
  const row = { ...one, hallId: hall?.id ?? null, createdAt: at.toISOString() }
  return committed((tx) => tx.insert(staff).values(row).onConflictDoNothing().run().changes === 1)
}
