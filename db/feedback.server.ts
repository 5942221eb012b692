import { randomUUID } from 'node:crypto'
import { database } from './connection.server.ts'
import { feedback } from './schema.server.ts'

/** Feedback on a page. */
export type Feedback = { readonly mode: string; readonly page: string; readonly kind: string; readonly message: string }

/** Saves feedback; resolves once it is on disk. */
export async function keepFeedback(message: Feedback, at: Date): Promise<void> {
  database()
    .insert(feedback)
    .values({ id: randomUUID(), createdAt: at.toISOString(), ...message })
    .run()
}
