import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'settle-audit-log-'))
let server: BuiltServer
const people: Record<string, Resident> = {}

beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  for (const county of ['630104', '632322']) {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], { 'f-trade': '厨师' }, 'zh', { 'f-county': county })
    await one.post('/zh/apply/submit', await submitForm(one))
  }
  const roles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const
  const here = await openDesk(
    dataDir,
    '630100',
    roles.map((role) => ({ id: role, name: '测试', role })),
  )
  const there = await openDesk(dataDir, '632300', [{ id: 'elsewhere', name: '测试', role: 'supervisor' }])
  const all = await openDesk(dataDir, '630000', [{ id: 'province', name: '测试', role: 'supervisor' }])
  for (const [id, cookies] of Object.entries({ ...here, ...there, ...all })) people[id] = resident(server.port, cookies)
}, 120_000)
afterAll(() => server.stop())

const at = async (who: string, path: string) => people[who]?.get(path) ?? expect.fail()

test("figures are of the reader's place, and for supervisors only", async () => {
  for (const who of ['clerk', 'reviewer', 'administrator']) expect((await at(who, '/zh/desk/figures')).status).toBe(404)
  const county = (code: string) => textOf('zh', `places:counties.${code}`)
  const [here, there] = [await at('supervisor', '/zh/desk/figures'), await at('elsewhere', '/zh/desk/figures')]
  expect([here.status, there.status]).toEqual([200, 200])
  const rows = (text: string) => text.slice(text.indexOf('of-counties'))
  expect(rows(here.text)).toContain(`<th scope="row">${county('630104')}`)
  expect(here.text).not.toContain(county('632322'))
  expect(rows(there.text)).toContain(`<th scope="row">${county('632322')}`)
  const none = await at('supervisor', '/zh/desk/figures?service=job-services&weeks=4')
  expect(none.text).toContain(textOf('zh', 'figures:nothing'))
})

test('the number of all events is shown only to those who see the whole province, or manage its accounts', async () => {
  const before = (key: string) => textOf('zh', `audit-log:${key}`).split('{{')[0] ?? ''
  const totals = ['events', 'counted', 'keep', 'head.label'].map(before)
  const seen = async (who: string) => {
    const [page, audit] = [await at(who, '/zh/desk/audit-log'), await people[who]?.post('/zh/desk/audit-log', { head: '12:x' })]
    const answer = await people[who]?.post('/zh/desk/audit-log', { head: '' })
    return { text: page.text + answer?.text, whole: answer?.text.includes(textOf('zh', 'audit-log:whole')), typed: audit?.status }
  }
  for (const who of ['province', 'administrator']) {
    const { text, whole, typed } = await seen(who)
    expect([whole, typed], who).toEqual([true, 422])
    for (const total of totals) expect(text, who).toContain(total)
  }
  for (const who of ['supervisor', 'elsewhere']) {
    const { text, whole, typed } = await seen(who)
    expect([whole, typed], who).toEqual([true, 200])
    for (const total of totals) expect(text, who).not.toContain(total)
    // Nor does it stand in the data of the page.
    expect(text, who).not.toMatch(/"(?:applications|chain)":|"events":\d/)
  }
})

test('the audit log page verifies the chain, goes on from its head, and names what was altered', async () => {
  for (const who of ['clerk', 'reviewer']) expect((await at(who, '/zh/desk/audit-log')).status).toBe(404)
  const audit = async (head: string, who = 'province') => people[who]?.post('/zh/desk/audit-log', { head }) ?? expect.fail()
  const first = await audit('')
  expect(first.text).toContain(textOf('zh', 'audit-log:whole'))
  const head = /<code>([^<]+)<\/code>/.exec(first.text)?.[1] ?? ''
  expect((await audit(head)).text).toContain(textOf('zh', 'audit-log:whole'))
  const wrong = await audit('12:x')
  expect([wrong.status, wrong.text.includes(textOf('zh', 'errors:audit-log.head')), wrong.text.includes('value="12:x"')]).toEqual([
    422,
    true,
    true,
  ])
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.prepare(`update events set at = '2020-01-01T00:00:00.000Z' where position = 1`).run()
  database.close()
  const altered = await audit('', 'supervisor')
  expect(altered.text).toContain(textOf('zh', 'audit-log:what.content'))
  expect(altered.text).not.toContain(textOf('zh', 'audit-log:whole'))
  // Whoever sees no case there learns where the chain breaks, and of no case elsewhere.
  const [named = ''] = textOf('zh', 'audit-log:application').split('{{id}}')
  const there = await audit('', 'elsewhere')
  expect([altered.text.includes(named), there.text.includes(named)]).toEqual([true, false])
  expect(there.text).toContain(textOf('zh', 'audit-log:position').replace('{{position}}', '1'))
})

test("the queue is exported as CSV or XLSX, of one's place only, without names of residents, and that is logged", async () => {
  const take = async (who: string, format: string, query = '') =>
    (await people[who]?.post(`/zh/desk/cases/list${query}`, { format })) ?? expect.fail()
  const csv = await take('reviewer', 'csv')
  expect([csv.status, csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([
    ...[200, 'text/csv; charset=utf-8', 'attachment; filename="cases.csv"'],
  ])
  const lines = csv.text.split('\r\n').filter(Boolean)
  expect(lines[0]?.startsWith('\ufeff"')).toBe(true)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(`"${textOf('zh', 'places:counties.630104')}"`)
  expect(csv.text).not.toContain('扎西')
  expect((await take('reviewer', 'csv', '?service=job-services')).text.split('\r\n').filter(Boolean)).toHaveLength(1)
  const xlsx = await take('elsewhere', 'xlsx')
  expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK'])
  expect((await take('administrator', 'csv')).status).toBe(404)
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  const looks = database.prepare(`select count(*) as n from events where application_id = 'desk' and type = 'look'`).get() as { n: number }
  database.close()
  expect(looks.n).toBe(3)
})
