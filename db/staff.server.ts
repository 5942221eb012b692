import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { type Hall, rolesOfOne, type StaffRole, staffRoles } from '#app/domain/staff.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import type { StaffState } from '#app/domain/stored-states.ts'
import { countAssigned } from './assignees.server.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed, Stale, type Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { storedHall } from './halls.server.ts'
import { halls, staff, staffLinks, staffSessions } from './schema.server.ts'
import { listIn, postColumns } from './staff-columns.server.ts'
import { type CaseChange, saveWithin, staleWhereThrown } from './transitions.server.ts'

/** A staff member as stored: names encrypted. */
export type StoredStaff = {
  readonly id: string
  readonly loginHash: string
  readonly sealed: Buffer
  /** The role that may do most, and all of them, that one first. */
  readonly role: StaffRole
  readonly roles: readonly StaffRole[]
  /** The services and departments they serve; empty: all. */
  readonly serves: readonly string[]
  readonly hall: Hall | null
  readonly passwordHash: string | null
  readonly secondFactor: Buffer | null
  readonly lastStep: number | null
  readonly state: StaffState
}

/** A row of staff with its hall. */
export type StaffRows = { staff: typeof staff.$inferSelect; halls: typeof halls.$inferSelect | null }

/** A member of staff with their hall. */
export function storedStaff({ staff: row, halls: hall }: StaffRows): StoredStaff {
  const { id, loginHash, sealed, passwordHash, secondFactor, lastStep } = row
  const role = row.role as StaffRole
  const [more, serves] = [listIn(row.moreRoles), listIn(row.serves)]
  // An unknown role is damage, and so are services nobody can read: whoever has them may do nothing.
  const state = row.state === 'active' && staffRoles.includes(role) && serves !== undefined ? 'active' : 'off'
  const all = rolesOfOne([role, ...(more ?? [])])
  const roles = all[0] === role ? all : [role]
  return {
    ...{ id, loginHash, sealed, role, roles, serves: serves ?? [], hall: hall && storedHall(hall) },
    ...{ passwordHash, secondFactor, lastStep, state },
  }
}

const withHall = () => database().select().from(staff).leftJoin(halls, eq(halls.id, staff.hallId))
const byLogin = prepared((db) =>
  db
    .select()
    .from(staff)
    .leftJoin(halls, eq(halls.id, staff.hallId))
    .where(eq(staff.loginHash, given('loginHash')))
    .prepare(),
)

/** The staff member with a sign-in name (by its keyed hash); undefined where there is none. */
export async function staffByLogin(loginHash: string): Promise<StoredStaff | undefined> {
  const row = byLogin().get({ loginHash })
  return row && storedStaff(row)
}

/** The member of staff with an id; undefined where there is none. */
export async function staffById(id: string): Promise<StoredStaff | undefined> {
  const row = withHall().where(eq(staff.id, id)).get()
  return row && storedStaff(row)
}

/** Every staff member, in the order they were created. */
export async function allStaff(): Promise<StoredStaff[]> {
  return withHall().orderBy(asc(staff.createdAt), asc(staff.id)).all().map(storedStaff)
}

/** Inserts a staff member in the open transaction; false when their sign-in name is taken. */
export function insertStaff(tx: Tx, { hall, ...one }: StoredStaff, at: Date, event?: NewEvent): boolean {
  const { roles: _, ...columns } = one
  const row = { ...columns, ...postColumns(one), hallId: hall?.id ?? null, createdAt: at.toISOString() }
  const isNew = tx.insert(staff).values(row).onConflictDoNothing().run().changes === 1
  if (isNew && event) appendEvent(deskChain, event)
  return isNew
}

/** Those who may manage accounts: active administrators with a password. */
const administrators = () => and(eq(staff.role, 'administrator'), eq(staff.state, 'active'), isNotNull(staff.passwordHash))

/** Is there anybody who may manage accounts? */
export function hasAdministrator(tx: Pick<Tx, 'select'> = database()): boolean {
  return tx.select({ id: staff.id }).from(staff).where(administrators()).limit(1).get() !== undefined
}

/** A change of a staff member: names, roles, what they serve, hall, or active and inactive. */
export type Becoming = Pick<StoredStaff, 'id' | 'sealed' | 'role' | 'roles' | 'serves' | 'state'> & { readonly hallId: string | null }

/** The result of a change: stored, nobody would be left to manage accounts, or the staff member was changed since. */
export type Changed = 'done' | 'last-administrator' | 'stale'

/** A staff member as far as a change is about it. */
export const becomingOf = ({ id, sealed, role, roles, serves, hall, state }: StoredStaff): Becoming => ({
  ...{ id, sealed, role, roles, serves, state },
  hallId: hall?.id ?? null,
})

/** The same as it stands in an open transaction. */
function inTransaction(tx: Tx, id: string): Becoming | undefined {
  const row = tx.select().from(staff).leftJoin(halls, eq(halls.id, staff.hallId)).where(eq(staff.id, id)).get()
  return row && becomingOf(storedStaff(row))
}

/** Cases reassigned in the same commit: how many stay assigned to who is changed, and to whom they are given, as they were seen. */
export type Reassigned = { readonly cases: readonly CaseChange[]; readonly staying: number; readonly to: Becoming | null }

/**
 * Changes a staff member who still is as they `was`, with its events; inactive ones are signed out at once. What becomes of their cases is
 * stored with it or not at all: `stale` too where one was changed or assigned to them since.
 */
export async function changeStaff(
  becoming: Becoming,
  was: Omit<Becoming, 'id'>,
  events: NewEvent | readonly NewEvent[],
  work?: Reassigned,
): Promise<Changed> {
  return staleWhereThrown(committed((tx) => changeWithin(tx, becoming, was, [events].flat(), work)))
}

function changeWithin(tx: Tx, becoming: Becoming, was: Omit<Becoming, 'id'>, events: readonly NewEvent[], work?: Reassigned): Changed {
  const { id, sealed, role, hallId, state } = becoming
  // Compared as it is read, as `was` was: what lies in a damaged row would never be what somebody saw.
  if (!isDeepStrictEqual(inTransaction(tx, id), { ...was, id })) return 'stale'
  const stays = role === 'administrator' && state === 'active'
  const other = tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(administrators(), ne(staff.id, id)))
    .limit(1)
  if (!stays && other.get() === undefined) return 'last-administrator'
  tx.update(staff)
    .set({ sealed, ...postColumns(becoming), hallId, state })
    .where(eq(staff.id, id))
    .run()
  if (state === 'off') {
    tx.delete(staffSessions).where(eq(staffSessions.staffId, id)).run()
    tx.delete(staffLinks).where(eq(staffLinks.staffId, id)).run()
  }
  for (const event of events) appendEvent(deskChain, event)
  if (work) reassignWithin(tx, id, work)
  return 'done'
}

function reassignWithin(tx: Tx, id: string, { cases, staying, to }: Reassigned): void {
  if (to && !isDeepStrictEqual(inTransaction(tx, to.id), to)) throw new Stale()
  saveWithin(tx, cases)
  if (countAssigned(id) !== staying) throw new Stale()
}

/** Sets a password in the open transaction. */
export function setPassword(tx: Tx, id: string, passwordHash: string, event: NewEvent): void {
  tx.update(staff).set({ passwordHash }).where(eq(staff.id, id)).run()
  tx.delete(staffSessions).where(eq(staffSessions.staffId, id)).run()
  appendEvent(deskChain, event)
}

/** A second factor, or none (null); `lastStep` is that of the code it was confirmed with. */
export type SecondFactor = { readonly secondFactor: Buffer | null; readonly lastStep: number | null }

/** Sets or removes a second factor, with its event; false, and nothing written, where it is not the one it `was` (null: none). */
export async function changeSecondFactor(id: string, next: SecondFactor, was: Buffer | null, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const row = tx.select({ now: staff.secondFactor }).from(staff).where(eq(staff.id, id)).get()
    if (!row || !isDeepStrictEqual(row.now, was)) return false
    tx.update(staff).set(next).where(eq(staff.id, id)).run()
    appendEvent(deskChain, event)
    return true
  })
}

/** Notes the time step of a code in the open transaction; false when that step, or a later one, was used before. */
export function consumeTotpStep(tx: Tx, id: string, step: number): boolean {
  const fresh = or(isNull(staff.lastStep), lt(staff.lastStep, step))
  return (
    tx
      .update(staff)
      .set({ lastStep: step })
      .where(and(eq(staff.id, id), fresh))
      .run().changes === 1
  )
}
