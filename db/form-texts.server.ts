import { eq } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { type Db, database } from './connection.server.ts'
import { wordings } from './schema.server.ts'

/** Keeps the words of forms under an id that changes with them; what is kept already stays. Resolves once it is on disk. */
export async function insertFormTexts(id: string, content: string): Promise<void> {
  const db = database()
  if (kept.get(db) === id) return
  await committed((tx) => tx.insert(wordings).values({ id, content }).onConflictDoNothing().run())
  kept.set(db, id)
}

/** The last one kept in each database. */
const kept = new WeakMap<Db, string>()

/** The words kept under an id; undefined where there are none. */
export async function formTextsOf(id: string): Promise<string | undefined> {
  return database().select({ content: wordings.content }).from(wordings).where(eq(wordings.id, id)).get()?.content
}
