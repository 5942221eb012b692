import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { auditOf, casesOf } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { becomes, leaves, openDesk, type TestStaff } from '#tests/support/open-desk.ts'
import { beginning, fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const people: readonly TestStaff[] = [
  { id: 'clerk-1', name: '窗口甲·测试', role: 'clerk' },
  { id: 'reviewer-1', name: '审核甲·测试', role: 'reviewer' },
  { id: 'reviewer-2', name: '审核乙·测试', role: 'reviewer' },
  { id: 'supervisor-1', name: '负责甲·测试', role: 'supervisor' },
  { id: 'administrator-1', name: '管理甲·测试', role: 'administrator' },
]
// Each test applies as a resident first, page by page.
vi.setConfig({ testTimeout: 30_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-desk-'))
let server: BuiltServer
let cookies: Record<string, { staff: string }> = {}
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  const elsewhere = people.map((one) => ({ ...one, id: `other-${one.id}` }))
  cookies = { ...(await openDesk(dataDir, '630104', people)), ...(await openDesk(dataDir, '632723', elsewhere)) }
}, 120_000)
afterAll(() => server.stop())

const as = (id: string): Resident => resident(server.port, cookies[id])
const t = (key: string) => textOf('zh', key)
const person = { 'f-identity-number': '990001198601120019', 'f-birth-date-age': '' }

type Case = { id: string; code: string; one: Resident; url: string }

/** Somebody applies; resolves with the case as the desk finds it by its code. */
async function apply(more: Record<string, string> = {}, service = 'skills-training', trade = '做饭'): Promise<Case> {
  const one = resident(server.port)
  const code = await fillIn(one, [service], { 'f-trade': trade }, 'bo', more)
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  const found = await as('clerk-1').post('/zh/desk/cases', { do: 'find', code: code.toLowerCase() })
  const url = String(found.headers.location)
  return { id: url.split('/').at(-1) ?? '', code, one, url }
}

const formIn = (html: string, id: string) => hiddenIn(new RegExp(`<form[^>]*id="${id}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '')

/** The version a form carries: what it is sent on, and where it shows a conflict, what it was opened at. */
const seenOn = (html: string) => /name="seen" value="([\d~]+)"/.exec(html)?.[1] ?? ''

/** Takes a step on the screen of a case as it looks now. */
async function does(who: string, url: string, fields: Record<string, string>, step = '') {
  const seen = seenOn((await as(who).get(url + step)).text)
  return as(who).post(url + step, { seen, ...fields })
}

const steps = ['', '/corrections', '/approve', '/decline', '/return', '/letter', '/files/nothing']

test('the desk, the letter and the done page say what was handed in, not what stands in the folder since', async () => {
  const { url, one } = await apply({ 'f-phone': '13900001111' })
  const another = formIn((await one.get('/bo/apply')).text, 'start')
  expect((await one.post('/bo/apply', { ...another, ...beginning, pick: 'temporary-assistance' })).status).toBe(303)
  const since = [
    ['/bo/apply/step/person/1', { 'f-name': '改了名·测试', 'f-birth-date-age': '40' }],
    ['/bo/apply/step/contact/home', { 'f-phone': '13922223333' }],
  ] as const
  for (const [step, typed] of since) {
    const page = (await one.get(step)).text
    expect((await one.post(step, { ...formIn(page, 'step'), ...typed })).status, step).toBe(303)
    expect((await one.get(step)).text).toContain(Object.values(typed)[0])
  }
  const done = (await one.get('/bo/applications')).text
  expect([done.includes('13900001111'), done.includes('13922223333')]).toEqual([true, false])
  await does('reviewer-1', url, { do: 'accept' })
  await does('reviewer-1', url, { do: 'start-review' })
  expect((await does('reviewer-1', url, { words: '同意' }, '/approve')).status).toBe(303)
  for (const at of [url, `${url}/letter`, '/zh/desk/cases?status=all']) {
    const page = (await as('reviewer-1').get(at)).text
    expect(page, at).toContain('扎西·测试')
    expect(page, at).not.toContain('改了名·测试')
  }
  // Nothing of what has ended can be given to somebody: it is not offered.
  const ended = (await as('supervisor-1').get('/zh/desk/cases?status=approved')).text
  expect([ended.includes(url), ended.includes('id="assign-many"')]).toEqual([true, false])
  const all = (await as('supervisor-1').get('/zh/desk/cases')).text
  expect(all.includes('id="assign-many"')).toBe(all.includes('name="case"'))
})

describe('authorization', () => {
  test('a case elsewhere does not exist: every address of it, for every role, and for nobody signed in', async () => {
    const { url, code } = await apply()
    for (const { id } of people.filter(({ role }) => role !== 'administrator'))
      for (const step of steps) {
        expect((await as(`other-${id}`).get(url + step)).status, `${id} ${step}`).toBe(404)
        expect((await as(`other-${id}`).post(url + step, { do: 'accept', seen: '1' })).status, `${id} ${step}`).toBeGreaterThanOrEqual(404)
      }
    for (const step of steps) expect((await as('administrator-1').get(url + step)).status, step).toBe(404)
    expect((await as('administrator-1').get('/zh/desk/cases')).status).toBe(404)
    for (const step of ['', '/approve', '/files/nothing'])
      expect((await resident(server.port).get(url + step)).headers.location).toContain('/zh/desk/sign-in')
    expect((await as('other-clerk-1').post('/zh/desk/cases', { do: 'find', code })).text).toContain(t('desk:error.not-found'))
    expect((await as('other-clerk-1').post('/zh/desk/cases', { do: 'assign', id: url.split('/').at(-1) ?? '' })).status).toBe(404)
    expect((await as('other-clerk-1').get('/zh/desk/cases?status=all')).text).not.toContain(url)
    expect((await as('clerk-1').get('/zh/desk/cases?status=all')).text).toContain(url)
  })

  test('a clerk accepts and does not decide; a supervisor does not propose', async () => {
    const { url } = await apply()
    for (const step of ['/corrections', '/approve', '/decline', '/return']) expect((await as('clerk-1').get(url + step)).status).toBe(404)
    expect((await does('clerk-1', url, { do: 'start-review' })).status).toBe(404)
    expect((await does('clerk-1', url, { do: 'reassign', to: 'reviewer-1' })).status).toBe(404)
    expect((await as('supervisor-1').get(`${url}/decline`)).status).toBe(404)
    expect((await does('clerk-1', url, { do: 'accept' })).status).toBe(303)
    expect((await as('clerk-1').get(url)).text).toContain('status-accepted')
  })

  test('an identity number is masked until a staff member asks; that is logged, and so is opening a file', async () => {
    const { url } = await apply(person)
    const before = await as('reviewer-1').get(url)
    expect(before.text).not.toContain('990001198601120019')
    expect(before.text).not.toContain(t('desk:event.look.identity-number'))
    const shown = await as('reviewer-1').post(url, { do: 'show', target: 'person/1/identity-number' })
    expect(shown.text).toContain('990001198601120019')
    expect(shown.text).toContain(t('desk:event.look.identity-number'))
    const after = await as('reviewer-2').get(url)
    expect(after.text).not.toContain('990001198601120019')
    expect(after.text).toContain('审核甲·测试')
    expect((await as('reviewer-1').post(url, { do: 'show', target: 'person/1/name' })).status).toBe(404)
  })
})

describe('deciding', () => {
  test('corrections: item by item with reasons; the resident reads each, and a second request for what was visible says why', async () => {
    const { url, one } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    const target = 'address/home/words'
    expect((await does('reviewer-1', url, {}, '/corrections')).text).toContain(t('desk:error.items'))
    const lacking = await does('reviewer-1', url, { [`ask-${target}`]: 'on', [`words-${target}`]: '写到门牌' }, '/corrections')
    expect(lacking.status).toBe(422)
    expect(lacking.text).toContain(t('desk:error.item-reason'))
    expect(lacking.text).toContain('写到门牌')
    const asking = {
      ...{ [`ask-${target}`]: 'on', [`reason-${target}`]: 'does-not-match', [`words-${target}`]: '写到门牌' },
      ...{ [`phrase-${target}`]: 'correction.same-as-id', ...answerBy },
    }
    expect((await does('reviewer-1', url, asking, '/corrections')).status).toBe(303)
    const told = await one.get('/bo/applications/1/correct')
    expect(told.text).toContain(textOf('bo', 'application:reason.does-not-match'))
    expect(told.text).toContain(textOf('bo', 'phrases:correction.same-as-id'))
    expect(told.text).not.toContain(t('phrases:correction.same-as-id'))
    expect(told.text).toContain('写到门牌')
    await one.post('/bo/applications/1/correct', { 'f-address-home-words': '测试街 1 号' })

    const name = 'person/1/name'
    const second = { [`ask-${name}`]: 'on', [`reason-${name}`]: 'does-not-match' }
    const refused = await does('reviewer-1', url, second, '/corrections')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(t('desk:error.again'))
    const changed = { ...answerBy, [`ask-${target}`]: 'on', [`reason-${target}`]: 'does-not-match' }
    expect((await does('reviewer-1', url, { ...second, ...changed, again: '上次看漏了' }, '/corrections')).status).toBe(303)
    const shown = (await as('reviewer-1').get(url)).text
    expect(shown).toContain('上次看漏了')
    expect(shown).toContain(t('desk:case.again').replace('{{count}}', '1'))
  })

  test('corrections: what was written for an item that is not ticked is never dropped, nor is a reason nothing demands', async () => {
    const { url, one } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    const [asked, other] = ['address/home/words', 'person/1/name']
    const ticked = { ...answerBy, [`ask-${asked}`]: 'on', [`reason-${asked}`]: 'does-not-match' }
    for (const half of [
      { [`words-${other}`]: '照身份证写' },
      { [`reason-${other}`]: 'unreadable' },
      { [`phrase-${other}`]: 'correction.same-as-id' },
    ]) {
      const refused = await does('reviewer-1', url, { ...ticked, ...half }, '/corrections')
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(`href="#ask-${other}"`)
      expect(refused.text).toContain(t('desk:error.item-unticked'))
      const [value = ''] = Object.values(half)
      expect(refused.text).toMatch(new RegExp(`name="words-${other}"[^>]*value="${value}"|<option value="${value}" selected`))
    }
    expect((await does('reviewer-1', url, { [`words-${other}`]: '照身份证写' }, '/corrections')).text).not.toContain(t('desk:error.items'))
    const why = { again: '不用写也写了' }
    const tooLong = await does('reviewer-1', url, { ...ticked, again: '长'.repeat(1001) }, '/corrections')
    expect([tooLong.status, tooLong.text.includes('长'.repeat(1001))]).toEqual([422, true])
    expect((await does('reviewer-1', url, { ...ticked, ...why }, '/corrections')).status).toBe(303)
    expect((await as('reviewer-1').get(url)).text).toContain(why.again)
    expect((await one.get('/bo/applications/1/correct')).text).toContain('f-address-home-words')
  })

  test('a corrected county hands the case over: the old hall no longer has it, the new one has it unassigned, and the resident reads where', async () => {
    const { url, id, one, code } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    await does('reviewer-1', url, { do: 'take-on' })
    await does('reviewer-1', url, { do: 'judge', condition: 'C3', truth: 'yes' })
    const asking = { ...answerBy, 'ask-address/home/county': 'on', 'reason-address/home/county': 'does-not-match' }
    expect((await does('reviewer-1', url, asking, '/corrections')).status).toBe(303)
    expect((await as('other-reviewer-1').get(url)).status).toBe(404)
    const typed = { 'f-address-home-county': '632723' }
    const first = await one.post('/bo/applications/1/correct', typed)
    const receives = textOf('bo', 'halls:received.by').replace('{{county}}', textOf('bo', 'places:counties.632723'))
    expect([first.status, first.text.includes(receives), (await as('reviewer-1').get(url)).status]).toEqual([422, true, 200])
    expect((await one.post('/bo/applications/1/correct', { ...typed, 'moves-to': '632723' })).status).toBe(303)

    for (const who of ['clerk-1', 'reviewer-1', 'supervisor-1']) {
      expect((await as(who).get(url)).status, who).toBe(404)
      expect((await as(who).get('/zh/desk/cases?status=all')).text, who).not.toContain(id)
      expect((await as(who).post(url, { do: 'start-review', seen: '6' })).status, who).toBe(404)
    }
    const there = (await as('other-reviewer-1').get(url)).text
    expect(there).toContain(t('desk:event.hand-over'))
    expect(there).toContain(t('desk:queue.nobody'))
    expect(there).toContain(t('desk:case.judge.none'))
    expect((await as('other-reviewer-1').get('/zh/desk/cases?who=nobody')).text).toContain(id)
    expect((await does('other-reviewer-1', url, { do: 'start-review' })).status).toBe(303)
    const told = (await one.get('/bo/applications/1')).text
    const now = textOf('bo', 'application:hall-now').replace('{{place}}', textOf('bo', 'places:counties.632723'))
    expect(told).toContain(textOf('bo', 'application:event.hand-over'))
    expect(told.split(now).length).toBe(2)
    expect(told).toContain(textOf('bo', 'halls:received.by').replace('{{county}}', textOf('bo', 'places:counties.632723')))
    const [found] = await casesOf(dataDir, code)
    expect(found?.county).toBe('632723')
    const moved = found?.events.find(({ type }) => type === 'hand-over')
    expect(moved).toMatchObject({ actor: { role: 'resident' }, from: '630104', to: '632723' })
    expect((await auditOf(dataDir)).broken).toBeNull()
  })

  test('approving with local conditions undecided needs a reason', async () => {
    const { url, one } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    await does('reviewer-1', url, { do: 'start-review' })
    const refused = await does('reviewer-1', url, {}, '/approve')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(t('desk:error.why'))
    expect((await does('clerk-1', url, { do: 'judge', condition: 'C3', truth: 'yes' })).status).toBe(404)
    expect((await does('reviewer-1', url, { do: 'judge', condition: 'C1', truth: 'yes' })).status).toBe(400)
    expect((await does('reviewer-1', url, { do: 'judge', condition: 'C3', truth: 'yes' })).status).toBe(303)
    expect((await does('reviewer-1', url, { phrase: 'approve.bring-originals' }, '/approve')).status).toBe(303)
    expect((await one.get('/bo/applications/1')).text).toContain(textOf('bo', 'phrases:approve.bring-originals'))
    const letter = (await as('clerk-1').get(`${url}/letter`)).text
    for (const language of languages) expect(letter).toContain(textOf(language, 'phrases:approve.bring-originals'))
  })

  test('declining takes two people; the resident reads the condition, its article and the reason', async () => {
    const { url, one } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    await does('reviewer-1', url, { do: 'start-review' })
    const lacking = await does('reviewer-1', url, {}, '/decline')
    expect(lacking.text).toContain(t('desk:error.condition'))
    expect(lacking.text).toContain(t('desk:error.reason'))
    expect((await does('supervisor-1', url, { do: 'decline' })).status).toBe(409)
    expect((await does('reviewer-1', url, { condition: 'C3', words: '这一批已经招满·测试' }, '/decline')).status).toBe(303)
    expect((await does('reviewer-1', url, { do: 'decline' })).status).toBe(404)
    expect((await does('reviewer-2', url, {}, '/approve')).status).toBe(422)

    expect((await does('supervisor-1', url, { words: '理由再写清楚' }, '/return')).status).toBe(303)
    expect((await one.get('/bo/applications/1')).text).not.toContain('理由再写清楚')
    await does('reviewer-2', url, { do: 'take-over', from: 'reviewer-1' })
    expect((await does('reviewer-2', url, { condition: 'C3', words: '这一批已经招满·测试' }, '/decline')).status).toBe(303)
    await becomes(dataDir, 'reviewer-2', 'supervisor')
    const own = await does('reviewer-2', url, { do: 'decline' })
    expect([own.status, own.text.includes(t('desk:case.own-proposal'))]).toEqual([409, true])
    await becomes(dataDir, 'reviewer-2', 'reviewer')
    expect((await does('supervisor-1', url, { do: 'decline' })).status).toBe(303)

    const told = (await one.get('/zh-bo/applications/1')).text
    for (const language of languages) expect(told).toContain(textOf(language, 'services/skills-training:conditions.C3.is'))
    expect(told).toContain('class="citation"')
    expect(told).toContain('这一批已经招满·测试')
    expect(told).not.toContain('审核乙')
    const letter = (await as('clerk-1').get(url.replace('/zh/', '/bo/').concat('/letter'))).text
    expect(letter).toContain('这一批已经招满·测试')
    for (const language of languages) {
      expect(letter).toContain(textOf(language, 'desk:letter.object'))
      // Where to turn stands in what comes next.
      expect(told).toContain(textOf(language, 'application:status.declined.next'))
    }
  })

  test('of two steps decided on at once the later is refused, what was typed is kept and nothing is overwritten', async () => {
    const { url } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    await does('reviewer-1', url, { do: 'start-review' })
    const old = seenOn((await as('reviewer-2').get(`${url}/approve`)).text)
    expect((await does('reviewer-1', url, { do: 'judge', condition: 'C3', truth: 'no' })).status).toBe(303)
    const late = await as('reviewer-2').post(`${url}/approve`, { seen: old, words: '我写了很多' })
    expect(late.status).toBe(409)
    expect(late.text).toContain(t('desk:error.moved-on'))
    expect(late.text).toContain('我写了很多')
    const both = await Promise.all(
      ['reviewer-1', 'reviewer-2'].map(async (who) => as(who).post(`${url}/approve`, { seen: seenOn(late.text), words: `${who} 同意` })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    // Looking is no step: it makes nobody's decision late.
    const { url: other } = await apply(person)
    const seen = seenOn((await as('clerk-1').get(other)).text)
    await as('reviewer-1').post(other, { do: 'show', target: 'person/1/identity-number' })
    expect((await as('clerk-1').post(other, { do: 'accept', seen })).status).toBe(303)
  })

  test('an application is found by its number as the list prints it', async () => {
    const { url, code } = await apply()
    const find = (typed: string) => as('clerk-1').post('/zh/desk/cases', { do: 'find', code: typed })
    expect((await find(`${code}/1`)).headers.location).toBe(url)
    expect((await find(`${code} / 1 `)).headers.location).toBe(url)
    expect((await find(`${code}/2`)).text).toContain(t('desk:error.not-found'))
    expect((await find(`${code}/x`)).text).toContain(t('errors:open-folder.code-form'))
  })

  test('who presses a button after a colleague did something is told so on top, with what was done; nothing of theirs is wrong', async () => {
    const { url } = await apply()
    const seen = seenOn((await as('reviewer-1').get(url)).text)
    await does('clerk-1', url, { do: 'accept' })
    const late = await as('reviewer-1').post(url, { do: 'take-on', seen })
    const [errors, since] = ['errors', 'since'].map(
      (id) => late.text.slice(late.text.indexOf(`id="${id}"`)).split(/<\/(?:div|section)>/)[0] ?? '',
    )
    expect([late.status, seenOn(late.text)]).toEqual([409, `${Number(seen) + 1}~${seen}`])
    for (const key of ['since.changed', 'error.changed']) expect(errors).toContain(t(`desk:${key}`))
    expect(late.text).not.toContain(t('errors:summary'))
    expect(since).toContain(t('desk:event.accept'))
    expect(late.text.indexOf('id="since"')).toBeLessThan(late.text.indexOf('class="wide case-head"'))
    const there = await as('reviewer-2').post(url.replace('/zh/', '/bo/'), { seen: seenOn(late.text), note: '', 'switch-to': 'bo' })
    expect([there.status, there.text.includes(textOf('bo', 'desk:error.changed'))]).toEqual([409, true])
  })

  test('where a colleague asked for corrections meanwhile, what was typed can be copied, and nothing offers to send it', async () => {
    const { url } = await apply()
    await does('clerk-1', url, { do: 'accept' })
    await does('reviewer-1', url, { do: 'start-review' })
    const seen = seenOn((await as('reviewer-2').get(`${url}/approve`)).text)
    const item = { ...answerBy, 'ask-contact/home/phone': 'on', 'reason-contact/home/phone': 'missing' }
    await as('reviewer-1').post(`${url}/corrections`, { seen, again: '测试', ...item })
    const late = await as('reviewer-2').post(`${url}/approve`, { seen, words: '我写了很多' })
    expect(late.status).toBe(409)
    for (const said of [t('desk:event.ask-correction'), t('desk:error.not-now'), t('desk:unsent'), '我写了很多'])
      expect(late.text).toContain(said)
    for (const page of [late.text, (await as('reviewer-2').get(`${url}/approve`)).text]) {
      expect(page).not.toMatch(/<button[^>]*id="send"/)
      expect(page).toContain(t('desk:to-case'))
    }
    const switched = await as('reviewer-2').post(`${url.replace('/zh/', '/bo/')}/approve`, { seen, words: '我写了很多', 'switch-to': 'bo' })
    expect(switched.text).toContain('我写了很多')
  })

  test.each([
    ['/approve', { words: '我写了很多' }, { words: '' }],
    ['/decline', { words: '我写了很多', condition: 'C1' }, { words: '我写了很多', condition: '' }],
    [
      '/corrections',
      { 'ask-contact/home/phone': 'on', 'reason-contact/home/phone': 'other', 'words-contact/home/phone': '我写了很多', ...answerBy },
      {},
    ],
  ])(
    '%s is decided on what was opened, through errors and another language; who comes late is shown what happened',
    async (step, whole, lacking) => {
      const { url } = await apply()
      await does('clerk-1', url, { do: 'accept' })
      await does('reviewer-1', url, { do: 'start-review' })
      await does('reviewer-1', url, { do: 'put-back' })
      await does('reviewer-1', url, { do: 'judge', condition: 'C3', truth: 'yes' })
      const seen = seenOn((await as('reviewer-2').get(url + step)).text)
      await does('reviewer-1', url, { do: 'judge', condition: 'C3', truth: 'no' })
      const refused = await as('reviewer-2').post(url + step, { seen, ...lacking })
      expect([refused.status, seenOn(refused.text)]).toEqual([422, seen])
      const switched = await as('reviewer-2').post(url.replace('/zh/', '/bo/') + step, { seen, ...whole, 'switch-to': 'bo' })
      expect([switched.status, seenOn(switched.text)]).toEqual([200, seen])
      const late = await as('reviewer-2').post(url + step, { seen, ...whole })
      expect([late.status, seenOn(late.text)]).toEqual([409, `${Number(seen) + 1}~${seen}`])
      const sinceIn = (html: string) => /id="since"([\s\S]*?)<\/section>/.exec(html)?.[1] ?? ''
      const since = sinceIn(late.text)
      for (const key of ['since.title', 'event.judge', 'case.judge.no']) expect(since).toContain(t(`desk:${key}`))
      expect(since.split(t('desk:event.judge'))).toHaveLength(2)
      expect(late.text).toContain('我写了很多')
      const there = url.replace('/zh/', '/bo/') + step
      const again = await as('reviewer-2').post(there, { seen: seenOn(late.text), ...whole, 'switch-to': 'bo' })
      expect([again.status, sinceIn(again.text).includes(textOf('bo', 'desk:event.judge'))]).toEqual([409, true])
      expect(again.text).toContain('我写了很多')
      expect((await as('reviewer-2').post(there, { seen: seenOn(again.text), ...whole })).status).toBe(303)
    },
  )

  test('notes stay among staff; a note is kept when the language is switched', async () => {
    const { url, one } = await apply()
    expect((await does('clerk-1', url, { do: 'note', note: '' })).status).toBe(422)
    expect((await does('clerk-1', url, { do: 'note', note: '内部的话·测试' })).status).toBe(303)
    expect((await as('reviewer-1').get(url)).text).toContain('内部的话·测试')
    for (const page of ['/bo/applications/1', '/bo/applications', '/bo/applications/data', '/bo/applications/data.json'])
      expect((await one.get(page)).text, page).not.toContain('内部的话·测试')
    const switched = await as('clerk-1').post(url, { 'switch-to': 'bo', do: 'note', note: '没写完' })
    expect(switched.status).toBe(307)
    expect((await as('clerk-1').post(url.replace('/zh/', '/bo/'), { 'switch-to': 'bo', do: 'note', note: '没写完' })).text).toContain(
      '没写完',
    )
  })

  test('two applications of one person stand side by side; of one elsewhere only the place is told', async () => {
    const own = { 'f-identity-number': '990001198601120334', 'f-birth-date-age': '' }
    const [first, second] = [await apply(own), await apply(own, 'skills-training', '开挖掘机')]
    const away = resident(server.port)
    await fillIn(away, ['skills-training'], { 'f-trade': '做饭' }, 'bo', { ...own, 'f-county': '632723' })
    await away.post('/bo/apply/submit', await submitForm(away, 'bo'))
    const beside = (await as('reviewer-1').get(first.url)).text
    expect(beside).toContain(t('desk:case.duplicates'))
    expect(beside).toContain(second.id)
    expect(beside).toContain(t('desk:case.ground.identity-number'))
    expect(beside).toContain(t('desk:case.elsewhere').replace('{{place}}', t('places:counties.632723')))
    // Of everything that stands side by side only what they want to learn differs.
    const differing = [...beside.matchAll(/<tr class="differs">([\s\S]*?)<\/tr>/g)].map(([, row]) => row ?? '')
    expect(differing).toHaveLength(1)
    for (const text of ['做饭', '开挖掘机', t('desk:case.differs')]) expect(differing[0]).toContain(text)
    expect((await as('other-reviewer-1').get('/zh/desk/cases')).text).not.toContain(first.id)
    expect(beside).not.toContain('990001198601120334')
  })
})

test('a legal limit runs from the day the hall accepts, only where a source names one', async () => {
  const { url } = await apply()
  await does('clerk-1', url, { do: 'accept' })
  const due = t('desk:case.due').split('{{day}}')[0] ?? ''
  expect((await as('clerk-1').get(url)).text).not.toContain(due)
  const one = resident(server.port)
  const code = await fillIn(one, ['residence-permit'], { 'f-matter': 'first' }, 'bo')
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  const limited = String((await as('clerk-1').post('/zh/desk/cases', { do: 'find', code })).headers.location)
  expect((await as('clerk-1').get(limited)).text).not.toContain(due)
  await does('clerk-1', limited, { do: 'accept' })
  expect((await as('clerk-1').get(limited)).text).toContain(due)
})

test('in practice there are practice cases only, and outside there are none', async () => {
  const learner = resident(
    server.port,
    (await openDesk(dataDir, '630104', [{ id: 'learner-1', name: '学员·测试', role: 'reviewer' }], true))['learner-1'],
  )
  const { url } = await apply()
  expect((await learner.get(url)).status).toBe(404)
  const queue = (await learner.get('/zh/desk/cases?status=all')).text
  expect(queue).toContain(t('desk:practice'))
  expect(queue).not.toContain('data-row')
})

describe('the queue', () => {
  test('filters have counts; a saved one leads back; addresses contain nothing personal', async () => {
    const { id, code } = await apply()
    const desk = as('reviewer-1')
    expect((await desk.get('/zh/desk/cases?service=settle-household')).text).not.toContain(id)
    expect((await desk.get('/zh/desk/cases?service=skills-training&language=bo&who=nobody')).text).toContain(id)
    // Every choice says how many it leads to.
    const options = (text: string) => [...text.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)</g)]
    for (const [, value, text] of options((await desk.get('/zh/desk/cases?status=all')).text)) expect(text, value).toMatch(/（\d+）$/)
    for (const query of ['due=over', 'due=soon', 'age=3', 'status=proposed', 'status=submitted']) {
      const { text } = await desk.get(`/zh/desk/cases?${query}`)
      const said = options(text).find(([, value]) => value === query.split('=')[1])?.[2]
      expect(said, query).toContain(`（${[...text.matchAll(/<tr data-row/g)].length}）`)
    }
    expect((await desk.post('/zh/desk/cases?service=skills-training', { do: 'keep', name: '' })).status).toBe(422)
    await desk.post('/zh/desk/cases?service=skills-training', { do: 'keep', name: '培训' })
    const page = (await desk.get('/zh/desk/cases')).text
    expect(page).toContain('培训')
    expect((await as('clerk-1').get('/zh/desk/cases')).text).not.toContain('>培训<')
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, href]) => href?.includes(code))).toEqual([])
    const filter = /name="id" value="([^"]+)"[^>]*\/><button[^>]*value="forget"/.exec(page)?.[1] ?? ''
    await desk.post('/zh/desk/cases', { do: 'forget', id: filter })
    expect((await desk.get('/zh/desk/cases')).text).not.toContain('>培训<')
  })

  test('taking the next case at once: every staff member gets another one; an assigned case is not assigned again', async () => {
    for (let made = 0; made < 4; made++) await apply()
    const taken = await Promise.all(Array.from({ length: 4 }, () => as('reviewer-1').post('/zh/desk/cases', { do: 'take-next' })))
    const places = taken.map(({ headers }) => String(headers.location))
    expect(new Set(places).size).toBe(4)
    const id = places[0]?.split('/').at(-1) ?? ''
    expect((await as('clerk-1').post('/zh/desk/cases', { do: 'assign', id })).status).toBe(409)
    expect((await does('clerk-1', places[0] ?? '', { do: 'take-on' })).status).toBe(409)
    expect((await does('supervisor-1', places[0] ?? '', { do: 'reassign', to: 'clerk-1' })).status).toBe(303)
    // Nobody who works elsewhere, or was switched off since the page was opened.
    const seen = seenOn((await as('supervisor-1').get(places[0] ?? '')).text)
    await leaves(dataDir, 'reviewer-2')
    for (const to of ['other-clerk-1', 'reviewer-2']) {
      const gone = await as('supervisor-1').post(places[0] ?? '', { seen, do: 'reassign', to })
      expect([gone.status, gone.text.includes('id="to-error"'), gone.text.includes(t('desk:error.worker-gone'))], to).toEqual([
        409,
        true,
        true,
      ])
    }
    expect((await as('supervisor-1').get(places[0] ?? '')).text).not.toContain('id="to-error"')
    expect((await as('clerk-1').get('/zh/desk/cases?who=me')).text).toContain(id)
  })
})
