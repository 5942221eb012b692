import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** What a migration in code may do with encrypted columns and look-up hashes. `decrypt` gives undefined where a value cannot be decrypted. */
export type Encryption = {
  decrypt(encrypted: Uint8Array, purpose: string): string | undefined
  encrypt(plain: string, purpose: string): Buffer
  keyedHash(of: string): string
}

/**
 * A migration in code, for data that must be decrypted to be migrated. It runs once, in one transaction, right after the SQL migration `after`
 * (its file name without `.sql`); several after the same one run in the order of the list. It works with SQL of that time and literal
 * purposes, and imports no schema, repository or definition: those go on changing, and it must not. A value that
 * cannot be decrypted stays as it is.
 */
export type CodeMigration = {
  /** Stored in the database: unique, and never changed. */
  readonly name: string
  readonly after: string
  run(database: Database.Database, encryption: Encryption): void
}

/** Where migrations come from. */
export type Migrations = {
  /** The SQL files and `meta/_journal.json`, as drizzle-kit writes them. */
  readonly folder: string
  readonly code: readonly CodeMigration[]
  /** Needed only where a migration in code has data to move. */
  readonly encryption?: Encryption | undefined
}

/**
 * Applies what is missing, in order. Each migration commits with the note that it is done: where one fails, those before it stay and
 * the next start goes on with it. A new database has no data for migrations in code: they are only noted.
 * @throws where a migration fails, or data must be decrypted and no encryption is given
 */
export function migrate(database: Database.Database, { folder, code, encryption }: Migrations): void {
  database.exec(`create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text not null, created_at numeric)`)
  database.exec(`create table if not exists code_migrations (name text primary key not null, done_at text not null)`)
  const done = new Set(database.prepare('select created_at from __drizzle_migrations').pluck().all().map(Number))
  const isNew = done.size === 0
  const doneInCode = new Set(database.prepare('select name from code_migrations').pluck().all())
  const noteSql = database.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
  const noteCode = database.prepare('insert into code_migrations values (?, ?)')
  const files = readMigrationFiles({ migrationsFolder: folder })
  for (const [index, tag] of tagsIn(folder).entries()) {
    const file = files[index]
    if (file && !done.has(file.folderMillis))
      inTransaction(database, () => {
        for (const statement of file.sql) database.exec(statement)
        noteSql.run(file.hash, file.folderMillis)
      })
    for (const { name, run } of code.filter(({ name, after }) => after === tag && !doneInCode.has(name)))
      inTransaction(database, () => {
        if (!isNew) run(database, needed(encryption))
        noteCode.run(name, new Date().toISOString())
      })
  }
}

/** Names of the SQL migrations, in order. */
function tagsIn(folder: string): string[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] }
  return journal.entries.map(({ tag }) => tag)
}

function inTransaction(database: Database.Database, work: () => void): void {
  database.transaction(work).immediate()
}

function needed(encryption: Encryption | undefined): Encryption {
  if (!encryption) throw new Error('A migration in code needs the keys of the installation')
  return encryption
}
