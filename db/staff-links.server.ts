import { and, eq, gt, isNull } from 'drizzle-orm'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed, type Tx } from './commit.server.ts'
import { database } from './connection.server.ts'
import { halls, staff, staffLinks } from './schema.server.ts'
import { hasAdministrator, insertStaff, type StoredStaff, setPassword, storedStaff } from './staff.server.ts'

/** A single-use link: found by a keyed hash of its token. `staffId` null: it creates the first administrator. */
export type NewLink = { readonly tokenHash: string; readonly staffId: string | null; readonly expiresAt: Date }

/** Stores the link by which the first administrator is created, replacing the one before; false where there is an administrator already. */
export async function replaceFirstLink(link: NewLink & { readonly staffId: null }): Promise<boolean> {
  return committed((tx) => {
    if (hasAdministrator(tx)) return false
    tx.delete(staffLinks).where(isNull(staffLinks.staffId)).run()
    insertLink(tx, link)
    return true
  })
}

/** Stores a link for a staff member, replacing the one before, with its event. */
export async function replaceLink(link: NewLink & { readonly staffId: string }, event: NewEvent): Promise<void> {
  await committed((tx) => {
    tx.delete(staffLinks).where(eq(staffLinks.staffId, link.staffId)).run()
    insertLink(tx, link)
    appendEvent(deskChain, event)
  })
}

/** Inserts a new staff member and their invitation link; false when their sign-in name is taken. */
export async function insertInvited(
  one: StoredStaff,
  link: NewLink & { readonly staffId: string },
  at: Date,
  event: NewEvent,
): Promise<boolean> {
  return committed((tx) => {
    const isNew = insertStaff(tx, one, at, event)
    if (isNew) insertLink(tx, link)
    return isNew
  })
}

function insertLink(tx: Tx, { expiresAt, ...link }: NewLink): void {
  tx.insert(staffLinks)
    .values({ ...link, expiresAt: expiresAt.toISOString() })
    .run()
}

const valid = (tokenHash: string, now: Date) => and(eq(staffLinks.tokenHash, tokenHash), gt(staffLinks.expiresAt, now.toISOString()))

/** Whose link it is: a staff member, or the first administrator to be; undefined where it is unknown or has expired. */
export async function ownerOfLink(tokenHash: string, now: Date): Promise<StoredStaff | 'first-administrator' | undefined> {
  const row = database()
    .select()
    .from(staffLinks)
    .leftJoin(staff, eq(staff.id, staffLinks.staffId))
    .leftJoin(halls, eq(halls.id, staff.hallId))
    .where(valid(tokenHash, now))
    .get()
  if (!row) return undefined
  if (row.staff) return row.staff.state === 'active' ? storedStaff({ staff: row.staff, halls: row.halls }) : undefined
  return hasAdministrator() ? undefined : 'first-administrator'
}

/** A link to be used, and the marks (keyed hashes) that stay of it until it would have expired. */
export type Using = { readonly tokenHash: string; readonly marks: readonly string[] }

/** Creates the first administrator by a link, which is used up; false when it was before. @throws where another has the sign-in name */
export async function makeFirst(link: Using, one: StoredStaff, now: Date, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const expiresAt = hasAdministrator(tx) ? undefined : expiryOf(tx, link, now)
    if (expiresAt === undefined) return false
    if (!insertStaff(tx, one, now, event)) throw new Error('Somebody else has the sign-in name of the first administrator')
    use(tx, link, one.id, expiresAt)
    return true
  })
}

/** Sets the password chosen by a link, which is used up; false when it was before. */
export async function choosePassword(link: Using, id: string, passwordHash: string, now: Date, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const expiresAt = expiryOf(tx, link, now)
    if (expiresAt === undefined) return false
    setPassword(tx, id, passwordHash, event)
    use(tx, link, id, expiresAt)
    return true
  })
}

/** Is there this mark of a used link? */
export async function hasMark(mark: string, now: Date): Promise<boolean> {
  return expiryOf(database(), { tokenHash: mark }, now) !== undefined
}

const expiryOf = (db: Pick<Tx, 'select'>, { tokenHash }: Pick<Using, 'tokenHash'>, now: Date) =>
  db.select({ expiresAt: staffLinks.expiresAt }).from(staffLinks).where(valid(tokenHash, now)).get()?.expiresAt

function use(tx: Tx, { tokenHash, marks }: Using, staffId: string, expiresAt: string): void {
  tx.delete(staffLinks).where(eq(staffLinks.tokenHash, tokenHash)).run()
  for (const mark of marks) tx.insert(staffLinks).values({ tokenHash: mark, staffId, expiresAt }).run()
}
