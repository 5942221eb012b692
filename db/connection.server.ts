import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from './schema.server.ts'

/** The handle repositories work on. */
export type Db = BetterSQLite3Database<typeof schema>

/** An open database: its handle, whether it answers, and how to close it. */
export type OpenDatabase = { db: Db; isReady(): boolean; close(): void }

/**
 * Opens (or makes) the database file and brings its migrations in. Full sync: what was acknowledged survives a power cut.
 * Throws when the file cannot be opened or a migration fails.
 */
export function openDatabase(path: string, migrationsFolder: string): OpenDatabase {
  const client = new Database(path)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  const db = drizzle(client, { schema })
  migrate(db, { migrationsFolder })
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
