import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { dayOf } from '#app/domain/day.ts'
import { type Language, languages } from '#app/domain/language.ts'
import { auditOf } from '#tests/support/clerk.ts'
import { lifeOf } from '#tests/support/life.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { demand, deskOfSecondReaders, harmless, type ReviewedCase } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

// How a case ends otherwise than by a decision on it, and what becomes of a decision, each walked over HTTP.

vi.setConfig({ testTimeout: 60_000 })
const desk = deskOfSecondReaders()
const { as, act } = desk
const { inReview, eventsOf, statusOf, toldTo } = lifeOf(desk)

const t = (key: string, language: Language = 'zh') => textOf(language, key)
const today = dayOf(new Date())
const day = (name: string, on: string = today) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}

/** A case that was handed in, and nothing else. */
async function handedIn(service = 'skills-training', own: Record<string, string> = { 'f-trade': '做饭' }): Promise<ReviewedCase> {
  const one = resident(desk.port())
  const contact = { 'f-phone': '13900000000', 'f-messages': 'sms' }
  const code = await fillIn(one, [service], own, 'zh', { 'f-county': '630104', ...contact })
  await one.post('/zh/apply/submit', await submitForm(one))
  const found = await as('reviewer').post('/zh/desk/cases', { do: 'find', code })
  const id = String(found.headers.location).split('/').at(-1) ?? ''
  return { one, code, id, url: `/zh/desk/cases/${id}` }
}

async function approved(): Promise<ReviewedCase> {
  const one = await inReview()
  await act('reviewer', one.url, { do: 'judge', condition: 'C3', truth: 'yes' })
  expect((await act('reviewer', one.url, { words: harmless }, `${one.url}/approve`)).status).toBe(303)
  return one
}

/** Takes a step on its page. */
const takes = (who: string, one: ReviewedCase, step: string, fields: Record<string, string>) =>
  act(who, one.url, fields, `${one.url}/${step}`)

function dueOf({ id }: ReviewedCase): unknown {
  const database = new Database(join(desk.dataDir, 'settle.sqlite'), { readonly: true })
  const row = database.prepare('select due_on from applications where id = ?').pluck().get(id)
  database.close()
  return row
}
const messagesTo = async (one: ReviewedCase) => (await toldTo(one)).split(t('application:sms.waiting')).length - 1
const letterOf = async ({ url }: ReviewedCase, query = '') => (await as('supervisor').get(`${url}/letter${query}`)).text

test('what is not accepted ends in writing: department, ground, where to go, remedy; nothing is presumed before', async () => {
  const one = await handedIn()
  for (const said of ['application:limit-not-begun', 'application:status.submitted.next']) expect(await toldTo(one)).toContain(t(said))
  const why = { ground: 'not-competent', reason: '归民政管·测试' }
  const lacking = await takes('supervisor', one, 'refuse-acceptance', why)
  expect([lacking.status, lacking.text.includes(t('steps:error.where')), lacking.text.includes('归民政管·测试</textarea>')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await takes('supervisor', one, 'refuse-acceptance', { ...why, department: 'nobody' })).status).toBe(422)
  const messages = await messagesTo(one)
  expect((await takes('supervisor', one, 'refuse-acceptance', { ...why, department: 'civil-affairs' })).headers.location).toBe(one.url)
  expect([await statusOf(one), await messagesTo(one)]).toEqual(['not-accepted', messages + 1])
  for (const language of languages) {
    const told = [t('departments:civil-affairs', language), t('steps:refuse-acceptance.ground.options.not-competent', language)]
    const remedy = t('natures:remedy.recheck', language)
    const page = (await one.one.get(`/${language}/applications/1`)).text
    for (const said of [...told, remedy]) expect(page).toContain(said)
    const letter = await letterOf(one)
    for (const said of [...told, remedy, t('departments:hrss-bureau', language), t('natures:ask', language).split('{{')[0] ?? ''])
      expect(letter).toContain(said)
    // A subsidy is no administrative act here: neither 复议 nor a court.
    expect(letter).not.toContain(t('natures:remedy.reconsideration', language))
  }
  for (const said of ['归民政管·测试', t('application:status.not-accepted.name')]) expect(await toldTo(one)).toContain(said)
  expect((await auditOf(desk.dataDir)).broken).toBeNull()
})

test('what was accepted is decided, unless the acceptance is taken back; that began no limit', async () => {
  const one = await inReview()
  expect((await as('supervisor').get(one.url)).text).not.toContain(`${one.url}/refuse-acceptance`)
  expect((await takes('supervisor', one, 'refuse-acceptance', { ground: 'incomplete', reason: '测试' })).status).toBe(409)
  expect((await takes('clerk', one, 'take-back-acceptance', { reason: '' })).text).toContain('id="reason-error"')
  expect((await takes('clerk', one, 'take-back-acceptance', { reason: '看错了人·测试' })).status).toBe(303)
  expect([await statusOf(one), (await toldTo(one)).includes('看错了人·测试')]).toEqual(['submitted', true])
  expect((await takes('supervisor', one, 'refuse-acceptance', { ground: 'incomplete', reason: '测试' })).status).toBe(303)
  expect((await takes('supervisor', one, 'take-back-decision', { reason: '补齐了·测试' })).status).toBe(303)
  expect(await statusOf(one)).toBe('submitted')
})

test('compulsory schooling is never refused: it names a school, or who places the child', async () => {
  const one = await handedIn('school-compulsory', { 'f-matter': 'first-grade' })
  for (const step of ['refuse-acceptance', 'decline']) {
    const page = await as(step === 'decline' ? 'reviewer' : 'supervisor').get(`${one.url}/${step}`)
    expect([page.status, page.text.includes('<textarea')]).toEqual([200, false])
  }
  for (const step of ['accept', 'start-review']) expect((await act('reviewer', one.url, { do: step })).status).toBe(303)
  const declined = await as('reviewer').get(`${one.url}/decline`)
  expect([declined.text.includes('<textarea'), declined.text.includes(t('steps:barred.placed'))]).toEqual([false, true])
  const nameless = await takes('reviewer', one, 'approve', { words: '' })
  expect([nameless.status, nameless.text.includes(t('desk:error.place'))]).toEqual([422, true])
  expect((await takes('reviewer', one, 'approve', { words: '城西第一小学·测试' })).status).toBe(303)
  expect([await statusOf(one), (await toldTo(one)).includes('城西第一小学·测试')]).toEqual(['approved', true])
})

test('the clock of a limit stands still on a cited ground only, and runs on for the days that were left', async () => {
  const one = await handedIn('occupational-injury', { 'f-injury': 'work-lt1y', 'f-what': '摔伤·测试' })
  expect((await as('reviewer').get(one.url)).text).toContain(t('natures:nature.confirmation'))
  expect((await act('reviewer', one.url, { do: 'accept' })).status).toBe(303)
  const due = dueOf(one)
  expect(due).toMatch(/^\d{4}-/)
  const stop = { ground: 'other-authority', ...day('on'), reason: '等法院的结论·测试' }
  for (const ground of ['', 'licence-examination'])
    expect((await takes('reviewer', one, 'stop-clock', { ...stop, ground })).status).toBe(422)
  expect((await takes('reviewer', one, 'stop-clock', stop)).status).toBe(303)
  expect([dueOf(one), (await toldTo(one)).includes(t('natures:stop.other-authority'))]).toEqual([null, true])
  expect((await as('reviewer').get(`${one.url}/stop-clock`)).text).toContain(t('steps:barred.no-clock'))
  expect((await takes('reviewer', one, 'resume-clock', day('on'))).status).toBe(303)
  expect(dueOf(one)).toBe(due)
  const other = await inReview()
  expect((await as('reviewer').get(`${other.url}/stop-clock`)).text).toContain(t('steps:barred.no-clock'))
})

test('a limit runs on where a case was withdrawn and taken up again, for the desk and for the resident', async () => {
  const one = await handedIn('occupational-injury', { 'f-injury': 'work-lt1y', 'f-what': '摔伤·测试' })
  for (const step of ['accept', 'start-review']) await act('reviewer', one.url, { do: step })
  const due = dueOf(one)
  const shown = async () => (await toldTo(one)).match(/从收下那天算，[^<]*/g)
  const before = await shown()
  expect([due, before?.length]).toEqual([expect.stringMatching(/^\d{4}-/), 1])
  expect((await takes('clerk', one, 'withdraw-requested', { ...day('on'), paper: 'letter' })).status).toBe(303)
  expect((await takes('supervisor', one, 'reopen', { ground: 'recheck', ...day('on'), reason: '又想办·测试' })).status).toBe(303)
  expect([await statusOf(one), dueOf(one), await shown()]).toEqual(['in-review', due, before])
})

test('what was withdrawn before anybody accepted it, and is taken up again, waits to be accepted, with a day of its own to say so', async () => {
  const one = await handedIn()
  expect((await takes('clerk', one, 'withdraw-requested', { ...day('on'), paper: 'letter' })).status).toBe(303)
  expect((await takes('supervisor', one, 'reopen', { ground: 'recheck', ...day('on'), reason: '又想办·测试' })).status).toBe(303)
  expect(await statusOf(one)).toBe('submitted')
  expect(await toldTo(one)).toContain(t('application:status.submitted.name'))
  await act('reviewer', one.url, { do: 'accept' })
  expect(await statusOf(one)).toBe('accepted')
})

test('what is sent on, with consent, is at the hall of the other place; the resident reads where', async () => {
  const one = await handedIn()
  const sent = { to: '632821', consent: 'phone', ...day('on'), reason: '住在那里·测试' }
  expect((await takes('clerk', one, 'send-on', { ...sent, to: '630104' })).status).toBe(422)
  expect((await takes('clerk', one, 'send-on', { ...sent, consent: '' })).text).toContain('id="consent-error"')
  expect((await takes('clerk', one, 'send-on', sent)).headers.location).toBe('/zh/desk/cases')
  expect([(await as('clerk').get(one.url)).status, (await as('far').get(one.url)).status, await statusOf(one)]).toEqual([
    404,
    200,
    'submitted',
  ])
  expect((await eventsOf(one)).slice(-2)).toMatchObject([
    { type: 'send-on', to: '632821' },
    { type: 'hand-over', from: '630104', to: '632821' },
  ])
  for (const said of [t('places:counties.632821'), t('steps:send-on.consent.options.phone')]) expect(await toldTo(one)).toContain(said)
})

test('a death closes neither injury nor wages nor pensions: they are offered to relatives', async () => {
  const one = await handedIn('occupational-injury', { 'f-injury': 'work-lt1y', 'f-what': '摔伤·测试' })
  const death = { why: 'death', ...day('on'), reason: '家里人来说的·测试' }
  expect((await takes('reviewer', one, 'close', death)).text).toContain(t('steps:error.inherited'))
  const messages = await messagesTo(one)
  expect((await takes('clerk', one, 'offer-to-relatives', day('on'))).status).toBe(303)
  expect([await statusOf(one), await messagesTo(one)]).toEqual(['submitted', messages + 1])
  const other = await inReview()
  expect((await as('clerk').get(`${other.url}/offer-to-relatives`)).text).toContain(t('steps:barred.ends-with-death'))
  expect((await takes('reviewer', other, 'close', death)).status).toBe(303)
  expect([await statusOf(other), (await toldTo(other)).includes(t('application:status.closed.name'))]).toEqual(['closed', true])
})

test('a decision by mistake is taken back before it was served, not after', async () => {
  const one = await approved()
  expect((await takes('reviewer', one, 'take-back-decision', { reason: '按错了·测试' })).status).toBe(303)
  expect([await statusOf(one), (await toldTo(one)).includes('按错了·测试')]).toEqual(['in-review', true])
  expect((await letterOf(one, '?decision=1')).includes(t('desk:letter.reopened').split('{{')[0] ?? '-')).toBe(true)
  expect((await takes('reviewer', one, 'approve', { words: harmless })).status).toBe(303)
  await takes('clerk', one, 'serve', { ...day('on'), manner: 'collected', recipient: 'resident' })
  const late = await takes('supervisor', one, 'take-back-decision', { reason: '测试' })
  expect([late.status, late.text.includes(t('steps:barred.served'))]).toEqual([409, true])
})

test('what was approved is annulled by the department, after the resident was heard; an error in a letter is put right beside it', async () => {
  const one = await approved()
  const was = { was: '2026年·测试', is: '2027年·测试' }
  expect((await takes('reviewer', one, 'correct-decision', { ...was, is: '' })).status).toBe(422)
  expect((await takes('reviewer', one, 'correct-decision', was)).status).toBe(303)
  for (const said of Object.values(was)) expect(await letterOf(one)).toContain(said)
  expect(await letterOf(one, '?decision=1')).not.toContain(was.is)
  const annul = { department: 'hrss-bureau', article: '测试条例第一条', heard: 'written', ...day('on'), reason: '重复领取·测试' }
  expect((await takes('supervisor', one, 'annul', { ...annul, department: 'school' })).status).toBe(422)
  expect((await takes('supervisor', one, 'annul', annul)).status).toBe(303)
  expect(await statusOf(one)).toBe('annulled')
  for (const said of ['测试条例第一条', t('steps:annul.heard.options.written'), t('natures:remedy.recheck')]) {
    expect(await letterOf(one)).toContain(said)
    expect(await toldTo(one)).toContain(said)
  }
  expect((await auditOf(desk.dataDir)).broken).toBeNull()
})

test('what was produced lies ready, and is collected by whom, on which day', async () => {
  const one = await approved()
  expect((await as('clerk').get(`${one.url}/collect`)).text).toContain(t('steps:barred.not-issued'))
  const messages = await messagesTo(one)
  expect((await takes('clerk', one, 'issue', { what: '结业证·测试', ...day('on') })).status).toBe(303)
  expect(await messagesTo(one)).toBe(messages + 1)
  expect((await takes('clerk', one, 'collect', { ...day('on'), recipient: 'other' })).text).toContain(t('steps:error.name'))
  expect((await takes('clerk', one, 'collect', { ...day('on'), recipient: 'other', name: '卓玛·测试', relation: 'family' })).status).toBe(
    303,
  )
  for (const said of ['结业证·测试', '卓玛·测试']) expect(await toldTo(one)).toContain(said)
  expect(await messagesTo(one)).toBe(messages + 1)
})

test('what asks for land in any of them waits for a second reader', async () => {
  const one = await approved()
  expect((await takes('clerk', one, 'issue', { what: demand, ...day('on') })).status).toBe(303)
  expect(await toldTo(one)).not.toContain(demand)
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  expect(await toldTo(one)).toContain(demand)
})
