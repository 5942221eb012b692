import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { internalKinds } from '#app/domain/internal-texts.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { internalCases, returnedCases } from '#db/held-texts.server.ts'
import { applications, events, folders } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  const folder = { id: 'f', codeHash: 'f', pinHash: 'p', sealed: Buffer.of(1), version: 1, submissionToken: 'f' }
  opened.db
    .insert(folders)
    .values({ ...folder, createdAt: '2026', savedAt: '2026', expiresAt: '2027' })
    .run()
})
afterEach(() => opened.close())

let number = 0
/** A case of a county, with events of these types, one a minute; what they hold cannot be read. */
function caseWith(id: string, county: string, minute: number, ...types: string[]): void {
  const dates = { createdAt: '2026', changedAt: '2026', submittedAt: '2026' }
  number += 1
  opened.db
    .insert(applications)
    .values({ id, folderId: 'f', number, service: 'job-services', status: 'submitted', county, ...dates })
    .run()
  for (const [index, type] of types.entries()) {
    const at = new Date(Date.UTC(2026, 10, 29, 8, minute + index)).toISOString()
    const row = { id: `${id}-${index}`, applicationId: id, seq: index + 1, type, at, sealed: Buffer.of(1) }
    opened.db
      .insert(events)
      .values({ ...row, content: '', link: '', chain: '' })
      .run()
  }
}

const idsIn = async (place: string, most = 10) => (await internalCases(place, most)).map(({ id }) => id)

test('cases are found in which more was held than let go, given back or taken back, the longest waiting first, also where nothing can be read', async () => {
  caseWith('late', '630104', 30, 'submit', 'hold-internal')
  caseWith('early', '630105', 10, 'submit', 'hold-internal', 'note')
  for (const end of internalKinds.slice(1)) caseWith(end, '630104', 0, 'submit', 'hold-internal', end)
  caseWith('one-left', '630104', 20, 'hold-internal', 'hold-internal', 'release-internal', 'note')
  caseWith('none', '630104', 0, 'submit', 'note', 'hold-words')
  caseWith('elsewhere', '632723', 0, 'hold-internal')
  expect(await idsIn('630100')).toEqual(['early', 'one-left', 'late'])
  expect(await idsIn('630104')).toEqual(['one-left', 'late'])
  expect(await idsIn('630000', 2)).toEqual(['elsewhere', 'early'])
  expect(await idsIn('632200')).toEqual([])
})

test('cases in which texts came back are found, the latest first, as long as they are open', async () => {
  caseWith('early', '630104', 10, 'submit', 'hold-words', 'return-words')
  caseWith('late', '630105', 30, 'submit', 'hold-internal', 'return-internal', 'note')
  caseWith('none', '630104', 0, 'submit', 'hold-words', 'release-words')
  caseWith('elsewhere', '632723', 0, 'return-words')
  caseWith('ended', '630104', 0, 'return-words')
  opened.db.update(applications).set({ status: 'approved' }).where(sql`id = 'ended'`).run()
  const found = async (place: string, most = 10) => (await returnedCases(place, most)).map(({ id }) => id)
  expect(await found('630100')).toEqual(['late', 'early'])
  expect(await found('630000', 1)).toEqual(['late'])
  expect(await found('632723')).toEqual(['elsewhere'])
})

test.each([
  ['that wait', internalCases, 'events_internal'],
  ['that came back', returnedCases, 'events_returned'],
] as const)('words %s are found by an index of such events alone, whatever else there is', async (_, find, index) => {
  const asked: string[] = []
  const client = opened.db.$client
  const { prepare } = client
  client.prepare = ((query: string) => {
    asked.push(query)
    return prepare.call(client, query)
  }) as typeof prepare
  await find('630000', 10)
  const query = asked.at(-1) ?? ''
  const plan = opened.db.all<{ detail: string }>(sql.raw(`explain query plan ${query.replaceAll('?', 'null')}`))
  expect(plan.map(({ detail }) => detail).filter((detail) => /SCAN|SEARCH/.test(detail))).toEqual([
    expect.stringMatching(new RegExp(`^SCAN events USING (COVERING )?INDEX ${index}$`)),
    expect.stringMatching(/^SCAN (waiting|returned)$/),
    expect.stringContaining('SEARCH applications USING INDEX sqlite_autoindex_applications_1 (id=?)'),
  ])
})
