import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { isMoment } from '#app/domain/day.ts'
import { openStates, type RecoveryKind, type RecoveryState, type RecoveryWay } from '#app/domain/recovery.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed, type Tx } from './commit.server.ts'
import { database } from './connection.server.ts'
import { insertMessages, type NewMessage } from './outbox.server.ts'
import { applications, folders, pinAttempts, recoveries, sessions } from './schema.server.ts'

/** A request to give a lost PIN or code back, as stored: card and digits encrypted. */
export type StoredRecovery = {
  readonly id: string
  /** Null once the folder was deleted. */
  readonly folderId: string | null
  readonly kind: RecoveryKind
  readonly state: RecoveryState
  readonly way: RecoveryWay
  readonly staffId: string
  readonly hallId: string
  readonly place: string
  readonly confirmPlace: string
  readonly confirmedBy: string | null
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
}

/** What is written with a step: an event for each application of the folder, and messages. */
export type StepWritten = { readonly events: (applicationId: string) => NewEvent; readonly messages: readonly NewMessage[] }

type Row = typeof recoveries.$inferSelect

const stored = ({ createdAt, expiresAt, endedAt, screenHash: _hash, screenUntil: _until, ...row }: Row): StoredRecovery => ({
  ...row,
  ...{ kind: row.kind as RecoveryKind, state: row.state as RecoveryState, way: row.way as RecoveryWay },
  ...{ createdAt: new Date(createdAt), expiresAt: new Date(expiresAt), endedAt: endedAt === null ? null : new Date(endedAt) },
})

const isOpen = inArray(recoveries.state, [...openStates])

/** Writes a request; the id of the one that is open for the folder already, where there is one, and nothing is written. */
export async function insertRecovery(
  recovery: Omit<StoredRecovery, 'folderId' | 'endedAt' | 'confirmedBy'> & { readonly folderId: string },
  written: StepWritten,
): Promise<string> {
  return committed((tx) => {
    const open = tx
      .select({ id: recoveries.id })
      .from(recoveries)
      .where(and(eq(recoveries.folderId, recovery.folderId), isOpen))
      .get()
    if (open) return open.id
    const { createdAt, expiresAt, ...row } = recovery
    tx.insert(recoveries)
      .values({ ...row, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() })
      .run()
    write(tx, recovery.folderId, written)
    return recovery.id
  })
}

/** Notes a step of a folder that leads to no request, such as digits that are not those of the card. */
export async function noteStep(folderId: string, written: StepWritten): Promise<void> {
  await committed((tx) => write(tx, folderId, written))
}

function write(tx: Tx, folderId: string | null, { events, messages }: StepWritten): void {
  const of = folderId === null ? [] : tx.select({ id: applications.id }).from(applications).where(eq(applications.folderId, folderId)).all()
  for (const { id } of of.length > 0 ? of : [{ id: deskChain }]) appendEvent(id, events(id))
  insertMessages(tx, messages)
}

/** One request. */
export async function recoveryById(id: string): Promise<StoredRecovery | undefined> {
  const row = database().select().from(recoveries).where(eq(recoveries.id, id)).get()
  return row && stored(row)
}

/** Requests of a place, and those its hall is to confirm: what is open, and what ended since a moment; the newest first. */
export async function recoveriesAt(place: string, since: Date, most: number): Promise<StoredRecovery[]> {
  const here = or(eq(recoveries.place, place), eq(recoveries.confirmPlace, place))
  const shown = or(isNull(recoveries.endedAt), gt(recoveries.endedAt, since.toISOString()))
  return database().select().from(recoveries).where(and(here, shown)).orderBy(desc(recoveries.createdAt)).limit(most).all().map(stored)
}

/** What changes with a step. */
export type RecoveryChange = {
  readonly state?: RecoveryState
  readonly confirmedBy?: string
  readonly sealed?: Buffer
  /** What was sealed as it was read: where something else is by now, nothing is written. */
  readonly replaces?: Buffer
  readonly endedAt?: Date
  /** Opens the screen on which the PIN is chosen, in the place of another. */
  readonly screen?: { readonly hash: string; readonly until: Date } | null
}

/** Takes a step of a request in one of these states; false, and nothing is written, where it is in another by now. */
export async function changeRecovery(
  { id, folderId }: Pick<StoredRecovery, 'id' | 'folderId'>,
  from: readonly RecoveryState[],
  change: RecoveryChange,
  written?: StepWritten,
): Promise<boolean> {
  return committed((tx) => {
    if (!changed(tx, id, from, change)) return false
    if (written) write(tx, folderId, written)
    return true
  })
}

function changed(tx: Tx, id: string, from: readonly RecoveryState[], { endedAt, screen, replaces, ...change }: RecoveryChange): boolean {
  const values = {
    ...change,
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    ...(screen === undefined ? {} : { screenHash: screen?.hash ?? null, screenUntil: screen?.until.toISOString() ?? null }),
  }
  const asRead = replaces && eq(recoveries.sealed, replaces)
  const there = and(eq(recoveries.id, id), inArray(recoveries.state, [...from]), asRead)
  return tx.update(recoveries).set(values).where(there).run().changes === 1
}

/** The request whose screen has this token, as long as a PIN can be chosen there. */
export async function recoveryOfScreen(screenHash: string, now: Date): Promise<StoredRecovery | undefined> {
  const good = and(eq(recoveries.screenHash, screenHash), eq(recoveries.state, 'confirmed'), gt(recoveries.screenUntil, now.toISOString()))
  const row = database()
    .select()
    .from(recoveries)
    .where(and(good, gt(recoveries.expiresAt, now.toISOString())))
    .get()
  return row && stored(row)
}

/**
 * Gives a folder its new PIN, in one commit with the end of the request: every session with the folder open ends, and wrong PINs of before
 * are forgotten. False where the request was used, or ended, meanwhile, or the folder is not there any more.
 */
export async function replacePin(
  { id, folderId }: Pick<StoredRecovery, 'id' | 'folderId'>,
  { pinHash, codeHash, at }: { readonly pinHash: string; readonly codeHash: string; readonly at: Date },
  written: StepWritten,
): Promise<boolean> {
  return committed((tx) => {
    if (folderId === null || !changed(tx, id, ['confirmed'], { state: 'done', endedAt: at, screen: null })) return false
    tx.update(folders).set({ pinHash }).where(eq(folders.id, folderId)).run()
    tx.delete(sessions).where(eq(sessions.folderId, folderId)).run()
    tx.delete(pinAttempts).where(eq(pinAttempts.codeHash, codeHash)).run()
    write(tx, folderId, written)
    return true
  })
}

/** When a PIN of a folder was last given back, since a moment; undefined where it was not. */
export async function lastNewPin(folderId: string, since: Date): Promise<Date | undefined> {
  const done = and(eq(recoveries.folderId, folderId), eq(recoveries.kind, 'pin'), eq(recoveries.state, 'done'))
  const rows = database()
    .select({ at: recoveries.endedAt })
    .from(recoveries)
    .where(and(done, gt(recoveries.endedAt, since.toISOString())))
    .orderBy(desc(recoveries.endedAt))
    .all()
  // A damaged moment compares as text, and may come first.
  const at = rows.find((row) => row.at !== null && isMoment(row.at))?.at
  return at ? new Date(at) : undefined
}

/** Requests that are open beyond their time. */
export async function overdueRecoveries(now: Date): Promise<StoredRecovery[]> {
  return database()
    .select()
    .from(recoveries)
    .where(and(isOpen, lte(recoveries.expiresAt, now.toISOString())))
    .all()
    .map(stored)
}

/** Deletes requests that ended before a moment: the events stay. */
export async function removeRecoveries(before: Date): Promise<void> {
  await committed((tx) =>
    tx
      .delete(recoveries)
      .where(and(isNotNull(recoveries.endedAt), lte(recoveries.endedAt, before.toISOString())))
      .run(),
  )
}
