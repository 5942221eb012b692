import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { encryptedSqlColumns } from '#db/encrypted-columns.server.ts'
import { columnFaults, databaseFaults, nameFaults } from '#db/integrity.server.ts'
import * as schema from '#db/schema.server.ts'

// `npm run verify` reads every column there is: what is damaged in one is named.

let opened: OpenDatabase
beforeEach(() => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  opened.db.$client.pragma('foreign_keys = OFF')
})
afterEach(() => opened.close())

const tables = Object.values<SQLiteTable>(schema).map((table) => getTableConfig(table))
const placesOf = ({ name, columns }: (typeof tables)[number]) => columns.map((column) => `${name}.${column.name}`)

/** Columns that are judged by more than themselves, and where: `verify.server.ts`, `audit-log.server.ts`. */
const readOtherwise = [
  ...encryptedSqlColumns.map((column) => `${getTableConfig(column.table as SQLiteTable).name}.${column.name}`),
  // A member is one of its folder; texts of forms have their hash for an id; what is told of a hall is parsed.
  ...['applications.member', 'wordings.content', 'halls.details'],
  // A number SQLite gives, and the chain follows.
  ...['events.position', 'past_cases.position'],
]

const nothingKnown = { service: () => false, county: () => false, condition: () => false }

/** The columns in which a row of nothing but bytes is found to be damaged. */
async function readColumns(): Promise<string[]> {
  const { $client } = opened.db
  for (const { name, columns } of tables) {
    const filled = columns.filter((column) => column.name !== 'position').map((column) => `"${column.name}"`)
    $client.prepare(`insert into ${name} (${filled}) values (${filled.map(() => 'randomblob(8)')})`).run()
  }
  const faults = [...(await columnFaults()), ...(await nameFaults(nothingKnown))]
  const loose = $client.prepare<[], { table: string; fkid: number }>('pragma foreign_key_check').all()
  const leading = loose.map(({ table, fkid }) => {
    const keys = $client.pragma(`foreign_key_list(${table})`) as { id: number; from: string }[]
    return `${table}.${keys.find(({ id }) => id === fkid)?.from}`
  })
  expect((await databaseFaults()).filter(({ what }) => what.startsWith('names a row of'))).toHaveLength(leading.length)
  return [...faults.map(({ table, what }) => `${table}.${what.split(' ')[0]}`), ...leading]
}

test('every column of the schema is read, by a rule of its own or otherwise', async () => {
  const read = await readColumns()
  const unread = tables.flatMap(placesOf).filter((place) => !read.includes(place) && !readOtherwise.includes(place))
  expect(unread).toEqual([])
  // A column without a rule is found: these would be missing.
  expect(readOtherwise.filter((place) => read.includes(place))).toEqual([])
  expect(readOtherwise.filter((place) => !tables.flatMap(placesOf).includes(place))).toEqual([])
})

const at = '2026-11-25T08:00:00.000Z'
const hash = 'A'.repeat(43)
const rows = {
  halls: { id: 'h', place: '630104', name_zh: '测试大厅', name_bo: 'ཚོད་ལྟ', second_factor: 0, created_at: at },
  staff: { id: 's', login_hash: hash, sealed: Buffer.alloc(1), role: 'clerk', hall_id: 'h', state: 'active', created_at: at },
  staff_sessions: { id_hash: hash, staff_id: 's', seen_at: at, expires_at: at, practice: 0 },
  saved_filters: { id: 'q', staff_id: 's', name: '测试', query: 'status=all&county=630104', created_at: at },
  feedback: { id: 'f', created_at: at, mode: 'zh', page: '/zh/policy', kind: 'wrong', message: '', county: '630104', state: 'read' },
  pin_attempts: { code_hash: hash, failures: 1, last_at: at },
  key_checks: { value: hash, kind: 'data', made_at: at },
  client_sessions: {
    id: 'c',
    staff_id: 's',
    staff_session: hash,
    place: '630104',
    sealed: Buffer.alloc(1),
    started_at: at,
    expires_at: at,
  },
} as const

const allKnown = { service: () => true, county: (code: string) => code === '630104', condition: () => true }

describe('a value that is damaged is named, and no other', () => {
  beforeEach(() => {
    for (const [table, row] of Object.entries(rows)) {
      const names = Object.keys(row)
      opened.db.$client
        .prepare(`insert into ${table} (${names}) values (${names.map(() => '?')})`)
        .run(...Object.values(row).map((value) => value as never))
    }
  })
  const faults = async () =>
    [...(await columnFaults()), ...(await nameFaults(allKnown))].map(({ table, id, what }) => `${table} ${id}: ${what}`)

  test('nothing is before', async () => expect(await faults()).toEqual([]))

  test.each([
    ['feedback', 'changed_at', 'once', 'feedback f: changed_at is no date'],
    ['feedback', 'county', '639999', 'feedback f: county is unknown'],
    ['feedback', 'state', 'nowhere', 'feedback f: state is unknown'],
    ['feedback', 'page', 'nowhere', 'feedback f: page is no path'],
    ['feedback', 'answer', Buffer.from('a'), 'feedback f: answer is no text'],
    ['client_sessions', 'place', 'here', 'client_sessions c: place is no code'],
    ['client_sessions', 'staff_id', 'gone', 'client_sessions c: staff_id names no member of staff'],
    ['saved_filters', 'query', 'a b', 'saved_filters q: query is no query'],
    ['saved_filters', 'name', ' ', 'saved_filters q: name is no name'],
    ['key_checks', 'made_at', 'once', 'key_checks row 1: made_at is no date'],
    ['key_checks', 'kind', 'other', 'key_checks row 1: kind is unknown'],
    ['pin_attempts', 'code_hash', 'short', 'pin_attempts row 1: code_hash is no hash'],
    ['pin_attempts', 'failures', -1, 'pin_attempts row 1: failures is no count'],
    ['staff', 'last_step', 'late', 'staff s: last_step is no count'],
    ['halls', 'second_factor', 7, 'halls h: second_factor is neither yes nor no'],
    ['halls', 'name_bo', '', 'halls h: name_bo is no name'],
    ['staff_sessions', 'practice', 'yes', 'staff_sessions row 1: practice is neither yes nor no'],
  ])('%s.%s = %s', async (table, column, value, expected) => {
    opened.db.$client.prepare(`update ${table} set ${column} = ?`).run(value)
    expect(await faults()).toEqual([expected])
  })
})
