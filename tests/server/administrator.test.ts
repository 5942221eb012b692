import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { administratorOf, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { casesOf } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// What an administrator keeps: several roles of one person, what they serve, their name; days off and worked.

vi.setConfig({ testTimeout: 120_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-administrator-'))
let server: BuiltServer
let administrator: StaffMember
let hall = ''
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example' }, dataDir)
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
}, 120_000)
afterAll(() => server.stop())

const pathOf = ({ id }: StaffMember) => `/zh/desk/staff/${id}`
const postForm = async (one: StaffMember) =>
  hiddenIn(/<form [^>]*id="member"[\s\S]*?<\/form>/.exec((await administrator.browser.get(pathOf(one))).text)?.[0] ?? '')

/** Gives somebody roles, services and a name, as the page of their account does. */
async function becomes(one: StaffMember, roles: readonly string[], serves: readonly string[] = [], more: Record<string, string> = {}) {
  const fields = { ...(await postForm(one)), do: 'change', hall, name: '扎西·测试', role: roles, serves, ...more }
  return administrator.browser.post(pathOf(one), fields)
}

async function handedIn(service: 'skills-training', values: Record<string, string>) {
  const one = resident(server.port)
  const code = await fillIn(one, [service], values, 'zh', { 'f-county': '630104' })
  await one.post('/zh/apply/submit', await submitForm(one))
  return code
}
const training = () => handedIn('skills-training', { 'f-trade': '做饭' })

async function found({ browser }: StaffMember, code: string): Promise<string> {
  return String((await browser.post('/zh/desk/cases', { do: 'find', code })).headers.location).split('?')[0] ?? ''
}
async function does({ browser }: StaffMember, url: string, fields: Record<string, string>, page = url) {
  return (await browser.post(page, { seen: hiddenIn((await browser.get(url)).text).seen ?? '', ...fields })).status
}
const events = async (code: string) => (await casesOf(dataDir, code))[0]?.events ?? []
const told = (key: string) => textOf('zh', key)

describe('several roles', () => {
  test('one person takes in, reviews and looks over, and never confirms a refusal of their own', async () => {
    const one = await makeStaff(administrator, { role: 'clerk', hall })
    expect((await becomes(one, ['clerk', 'reviewer', 'supervisor'])).status).toBe(303)
    const code = await training()
    const url = await found(one, code)
    for (const path of ['/zh/desk/counter', '/zh/desk/ratings']) expect((await one.browser.get(path)).status, path).toBe(200)
    for (const step of ['take-on', 'accept', 'start-review']) expect(await does(one, url, { do: step }), step).toBe(303)
    expect(await does(one, url, { words: '缺材料·测试', condition: 'C1', reason: '' }, `${url}/decline`)).toBe(303)
    expect(await does(one, url, { do: 'decline' })).toBe(409)
    const steps = (await events(code)).map(({ type, actor }) => `${type} ${actor.role}`)
    expect(steps.slice(-3)).toEqual(['accept reviewer', 'start-review reviewer', 'propose-decline reviewer'])
    const other = await makeStaff(administrator, { role: 'supervisor', hall })
    expect(await does(other, url, { do: 'decline' })).toBe(303)
  })

  test('an administrator has no other role', async () => {
    const one = await makeStaff(administrator, { role: 'clerk', hall })
    const answer = await becomes(one, ['administrator', 'reviewer'])
    expect([answer.status, answer.text.includes(told('account:errors.roles-apart'))]).toEqual([422, true])
  })

  test('whoever loses a role hands over what they cannot go on with, in the same act', async () => {
    const [one, heir] = [
      await makeStaff(administrator, { role: 'reviewer', hall }),
      await makeStaff(administrator, { role: 'reviewer', hall }),
    ]
    const code = await training()
    const url = await found(one, code)
    for (const step of ['take-on', 'accept', 'start-review']) expect(await does(one, url, { do: step }), step).toBe(303)
    expect((await becomes(one, ['clerk'])).status).toBe(422)
    expect((await becomes(one, ['clerk'], [], { cases: heir.id })).status).toBe(303)
    expect((await events(code)).at(-1)).toMatchObject({ type: 'assign', to: heir.id, actor: { role: 'administrator' } })
  })
})

describe('what somebody serves', () => {
  test('restricts the queue and what they decide; nothing chosen is everything', async () => {
    const one = await makeStaff(administrator, { role: 'reviewer', hall })
    const code = await training()
    const url = await found(one, code)
    expect((await one.browser.get('/zh/desk/cases')).text).toContain(url)
    expect((await becomes(one, ['reviewer'], ['police-station'])).status).toBe(303)
    expect((await one.browser.get('/zh/desk/cases')).text).not.toContain(url)
    expect((await one.browser.get(url)).status).toBe(200)
    for (const step of ['take-on', 'accept']) expect(await does(one, url, { do: step }), step).toBe(409)
    expect((await becomes(one, ['reviewer'], ['skills-training'])).status).toBe(303)
    expect(await does(one, url, { do: 'accept' })).toBe(303)
  })
})

test('a name is put right, and that it was is in the audit log, without the name', async () => {
  const one = await makeStaff(administrator, { role: 'clerk', hall, name: '扎喜·测试' })
  expect((await becomes(one, ['clerk'], [], { name: '扎西·才让·测试' })).status).toBe(303)
  expect((await one.browser.get('/zh/desk')).text).toContain('扎西·才让·测试')
  const land = await becomes(one, ['clerk'], [], { name: '交出草场才收件' })
  expect([land.status, land.text.includes(told('account:errors.name-land'))]).toEqual([422, true])
})

test('a page of before several roles still says one role, and leaves what is served', async () => {
  const one = await makeStaff(administrator, { role: 'reviewer', hall })
  expect((await becomes(one, ['reviewer'], ['skills-training'])).status).toBe(303)
  const { 'serves-asked': _, ...fields } = await postForm(one)
  expect((await administrator.browser.post(pathOf(one), { ...fields, do: 'change', role: 'clerk', hall })).status).toBe(303)
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  expect(database.prepare('select role, more_roles, serves from staff where id = ?').get(one.id)).toEqual({
    ...{ role: 'clerk', more_roles: null, serves: '["skills-training"]' },
  })
  database.close()
})

test('an invitation is shown as a QR beside the link', async () => {
  const { text, status } = await administrator.browser.post('/zh/desk/staff', {
    ...{ name: '扎西·测试', login: `qr.${process.pid}`, role: 'clerk', hall },
  })
  expect([status, text.includes('class="qr"'), text.includes(told('account:link.qr-help'))]).toEqual([201, true, true])
})

describe('days off and worked', () => {
  const notice = { year: '2026', notice: '测试〔2026〕1号', off: '2026-12-28', worked: '' }
  const send = (fields: Record<string, string>) => administrator.browser.post('/zh/desk/calendar', fields)

  test('wrong entries are refused, each in words', async () => {
    for (const [key, fields] of [
      ['notice', { ...notice, notice: '听说' }],
      ['no-days', { ...notice, off: '' }],
      ['no-day', { ...notice, off: '10月1日' }],
      ['not-weekend', { ...notice, worked: '2026-12-29' }],
      ['other-year', { ...notice, off: '2027-10-01' }],
    ] as const) {
      const answer = await send(fields)
      const [before = ''] = told(`account:days.errors.${key}`).split('{{')
      expect([key, answer.status, answer.text.includes(before)]).toEqual([key, 422, true])
    }
  })

  test('are shown, count once however often they are sent, and are taken back', async () => {
    const fields = { ...hiddenIn((await administrator.browser.get('/zh/desk/calendar')).text), ...notice }
    for (const _ of ['once', 'twice']) expect((await send(fields)).status).toBe(303)
    const { text } = await administrator.browser.get('/zh/desk/calendar')
    expect(text).toContain(notice.notice)
    const id = /name="remove" value="([^"]+)"/.exec(text)?.[1] ?? ''
    expect((await send(notice)).text).toContain(told('account:days.errors.known'))
    for (const _ of ['once', 'twice']) expect((await send({ remove: id })).status).toBe(303)
    expect((await administrator.browser.get('/zh/desk/calendar')).text).not.toContain(notice.notice)
  })
})
