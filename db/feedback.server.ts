import { and, asc, between, count, desc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import { isMoment } from '#app/domain/day.ts'
import { doneFeedback, type FeedbackState, feedbackKinds, isFeedbackState } from '#app/domain/feedback.ts'
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
  /** Can some of it not be read? */
  readonly isDamaged: boolean
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
const done = inArray(feedback.state, [...doneFeedback])
/** What is in a state nobody knows waits: somebody has to see to it. */
const waiting = notInArray(feedback.state, [...doneFeedback])

/** Which part of a list: at most `most`, those that follow the one with the id `after`; from the start where there is none. */
export type ListPart = { readonly after: string; readonly most: number }

/** Feedback of a place: what waits, the oldest first; or what was seen to, the latest first. */
export async function feedbackIn(scope: FeedbackScope, isOpen: boolean, { after, most }: ListPart): Promise<StoredFeedback[]> {
  const { id, createdAt, changedAt } = feedback
  // Of a damaged row the time may be missing; compared with nothing, it would be on no page.
  const changed = sql`coalesce(${changedAt}, '')`
  const order = isOpen ? sql`(${createdAt}, ${id})` : sql`(${changed}, ${id})`
  const last = database().select({ id, createdAt, changedAt }).from(feedback).where(eq(id, after)).get()
  const follows = last && (isOpen ? sql`${order} > (${last.createdAt}, ${last.id})` : sql`${order} < (${last.changedAt ?? ''}, ${last.id})`)
  const rows = database()
    .select()
    .from(feedback)
    .where(and(within(scope), isOpen ? waiting : done, follows))
    .orderBy(...(isOpen ? [asc(createdAt), asc(id)] : [desc(changed), desc(id)]))
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
  return committed((tx) => {
    const row = tx.select().from(feedback).where(eq(feedback.id, id)).get()
    // Compared as it is read, as what was seen was: what lies in a damaged row nobody ever saw.
    const now = row && storedFeedback(row)
    if (now?.state !== was || now.changedAt !== changedAt) return false
    tx.update(feedback)
      .set({ ...to, changedAt: at.toISOString() })
      .where(eq(feedback.id, id))
      .run()
    return true
  })
}

function storedFeedback(row: typeof feedback.$inferSelect): StoredFeedback {
  const { state, kind, createdAt, changedAt } = row
  const isWhole = isFeedbackState(state) && feedbackKinds.some((one) => one === kind) && [createdAt, changedAt ?? createdAt].every(isMoment)
  return { ...row, state: isFeedbackState(state) ? state : 'new', isDamaged: !isWhole }
}
