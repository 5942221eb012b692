import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { MessageState } from '#app/domain/stored-states.ts'
import { committed, type Tx } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { outbox } from './schema.server.ts'

/** A message to be written with its event. */
export type NewMessage = {
  readonly id: string
  readonly applicationId: string
  /** Telephone number and text, encrypted. */
  readonly sealed: Buffer
  readonly createdAt: Date
  /** Before this moment it is not tried; at once where there is none. */
  readonly notBefore?: Date | undefined
}

/** A message claimed to be tried now; `attempts` counts this try too. */
export type ClaimedMessage = { readonly id: string; readonly sealed: Buffer; readonly attempts: number; readonly createdAt: Date }

/** What may be shown of a message: no number, no text. */
export type MessageTrace = {
  readonly id: string
  readonly state: MessageState
  /** Tries begun so far. */
  readonly attempts: number
  readonly createdAt: Date
  /** When it is next tried; once sent or given up, when that was. */
  readonly at: Date
}

/** How long a claim lasts, in milliseconds: many times the length of one try. */
export const claimedFor = 120_000

/** Writes messages in the transaction of their event; they are due at once, or from the moment they say. */
export function insertMessages(tx: Pick<Tx, 'insert'>, messages: readonly NewMessage[]): void {
  for (const { createdAt, notBefore = createdAt, ...message } of messages)
    tx.insert(outbox)
      .values({ ...message, state: 'waiting', attempts: 0, nextAt: notBefore.toISOString(), createdAt: createdAt.toISOString() })
      .run()
}

/** Deletes the messages of an event that were not tried yet, in the transaction that takes it back; false where one was. */
export function recallMessages(tx: Pick<Tx, 'delete' | 'select'>, applicationId: string, createdAt: string): boolean {
  const ofEvent = and(eq(outbox.applicationId, applicationId), eq(outbox.createdAt, createdAt))
  tx.delete(outbox)
    .where(and(ofEvent, eq(outbox.state, 'waiting'), eq(outbox.attempts, 0)))
    .run()
  return tx.select({ id: outbox.id }).from(outbox).where(ofEvent).get() === undefined
}

/**
 * Claims the messages that are due, the longest waiting first, and counts the try. One statement claims them, so that no
 * other run gets the same ones, in this process or another. The caller reports the result; where it dies before,
 * the message is due again after `claimedFor`, though it may have been sent: delivery is at least once. The gateway knows a second
 * try by the id of the message.
 */
export async function claimDue(now: Date, most: number): Promise<ClaimedMessage[]> {
  const due = and(eq(outbox.state, 'waiting'), lte(outbox.nextAt, now.toISOString()))
  const rows = await committed((tx) => {
    const ids = tx.select({ id: outbox.id }).from(outbox).where(due).orderBy(asc(outbox.nextAt)).limit(most)
    return tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAt: new Date(now.getTime() + claimedFor).toISOString() })
      .where(inArray(outbox.id, ids))
      .returning()
      .all()
  })
  return rows.map(({ id, sealed, attempts, createdAt }) => ({ id, sealed, attempts, createdAt: new Date(createdAt) }))
}

/** Notes that a message was sent, and deletes number and text; false when it is no longer waiting. */
export async function markSent(id: string, at: Date): Promise<boolean> {
  return marked(id, { state: 'sent', nextAt: at.toISOString(), sealed: Buffer.alloc(0) })
}

/** Notes that a try failed and when the next one is; false when the message is no longer waiting. */
export async function markFailed(id: string, nextAt: Date): Promise<boolean> {
  return marked(id, { nextAt: nextAt.toISOString() })
}

/** Notes that a message will not be tried again; false when it is no longer waiting. Its content stays, as it was not delivered. */
export async function giveUp(id: string, at: Date): Promise<boolean> {
  return marked(id, { state: 'given-up', nextAt: at.toISOString() })
}

function marked(id: string, change: Partial<typeof outbox.$inferSelect> & { state?: MessageState }): Promise<boolean> {
  return committed(
    (tx) =>
      tx
        .update(outbox)
        .set(change)
        .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting')))
        .run().changes === 1,
  )
}

const ofApplication = prepared((db) =>
  db
    .select()
    .from(outbox)
    .where(eq(outbox.applicationId, given('applicationId')))
    .orderBy(asc(outbox.createdAt), asc(sql`rowid`))
    .prepare(),
)

/** The messages of an application, the oldest first. */
export async function messagesOf(applicationId: string): Promise<MessageTrace[]> {
  return ofApplication()
    .all({ applicationId })
    .map(({ id, state, attempts, createdAt, nextAt }) => ({
      ...{ id, state: state as MessageState, attempts },
      createdAt: new Date(createdAt),
      at: new Date(nextAt),
    }))
}
