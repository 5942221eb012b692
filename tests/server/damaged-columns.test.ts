import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as tables from '#db/schema.server.ts'
import { type Damage, damageIn } from '#tests/support/damage.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { handedIn } from '#tests/support/submitted-application.ts'

// Plain columns, damaged one at a time: whatever is lost in one, no list, sheet or form of others answers with an error of the server.
vi.setConfig({ testTimeout: 120_000 })
let site: OwnSite
let damage: Damage
let desk: Readonly<Record<string, Resident>>
let draft: Resident
let [held, rated]: { id: string; one: Resident }[] = []
beforeAll(async () => {
  site = await ownSite()
  const roles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const
  const people = roles.map((role) => ({ id: role, name: `${role}·测试`, role }))
  const cookies = await openDesk(site.dataDir, '630104', people)
  desk = Object.fromEntries(roles.map((role) => [role, resident(site.port, cookies[role])]))
  draft = resident(site.port)
  await fillIn(draft, ['skills-training'], { 'f-trade': '做饭' })
  held = await handedIn(as('clerk'), site.port)
  rated = await handedIn(as('clerk'), site.port)
  await rated.one.post('/zh/applications/1/withdraw', {})
  await rated.one.post('/zh/applications/1/rate', { score: '1', words: '等太久·测试' })
  await resident(site.port).post('/zh/help/feedback', { kind: 'wrong', message: '测试：这一句不对', county: '630104' })
  for (const step of ['accept', 'start-review']) await act('reviewer', { do: step })
  await act('reviewer', { words: '请先退出承包地再来·测试' }, '/approve')
  damage = damageIn(site.dataDir)
  const gone = `insert into past_cases (county, service, mode, channel, status, submitted_at, answered_at, decided_at, corrections, declined_for, rating)
    values ('630104', 'skills-training', 'zh', 'self', 'declined', ?, ?, ?, 1, 'C1', 2)`
  const at = new Date().toISOString()
  damage.database.prepare(gone).run(at, at, at)
  for (const [table, row] of Object.entries(madeRows(at)))
    damage.database
      .prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => '?')})`)
      .run(...Object.values(row))
  expect(damage.database.prepare('select held_step from applications where id = ?').pluck().get(held.id)).toBe('approve')
}, 120_000)
afterAll(async () => {
  damage.database.close()
  await site.stop()
})

const as = (role: string) => desk[role] as Resident

async function act(who: string, fields: Record<string, string>, page = '') {
  const url = `/zh/desk/cases/${held?.id}`
  const seen = /name="seen" value="(\d+)"/.exec((await as(who).get(url)).text)?.[1] ?? ''
  expect((await as(who).post(url + page, { seen, ...fields })).status).toBe(303)
}

/** Rows of what nobody does on the way here. */
const madeRows = (at: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const later = new Date(Date.parse(at) + 3_600_000).toISOString()
  const folder = damage.database.prepare('select id from folders limit 1').pluck().get()
  const hall = damage.database.prepare('select hall_id from staff where id = ?').pluck().get('clerk')
  return {
    recoveries: {
      ...{ id: 'r', folder_id: folder, kind: 'pin', state: 'waiting', way: 'colleague', staff_id: 'clerk', hall_id: hall, place: '630104' },
      ...{ confirm_place: '630104', sealed: Buffer.from('x'), created_at: at, expires_at: later },
    },
    person_searches: {
      ...{ id: 's', staff_id: 'supervisor', place: '630104', kind: 'phone', ground: 'card', hashes: '[]', at, expires_at: later },
    },
    announced_days: { id: 'd', year: '2030', notice: '测试', off: '[]', worked: '[]', staff_id: 'administrator', created_at: at },
    announcements: {
      ...{ id: 'a', place: '630104', audience: 'everybody', from_day: '2020-01-01', until_day: '2999-01-01', zh: '测试' },
      ...{ staff_id: 'supervisor', created_at: at },
    },
    own_phrases: {
      ...{
        id: 'p',
        version: 1,
        place: '630104',
        kind: 'approve',
        zh: '测试',
        bo: 'ཚོད་ལྟ',
        state: 'used',
        staff_id: 'supervisor',
        created_at: at,
      },
    },
    saved_filters: { id: 'f', staff_id: 'supervisor', name: '测试', query: 'status=all', created_at: at },
  }
}

/** Tables without a row here, and why. */
const without = new Map([
  ['client_sessions', 'one row is read at a time, by whoever helps'],
  ['folder_lookups', 'hashes by which something is found, shown nowhere'],
  ['kept_forms', 'one row is read at a time, by whoever typed it'],
  ['letters', 'one row is read at a time, by its code'],
  ['outbox', 'messages are sent, and shown nowhere'],
  ['pin_attempts', 'counts, shown nowhere'],
  ['saved_checks', 'one row is read at a time, by its code'],
])

test('every table has a row that can be damaged, or it is said why none', () => {
  const names = Object.values<SQLiteTable>(tables).map((table) => getTableConfig(table).name)
  const empty = names.filter((name) => damage.database.prepare(`select count(*) from ${name}`).pluck().get() === 0)
  expect(empty.toSorted()).toEqual([...without.keys()].toSorted())
})

/** Puts a value into a column of every row, and what was there back afterwards. False where nothing was damaged: there are no rows, or the table allows no such value. */
async function damaged(table: string, column: string, value: unknown, look: () => Promise<void>): Promise<boolean> {
  const { database } = damage
  const before = database.prepare(`select rowid as row, "${column}" as was from ${table} where "${column}" is not null`).all() as {
    row: number
    was: unknown
  }[]
  if (before.length === 0) return false
  try {
    database.prepare(`update ${table} set "${column}" = ? where "${column}" is not null`).run(value)
  } catch {
    return false
  }
  await look()
  for (const { row, was } of before) database.prepare(`update ${table} set "${column}" = ? where rowid = ?`).run(was, row)
  return true
}

const lists = {
  supervisor: [
    '',
    '/cases?status=all',
    '/held-texts',
    '/ratings',
    '/feedback',
    '/feedback?show=done',
    '/figures',
    '/audit-log',
    '/account',
    '/recoveries',
    '/people',
    '/people/s',
    '/colleagues',
    '/announcements',
    '/phrases',
  ],
  administrator: ['', '/staff', '/halls', '/feedback', '/calendar'],
  clerk: ['/counter', '/recoveries', '/people'],
}
const own = ['/applications', '/applications/1', '/applications/slip', '/applications/delete', '/applications/data', '/apply/folder']

/** Every page that shows several rows, to everybody who has it: which answer with an error of the server. */
async function failing(): Promise<string[]> {
  const failed: string[] = []
  const note = (what: string, { status }: { status: number }) => (status >= 500 ? failed.push(`${what} ${status}`) : 0)
  for (const [who, paths] of Object.entries(lists)) for (const path of paths) note(`${who} ${path}`, await as(who).get(`/zh/desk${path}`))
  note('list', await as('supervisor').post('/zh/desk/cases/list?status=all', { format: 'csv' }))
  for (const [name, one] of Object.entries({ draft, held: held?.one })) {
    for (const path of own) note(`${name} ${path}`, (await one?.get(`/bo${path}`)) ?? { status: 0 })
    if (name !== 'draft') note(`${name} delete`, (await one?.post('/bo/applications/delete', { version: 'old' })) ?? { status: 0 })
  }
  note('draft delete', await draft.post('/bo/applications/delete', { version: 'old' }))
  return failed
}

/** The columns of every table that are no keys: plain ones, and what is encrypted. */
const [plain, encrypted] = (['plain', 'blob'] as const).map((of) =>
  Object.values<SQLiteTable>(tables)
    .map((table) => getTableConfig(table))
    .flatMap(({ name, columns }) =>
      columns
        .filter((column) => !column.primary && (column.getSQLType() === 'blob') === (of === 'blob'))
        .map((column) => [name, column.name] as const),
    ),
)
/** Columns of the rows every list is made of: there a value of another type than the column's is tried too. */
const listed = plain?.filter(([table]) => ['applications', 'folders', 'staff', 'events', 'halls'].includes(table))

test('nothing is damaged before', async () => expect(await failing()).toEqual([]))

/** The pages that fail while a column is damaged. */
async function failingWith(table: string, column: string, value: unknown): Promise<string[]> {
  let failed: string[] = []
  await damaged(table, column, value, async () => {
    failed = await failing()
  })
  return failed
}

describe('one column damaged in every row: every page answers', () => {
  test.each(plain ?? [])('%s.%s', async (table, column) => {
    for (const value of /^(applications|past_cases)$/.test(table) ? ['__proto__', ''] : ['__proto__'])
      expect(await failingWith(table, column, value), value).toEqual([])
  })

  test.each(listed ?? [])('%s.%s, bytes where text is meant', async (table, column) => {
    expect(await failingWith(table, column, Buffer.from([1, 2, 3]))).toEqual([])
  })

  test.each(encrypted ?? [])('%s.%s, a number where bytes are meant', async (table, column) => {
    expect(await failingWith(table, column, -7)).toEqual([])
  })
})
