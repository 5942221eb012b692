import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { count, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { chainOlder } from '#app/audit-log/audit-log.server.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keyedHash, keysFrom, setKeys } from '#app/security/keys.server.ts'
import { applicationById } from '#db/applications.server.ts'
import { eventsOf } from '#db/audit-log.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { countedSince } from '#db/figures.server.ts'
import { outbox } from '#db/schema.server.ts'

/** The migrations up to one, as an installation of that time had them. */
function migrationsUpTo(folder: string, last: string): string {
  const to = join(folder, 'migrations')
  cpSync('db/migrations', to, { recursive: true })
  const file = join(to, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const index = journal.entries.findIndex(({ tag }) => tag === last)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, index + 1) }))
  return to
}

test('a database from before the desk keeps everything: applications, their events in order, messages, statistics', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settle-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  const file = join(folder, 'settle.sqlite')
  openDatabase(file, migrationsUpTo(folder, '0001_applications')).close()
  const older = new Database(file)
  older.exec(`insert into folders values ('f', 'c', 'p', x'01', 1, 'r', '2026-11-01', '2026-11-01', '2026-12-01')`)
  older
    .prepare(
      `insert into applications values ('a', 'f', 1, 'job-services', null, 'approved', '630104', 'person', 'r', ?, '2026-11-01', '2026-11-02T08:00:00.000Z', '2026-11-09T08:00:00.000Z', null)`,
    )
    .run(Buffer.of(7))
  const times = { submit: '02T08', accept: '04T08', 'ask-correction': '05T08', approve: '09T08' }
  for (const [index, [type, time]] of Object.entries(times).entries()) {
    const [id, at] = [`e${index}`, `2026-11-${time}:00:00.000Z`]
    const sealed = encryptText(JSON.stringify({ type, at, actor: { role: 'reviewer' } }), `event ${id}`)
    older.prepare('insert into events values (?, ?, ?, ?, ?, ?)').run(id, 'a', index + 1, type, at, sealed)
  }
  older.exec(`insert into outbox values ('o', 'a', x'05', 'waiting', 0, '2026-11-02', '2026-11-02')`)
  older.close()

  const opened = openDatabase(file, 'db/migrations', { encrypt: encryptText, decrypt: decryptText, keyedHash })
  onTestFinished(opened.close)
  setDatabase(opened.db)
  expect(await applicationById('a')).toMatchObject({ status: 'approved', county: '630104', sealed: Buffer.of(7), assignee: null })
  expect((await eventsOf('a')).map(({ type }) => type)).toEqual(Object.keys(times))
  expect(opened.db.select({ rows: count() }).from(outbox).get()).toEqual({ rows: 1 })
  expect((await countedSince('630000', new Date('2026-01-01'))).facts).toMatchObject([
    { receivedOn: '2026-11-02', answeredOn: '2026-11-04', decidedOn: '2026-11-09', corrections: 1, channel: 'self' },
  ])
  expect(await chainOlder()).toBe(4)
  expect(opened.db.get(sql`pragma foreign_keys`)).toEqual({ foreign_keys: 1 })
})
