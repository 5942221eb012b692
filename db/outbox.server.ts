import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { committed, type Tx } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { outbox } from './schema.server.ts'

/** A message about to be written with the event it tells of. */
export type NewMessage = {
  readonly id: string
  readonly applicationId: string
  /** Telephone number and words, locked. */
  readonly sealed: Buffer
  readonly createdAt: Date
}

/** A message taken to be tried now; `attempts` counts this try too. */
export type TakenMessage = { readonly id: string; readonly sealed: Buffer; readonly attempts: number; readonly createdAt: Date }

/** Where a message stands. */
export type MessageState = 'waiting' | 'sent' | 'given-up'

/** What can be shown of a message: no number, no words. */
export type MessageTrace = {
  readonly id: string
  readonly state: MessageState
  /** Tries begun so far. */
  readonly attempts: number
  readonly createdAt: Date
  /** When it is next tried; once sent or given up, when that was. */
  readonly at: Date
}

/** How long a taken message is nobody else's, in milliseconds: many times what one try may last. */
export const takenFor = 120_000

/** Writes messages in the transaction of the event they tell of; they are due at once. */
export function insertMessages(tx: Pick<Tx, 'insert'>, messages: readonly NewMessage[]): void {
  for (const { createdAt, ...message } of messages) {
    const at = createdAt.toISOString()
    tx.insert(outbox)
      .values({ ...message, state: 'waiting', attempts: 0, nextAt: at, createdAt: at })
      .run()
  }
}

/**
 * Takes the messages that are due, the longest waiting first, and counts the try. One statement takes them, so nobody
 * else gets the same ones, in this process or another. Whoever takes one says what became of it; where they die before,
 * it is due again after `takenFor`, though it may have been sent: at least once, never less. The gateway knows a second
 * try by the message's id.
 */
export async function takeDue(now: Date, most: number): Promise<TakenMessage[]> {
  const due = and(eq(outbox.state, 'waiting'), lte(outbox.nextAt, now.toISOString()))
  const rows = await committed((tx) => {
    const ids = tx.select({ id: outbox.id }).from(outbox).where(due).orderBy(asc(outbox.nextAt)).limit(most)
    return tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAt: new Date(now.getTime() + takenFor).toISOString() })
      .where(inArray(outbox.id, ids))
      .returning()
      .all()
  })
  return rows.map(({ id, sealed, attempts, createdAt }) => ({ id, sealed, attempts, createdAt: new Date(createdAt) }))
}

/** Notes that a message was sent, and forgets number and words; false when it waits no more. */
export async function markSent(id: string, at: Date): Promise<boolean> {
  return marked(id, { state: 'sent', nextAt: at.toISOString(), sealed: Buffer.alloc(0) })
}

/** Notes that a try failed and when the next one is; false when the message waits no more. */
export async function markFailed(id: string, nextAt: Date): Promise<boolean> {
  return marked(id, { nextAt: nextAt.toISOString() })
}

/** Notes that a message will not be tried again; false when it waits no more. Its content stays, as it was not delivered. */
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

/** What became of the messages of an application, first things first. */
export async function messagesOf(applicationId: string): Promise<MessageTrace[]> {
  return ofApplication()
    .all({ applicationId })
    .map(({ id, state, attempts, createdAt, nextAt }) => ({
      ...{ id, state: state as MessageState, attempts },
      createdAt: new Date(createdAt),
      at: new Date(nextAt),
    }))
}
