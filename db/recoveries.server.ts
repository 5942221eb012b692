import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { isMoment } from '#app/domain/day.ts'
import { openStates, type RecoveryState } from '#app/domain/recovery.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed, type Tx } from './commit.server.ts'
import { database } from './connection.server.ts'
import { insertMessages, type NewMessage } from './outbox.server.ts'
import { isWhole, type StoredRecovery, storedRecovery } from './recovery-rows.server.ts'
import { applications, folders, pinAttempts, recoveries, sessions } from './schema.server.ts'

/** What is written with a step: an event for each application of the folder, and messages. */
export type StepWritten = { readonly events: (applicationId: string) => NewEvent; readonly messages: readonly NewMessage[] }

const isOpen = inArray(recoveries.state, [...openStates])

/** Writes a request; the id of the one that is open for the folder already, where there is one, and nothing is written. */
export async function insertRecovery(
  recovery: Omit<StoredRecovery, 'folderId' | 'endedAt' | 'confirmedBy' | 'isDamaged'> & { readonly folderId: string },
  written: StepWritten,
): Promise<string> {
  return committed((tx) => {
    const open = tx
      .select()
      .from(recoveries)
      .where(and(eq(recoveries.folderId, recovery.folderId), isOpen))
      .all()
    // A damaged one can be neither confirmed nor ended: it stands in nobody's way.
    const whole = open.find(isWhole)
    if (whole) return whole.id
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
  return row && storedRecovery(row)
}

/** Requests of a place, and those its hall is to confirm: what is open, and what ended since a moment; the newest first. */
export async function recoveriesAt(place: string, since: Date, most: number): Promise<StoredRecovery[]> {
  const here = or(eq(recoveries.place, place), eq(recoveries.confirmPlace, place))
  const shown = or(isNull(recoveries.endedAt), gt(recoveries.endedAt, since.toISOString()))
  return database()
    .select()
    .from(recoveries)
    .where(and(here, shown))
    .orderBy(desc(recoveries.createdAt))
    .limit(most)
    .all()
    .map(storedRecovery)
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
  return row && storedRecovery(row)
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
    .map(storedRecovery)
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
