import { and, asc, count, desc, eq, isNotNull, lte, ne, sql } from 'drizzle-orm'
import type { Status } from '#app/domain/application.ts'
import { awaitsAnswer, type Rated } from '#app/domain/rating.ts'
import { committed, type Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { keepCounted } from './figures.server.ts'
import { insertMessages, type NewMessage } from './outbox.server.ts'
import { forgetContent, type NewEvent, record } from './record.server.ts'
import { applications, events, folders } from './schema.server.ts'

/** An application as it lies in the database. */
export type StoredApplication = {
  readonly id: string
  readonly folderId: string
  /** Its number within the folder. */
  readonly number: number
  readonly service: string
  /** The member it is for; null: the household. */
  readonly member: string | null
  readonly status: Status
  /** How it was handed in: `self`, or with a clerk: `counter`, `paper`. */
  readonly channel?: string
  readonly county: string | null
  readonly round: string | null
  /** What was submitted, locked; null while a draft. */
  readonly sealed: Buffer | null
  readonly submittedAt: Date | null
  readonly changedAt: Date
  /** When it is taken away; null while it is with the hall. */
  readonly expiresAt: Date | null
  /** Keyed hash of who applies for what; null without an identity number. */
  readonly personHash: string | null
  /** The mode it was submitted in. */
  readonly mode: string | null
} & DeskMarks &
  Rated

/** What the desk knows of an application besides its status: who works on it, who proposes to decline it, when a legal limit ends. */
export type DeskMarks = {
  readonly assignee: string | null
  readonly proposedBy: string | null
  readonly dueOn: string | null
}

/** What is noted of a rating; what was answered stays long enough to be read. */
type RatingMarks = Rated & { readonly expiresAt: string }

type Row = typeof applications.$inferSelect

/** An application as the domain knows it. */
export function stored(row: Row): StoredApplication {
  return {
    ...row,
    status: row.status as Status,
    submittedAt: dateOf(row.submittedAt),
    changedAt: new Date(row.changedAt),
    expiresAt: dateOf(row.expiresAt),
  }
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text))

const ofFolder = prepared((db) =>
  db
    .select()
    .from(applications)
    .where(eq(applications.folderId, given('folderId')))
    .orderBy(asc(applications.number))
    .prepare(),
)

/** The applications of a folder, by number. */
export async function applicationsOf(folderId: string): Promise<StoredApplication[]> {
  return ofFolder().all({ folderId }).map(stored)
}

/** One application. */
export async function applicationById(id: string): Promise<StoredApplication | undefined> {
  const row = database().select().from(applications).where(eq(applications.id, id)).get()
  return row && stored(row)
}

/** One application to be submitted with its round. */
export type ToSubmit = {
  readonly id: string
  readonly sealed: Buffer
  readonly county: string
  readonly mode: string
  /** How it was handed in: `self` unless it came over the counter. */
  readonly channel?: 'counter' | 'paper' | undefined
  readonly personHash: string | null
  readonly event: NewEvent
  readonly messages: readonly NewMessage[]
}

/** What became of a round: submitted now, already submitted earlier, or changed since it was looked at. */
export type Submitted = 'now' | 'before' | 'stale'

const ofRound = prepared((db) =>
  db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.folderId, given('id')), eq(applications.round, given('round'))))
    .prepare(),
)
const endRound = prepared((db) =>
  db
    .update(folders)
    .set({
      round: given('nextRound'),
      version: sql`${folders.version} + 1`,
      savedAt: given('at'),
    })
    .where(and(eq(folders.id, given('id')), eq(folders.version, given('version')), eq(folders.round, given('round'))))
    .prepare(),
)

/**
 * Submits a round of a folder: every draft named, each with its event and its messages, or none. The same round again
 * changes nothing and says `before`. Resolves once it is on disk.
 */
export async function submitRound(
  folder: { id: string; version: number; round: string; nextRound: string },
  drafts: readonly ToSubmit[],
  at: Date,
): Promise<Submitted> {
  return committed((tx) => {
    if (endRound().run({ ...folder, at: at.toISOString() }).changes === 0)
      return ofRound().get({ id: folder.id, round: folder.round }) ? 'before' : 'stale'
    for (const { id, sealed, county, mode, channel = 'self', personHash, event, messages } of drafts) {
      const row = { sealed, county, mode, channel, personHash, round: folder.round, submittedAt: at.toISOString() }
      if (!move(tx, { id, from: 'draft', to: 'submitted', at, event, messages }, row))
        throw new Error('A draft of the round is none any more')
    }
    return 'now'
  })
}

/** What a step of the desk is made on, and what it changes besides the status. */
export type DeskStep = {
  /** How many events there were, looks not counted, when it was decided on; where there are others now, nothing is done. */
  readonly seen?: number
  readonly marks?: Partial<DeskMarks & RatingMarks>
  readonly messages?: readonly NewMessage[]
}

/** A move of an application with its event; `sealed` where what was submitted changes with it. */
export type StatusChange = DeskStep & {
  readonly id: string
  readonly from: Status
  readonly to: Status
  readonly at: Date
  readonly event: NewEvent
  readonly sealed?: Buffer
  /** The county whose hall has it from now on. */
  readonly county?: string
  /** What happens with it, after the event of the move. */
  readonly also?: readonly NewEvent[]
  /** When it is to be taken away; for those whose life has ended. */
  readonly expiresAt?: Date
  /** The condition it is declined for. */
  readonly declinedFor?: string
}

/** Moves an application and writes its history together; false when somebody moved it first. */
export async function moveApplication(change: StatusChange): Promise<boolean> {
  const { sealed, county } = change
  return committed((tx) => move(tx, change, { ...(sealed ? { sealed } : {}), ...(county ? { county } : {}) }))
}

/** What a move changes besides the status; null stays as it is. */
const unchanged = { sealed: null, county: null, mode: null, channel: null, personHash: null, round: null, submittedAt: null }
const movable = prepared((db) => {
  const orAsItIs = (name: keyof typeof unchanged | 'expiresAt' | 'declinedFor') => sql`coalesce(${given(name)}, ${applications[name]})`
  const answers = sql`${given('to')} in ('accepted', 'correction-asked', 'in-review', 'approved', 'declined')`
  const decides = sql`${given('to')} in ('approved', 'declined')`
  return db
    .update(applications)
    .set({
      answeredAt: sql`case when ${answers} then coalesce(${applications.answeredAt}, ${given('at')}) else ${applications.answeredAt} end`,
      decidedAt: sql`case when ${decides} then ${given('at')} else ${applications.decidedAt} end`,
      corrections: sql`${applications.corrections} + (${given('to')} = 'correction-asked')`,
      declinedFor: orAsItIs('declinedFor'),
      ...{ status: given('to'), changedAt: given('at'), expiresAt: orAsItIs('expiresAt') },
      ...{ sealed: orAsItIs('sealed'), county: orAsItIs('county'), personHash: orAsItIs('personHash') },
      ...{ mode: orAsItIs('mode'), channel: orAsItIs('channel') },
      ...{ round: orAsItIs('round'), submittedAt: orAsItIs('submittedAt') },
    })
    .where(and(eq(applications.id, given('id')), eq(applications.status, given('from'))))
    .prepare()
})

function move(tx: Tx, change: StatusChange, more: Partial<Row>): boolean {
  const { id, from, to, at, event, also = [], messages = [], expiresAt, declinedFor = null } = change
  if (isOutrun(id, change)) return false
  const [changedAt, ends] = [at.toISOString(), expiresAt?.toISOString() ?? null]
  if (movable().run({ ...unchanged, ...more, id, from, to, at: changedAt, expiresAt: ends, declinedFor }).changes === 0) return false
  mark(tx, id, change)
  for (const one of [event, ...also]) record(id, one)
  insertMessages(tx, messages)
  return true
}

const happened = prepared((db) =>
  db
    .select({ found: count() })
    .from(events)
    .where(and(eq(events.applicationId, given('id')), ne(events.type, 'look')))
    .prepare(),
)

/** Did something happen since a step was decided on? */
function isOutrun(id: string, { seen }: DeskStep): boolean {
  return seen !== undefined && happened().get({ id })?.found !== seen
}

function mark(tx: Tx, id: string, { marks }: DeskStep): void {
  if (marks && Object.keys(marks).length > 0) tx.update(applications).set(marks).where(eq(applications.id, id)).run()
}

/** Writes an event that does not move the application; false when something else happened first. Throws where there is no such application. */
export async function noteEvent(applicationId: string, event: NewEvent, step: DeskStep = {}): Promise<boolean> {
  return committed((tx) => {
    const found = tx.select({ id: applications.id }).from(applications).where(eq(applications.id, applicationId)).get()
    if (!found) throw new Error('There is no such application')
    if (isOutrun(applicationId, step)) return false
    mark(tx, applicationId, step)
    record(applicationId, event)
    insertMessages(tx, step.messages ?? [])
    return true
  })
}

const ofPerson = prepared((db) =>
  db
    .select()
    .from(applications)
    .where(and(eq(applications.personHash, given('personHash')), ne(applications.id, given('notId'))))
    .orderBy(desc(applications.submittedAt))
    .prepare(),
)

/** Open applications of the same person for the same service, in other folders too, newest first. */
export async function othersOf(personHash: string, notId: string): Promise<StoredApplication[]> {
  const open = ['submitted', 'accepted', 'correction-asked', 'resubmitted', 'in-review']
  const rows = ofPerson().all({ personHash, notId })
  return rows.map(stored).filter(({ status }) => open.includes(status))
}

/** Drafts of folders nobody saved since their time was over. */
export async function idleDrafts(now: Date): Promise<StoredApplication[]> {
  const rows = database()
    .select({ application: applications })
    .from(applications)
    .innerJoin(folders, eq(folders.id, applications.folderId))
    .where(and(eq(applications.status, 'draft'), lte(folders.expiresAt, now.toISOString())))
    .all()
  return rows.map(({ application }) => stored(application))
}

/** Applications whose time is over, the oldest first. One that waits for the answer to a low rating stays until it has it. */
export async function endedApplications(now: Date): Promise<string[]> {
  const over = and(isNotNull(applications.expiresAt), lte(applications.expiresAt, now.toISOString()))
  const { id, rating, ratingAnsweredAt } = applications
  const rows = database().select({ id, rating, ratingAnsweredAt }).from(applications).where(over).orderBy(asc(applications.expiresAt)).all()
  return rows.filter((row) => !awaitsAnswer(row)).map((row) => row.id)
}

/** Takes an application away with its messages and the content of its events, and records that; only what is counted stays; false when it has gone already. */
export async function forgetApplication(id: string, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const row = tx.select().from(applications).where(eq(applications.id, id)).get()
    if (!row) return false
    if (row.submittedAt !== null) keepCounted(tx, { ...row, submittedAt: row.submittedAt })
    tx.delete(applications).where(eq(applications.id, id)).run()
    forgetContent(tx, id)
    record(id, event)
    return true
  })
}

/** Where every application stands, by id. */
export async function statusesOf(): Promise<Map<string, Status>> {
  const rows = database().select({ id: applications.id, status: applications.status }).from(applications).all()
  return new Map(rows.map(({ id, status }) => [id, status as Status]))
}
