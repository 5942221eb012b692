import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { LRUCache } from 'lru-cache'
import { type Encryption, migrate } from './migrate.server.ts'
import { codeMigrations } from './migrations/code/index.server.ts'
import * as schema from './schema.server.ts'

/** The handle repositories work on. */
export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Database.Database }

/** An open database: its handle, whether it answers, and how to close it. */
export type OpenDatabase = { db: Db; isReady(): boolean; close(): void }

/**
 * Opens (or creates) the database file and applies its migrations. Full sync: what was acknowledged survives a power cut.
 * @throws where the file cannot be opened or a migration fails; data that must be decrypted to move needs `encryption`
 */
export function openDatabase(path: string, migrationsFolder: string, encryption?: Encryption): OpenDatabase {
  const client = new Database(path)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  // A submission touches about ten pages: four times the default, so that each is copied into the file less often.
  client.pragma('wal_autocheckpoint = 4000')
  // 64 MiB of page cache, whatever the size of the file.
  client.pragma('cache_size = -65536')
  client.pragma('busy_timeout = 5000')
  const db = drizzle(client, { schema })
  // A migration drops a table to rebuild it: rows that reference it must not be deleted with it.
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

/** Sets the database of this process. */
export function setDatabase(db: Db): void {
  current = db
}

/** Is it open? Pages that are the same for everybody are rendered without one when the program is built. */
export const isDatabaseOpen = (): boolean => current !== undefined

/** The database of this process. @throws before `setDatabase` */
export function database(): Db {
  if (!current) throw new Error('The database is not open yet')
  return current
}

/** A parameter of a prepared query. */
export const given = (name: string) => sql`${sql.placeholder(name)}`

/** Is a column one of a list? Its parameter is the list as JSON, so that one prepared query serves lists of any length. */
export const oneOfGiven = (column: SQLiteColumn, name: string) => sql`${column} in (select value from json_each(${sql.placeholder(name)}))`

/** A query, or statement, prepared once for each database. It runs in the open transaction, if there is one. */
export function prepared<Query>(make: (db: Db) => Query): () => Query {
  const made = new WeakMap<Db, Query>()
  return () => {
    const db = database()
    const query = made.get(db) ?? make(db)
    made.set(db, query)
    return query
  }
}

/** The same for queries that differ in more than their parameters: one for each shape, 200 of them at the most. */
export function preparedBy<Of, Query extends object>(shapeOf: (of: Of) => string, make: (db: Db, of: Of) => Query): (of: Of) => Query {
  const made = prepared(() => new LRUCache<string, Query>({ max: 200 }))
  return (of) => {
    const shape = shapeOf(of)
    const query = made().get(shape) ?? make(database(), of)
    made().set(shape, query)
    return query
  }
}
