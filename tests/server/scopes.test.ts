import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffRoles } from '#app/domain/staff.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { hall } from '#tests/support/hall.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { isOfCase, type Named, staffPages, staffRoutes } from '#tests/support/staff-pages.ts'
import { handedIn } from '#tests/support/submitted-application.ts'

/** Halls in whose place the case of this test lies, and halls of other places. */
const [around, away] = [['630104', '630100', '630000'] as const, ['630105', '632700', '632723'] as const]
const dataDir = mkdtempSync(join(tmpdir(), 'settle-scopes-'))
let server: BuiltServer
let named: Named
let code = ''
const staff: Record<string, Resident> = {}

beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  for (const place of [...around, ...away]) {
    const cookies = await openDesk(
      dataDir,
      place,
      staffRoles.map((role) => ({ id: `${role}-${place}`, name: '测试', role })),
    )
    for (const [id, own] of Object.entries(cookies)) staff[id] = resident(server.port, own)
  }
  const practising = await openDesk(
    dataDir,
    '630104',
    staffRoles.map((role) => ({ id: `${role}-practice`, name: '测试', role })),
    true,
  )
  for (const [id, own] of Object.entries(practising)) staff[id] = resident(server.port, own)
  const clerk = as('clerk', '630104')
  const [open, decided] = [await handedIn(clerk, server.port), await handedIn(clerk, server.port)]
  code = open.code
  for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, decided.code, 1, { type })
  const places = (await as('administrator', '630104').get('/zh/desk/halls')).text
  await resident(server.port).post('/zh/help/feedback', { kind: 'wrong', message: '测试：这一句不对', county: '630104' })
  const reported = (await as('administrator', '630104').get('/zh/desk/feedback')).text
  const common = { hall: /desk\/halls\/([\w-]+)"/.exec(places)?.[1] ?? '', member: 'clerk-630104', service: 'skills-training' }
  await decided.one.post('/zh/applications/1/rate', { score: '1' })
  const feedback = /desk\/feedback\/([\w-]+)"/.exec(reported)?.[1] ?? ''
  named = { ...common, ...open, decided: decided.id, feedback }
}, 120_000)
afterAll(() => server.stop())

const as = (role: string, place: string): Resident => staff[`${role}-${place}`] ?? expect.fail(`${role} ${place}`)

const urlOf = (name: string): string => `/zh/desk${staffPages[name]?.path(named)}`
/** A post that does nothing where it is allowed. */
const nothing = { do: 'nothing' }

test('every route of the desk is in the list of these tests', () => expect(Object.keys(staffPages).sort()).toEqual(staffRoutes().sort()))

describe.each(Object.entries(staffPages))('%s', (name, { of, gives }) => {
  if (of === null) {
    test('is there without signing in', async () => expect([gives, 303]).toContain((await resident(server.port).get(urlOf(name))).status))
    return
  }

  test('is there for its roles, and for no other', async () => {
    for (const role of staffRoles) {
      const one = as(role, '630104')
      const is = of.includes(role)
      expect((await one.get(urlOf(name))).status, `GET ${role}`).toBe(is ? gives : 404)
      if (!is) expect([404, 405], `POST ${role}`).toContain((await one.post(urlOf(name), nothing)).status)
    }
  })

  test('leads to signing in where nobody is', async () => {
    const url = urlOf(name)
    const [asked, sent] = [await resident(server.port).get(url), await resident(server.port).post(url, nothing)]
    const leads = ({ status, headers }: typeof asked) => [status, String(headers.location).startsWith('/zh/desk/sign-in')]
    if (asked.status !== 405) expect(leads(asked), url).toEqual([303, true])
    // What was sent goes along.
    if (sent.status !== 405) expect(leads(sent), url).toEqual([307, true])
  })

  if (!isOfCase(name)) return

  test('is there for the county, its prefecture and the province; for other places and for practice it does not exist', async () => {
    for (const role of of) {
      for (const place of around) expect((await as(role, place).get(urlOf(name))).status, `${role} ${place}`).toBe(gives)
      for (const place of [...away, 'practice']) {
        expect((await as(role, place).get(urlOf(name))).status, `${role} ${place}`).toBe(404)
        expect([404, 405], `${role} ${place}`).toContain((await as(role, place).post(urlOf(name), nothing)).status)
      }
    }
  })
})

test('lists, figures and exports contain cases of one’s place only', async () => {
  const county = (text: string) => text.includes(named.id)
  for (const place of around) expect(county((await as('reviewer', place).get('/zh/desk/cases?status=all')).text), place).toBe(true)
  for (const place of [...away, 'practice'])
    for (const role of ['clerk', 'reviewer', 'supervisor']) {
      const one = as(role, place)
      expect(county((await one.get('/zh/desk/cases?status=all')).text), place).toBe(false)
      expect((await one.post('/zh/desk/cases', { do: 'find', code: code })).status, place).toBe(422)
      expect((await one.post('/zh/desk/cases', { do: 'assign', id: named.id })).status, place).toBe(404)
      const list = await one.post('/zh/desk/cases/list?status=all', { format: 'csv' })
      expect(list.text, place).not.toContain(code)
      if (role === 'supervisor') expect((await one.get('/zh/desk/figures')).text, place).not.toMatch(/<th scope="row">[^<]*城西/)
    }
})

test('undeclared addresses do not exist either', async () => {
  const cookie = {
    Cookie: Object.entries(as('clerk', '630104').cookies())
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  }
  for (const path of ['/zh/desk/nothing', '/zh/desk/cases/nothing', `/zh/desk/cases/${named.id}/files/nothing`])
    expect((await send(server.port, 'GET', path, cookie)).status, path).toBe(404)
})
