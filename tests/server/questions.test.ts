import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { daysLater } from '#app/domain/day.ts'
import { type BuiltServer, startBuilt, unansweredGateway } from '#tests/support/built-server.ts'
import { auditOf, casesOf } from '#tests/support/clerk.ts'
import { applyRetentionOn, hall } from '#tests/support/hall.ts'
import { openDesk, type TestStaff } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 30_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-questions-'))
const people: readonly TestStaff[] = [
  { id: 'clerk', name: '窗口·测试', role: 'clerk' },
  { id: 'reviewer', name: '审核·测试', role: 'reviewer' },
  { id: 'supervisor', name: '负责·测试', role: 'supervisor' },
  { id: 'administrator', name: '管理·测试', role: 'administrator' },
]
let server: BuiltServer
let cookies: Record<string, { staff: string }> = {}
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  cookies = {
    ...(await openDesk(dataDir, '630104', people)),
    ...(await openDesk(dataDir, '632723', [{ id: 'elsewhere', name: '别处·测试', role: 'clerk' }])),
  }
}, 120_000)
afterAll(() => server.stop())

const as = (id: string): Resident => resident(server.port, cookies[id])
const t = (key: string) => textOf('zh', key)
const ask = '/bo/applications/1/ask'
const seenOn = (html: string) => /name="seen" value="([\d~]+)"/.exec(html)?.[1] ?? ''
const versionOn = (html: string) => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? ''

/** Somebody who reads Tibetan hands in, and the case as the hall opens it. */
async function handedIn() {
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo', {
    ...{ 'f-phone': '13900000000', 'f-messages': 'sms' },
  })
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  const found = await as('clerk').post('/zh/desk/cases', { do: 'find', code })
  const url = String(found.headers.location).split('?')[0] ?? ''
  return { one, code, url, id: url.split('/').at(-1) ?? '' }
}
const answer = async (who: string, url: string, fields: Record<string, string>) =>
  as(who).post(`${url}/answer-resident`, { seen: seenOn((await as(who).get(`${url}/answer-resident`)).text), ...fields })
const typesOf = async (code: string) => (await casesOf(dataDir, code))[0]?.events.map(({ type }) => type) ?? []

test('a resident asks in their language, the hall answers in its own, and the answer is told like every other news', async () => {
  const { one, code, url, id } = await handedIn()
  const typed = 'ང་ནམ་འགྲོ་དགོས་སམ།'
  const waiting = '/zh/desk/cases?status=asked'
  expect((await as('reviewer').get(waiting)).text).not.toContain(id)
  expect((await one.get('/bo/applications/1')).text).toContain(`href="${ask}"`)
  expect((await one.post(ask, { version: versionOn((await one.get(ask)).text), words: typed })).headers.location).toBe('/bo/applications/1')
  expect((await one.get('/bo/applications/1')).text).toContain(typed)

  for (const who of ['clerk', 'reviewer', 'supervisor']) {
    expect((await as(who).get('/zh/desk')).text, who).toContain(t('desk:waiting.asked').replace('{{count}}', '1'))
    expect((await as(who).get(waiting)).text, who).toContain(id)
    expect((await as(who).get(url)).text, who).toContain(`href="${url}/answer-resident"`)
  }
  for (const who of ['administrator', 'elsewhere']) expect((await answer(who, url, { reason: '不行' })).status, who).toBe(404)
  expect((await as('clerk').get(`${url}/answer-resident`)).text).toContain(`<bdi lang="bo">${typed}</bdi>`)

  const before = (await one.get('/bo/applications/1')).text.split(textOf('bo', 'application:sms.waiting')).length
  const empty = await answer('clerk', url, { reason: ' ' })
  expect([empty.status, empty.text.includes('id="reason-error"')]).toEqual([422, true])
  expect((await answer('clerk', url, { 'reason-phrase': 'answer.in-hand', reason: '下周一来·测试' })).status).toBe(303)
  const told = (await one.get('/bo/applications/1')).text
  for (const said of [
    textOf('bo', 'application:event.answer-resident'),
    textOf('bo', 'phrases:answer.in-hand'),
    '<bdi lang="zh-CN">下周一来·测试</bdi>',
  ])
    expect(told).toContain(said)
  expect(told).not.toContain('窗口·测试')
  expect(told.split(textOf('bo', 'application:sms.waiting')).length).toBe(before + 1)
  expect((await as('reviewer').get(waiting)).text).not.toContain(id)
  expect((await typesOf(code)).slice(-2)).toEqual(['ask-hall', 'answer-resident'])
  // Nothing waits any more: who answers it too is too late, and keeps what they typed.
  const late = await answer('reviewer', url, { reason: '晚了的·测试' })
  expect([late.status, late.text.includes('晚了的·测试')]).toEqual([409, true])
  expect((await auditOf(dataDir)).broken).toBeNull()
})

test('sent twice from one page it is asked once; three wait at the most, and what was typed then is not lost', async () => {
  const { one, code, url } = await handedIn()
  const version = versionOn((await one.get(ask)).text)
  await Promise.all([1, 2].map(() => one.post(ask, { version, words: '几号·测试' })))
  await one.post(ask, { version, words: '几号·测试' })
  expect((await typesOf(code)).filter((type) => type === 'ask-hall')).toHaveLength(1)
  for (const typed of ['', '长'.repeat(1001)]) {
    const wrong = await one.post(ask, { version, words: typed })
    expect([wrong.status, wrong.text.includes('id="words-error"'), wrong.text.includes(typed)]).toEqual([422, true, true])
  }
  const switched = await one.post('/zh/applications/1/ask', { 'switch-to': 'zh', version, words: '没写完·测试' })
  expect([switched.status, switched.text.includes('没写完·测试')]).toEqual([200, true])
  for (const typed of ['二·测试', '三·测试']) expect((await one.post(ask, { version, words: typed })).status).toBe(303)
  const fourth = await one.post(ask, { version, words: '四·测试' })
  expect([fourth.status, fourth.text.includes('四·测试'), fourth.text.includes(textOf('bo', 'conflict:asked-enough.title'))]).toEqual([
    409,
    true,
    true,
  ])
  expect((await one.get(ask)).headers.location).toBe('/bo/applications/1')
  await answer('clerk', url, { 'reason-phrase': 'answer.ask-window' })
  expect((await one.post(ask, { version, words: '四·测试' })).status).toBe(303)
})

test('an answer that asks for land waits for a second reader, who lets it go', async () => {
  const { one, code, url } = await handedIn()
  await one.post(ask, { version: '', words: '还要什么·测试' })
  expect((await answer('clerk', url, { reason: '请先卖掉草场' })).status).toBe(303)
  expect(await typesOf(code)).not.toContain('answer-resident')
  expect((await one.get('/bo/applications/1')).text).not.toContain('请先卖掉草场')
  const page = await as('supervisor').get(url)
  expect((await as('supervisor').post(url, { seen: seenOn(page.text), do: 'release-words' })).status).toBe(303)
  expect((await typesOf(code)).at(-1)).toBe('answer-resident')
})

test('what was withdrawn cannot be asked about; what waits for an answer is not deleted before', async () => {
  const { one, url } = await handedIn()
  await one.post(ask, { version: '', words: '问一下·测试' })
  await one.post('/bo/applications/1/withdraw', {})
  expect((await one.get(ask)).headers.location).toBe('/bo/applications/1')
  const late = await one.post(ask, { version: '', words: '再问·测试' })
  expect([late.status, late.text.includes('再问·测试'), late.text.includes(textOf('bo', 'conflict:asked-late.title'))]).toEqual([
    409,
    true,
    true,
  ])
  expect((await as('clerk').get(url)).text).not.toContain('answer-resident"')
  const decided = await handedIn()
  for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, decided.code, 1, { type })
  await decided.one.post(ask, { version: '', words: '结果怎么领·测试' })
  await applyRetentionOn(dataDir, daysLater(new Date(), 181))
  expect(await casesOf(dataDir, decided.code)).toHaveLength(1)
  expect((await answer('clerk', decided.url, { 'reason-phrase': 'answer.ask-window' })).status).toBe(303)
})
