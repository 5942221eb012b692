import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { database } from './connection.server.ts'
import { pinAttempts, savedChecks } from './schema.server.ts'

/** A saved self-check as stored: encrypted, under a keyed hash of its code. */
export type SavedCheck = {
  readonly codeHash: string
  readonly pinHash: string
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Inserts a saved check; false when its code is taken. */
export async function insertSavedCheck(check: SavedCheck): Promise<boolean> {
  const { changes } = database()
    .insert(savedChecks)
    .values({ ...check, createdAt: check.createdAt.toISOString(), expiresAt: check.expiresAt.toISOString() })
    .onConflictDoNothing()
    .run()
  return changes === 1
}

/** The saved check of a code, unless it has expired. */
export async function findCheck(codeHash: string, now: Date): Promise<SavedCheck | undefined> {
  const row = database()
    .select()
    .from(savedChecks)
    .where(and(eq(savedChecks.codeHash, codeHash), gt(savedChecks.expiresAt, now.toISOString())))
    .get()
  return row && { ...row, createdAt: new Date(row.createdAt), expiresAt: new Date(row.expiresAt) }
}

/** Deletes a saved check; false when there was none. */
export async function removeCheck(codeHash: string): Promise<boolean> {
  return database().delete(savedChecks).where(eq(savedChecks.codeHash, codeHash)).run().changes === 1
}

/** Deletes expired checks and the attempts last made before `attemptsBefore`; returns how many checks. */
export async function removeExpired(now: Date, attemptsBefore: Date): Promise<number> {
  return database().transaction((tx) => {
    tx.delete(pinAttempts).where(lte(pinAttempts.lastAt, attemptsBefore.toISOString())).run()
    return tx.delete(savedChecks).where(lte(savedChecks.expiresAt, now.toISOString())).run().changes
  })
}

/** Wrong PINs entered for a code since `since`. */
export async function wrongPins(codeHash: string, since: Date): Promise<number> {
  const row = database()
    .select()
    .from(pinAttempts)
    .where(and(eq(pinAttempts.codeHash, codeHash), gt(pinAttempts.lastAt, since.toISOString())))
    .get()
  return row?.failures ?? 0
}

/** Counts a wrong PIN; failures before `since` no longer count. */
export async function countWrongPin(codeHash: string, at: Date, since: Date): Promise<void> {
  const lastAt = at.toISOString()
  database()
    .insert(pinAttempts)
    .values({ codeHash, failures: 1, lastAt })
    .onConflictDoUpdate({
      target: pinAttempts.codeHash,
      set: { failures: sql`case when ${pinAttempts.lastAt} > ${since.toISOString()} then ${pinAttempts.failures} + 1 else 1 end`, lastAt },
    })
    .run()
}

/** Deletes the wrong PINs of a code. */
export async function forgetWrongPins(codeHash: string): Promise<void> {
  database().delete(pinAttempts).where(eq(pinAttempts.codeHash, codeHash)).run()
}
