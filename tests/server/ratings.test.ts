import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { daysLater } from '#app/domain/day.ts'
import { languages } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt, unansweredGateway } from '#tests/support/built-server.ts'
import { auditOf, casesOf } from '#tests/support/clerk.ts'
import { applyRetentionOn } from '#tests/support/hall.ts'
import { openDesk, type TestStaff } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 30_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-ratings-'))
const people: readonly TestStaff[] = [
  { id: 'clerk', name: '窗口·测试', role: 'clerk' },
  { id: 'reviewer', name: '审核·测试', role: 'reviewer' },
  { id: 'supervisor', name: '负责甲·测试', role: 'supervisor' },
  { id: 'supervisor-2', name: '负责乙·测试', role: 'supervisor' },
  { id: 'administrator', name: '管理·测试', role: 'administrator' },
]
let server: BuiltServer
let cookies: Record<string, { staff: string }> = {}
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  const elsewhere: readonly TestStaff[] = [{ id: 'elsewhere', name: '别处·测试', role: 'supervisor' }]
  const practising: readonly TestStaff[] = [{ id: 'practising', name: '练习·测试', role: 'supervisor' }]
  for (const opened of [
    await openDesk(dataDir, '630104', people),
    await openDesk(dataDir, '632723', elsewhere),
    await openDesk(dataDir, '630104', practising, true),
  ])
    cookies = { ...cookies, ...opened }
}, 120_000)
afterAll(() => server.stop())

const as = (id: string): Resident => resident(server.port, cookies[id])
const t = (key: string) => textOf('zh', key)
const list = '/zh/desk/ratings'

type Rated = { one: Resident; code: string; id: string; url: string }

test.each(languages)('words that are too long are not lost: the page says so beside them, and keeps them (%s)', async (mode) => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, mode)
  await one.post(`/${mode}/apply/submit`, await submitForm(one, mode))
  for (const [form, fields] of [
    ['withdraw', {}],
    ['rate', { score: '1' }],
  ] as const) {
    // Counted as characters are seen, and also where nobody would count them to the end.
    for (const long of ['等'.repeat(1001), 'e\u0301\u0301\u0301\u0301'.repeat(1001)]) {
      const { status, text } = await one.post(`/${mode}/applications/1/${form}`, { ...fields, words: long })
      expect([status, text.includes('id="words-error"'), text.includes(long.normalize('NFC')) || text.includes(long)]).toEqual([
        422,
        true,
        true,
      ])
      expect(text).toContain(textOf(mode, 'errors:field.text-too-long').replace('{{most}}', '1000'))
    }
    expect((await one.post(`/${mode}/applications/1/${form}`, { ...fields, words: '等'.repeat(1000) })).status).toBe(303)
  }
})

/** Somebody applies, withdraws, and rates how they were served. */
async function rated(score: string, text = '', more: Record<string, string> = {}): Promise<Rated> {
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo', more)
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  await one.post('/bo/applications/1/withdraw', {})
  await one.post('/bo/applications/1/rate', { score, words: text })
  const id =
    String((await as('clerk').post('/zh/desk/cases', { do: 'find', code })).headers.location)
      .split('/')
      .at(-1) ?? ''
  return { one, code, id, url: `${list}/${id}` }
}

const seenOn = (html: string) => /name="seen" value="([\d~]+)"/.exec(html)?.[1] ?? ''
const answer = async (who: string, url: string, fields: Record<string, string>, seen?: string) =>
  as(who).post(url, { seen: seen ?? seenOn((await as(who).get(url)).text), ...fields })

test('a low rating opens a task for the supervisors of its place, and for nobody else', async () => {
  const { url } = await rated('2', 'ཡུན་རིང་པོར་སྒུག')
  const satisfied = await rated('3', '还行·测试')
  const onCase = async (who: string) => (await as(who).get(url.replace('/ratings/', '/cases/'))).text.includes(`href="${url}"`)
  expect([await onCase('supervisor'), await onCase('reviewer')]).toEqual([true, false])
  const shown = await as('supervisor').get(list)
  expect(shown.text).toContain(url)
  expect(shown.text).toContain('<bdi lang="bo">ཡུན་རིང་པོར་སྒུག</bdi>')
  expect(shown.text).not.toContain(satisfied.id)
  for (const who of ['clerk', 'reviewer', 'administrator'])
    for (const path of [list, url]) {
      expect((await as(who).get(path)).status, `${who} ${path}`).toBe(404)
      expect((await as(who).post(path, { words: '不行', seen: '9' })).status, `${who} ${path}`).toBeGreaterThanOrEqual(404)
    }
  for (const who of ['elsewhere', 'practising']) {
    expect((await as(who).get(list)).text, who).not.toContain(url)
    expect((await as(who).get(list)).text, who).toContain(t('ratings:none'))
    expect((await as(who).get(url)).status, who).toBe(404)
    expect((await as(who).post(url, { words: '不行', seen: '9' })).status, who).toBe(404)
  }
  expect((await as('supervisor').get(satisfied.url)).status).toBe(404)
  expect((await resident(server.port).get(url)).headers.location).toContain('/desk/sign-in')
})

test('it closes with an answer only; the resident reads the answer, marked with its language, and gets a message', async () => {
  const { one, url, id, code } = await rated('1', '', { 'f-phone': '13900000000', 'f-messages': 'sms' })
  const before = (await one.get('/bo/applications/1')).text.split(textOf('bo', 'application:sms.waiting')).length
  const empty = await answer('supervisor', url, { words: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain(t('ratings:error.empty'))
  expect(empty.text).toContain('id="words-error"')
  const long = await answer('supervisor', url, { words: '长'.repeat(1001) })
  expect([long.status, long.text.includes('长'.repeat(1001))]).toEqual([422, true])
  const switched = await as('supervisor').post(url.replace('/zh/', '/bo/'), { 'switch-to': 'bo', words: '没写完' })
  expect(switched.text).toContain('没写完')
  expect((await as('supervisor').get(list)).text).toContain(url)

  const typed = { phrase: 'rating.sorry', words: '我们查过了·测试' }
  expect((await answer('supervisor', url, typed)).headers.location).toBe(list)
  expect((await as('supervisor').get(list)).text).not.toContain(id)
  const told = (await one.get('/bo/applications/1')).text
  expect(told).toContain(textOf('bo', 'application:event.answer-rating'))
  expect(told).toContain(textOf('bo', 'phrases:rating.sorry'))
  expect(told).toContain(textOf('bo', 'application:staff-text').replace('{{language}}', textOf('bo', 'application:language.zh')))
  expect(told).toContain('<bdi lang="zh-CN">我们查过了·测试</bdi>')
  expect(told).not.toContain('负责甲')
  expect(told.split(textOf('bo', 'application:sms.waiting')).length).toBe(before + 1)
  expect((await casesOf(dataDir, code))[0]?.events.at(-1)).toMatchObject({
    type: 'answer-rating',
    actor: { role: 'supervisor', id: 'supervisor' },
  })
  expect((await auditOf(dataDir)).broken).toBeNull()
})

test('of two answers at once the later one is refused, and what was typed is kept', async () => {
  const { one, url } = await rated('1', '慢')
  const seen = seenOn((await as('supervisor').get(url)).text)
  const both = await Promise.all(['supervisor', 'supervisor-2'].map((who) => answer(who, url, { words: `${who} 的回答` }, seen)))
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  const late = both.find(({ status }) => status === 409)?.text ?? ''
  expect(late).toContain(t('ratings:error.answered'))
  for (const who of ['supervisor', 'supervisor-2']) expect(late).toContain(`${who} 的回答`)
  expect((await answer('supervisor', url, { words: '再来一次' })).status).toBe(409)
  const told = (await one.get('/zh/applications/1')).text
  expect(told.split('的回答').length).toBe(2)
  expect(told).not.toContain('再来一次')
})

test('an answer that was not sent is kept in the other language too, and why', async () => {
  const { url } = await rated('1', '慢')
  const there = url.replace('/zh/', '/bo/')
  const seen = seenOn((await as('supervisor').get(url)).text)
  const typed = { phrase: 'rating.sorry', words: '第二个回答·测试' }
  // A switch before that changes nothing of what was opened.
  const early = await as('supervisor').post(there, { ...typed, seen, 'switch-to': 'bo' })
  expect([early.status, seenOn(early.text)]).toEqual([200, seen])
  expect((await answer('supervisor-2', url, { words: '第一个回答·测试' }, seen)).status).toBe(303)
  const late = await as('supervisor').post(url, { ...typed, seen })
  expect([late.status, late.text.includes('form="answering"')]).toEqual([409, true])
  const switched = await as('supervisor').post(there, { ...typed, seen: seenOn(late.text), 'switch-to': 'bo' })
  expect([switched.status, switched.text.includes(textOf('bo', 'ratings:error.answered'))]).toEqual([409, true])
  for (const shown of [typed.words, textOf('bo', 'phrases:rating.sorry'), 'name="phrase" value="rating.sorry"', '第一个回答·测试'])
    expect(switched.text).toContain(shown)
})

test('an unanswered rating stays beyond its retention; an answered one stays readable', async () => {
  const { one, url, code } = await rated('2')
  const inDays = (days: number) => daysLater(new Date(), days)
  expect((await one.get('/bo/applications/1')).text).toContain(textOf('bo', 'application:rate.waiting'))
  await applyRetentionOn(dataDir, inDays(400))
  expect(await casesOf(dataDir, code)).toHaveLength(1)
  await answer('supervisor', url, { words: '对不起·测试' })
  await applyRetentionOn(dataDir, inDays(29))
  expect(await casesOf(dataDir, code)).toHaveLength(1)
  await applyRetentionOn(dataDir, inDays(31))
  expect(await casesOf(dataDir, code)).toEqual([])
})

test('the start of the desk and the figures say how many wait', async () => {
  await rated('1')
  const count = /class="tile" href="\/zh\/desk\/ratings"[\s\S]*?<em>([^<]*)/.exec((await as('supervisor').get('/zh/desk')).text)?.[1] ?? ''
  expect(count).toBe(t('ratings:open').replace('{{count}}', /\d+/.exec(count)?.[0] ?? ''))
  expect((await as('reviewer').get('/zh/desk')).text).not.toContain('/zh/desk/ratings')
  const figures = (await as('supervisor').get('/zh/desk/figures')).text
  expect(figures.slice(figures.indexOf('of-answers'))).toContain(t('figures:answer.open'))
})
