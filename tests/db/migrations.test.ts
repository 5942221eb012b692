import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { count, sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { carriedHours, hasCarriedForm, mostCarried, resumeForm, storeForOwner } from '#app/access/carried-forms.server.ts'
import { loginHashOf, namesIn, unfoundStaff } from '#app/access/staff-names.server.ts'
import { chainOlder } from '#app/audit-log/audit-log.server.ts'
import { personHashesOf } from '#app/cases/duplicates.server.ts'
import { lookupOfNumber, lookupOfPhone } from '#app/cases/folder-lookups.server.ts'
import { verify } from '#app/jobs/verify.server.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keyedHash, keysFrom, setKeys } from '#app/security/keys.server.ts'
import { applicationById } from '#db/applications.server.ts'
import { caseAssignedBy, eventsOf } from '#db/audit-log.server.ts'
import { removeExpiredCarriedForms } from '#db/carried-forms.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { countedSince } from '#db/figures.server.ts'
import { returnedCases } from '#db/held-texts.server.ts'
import { foldersLookedUp } from '#db/lookups.server.ts'
import { carriedForms, outbox } from '#db/schema.server.ts'
import { staffByLogin } from '#db/staff.server.ts'

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

test('a database from before assignments and returned words had indexes of their own finds what it held by them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settle-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  const file = join(folder, 'settle.sqlite')
  openDatabase(file, migrationsUpTo(folder, '0012_assisted_place')).close()
  const older = new Database(file)
  older.exec(`insert into folders values ('f', 'c', 'p', x'01', 1, 'r', '2026-11-01', '2026-11-01', '2026-12-01')`)
  older.exec(`insert into applications (id, folder_id, number, service, status, county, created_at, changed_at)
              values ('a', 'f', 1, 'job-services', 'submitted', '630104', '2026-11-01', '2026-11-01')`)
  const insert = older.prepare(`insert into events (id, application_id, seq, type, at, sealed, content, link, chain)
                                values (?, 'a', ?, ?, '2026-11-02', x'01', '', '', '')`)
  for (const [index, type] of ['submit', 'assign', 'hold-words', 'return-words'].entries()) insert.run(`e${index}`, index + 1, type)
  older.close()
  const opened = openDatabase(file, 'db/migrations', { encrypt: encryptText, decrypt: decryptText, keyedHash })
  onTestFinished(opened.close)
  setDatabase(opened.db)
  expect([caseAssignedBy('e1'), caseAssignedBy('e0'), caseAssignedBy('e9')]).toEqual(['a', undefined, undefined])
  expect((await returnedCases('630104', 9)).map(({ id }) => id)).toEqual(['a'])
  expect((await eventsOf('a')).map(({ id }) => id)).toEqual(['e0', 'e1', 'e2', 'e3'])
})

test('a database from before forms were kept for staff keeps its staff, and forms for them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settle-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  const file = join(folder, 'settle.sqlite')
  openDatabase(file, migrationsUpTo(folder, '0013_assigned_and_returned')).close()
  const older = new Database(file)
  older.exec(
    `insert into staff (id, login_hash, sealed, role, hall_id, password_hash, second_factor, last_step, state, created_at) values ('a', 'h', x'01', 'clerk', null, null, null, null, 'active', '2026-11-01')`,
  )
  older.close()
  const opened = openDatabase(file, 'db/migrations', { encrypt: encryptText, decrypt: decryptText, keyedHash })
  onTestFinished(opened.close)
  setDatabase(opened.db)
  expect((await staffByLogin('h'))?.id).toBe('a')
  const now = new Date('2026-11-02T08:00:00Z')
  const [one, typed] = [
    { id: 'a', practice: false },
    { to: '/zh/desk/cases/x', fields: [['note', '测试']] as const },
  ]
  const [cookie] = await storeForOwner({ cookies: {}, now }, one, typed)
  const at = (cookies: object, hours = 0) => ({ cookies, now: new Date(now.getTime() + hours * 3_600_000) })
  const cookies = { kept: cookie?.value ?? '' }
  // Neither in another browser, nor in practice, nor a day later; and nobody else.
  expect(await resumeForm(at({}), one)).toBeUndefined()
  expect(await resumeForm(at(cookies), { ...one, practice: true })).toBeUndefined()
  expect(await resumeForm(at(cookies), { ...one, id: 'b' })).toBeUndefined()
  expect(await storeForOwner(at(cookies), { id: 'b', practice: false }, typed)).toEqual([])
  expect(await resumeForm(at(cookies, carriedHours), one)).toBeUndefined()
  // Sent twice it is kept once, the oldest comes first, and of too many the oldest go.
  for (let number = 0; number < mostCarried + 2; number++)
    for (let sent = 0; sent < 2; sent++) await storeForOwner(at(cookies, number / 60), one, { ...typed, to: `/${number}` })
  expect(await hasCarriedForm(at(cookies, 1), one)).toBe(true)
  const back: (string | undefined)[] = []
  for (let taken = 0; taken <= mostCarried; taken++) back.push((await resumeForm(at(cookies, 1), one))?.to)
  expect(back).toEqual([...Array.from({ length: mostCarried }, (_, index) => `/${index + 2}`), undefined])
  await storeForOwner(at(cookies), one, typed)
  await removeExpiredCarriedForms(at(cookies, carriedHours).now)
  expect(opened.db.select().from(carriedForms).all()).toEqual([])
})

/** A database of now, as it was before one migration in code; `fill` writes what it held. */
function stateBefore(migration: string, fill: (older: Database.Database) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'settle-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  const file = join(folder, 'settle.sqlite')
  openDatabase(file, 'db/migrations').close()
  const older = new Database(file)
  expect(older.prepare('delete from code_migrations where name = ?').run(migration).changes).toBe(1)
  fill(older)
  older.close()
  const opened = openDatabase(file, 'db/migrations', { encrypt: encryptText, decrypt: decryptText, keyedHash })
  onTestFinished(opened.close)
  setDatabase(opened.db)
}

test('cases in review that nobody had are of who began to review them, but for what was put back, or begun by nobody who can sign in', async () => {
  stateBefore('reviewers-at-work', (older) => {
    older.exec(`insert into folders values ('f', 'c', 'p', x'01', 1, 'r', '2026-11-01', '2026-11-01', '2026-12-01')`)
    const staff = older.prepare(
      `insert into staff (id, login_hash, sealed, role, hall_id, password_hash, second_factor, last_step, state, created_at) values (?, ?, x'01', 'reviewer', null, null, null, null, ?, '2026-11-01')`,
    )
    for (const [id, state] of Object.entries({ r: 'active', gone: 'off' })) staff.run(id, `hash ${id}`, state)
    const one = older.prepare(`insert into applications (id, folder_id, number, service, status, county, assignee, created_at, changed_at)
                               values (?, 'f', ?, 'job-services', ?, '630104', ?, '2026-11-01', '2026-11-01')`)
    const event = older.prepare(`insert into events (id, application_id, seq, type, at, sealed, content, link, chain)
                                 values (?, ?, ?, ?, '2026-11-02', ?, '', '', '')`)
    const add = (id: string, status: string, assignee: string | null, ...events: readonly [type: string, by: string][]) => {
      one.run(id, id.length, status, assignee)
      for (const [index, [type, by]] of events.entries()) {
        const of = `${id}-${index}`
        const sealed = by === '' ? Buffer.of(1) : encryptText(JSON.stringify({ type, actor: { role: 'reviewer', id: by } }), `event ${of}`)
        event.run(of, id, index + 1, type, sealed)
      }
    }
    add('a', 'in-review', null, ['start-review', 'gone'], ['resubmit', 'x'], ['start-review', 'r'], ['note', 'gone'])
    add('ab', 'in-review', null, ['start-review', 'r'], ['assign', 's'])
    add('abc', 'in-review', null, ['start-review', 'gone'])
    add('abcd', 'in-review', 'x', ['start-review', 'r'])
    add('abcde', 'approved', null, ['start-review', 'r'])
    add('abcdef', 'in-review', null, ['start-review', ''])
  })
  const whose = await Promise.all(['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef'].map(async (id) => (await applicationById(id))?.assignee))
  expect(whose).toEqual(['r', null, null, 'x', null, null])
})

test('folders that were saved before they could be looked up are found by their numbers, and those that cannot be read are left', async () => {
  const number = '990000199001020010'
  stateBefore('folder-lookups', (older) => {
    const add = (id: string, sealed: Buffer) =>
      older.prepare(`insert into folders values (?, ?, 'p', ?, 1, 'r', '2026-11-01', '2026-11-01', '2026-12-01')`).run(id, id, sealed)
    const values = { 'person/1/identity-number': number, 'person/2/identity-number': '', 'contact/home/phone': '13900000001' }
    add('a', encryptText(JSON.stringify({ values: { ...values, 'person/1/name': '民王' } }), 'folder a'))
    add('b', encryptText(JSON.stringify({ values: { 'contact/home/phone': '13900000001' } }), 'folder b'))
    add('c', Buffer.of(1))
  })
  const found = async (hash: string) => (await foldersLookedUp([hash], 9)).sort()
  expect(await found(lookupOfNumber(number))).toEqual(['a'])
  expect(await found(lookupOfPhone('13900000001'))).toEqual(['a', 'b'])
  expect(await found(lookupOfPhone(''))).toEqual([])
})

describe('names saved before invisible characters were taken out of them', () => {
  const staffOf = (logins: Readonly<Record<string, string>>) => (older: Database.Database) => {
    const insert = older.prepare(
      `insert into staff (id, login_hash, sealed, role, hall_id, password_hash, second_factor, last_step, state, created_at) values (?, ?, ?, 'clerk', null, null, null, null, 'active', ?)`,
    )
    for (const [index, [id, login]] of Object.entries(logins).entries()) {
      const hash = keyedHash(`staff-login ${login.normalize('NFKC').trim().toLowerCase()}`)
      insert.run(id, hash, encryptText(JSON.stringify({ name: id, login }), `staff ${id}`), `2026-11-0${index + 1}`)
    }
  }
  const found = async (login: string) => (await staffByLogin(loginHashOf(login)))?.id

  test('staff are found by the name as it is typed', async () => {
    stateBefore('plain-names', staffOf({ a: 'wa\u200bng@a', b: '⺠ཚེ\ufeffརིང', c: 'plain' }))
    expect(await Promise.all(['wang@a', '民ཚེརིང', 'PLAIN', 'wa\u200dng@a'].map(found))).toEqual(['a', 'b', 'c', 'a'])
    expect(await unfoundStaff()).toEqual([])
  })

  test('where two become one, who is found by it already keeps it, else the older; the other is named', async () => {
    stateBefore('plain-names', staffOf({ a: 'li\u200b@a', b: 'li\u2060@a', c: 'zhao\u200b', d: 'zhao' }))
    expect(await Promise.all(['li@a', 'zhao'].map(found))).toEqual(['a', 'd'])
    expect(await unfoundStaff()).toEqual([
      { id: 'b', sameAs: 'a' },
      { id: 'c', sameAs: 'd' },
    ])
    const { faults } = await verify({ staff: namesIn, savedCheck: () => undefined })
    expect(faults.filter(({ table }) => table === 'staff').map(({ id, what }) => `${id}: ${what}`)).toEqual([
      'b: cannot sign in: the sign-in name is that of staff a, who keeps it; they need another account',
      'c: cannot sign in: the sign-in name is that of staff d, who keeps it; they need another account',
    ])
  })

  test('a second application of the same person is found, by the name in the folder or in what was submitted', async () => {
    const details = (name: string) => keyedHash(`person-details job-services ${name} 1990-01-02 13900000001`)
    const contact = { 'contact/home/phone': '13900000001' }
    const content = (name: string) => ({ ...contact, 'person/1/name': name, 'person/1/identity-number': '990000199001020010' })
    stateBefore('plain-names', (older) => {
      const add = (id: string, inFolder: string, submitted: string, hash: string) => {
        const folder = { applicant: '1', members: [], values: content(inFolder) }
        older
          .prepare(`insert into folders values (?, ?, 'p', ?, 1, 'r', '2026-11-01', '2026-11-01', '2026-12-01')`)
          .run(id, id, encryptText(JSON.stringify(folder), `folder ${id}`))
        const rows = Object.entries(content(submitted)).map(([target, value]) => ({ target, value }))
        older
          .prepare(`insert into applications (id, folder_id, number, service, status, sealed, details_hash, created_at, changed_at)
                    values (?, ?, 1, 'job-services', 'submitted', ?, ?, '2026-11-01', '2026-11-01')`)
          .run(id, id, encryptText(JSON.stringify({ rows }), `submission ${id}`), hash)
      }
      add('a', '⺠王\ufe00', '⺠王\ufe00', details('王\ufe00'))
      add('b', '改过', '⺠王\ufe00', details('王\ufe00'))
      add('c', '别人', '别人', details('又一人'))
    })
    const hashes = await Promise.all(['a', 'b', 'c'].map(async (id) => (await applicationById(id))?.detailsHash))
    expect(hashes).toEqual([details('民王'), details('民王'), details('又一人')])
    const folder = { answers: {}, members: [], seen: [], filled: [], applicant: '1', values: content('民王') }
    expect(personHashesOf(folder, { number: 1, service: 'job-services', member: null }).detailsHash).toBe(details('民王'))
    expect(
      personHashesOf({ ...folder, values: content('⺠王\ufe00') }, { number: 1, service: 'job-services', member: null }).detailsHash,
    ).toBe(details('民王'))
  })
})
