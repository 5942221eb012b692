import { eq } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { type Db, database } from './connection.server.ts'
import { wordings } from './schema.server.ts'

/** Saves form texts under an id that changes with them; other texts under that id were damaged and are replaced. Resolves once they are on disk. */
export async function insertFormTexts(id: string, content: string): Promise<void> {
  const db = database()
  if (known.get(db) === id) return
  await committed((tx) => tx.insert(wordings).values({ id, content }).onConflictDoUpdate({ target: wordings.id, set: { content } }).run())
  known.set(db, id)
}

/** The id last saved in each database. */
const known = new WeakMap<Db, string>()

/** The form texts of an id; undefined where there are none. */
export async function formTextsOf(id: string): Promise<string | undefined> {
  return database().select({ content: wordings.content }).from(wordings).where(eq(wordings.id, id)).get()?.content
}
