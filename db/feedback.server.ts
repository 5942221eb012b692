import { database } from './connection.server.ts'
import { feedback } from './schema.server.ts'

/** Feedback on a page. */
export type Feedback = { readonly mode: string; readonly page: string; readonly kind: string; readonly message: string }

/** Saves feedback, unless it is there already; resolves once it is on disk. */
export async function keepFeedback(id: string, message: Feedback, at: Date): Promise<void> {
  database()
    .insert(feedback)
    .values({ id, createdAt: at.toISOString(), ...message })
    .onConflictDoNothing()
    .run()
}
