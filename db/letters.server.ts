import { and, eq, sql } from 'drizzle-orm'
import type { InEvery } from '#app/domain/language.ts'
import { inEveryNow } from '#app/domain/language.ts'
import { type LetterState, letterNumber, stateOfEarlier } from '#app/domain/letter-register.ts'
import type { NewEvent } from './audit-log.server.ts'
import type { Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { letters } from './schema.server.ts'

/** A letter to be registered with its event, which says its number: that is known in the commit only. */
export type NewLetter = {
  readonly series: string
  readonly codeHash: string
  readonly issuer: InEvery<string>
  readonly toldAt: Date
  numbered(number: string): { readonly event: NewEvent; readonly checksum: string }
}
/** An event to be written: whole, or one that still lacks the number of its letter. */
export type EventToWrite = NewEvent | (Pick<NewEvent, 'id' | 'type' | 'at'> & { readonly letter: NewLetter })

/** What anybody may know of a letter. */
export type RegisteredLetter = {
  readonly number: string
  readonly issuer: InEvery<string>
  readonly issuedAt: Date
  readonly checksum: string
  readonly state: LetterState
}

/** The event as it is written, in the open transaction: its letter gets the next number of its series, and earlier ones of the case hold no more. */
export function registered(tx: Tx, applicationId: string, one: EventToWrite): NewEvent {
  const becomes = stateOfEarlier(one.type)
  const ended = { endedBy: one.id, endedAt: toldAtOf(one).toISOString() }
  if (becomes === 'untold') recallLast(tx, applicationId)
  else if (becomes !== undefined) {
    const holding = and(eq(letters.applicationId, applicationId), eq(letters.state, 'valid'))
    tx.update(letters)
      .set({ state: becomes, ...ended })
      .where(holding)
      .run()
  }
  if (!('letter' in one)) return one
  const { series, codeHash, issuer, toldAt, numbered } = one.letter
  const running = (lastOf().get({ series })?.running ?? 0) + 1
  const { event, checksum } = numbered(letterNumber(series, running))
  const dates = { issuedAt: one.at.toISOString(), toldAt: toldAt.toISOString() }
  const row = { id: one.id, applicationId, series, running, codeHash, issuer: JSON.stringify(issuer), checksum }
  tx.insert(letters)
    .values({ ...row, ...dates, state: 'valid' })
    .run()
  return event
}

const toldAtOf = (one: EventToWrite): Date => ('letter' in one ? one.letter.toldAt : one.at)

/** The last letter of a case was never told to anybody: those it ended hold again. */
function recallLast(tx: Tx, applicationId: string): void {
  const last = tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.applicationId, applicationId), eq(letters.state, 'valid')))
    .get()
  if (!last) return
  tx.update(letters).set({ state: 'untold' }).where(eq(letters.id, last.id)).run()
  tx.update(letters).set({ state: 'valid', endedBy: null, endedAt: null }).where(eq(letters.endedBy, last.id)).run()
}

const lastOf = prepared((db) =>
  db
    .select({ running: sql<number | null>`max(${letters.running})` })
    .from(letters)
    .where(eq(letters.series, given('series')))
    .prepare(),
)

/** The letter with a code, as it is told at a moment; undefined where there is none, or nobody was told of it. */
export async function letterByCode(codeHash: string, now: Date): Promise<RegisteredLetter | undefined> {
  const row = database().select().from(letters).where(eq(letters.codeHash, codeHash)).get()
  if (!row || row.state === 'untold' || Date.parse(row.toldAt) > now.getTime()) return undefined
  const { series, running, issuer, issuedAt, checksum } = row
  // What ends it may not be told yet.
  const holds = row.endedAt === null || Date.parse(row.endedAt) > now.getTime()
  const told = { number: letterNumber(series, running), issuer: inEveryNow(JSON.parse(issuer)), checksum }
  return { ...told, issuedAt: new Date(issuedAt), state: holds ? 'valid' : row.state }
}
