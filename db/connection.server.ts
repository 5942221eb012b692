import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { type Encryption, migrate } from './migrate.server.ts'
import { codeMigrations } from './migrations/code/index.server.ts'
import * as schema from './schema.server.ts'

/** The handle repositories work on. */
export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Database.Database }

/** An open database: its handle, whether it answers, and how to close it. */
export type OpenDatabase = { db: Db; isReady(): boolean; close(): void }

/**
 * Opens (or makes) the database file and brings its migrations in. Full sync: what was acknowledged survives a power cut.
 * Throws when the file cannot be opened or a migration fails. Data that must be decrypted to move needs `encryption`.
 */
export function openDatabase(path: string, migrationsFolder: string, encryption?: Encryption): OpenDatabase {
  const client = new Database(path)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  // A submission touches ten pages in places of their own: four times the usual, so that each is copied into the file less often.
  client.pragma('wal_autocheckpoint = 4000')
  // 64 MiB of pages stay at hand, whatever the size of the file.
  client.pragma('cache_size = -65536')
  client.pragma('busy_timeout = 5000')
  const db = drizzle(client, { schema })
  // A table that is laid out anew is dropped first: nothing that hangs on it may go with it.
  client.pragma('foreign_keys = OFF')
  migrate(client, { folder: migrationsFolder, code: codeMigrations, encryption })
  client.pragma('foreign_keys = ON')
  return { db, isReady: () => answers(db), close: () => client.close() }
}

function answers(db: Db): boolean {
  try {
    db.run(sql`select 1 from feedback limit 1`)
    return true
  } catch {
    return false
  }
}

let current: Db | undefined

/** Makes a database the one this process works with. */
export function setDatabase(db: Db): void {
  current = db
}

/** The database of this process. Throws before `setDatabase`. */
export function database(): Db {
  if (!current) throw new Error('The database is not open yet')
  return current
}

/** A value a prepared query is given when it runs. */
export const given = (name: string) => sql`${sql.placeholder(name)}`

/** A query, or what hangs on it, that is put together once for each database, not for each call. It runs in the transaction that is open, if one is. */
export function prepared<Query>(make: (db: Db) => Query): () => Query {
  const made = new WeakMap<Db, Query>()
  return () => {
    const db = database()
    const query = made.get(db) ?? make(db)
    made.set(db, query)
    return query
  }
}
