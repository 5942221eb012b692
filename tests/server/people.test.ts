import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchesAnHour } from '#app/domain/person-search.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hall } from '#tests/support/hall.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident } from '#tests/support/resident.ts'
import { type HandedIn, handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// Staff find people exactly, on a ground, in their own place; each search is in the log, and no number is.

const dataDir = mkdtempSync(join(tmpdir(), 'settle-people-'))
const [number, phone] = ['990000198601010016', '13800000016']
let server: BuiltServer
const people: Record<string, Resident> = {}
let open: HandedIn
let approved: HandedIn
let declined: HandedIn
let draftCode = ''

beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  const roles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const
  const at = async (place: string, of: readonly (typeof roles)[number][], practice = false) => {
    const ids = of.map((role) => ({ id: `${role}-${place}${practice ? '-p' : ''}`, name: `${role}·测试`, role }))
    for (const [id, cookies] of Object.entries(await openDesk(dataDir, place, ids, practice))) people[id] = resident(server.port, cookies)
  }
  await at('630104', roles)
  await at('632700', ['clerk', 'supervisor'])
  await at('630105', ['clerk'])
  await at('630104', ['clerk'], true)
  const known = { 'f-identity-number': number, 'f-phone': phone }
  open = await handedIn(who('clerk-630104'), server.port, '630104', known)
  approved = await handedIn(who('clerk-630104'), server.port, '630104', known)
  declined = await handedIn(who('clerk-630104'), server.port, '630104', known)
  for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, approved.code, 1, { type })
  for (const type of ['accept', 'start-review'] as const) await hall(dataDir, declined.code, 1, { type })
  const reason = { text: '测试', language: 'zh' as const }
  await hall(dataDir, declined.code, 1, { type: 'propose-decline', reason })
  await hall(dataDir, declined.code, 1, { type: 'decline', actor: { role: 'supervisor', id: 's-1' }, reason })
  draftCode = await fillIn(resident(server.port), ['skills-training'], { 'f-trade': '做饭' }, 'zh', known)
}, 180_000)
afterAll(() => server.stop())

const who = (id: string) => people[id] ?? expect.fail(id)
const byNumber = { do: 'number', ground: 'card', kind: 'identity-number', number }
const say = (key: string) => textOf('zh', key)

/** The page a search leads to. */
async function found(id: string, form: Record<string, string>): Promise<string> {
  const answer = await who(id).post('/zh/desk/people', form)
  expect([answer.status, String(answer.headers.location)], id).toEqual([303, expect.stringMatching(/^\/zh\/desk\/people\/[\w-]{36}$/)])
  return (await who(id).get(String(answer.headers.location))).text
}

const events = () => {
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  try {
    return database.prepare(`select count(*) from events where type = 'find-person'`).pluck().get()
  } finally {
    database.close()
  }
}

test('by the number of a card, or a telephone, everything of the person in one’s place is on one page', async () => {
  for (const form of [byNumber, { ...byNumber, kind: 'phone', number: phone }]) {
    const page = await found('clerk-630104', form)
    expect(page).toContain(`/zh/desk/cases/${open.id}`)
    expect(page).toContain(`/zh/desk/cases/${approved.id}`)
    expect(page).toContain(say('people:person.approved-note'))
    expect(page).toContain(say('application:status.draft.name'))
    // Neither the number nor a code is on it: the code is given back to whoever was identified.
    for (const secret of [number, phone, open.code, draftCode]) expect(page).not.toContain(secret)
  }
})

test('without a ground, or with another number, nothing is shown; nothing is searched then', async () => {
  const before = events()
  const clerk = who('clerk-630104')
  for (const [form, fault] of [
    [{ ...byNumber, ground: '' }, 'people:errors.ground'],
    [{ ...byNumber, number: '' }, 'people:errors.number'],
    [{ ...byNumber, number: '990000198601010017' }, 'errors:field.id-checksum'],
    [{ ...byNumber, ground: 'case' }, 'people:errors.case'],
    [{ ...byNumber, ground: 'case', case: approved.code }, 'people:errors.case'],
    [{ do: 'code', code: 'x' }, 'errors:open-folder.code-form'],
    [{ do: 'name', name: '扎西' }, 'people:errors.name'],
  ] as const) {
    const refused = await clerk.post('/zh/desk/people', form)
    expect([refused.status, refused.text.includes(say(fault))], fault).toEqual([422, true])
  }
  expect(events()).toBe(before)
})

test('a refusal is told to those who decide, with what it means; for a clerk it has ended', async () => {
  const [clerk, reviewer] = [await found('clerk-630104', byNumber), await found('reviewer-630104', byNumber)]
  expect(reviewer).toContain(say('people:person.refused-note'))
  expect(reviewer).toContain(`/zh/desk/cases/${declined.id}`)
  for (const told of [say('people:person.refused-note'), say('application:status.declined.name'), `/zh/desk/cases/${declined.id}`])
    expect(clerk).not.toContain(told)
  expect(clerk).toContain(say('people:person.ended'))
})

test('in another place, and in practice, the same person is not there; a draft without a county is everybody’s', async () => {
  for (const id of ['clerk-632700', 'clerk-630105', 'clerk-630104-p']) {
    const page = await found(id, byNumber)
    expect(page, id).toContain(say('people:person.nothing'))
    for (const one of [open, approved, declined]) expect(page, id).not.toContain(one.id)
  }
})

test('the case being worked on is a ground for whom it is for, and for nobody else', async () => {
  const reviewer = who('reviewer-630104')
  expect((await reviewer.get(`/zh/desk/cases/${open.id}`)).text).toContain(`/zh/desk/people?of=${open.id}`)
  expect((await reviewer.get(`/zh/desk/people?of=${open.id}`)).text).toContain(say('people:worked'))
  const own = await found('reviewer-630104', { do: 'number', of: open.id, ground: 'case', number: '' })
  expect(own).toContain(`/zh/desk/cases/${approved.id}`)
  expect(await found('reviewer-630104', { ...byNumber, ground: 'case', case: `${open.code}/1` })).toContain(approved.id)
  const other = await reviewer.post('/zh/desk/people', { ...byNumber, of: open.id, ground: 'case', number: '990000199003070013' })
  expect([other.status, other.text.includes(say('people:errors.not-in-case'))]).toEqual([422, true])
  // A case elsewhere is no ground.
  const elsewhere = await who('clerk-632700').post('/zh/desk/people', { ...byNumber, of: open.id, ground: 'case' })
  expect(elsewhere.text).toContain(say('people:errors.case'))
})

test('duplicates stand beside each other with what differs', async () => {
  const another = await handedIn(who('clerk-630104'), server.port, '630104', { 'f-identity-number': number, 'f-phone': '13800000017' })
  const page = await found('clerk-630104', byNumber)
  expect(page).toContain(say('desk:case.differs'))
  expect(page).toContain(another.id)
})

test('by the code of a slip', async () => expect(await found('clerk-630104', { do: 'code', code: open.code })).toContain(open.id))

test('a name and a birth date ask for the card, whoever is there', async () => {
  const answers = await Promise.all(
    ['扎西·测试', '没有这个人'].map((name) => who('clerk-630104').post('/zh/desk/people', { do: 'name', name, born: '1986-01-01' })),
  )
  for (const { status, text } of answers) {
    expect([status, text.includes(say('people:name.answer'))]).toEqual([200, true])
    expect(text).not.toContain(open.id)
  }
  const [one, other] = answers.map(({ text }) => text.replace(/value="[^"]*"/g, ''))
  expect(one).toBe(other)
})

test('what was found is open to whoever searched, not to a colleague', async () => {
  const at = String((await who('clerk-630104').post('/zh/desk/people', byNumber)).headers.location)
  expect((await who('reviewer-630104').get(at)).headers.location).toBe('/zh/desk/people?why=over')
})

test('supervisors read who searched for whom and on what ground, of their place; nobody reads a number', async () => {
  const log = (await who('supervisor-630104').get('/zh/desk/audit-log')).text
  for (const key of ['people:ground.options.card', 'people:ground.options.case', 'people:kind.options.phone'])
    expect(log).toContain(say(key))
  expect(log).toContain('reviewer·测试')
  expect(log).toContain(`/zh/desk/cases/${open.id}`)
  for (const secret of [number, phone, open.code]) expect(log).not.toContain(secret)
  expect((await who('administrator-630104').get('/zh/desk/audit-log')).text).toContain(say('people:ground.options.card'))
  const elsewhere = (await who('supervisor-632700').get('/zh/desk/audit-log')).text
  expect(elsewhere).not.toContain('reviewer·测试')
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  const rows = JSON.stringify(database.prepare('select * from person_searches').all())
  database.close()
  for (const secret of [number, phone]) expect([rows, server.output()].some((one) => one.includes(secret))).toBe(false)
})

test('so many searches an hour, then none', async () => {
  const clerk = who('clerk-630105')
  let status = 303
  let made = 0
  while (status === 303 && made <= searchesAnHour) {
    status = (await clerk.post('/zh/desk/people', byNumber)).status
    made += 1
  }
  // One was made above.
  expect([status, made]).toEqual([429, searchesAnHour])
})
