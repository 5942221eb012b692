import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keyedHash, keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type CodeMigration, migrate } from '#db/migrate.server.ts'

const encryption = { encrypt: encryptText, decrypt: decryptText, keyedHash }

/** A folder of SQL migrations, as drizzle-kit lays them out; each statement stands by itself. */
function folderOf(migrations: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'settle-migrate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'meta'))
  const entries = Object.keys(migrations).map((tag, idx) => ({ idx, tag, when: 1000 + idx, breakpoints: true }))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ entries }))
  for (const [tag, statements] of Object.entries(migrations))
    writeFileSync(join(folder, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'))
  return folder
}

const start = { '0000_start': ['create table notes (id text primary key, sealed blob)'] }
const later = {
  ...start,
  '0001_hash': ['alter table notes add hash text'],
  '0002_strict': ['create unique index notes_hash on notes (hash)', 'create table after_all (id text)'],
}
const fill: CodeMigration = {
  name: 'hash-notes',
  after: '0001_hash',
  run(database, { decrypt, keyedHash }) {
    for (const { id, sealed } of database.prepare<[], { id: string; sealed: Buffer }>('select id, sealed from notes').all()) {
      const plaintext = decrypt(sealed, `note ${id}`)
      if (plaintext !== undefined) database.prepare('update notes set hash = ? where id = ?').run(keyedHash(plaintext), id)
    }
  },
}

function older(): Database.Database {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, { folder: folderOf(start), code: [] })
  const insert = database.prepare('insert into notes values (?, ?)')
  insert.run('a', encryptText('eins', 'note a'))
  insert.run('b', Buffer.from('damaged'))
  return database
}

const hashes = (database: Database.Database) => database.prepare('select hash from notes order by id').pluck().all()
const noted = (database: Database.Database) => database.prepare('select name from code_migrations').pluck().all()
const tables = (database: Database.Database) => database.prepare(`select name from sqlite_master where name = 'after_all'`).all()

test('code migrates encrypted data between the SQL before and after it, once; what cannot be decrypted is left', () => {
  const database = older()
  let runs = 0
  const counting: CodeMigration = {
    ...fill,
    run(...given) {
      runs += 1
      fill.run(...given)
    },
  }
  const migrations = { folder: folderOf(later), code: [counting], encryption }
  migrate(database, migrations)
  expect(hashes(database)).toEqual([keyedHash('eins'), null])
  expect(tables(database)).toHaveLength(1)
  migrate(database, migrations)
  expect(runs).toBe(1)
  expect(noted(database)).toEqual(['hash-notes'])
})

test('one that fails leaves nothing of itself and stops what comes after; the next start goes on with it', () => {
  const database = older()
  const failing: CodeMigration = {
    ...fill,
    run(...given) {
      fill.run(...given)
      throw new Error('no')
    },
  }
  const folder = folderOf(later)
  expect(() => migrate(database, { folder, code: [failing], encryption })).toThrow('no')
  expect([hashes(database), noted(database), tables(database)]).toEqual([[null, null], [], []])
  migrate(database, { folder, code: [fill], encryption })
  expect(hashes(database)).toEqual([keyedHash('eins'), null])
})

test('data that must be decrypted is not migrated without keys', () => {
  const database = older()
  expect(() => migrate(database, { folder: folderOf(later), code: [fill] })).toThrow('keys')
  expect(noted(database)).toEqual([])
})

test('a new database has nothing to migrate: code migrations are only noted', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, { folder: folderOf(later), code: [{ ...fill, run: () => expect.unreachable() }] })
  expect(noted(database)).toEqual(['hash-notes'])
})
