import { and, eq, sql } from 'drizzle-orm'
import type { Deadline, Marks } from '#app/domain/case-state.ts'
import type { Status } from '#app/domain/status.ts'
import { versionOf } from './applications.server.ts'
import { appendEvent, caseAssignedBy } from './audit-log.server.ts'
import { committed, Stale, type Tx } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { type FolderChange, saveContent } from './folders.server.ts'
import { type EventToWrite, registered } from './letters.server.ts'
import { insertMessages, type NewMessage, recallMessages } from './outbox.server.ts'
import { applications } from './schema.server.ts'
import { consumeToken, type SubmittedBatch } from './submission-token.server.ts'

/** What is submitted with a transition, encrypted; `submissionToken` where it is submitted for the first time. */
export type NewSubmission = {
  readonly sealed: Buffer
  readonly personHash: string | null
  readonly detailsHash: string | null
  readonly submissionToken?: string
}

/** What a transition changes of a case, and everything written with it. */
export type CaseChange = {
  readonly id: string
  /** The version and the status it was decided on. */
  readonly from: number
  readonly was: Status
  readonly event: EventToWrite
  /** Is it written only where nothing else happened since, though it changes nothing? */
  readonly alone?: boolean
  /** Events written after that of the transition. */
  readonly further: readonly EventToWrite[]
  /** Null where it does not change the case: only the event is written then. */
  readonly changes: { readonly status: Status; readonly marks: Marks; readonly deadline: Deadline } | null
  readonly messages: readonly NewMessage[]
  /** The moment of an event whose messages go with it: it is taken back before anybody was told. */
  readonly recalls?: string | undefined
  readonly submission?: NewSubmission | undefined
}

/** What is saved of the folder in the same commit: its content, or the drafts submitted at once. */
export type FolderPart = { readonly content: Omit<FolderChange, 'add' | 'remove'> } | { readonly batch: SubmittedBatch }

/** Result: stored now, stored `before` (the same submission token or assignment again), or `stale`: a case or the folder was changed first. */
export type Saved = 'done' | 'before' | 'stale'

/**
 * Stores transitions of the cases of a folder all together, or none: statuses, marks, deadlines, submissions, events, messages,
 * and changes of the folder. There is no other way to change a case. Resolves once it is on disk.
 * @throws where a case does not exist
 */
export async function saveTransitions(cases: readonly CaseChange[], folder?: FolderPart): Promise<Saved> {
  return staleWhereThrown(
    committed((tx) => {
      const saved = folder ? saveFolderPart(folder) : 'done'
      if (saved !== 'done') return saved
      for (const [index, change] of cases.entries()) {
        const result = save(tx, change)
        if (result === 'done') continue
        if (folder === undefined && index === 0) return result
        throw new Stale()
      }
      return 'done'
    }),
  )
}

/** Stores transitions in the open transaction, with what else becomes of it. @throws `Stale` where one of the cases was changed first */
export function saveWithin(tx: Tx, cases: readonly CaseChange[]): void {
  for (const change of cases) if (save(tx, change) !== 'done') throw new Stale()
}

/** What a commit came to: `stale` where it was rolled back for that. */
export async function staleWhereThrown<T>(committing: Promise<T>): Promise<T | 'stale'> {
  try {
    return await committing
  } catch (error) {
    if (error instanceof Stale) return 'stale'
    throw error
  }
}

function saveFolderPart(part: FolderPart): Saved {
  if ('batch' in part) return consumeToken(part.batch)
  return saveContent(part.content) ? 'done' : 'stale'
}

/**
 * Writes one transition; nothing is written where the case was changed since it was decided on (`stale`), or the same assignment was made
 * `before`, of this case or another.
 */
function save(tx: Tx, { id, from, was, event, alone, further, changes, messages, recalls, submission }: CaseChange): Saved {
  if (event.type === 'assign' && caseAssignedBy(event.id) !== undefined) return 'before'
  // Thrown, so that what was deleted of them is there again.
  if (recalls !== undefined && !recallMessages(tx, id, recalls)) throw new Stale()
  if (changes) {
    const { status, marks, deadline } = changes
    const at = event.at.toISOString()
    // What is spread stands last: V8 takes 2 µs for each property that is added to a copy.
    const values = { id, from, was, status, at, ...marks, ...deadline }
    const written = submission
      ? submitted().run({ submittedAt: at, ...values, ...submission, submissionToken: submission.submissionToken ?? null })
      : changed().run(values)
    if (written.changes === 0) {
      requireCase(id)
      return 'stale'
    }
  } else {
    const now = requireCase(id)
    if (alone && now !== from) return 'stale'
  }
  for (const one of [event, ...further]) appendEvent(id, registered(tx, id, one))
  insertMessages(tx, messages)
  return 'done'
}

/** The version of a case. @throws where there is none */
function requireCase(id: string): number {
  const found = byId().get({ id })
  if (!found) throw new Error('There is no such application')
  return found.version
}

const byId = prepared((db) =>
  db
    .select({ version: versionOf })
    .from(applications)
    .where(eq(applications.id, given('id')))
    .prepare(),
)

const marked = [
  ...(['status', 'assignee', 'proposedBy', 'heldBy', 'heldStep', 'rating', 'ratingAnsweredAt', 'county', 'channel'] as const),
  ...(['answeredAt', 'decidedAt', 'corrections', 'askedAt', 'declinedFor', 'dueOn', 'expiresAt'] as const),
]
const columns = {
  ...Object.fromEntries(marked.map((name) => [name, given(name)])),
  changedAt: sql`case when ${applications.status} <> ${given('status')} then ${given('at')} else ${applications.changedAt} end`,
}
const asDecidedOn = and(eq(applications.id, given('id')), eq(applications.status, given('was')), eq(versionOf, given('from')))
const changed = prepared((db) => db.update(applications).set(columns).where(asDecidedOn).prepare())
/** A submission token is set once, with the moment; what is submitted again keeps it. */
const submitted = prepared((db) => {
  const { submissionToken, submittedAt } = applications
  return db
    .update(applications)
    .set({
      ...columns,
      // Set by what is handed in; afterwards it changes with the folder only, beside whatever happens to the case meanwhile.
      mode: given('mode'),
      ...{ sealed: given('sealed'), personHash: given('personHash'), detailsHash: given('detailsHash') },
      submissionToken: sql`coalesce(${given('submissionToken')}, ${submissionToken})`,
      submittedAt: sql`case when ${given('submissionToken')} is null then ${submittedAt} else ${given('submittedAt')} end`,
    })
    .where(asDecidedOn)
    .prepare()
})
