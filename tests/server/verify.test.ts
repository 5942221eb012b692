import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryptText } from '#app/security/encryption.server.ts'
import { keyedHash, setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { startBuilt } from '#tests/support/built-server.ts'
import { copyOf, type DataFolder, ended, madeDataFolder } from '#tests/support/data-folder.ts'
import { oldData } from '#tests/support/old-data.ts'

let made: DataFolder
beforeAll(async () => {
  made = await madeDataFolder()
  setKeys(loadKeys(made.dataDir, {}, false))
}, 120_000)
afterAll(() => rmSync(made.dataDir, { recursive: true }))

/** What `npm run verify` says of a data folder, and how it ends. */
function verified(dataDir: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, VITEST: '', NODE_ENV: 'production' as const, DATA_DIR: dataDir }
    execFile(process.execPath, ['app/run/verify.js'], { env }, (error, out, wrong) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + wrong }),
    )
  })
}

/** A copy in which something was damaged. */
function damaged(work: (database: Database.Database, dataDir: string) => void): string {
  const dataDir = copyOf(made)
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.pragma('foreign_keys = OFF')
  work(database, dataDir)
  database.close()
  return dataDir
}

const first = (database: Database.Database, table: string, column = 'id') =>
  String(database.prepare(`select ${column} from ${table} limit 1`).pluck().get())

function flip(database: Database.Database, table: string, key = 'id'): string {
  const id = first(database, table, key)
  const sealed = database.prepare(`select sealed from ${table} where ${key} = ?`).pluck().get(id) as Buffer
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  database.prepare(`update ${table} set sealed = ? where ${key} = ?`).run(sealed, id)
  return id
}

test('undamaged data has no faults, beside a running server too', { timeout: 60_000 }, async () => {
  const dataDir = copyOf(made)
  const server = await startBuilt({}, dataDir)
  expect(await verified(dataDir)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/and 1 uploaded files read\nEverything is whole\./),
  })
  await ended(server.process)
})

test('data of an installation of before, sample cases among them, has no faults', { timeout: 60_000 }, async () =>
  expect(await verified(copyOf({ dataDir: oldData }))).toMatchObject({ code: 0, said: expect.stringContaining('Everything is whole.') }),
)

test('every kind of damaged row is named with its table and id', { timeout: 60_000 }, async () => {
  const expected: string[] = []
  const dataDir = damaged((database) => {
    for (const [table, key] of [['applications'], ['staff'], ['events'], ['saved_checks', 'code_hash']] as const)
      expected.push(`Damaged: ${table} ${flip(database, table, key)}: does not decrypt`)
    const folder = first(database, 'folders')
    database.prepare('update folders set sealed = ?').run(encryptText('{"code":7}', `folder ${folder}`))
    expected.push(`Damaged: folders ${folder}: decrypts, and is not what it should be`)
    database.prepare(`update applications set status = 'nowhere', created_at = 'once'`).run()
    expected.push(`Damaged: applications ${first(database, 'applications')}: status is unknown`, 'created_at is no date')
    database.prepare(`update wordings set content = '{}'`).run()
    expected.push(`Damaged: wordings ${first(database, 'wordings')}: was altered`)
    expected.push('breaks the audit log (content)')
  })
  const { code, said } = await verified(dataDir)
  expect(code).toBe(1)
  for (const one of expected) expect(said).toContain(one)
})

test.each([
  ['applications', 'mode', 'fr', 'mode is unknown'],
  ['applications', 'held_step', 'bogus', 'held_step is unknown'],
  ['applications', 'service', 'gone-service', 'service is unknown'],
  ['applications', 'county', '639999', 'county is unknown'],
  ['applications', 'member', '99', 'member is nobody of its folder'],
  ['applications', 'number', -5, 'number is no number of an application'],
  ['applications', 'number', 'abc', 'number is no number of an application'],
  ['applications', 'rating', 99, 'rating is no rating'],
  ['applications', 'corrections', 'many', 'corrections is no count'],
  ['applications', 'declined_for', 'zzz', 'declined_for is unknown'],
  ['events', 'type', 'unheard-of', 'type is unknown'],
  ['papers', 'type', 'text/html', 'type is unknown'],
  ['folders', 'pin_hash', 'garbage', 'pin_hash is no hash'],
  ['saved_checks', 'pin_hash', '', 'pin_hash is no hash'],
  ['staff', 'password_hash', 'garbage', 'password_hash is no hash'],
  ['staff', 'created_at', 'once', 'created_at is no date'],
  ['halls', 'created_at', 'once', 'created_at is no date'],
  ['halls', 'details', '{"phone":1}', 'details cannot be read'],
  ['applications', 'rating_answered_at', 'once', 'rating_answered_at is no date'],
  ['applications', 'assignee', 'gone', 'assignee names no member of staff'],
  ['folders', 'version', 'late', 'version is no count'],
])('%s.%s = %s is named', { timeout: 60_000 }, async (table, column, value, what) => {
  const key = { events: 'position', saved_checks: 'code_hash' }[table as string] ?? 'id'
  let id = ''
  const dataDir = damaged((database) => {
    id = first(database, table, key)
    database.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(value, id)
  })
  const { code, said } = await verified(dataDir)
  expect([code, said]).toEqual([1, expect.stringContaining(`Damaged: ${table} ${id}: ${what}`)])
})

test('bytes of a file that still arrives, dates of what leads nowhere, and statistics are named', { timeout: 60_000 }, async () => {
  const dataDir = damaged((database) => {
    database.prepare(`update papers set state = 'receiving', type = '', bytes = size + 1`).run()
    database.prepare(`insert into staff_links (token_hash, staff_id, expires_at) values (?, null, 'soon')`).run('A'.repeat(43))
    database
      .prepare(`insert into feedback (id, created_at, mode, page, kind, message) values ('f', 'once', 'fr', '/zh', 'praise', '')`)
      .run()
    database
      .prepare(
        `insert into past_cases (county, service, mode, channel, status, submitted_at, corrections)
         values ('639999', 'gone-service', 'fr', '??', 'bogus', 'once', -1)`,
      )
      .run()
  })
  const { said } = await verified(dataDir)
  for (const column of ['county is unknown', 'service is unknown', 'mode is unknown', 'channel is unknown', 'status is unknown'])
    expect(said).toContain(`past_cases 1: ${column}`)
  for (const one of ['past_cases 1: submitted_at is no date', 'past_cases 1: corrections is no count']) expect(said).toContain(one)
  for (const one of ['created_at is no date', 'mode is unknown', 'kind is unknown']) expect(said).toContain(`feedback f: ${one}`)
  for (const one of ['bytes is no size', 'expires_at is no date']) expect(said).toContain(one)
})

test('the hashes a second application of the same person is found by are made anew from what was submitted', {
  timeout: 60_000,
}, async () => {
  const other = keyedHash('something else')
  for (const [column, value] of [['person_hash', other] as const, ['details_hash', other] as const, ['details_hash', null] as const]) {
    const dataDir = damaged((database) => database.prepare(`update applications set ${column} = ?`).run(value))
    const { code, said } = await verified(dataDir)
    expect([column, code]).toEqual([column, 1])
    expect(said).toMatch(new RegExp(`Damaged: applications \\S+: ${column} is another than its content says`))
  }
  const dataDir = damaged((database) => {
    for (const [table, column] of [
      ['sessions', 'id_hash'],
      ['saved_checks', 'code_hash'],
      ['staff_sessions', 'id_hash'],
    ])
      database.prepare(`update ${table} set ${column} = 'short'`).run()
  })
  const { said } = await verified(dataDir)
  for (const table of ['sessions', 'saved_checks', 'staff_sessions'])
    expect(said).toMatch(new RegExp(`Damaged: ${table} row \\d+: \\w+ is no hash`))
})

test('look-up hashes and rows that hang on nothing are named', { timeout: 60_000 }, async () => {
  const dataDir = damaged((database) => {
    database.prepare(`update folders set code_hash = 'other'`).run()
    database.prepare(`insert into papers values ('p', 'no folder', 'x', 'receiving', '', 0, 1, '2026-01-01')`).run()
  })
  const { code, said } = await verified(dataDir)
  expect(code).toBe(1)
  expect(said).toMatch(/Damaged: folders \S+: is not found by its hash/)
  expect(said).toMatch(/Damaged: papers row \d+: names a row of folders that is not there/)
})

test('uploaded files: missing, damaged, of another size, and without a row', { timeout: 90_000 }, async () => {
  const path = (dataDir: string) => join(dataDir, 'papers', made.file.slice(0, 2), made.file)
  const missing = damaged((_, dataDir) => rmSync(path(dataDir)))
  expect(await verified(missing)).toMatchObject({ code: 1, said: expect.stringContaining(`papers ${made.file}: its file is missing`) })
  const other = damaged((_, dataDir) => writeFileSync(path(dataDir), 'damaged'))
  expect((await verified(other)).said).toContain(`papers ${made.file}: its file cannot be read`)
  const folder = damaged((_, dataDir) => {
    rmSync(path(dataDir))
    mkdirSync(path(dataDir))
  })
  expect((await verified(folder)).said).toContain(`papers ${made.file}: its file cannot be read`)
  const size = damaged((database) => database.prepare('update papers set bytes = bytes + 1').run())
  expect((await verified(size)).said).toContain(`papers ${made.file}: its file has another size`)
  const orphan = damaged((database, dataDir) => {
    database.prepare('delete from papers').run()
    for (const name of readdirSync(join(dataDir, 'papers'), { recursive: true }).map(String))
      utimesSync(join(dataDir, 'papers', name), new Date('2026-01-01'), new Date('2026-01-01'))
  })
  expect((await verified(orphan)).said).toContain(`papers ${made.file}: the file ${made.file} has no row`)
})

test('wrong keys are reported in one sentence', { timeout: 60_000 }, async () => {
  const dataDir = damaged((_, dataDir) => rmSync(join(dataDir, 'keys.json')))
  expect(await verified(dataDir)).toMatchObject({ code: 1, said: expect.stringContaining('keys.json is missing in') })
})
