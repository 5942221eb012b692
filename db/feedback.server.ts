import { and, asc, between, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type FeedbackState, isFeedbackState, openFeedback } from '#app/domain/feedback.ts'
import { countiesWithin } from '#app/domain/place.ts'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { feedback } from './schema.server.ts'

/** Feedback on a page; `county`: where its writer is, if they said so. */
export type Feedback = {
  readonly mode: string
  readonly page: string
  readonly kind: string
  readonly message: string
  readonly county: string | null
}

/** Feedback as it is stored, and its outcome. */
export type StoredFeedback = Feedback & {
  readonly id: string
  readonly createdAt: string
  readonly state: FeedbackState
  readonly answer: string | null
  /** When the state or the answer last changed; null: never. */
  readonly changedAt: string | null
}

/** Saves feedback, unless it is there already; resolves once it is on disk. */
export async function insertFeedback(id: string, message: Feedback, at: Date): Promise<void> {
  database()
    .insert(feedback)
    .values({ id, createdAt: at.toISOString(), ...message })
    .onConflictDoNothing()
    .run()
}

/** Whose it is: of the whole installation, or of a place. */
export type FeedbackScope = { readonly place: string | null }

const within = ({ place }: FeedbackScope): SQL | undefined =>
  place === null ? undefined : between(feedback.county, ...(countiesWithin(place) as [string, string]))
const waiting = inArray(feedback.state, [...openFeedback])

/** Which part of a list: at most `most`, those that follow the one with the id `after`; from the start where there is none. */
export type ListPart = { readonly after: string; readonly most: number }

/** Feedback of a place: what waits, the oldest first; or what was seen to, the latest first. */
export async function feedbackIn(scope: FeedbackScope, isOpen: boolean, { after, most }: ListPart): Promise<StoredFeedback[]> {
  const { id, createdAt, changedAt } = feedback
  const order = isOpen ? sql`(${createdAt}, ${id})` : sql`(${changedAt}, ${id})`
  const last = database().select({ id, createdAt, changedAt }).from(feedback).where(eq(id, after)).get()
  const follows = last && (isOpen ? sql`${order} > (${last.createdAt}, ${last.id})` : sql`${order} < (${last.changedAt}, ${last.id})`)
  const rows = database()
    .select()
    .from(feedback)
    .where(and(within(scope), isOpen ? waiting : inArray(feedback.state, ['answered', 'closed']), follows))
    .orderBy(...(isOpen ? [asc(createdAt), asc(id)] : [desc(changedAt), desc(id)]))
    .limit(most)
    .all()
  return rows.map(storedFeedback)
}

/** How much waits in a place. */
export async function countFeedback(scope: FeedbackScope): Promise<number> {
  return (
    database()
      .select({ count: count() })
      .from(feedback)
      .where(and(within(scope), waiting))
      .get()?.count ?? 0
  )
}

/** The feedback with an id, in a place; undefined where there is none. */
export async function feedbackById(id: string, scope: FeedbackScope = { place: null }): Promise<StoredFeedback | undefined> {
  const row = database()
    .select()
    .from(feedback)
    .where(and(eq(feedback.id, id), within(scope)))
    .get()
  return row && storedFeedback(row)
}

/** Notes what became of it; false, and nothing written, where it was changed meanwhile. */
export async function changeFeedback(
  { id, state: was, changedAt }: Pick<StoredFeedback, 'id' | 'state' | 'changedAt'>,
  to: { readonly state: FeedbackState; readonly answer: string | null },
  at: Date,
): Promise<boolean> {
  return committed(
    (tx) =>
      tx
        .update(feedback)
        .set({ ...to, changedAt: at.toISOString() })
        .where(and(eq(feedback.id, id), eq(feedback.state, was), sql`${feedback.changedAt} is ${changedAt}`))
        .run().changes === 1,
  )
}

function storedFeedback(row: typeof feedback.$inferSelect): StoredFeedback {
  return { ...row, state: isFeedbackState(row.state) ? row.state : 'new' }
}
