import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { dayOf } from '#app/domain/day.ts'
import { type Language, languages } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/format.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { auditOf } from '#tests/support/clerk.ts'
import { hall } from '#tests/support/hall.ts'
import { lifeOf } from '#tests/support/life.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { demand, deskOfSecondReaders, harmless, person, type ReviewedCase } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

// The ways by which a case never gets stuck, each walked over HTTP.

vi.setConfig({ testTimeout: 60_000 })
const desk = deskOfSecondReaders()
const { as, act } = desk
const { inReview, eventsOf, statusOf, toldTo, asking } = lifeOf(desk)

const t = (key: string, language: Language = 'zh') => textOf(language, key)

/** An input with what stands in it. */
const input = (name: string, value: string) => new RegExp(`name="${name}"[^>]* value="${value}"`)

test('corrections are asked for until a day, which nobody invents; the resident reads it, and answers after it too', async () => {
  const one = await inReview()
  const path = `${one.url}/corrections`
  const page = (await as('reviewer').get(path)).text
  for (const part of ['year', 'month', 'day']) expect(page).toMatch(input(`until-${part}`, ''))
  for (const [until, error] of [
    [{}, 'errors:field.day-incomplete'],
    [{ 'until-year': '2020', 'until-month': '1', 'until-day': '31' }, 'desk:error.day-early'],
    [{ 'until-year': '2099', 'until-month': '2', 'until-day': '31' }, 'errors:field.no-such-day'],
  ] as const) {
    const wrong = await act('reviewer', one.url, { ...asking, ...until }, path)
    expect([wrong.status, wrong.text.includes(t(error)), wrong.text.includes('写到门牌·测试')], error).toEqual([422, true, true])
    expect(wrong.text).toContain('id="until-error"')
    if ('until-day' in until) expect(wrong.text).toMatch(input('until-day', '31'))
  }
  expect((await act('reviewer', one.url, { ...asking, ...answerBy }, path)).status).toBe(303)
  expect((await eventsOf(one)).at(-1)).toMatchObject({ type: 'ask-correction', until: '2099-12-31' })
  for (const language of languages) {
    const day = formatDay(language, '2099-12-31')
    const list = (await one.one.get(`/${language}/applications/1`)).text
    expect(list).toContain(t('application:correct.until-day', language).replace('{{day}}', day))
    for (const at of ['', '/correct']) expect((await one.one.get(`/${language}/applications/1${at}`)).text).toContain(day)
  }
  expect((await as('reviewer').get(one.url)).text).toContain(t('desk:case.until').replace('{{day}}', formatDay('zh', '2099-12-31')))
})

test('the day stands in the form again where its texts came back from a second reader', async () => {
  const one = await inReview()
  const path = `${one.url}/corrections`
  const sent = await act('reviewer', one.url, { ...asking, ...answerBy, 'words-address/home/words': demand }, path)
  expect([sent.status, await statusOf(one), await toldTo(one)]).toEqual([303, 'in-review', expect.not.stringContaining('2099')])
  expect((await as('supervisor').get(one.url)).text).toContain(formatDay('zh', '2099-12-31'))
  expect((await as('reviewer').get(path)).text).toMatch(input('until-year', '2099'))
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  expect([await statusOf(one), await toldTo(one)]).toEqual(['correction-asked', expect.stringContaining('2099')])
})

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}
const today = dayOf(new Date())

test('an attempt to reach the resident is noted by whoever made it, and read by staff only', async () => {
  const one = await inReview()
  const path = `${one.url}/contact`
  expect((await as('clerk').get(one.url)).text).toContain(path)
  const lacking = await act('clerk', one.url, { ...day('on', '2099-01-01'), how: 'phone', words: '没人接·测试' }, path)
  expect(lacking.status).toBe(422)
  for (const said of ['errors:field.day-in-future', 'errors:field.choose-one']) expect(lacking.text).toContain(t(said))
  expect(lacking.text).toMatch(input('on-year', '2099'))
  for (const said of ['没人接·测试</textarea>', 'href="#outcome"', 'id="outcome-error"']) expect(lacking.text).toContain(said)
  expect((await act('clerk', one.url, { ...day('on', '2001-01-01'), how: 'phone' }, path)).text).toContain(t('steps:error.day-early'))
  const tried = { ...day('on', today), how: 'phone', outcome: 'not-reached' }
  const switched = await act('clerk', one.url, { ...tried, words: '没人接·测试', 'switch-to': 'bo' }, path.replace('/zh/', '/bo/'))
  for (const said of ['没人接·测试</textarea>', t('steps:contact.title', 'bo')]) expect(switched.text).toContain(said)
  expect((await act('clerk', one.url, { ...tried, words: '没人接·测试' }, path)).headers.location).toBe(one.url)
  expect((await eventsOf(one)).at(-1)).toMatchObject({ type: 'contact', on: today, how: 'phone', outcome: 'not-reached' })
  const shown = (await as('reviewer').get(one.url)).text
  for (const said of ['没人接·测试', t('steps:contact.outcome.options.not-reached'), t('desk:event.contact')]) expect(shown).toContain(said)
  expect(await toldTo(one)).not.toContain('没人接')
  // Who takes a copy of their data reads when and how they were looked for, and nothing of what staff wrote about it.
  const copy = (await one.one.get('/zh/applications/data.json')).text
  expect(JSON.parse(copy).applications[0].attempts).toEqual([{ on: today, how: 'phone', outcome: 'not-reached' }])
  expect(copy).not.toContain('没人接')
  expect(await statusOf(one)).toBe('in-review')
})

test('what asks for land in it waits for a second reader; then it stands with the others', async () => {
  const one = await inReview()
  const tried = { ...day('on', today), how: 'visit', outcome: 'reached', words: demand }
  expect((await act('clerk', one.url, tried, `${one.url}/contact`)).status).toBe(303)
  expect((await eventsOf(one)).at(-1)?.type).toBe('hold-internal')
  const of = /name="of" value="([^"]+)"/.exec((await as('supervisor').get(one.url)).text)?.[1] ?? ''
  expect((await act('supervisor', one.url, { do: 'return-internal', of })).status).toBe(303)
  const again = (await as('clerk').get(`${one.url}/contact`)).text
  expect(again).toContain(`>${demand}</textarea>`)
  expect(again).toMatch(input('on-year', today.slice(0, 4)))
})

/** The messages a resident was sent. */
const messagesTo = async (one: ReviewedCase) => (await toldTo(one)).split(t('application:sms.waiting')).length - 1
const item = { target: 'address/home/words', reason: 'missing' } as const
const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString()

test('the hall takes its request back, says why, and goes on; what was typed too late is shown with that', async () => {
  const one = await inReview()
  await act('reviewer', one.url, { ...asking, ...answerBy }, `${one.url}/corrections`)
  const path = `${one.url}/resume`
  const stale = /name="version" value="([^"]+)"/.exec((await one.one.get('/zh/applications/1/correct')).text)?.[1] ?? ''
  expect((await as('clerk').get(path)).status).toBe(404)
  expect((await as('reviewer').get(one.url)).text).toContain(path)
  const early = await act('reviewer', one.url, { why: 'unanswered', reason: '写了的·测试' }, path)
  for (const said of [t('steps:error.answered').replace('{{count}}', '2'), '写了的·测试</textarea>']) expect(early.text).toContain(said)
  const silent = await act('reviewer', one.url, { why: 'mistake' }, path)
  expect([early.status, silent.status, silent.text.includes(t('steps:error.mistake'))]).toEqual([422, 422, true])
  expect(silent.text).toMatch(/value="mistake"[^>]*checked|checked[^>]*value="mistake"/)
  const messages = await messagesTo(one)
  expect((await act('reviewer', one.url, { why: 'mistake', reason: '门牌本来就写了·测试' }, path)).status).toBe(303)
  expect([await statusOf(one), await messagesTo(one)]).toEqual(['in-review', messages + 1])
  const told = await toldTo(one)
  for (const said of ['门牌本来就写了·测试', t('application:event.resume'), t('steps:resume.why.options.mistake')])
    expect(told).toContain(said)
  const late = await one.one.post('/zh/applications/1/correct', { 'f-address-home-words': '来晚了的街 1 号' })
  expect(late.status).toBe(409)
  for (const said of [t('conflict:resumed.title'), '来晚了的街 1 号']) expect(late.text).toContain(said)
  const mayAskAgain = t('conflict:resumed.lead').split('：').at(-1) ?? ''
  expect(late.text).toContain(mayAskAgain)
  await act('reviewer', one.url, { ...asking, ...answerBy }, `${one.url}/corrections`)
  const anew = await one.one.post('/zh/applications/1/correct', { 'f-address-home-words': '来晚了的街 1 号', version: stale })
  expect(anew.status).toBe(409)
  for (const said of [t('conflict:asked-anew.title'), '来晚了的街 1 号', 'href="/zh/applications/1/correct"'])
    expect(anew.text).toContain(said)
  await act('reviewer', one.url, { why: 'mistake', reason: '又弄错了·测试' }, path)
  const over = await act('reviewer', one.url, { why: 'mistake', reason: '再写一次·测试' }, path)
  expect([over.status, over.text.includes('再写一次·测试'), over.text.includes(t('desk:error.not-now'))]).toEqual([409, true, true])
})

test('what was opened before the resident answered is told that, not that the day is not over', async () => {
  const one = await inReview()
  await act('reviewer', one.url, { ...asking, ...answerBy }, `${one.url}/corrections`)
  const path = `${one.url}/resume`
  const { seen = '' } = hiddenIn((await as('reviewer').get(path)).text)
  expect((await one.one.post('/zh/applications/1/correct', { 'f-address-home-words': '改好了的街 1 号' })).status).toBe(303)
  const late = await as('reviewer').post(path, { why: 'unanswered', reason: '等不到·测试', seen })
  expect([late.status, late.text.includes(t('steps:error.answered').replace('{{count}}', '2'))]).toEqual([409, false])
  for (const said of [t('desk:error.moved-on'), t('desk:event.resubmit'), '等不到·测试']) expect(late.text).toContain(said)
})

test('nobody answered: once the day is over and two attempts were in vain, it is decided on what is there', async () => {
  for (const until of [{ until: daysAgo(1).slice(0, 10) }, {}]) {
    const one = await inReview()
    await hall(desk.dataDir, one.code, 1, { type: 'ask-correction', items: [item], at: daysAgo(5), ...until })
    const path = `${one.url}/resume`
    const resumes = async () => (await act('reviewer', one.url, { why: 'unanswered' }, path)).status
    for (const how of ['phone', 'visit']) {
      expect(await resumes()).toBe(422)
      const tried = { ...day('on', today), how, outcome: 'not-reached' }
      expect((await act('clerk', one.url, tried, `${one.url}/contact`)).status).toBe(303)
    }
    expect([await resumes(), await statusOf(one)]).toEqual([303, 'in-review'])
    expect(await toldTo(one)).toContain(t('steps:resume.why.options.unanswered'))
  }
})

test('why the hall takes its request back waits for a second reader where it asks for land', async () => {
  const one = await inReview()
  await act('reviewer', one.url, { ...asking, ...answerBy }, `${one.url}/corrections`)
  await act('reviewer', one.url, { why: 'mistake', reason: demand }, `${one.url}/resume`)
  expect([await statusOf(one), await toldTo(one)]).toEqual(['correction-asked', expect.not.stringContaining(demand)])
  expect((await as('reviewer').get(`${one.url}/resume`)).text).toContain(`>${demand}</textarea>`)
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  expect(await statusOf(one)).toBe('in-review')
})

test('a case is withdrawn on a written request, by whoever received it: of which day, on which paper', async () => {
  const one = await inReview()
  const path = `${one.url}/withdraw-requested`
  for (const who of ['clerk', 'reviewer', 'supervisor']) expect((await as(who).get(one.url)).text).toContain(path)
  const lacking = await act('clerk', one.url, { ...day('on', today), reason: '不想办了·测试' }, path)
  expect([lacking.status, lacking.text.includes('id="paper-error"'), lacking.text.includes('不想办了·测试</textarea>')]).toEqual([
    422,
    true,
    true,
  ])
  const messages = await messagesTo(one)
  const asked = { ...day('on', today), paper: 'letter', reason: '不想办了·测试' }
  expect((await act('clerk', one.url, asked, path)).headers.location).toBe(one.url)
  expect([await statusOf(one), await messagesTo(one)]).toEqual(['withdrawn', messages + 1])
  const said = [t('application:event.withdraw-requested'), t('steps:withdraw-requested.paper.options.letter'), '不想办了·测试']
  for (const text of said) expect(await toldTo(one)).toContain(text)
  // Who did not ask for it reads whom to ask, on the page itself.
  for (const language of languages)
    expect((await one.one.get(`/${language}/applications/1`)).text).toContain(t('application:withdraw.not-you', language))
  const over = (await as('clerk').get(path)).text
  expect([over.includes(t('desk:error.not-now')), /id="send"[^>]*type="submit"/.test(over)]).toEqual([true, false])
  // Everything that was typed stands there to be copied, not the text alone.
  const lost = await act('reviewer', one.url, { ...day('on', today), paper: 'letter', reason: '另一封·测试' }, path)
  expect(lost.status).toBe(409)
  for (const said of [
    '另一封·测试</textarea>',
    formatDay('zh', today),
    t('steps:withdraw-requested.paper.options.letter'),
    t('desk:unsent'),
  ])
    expect(lost.text).toContain(said)
})

test('who applies again from a page of before the hall took it up again is led to the case that is open', async () => {
  const one = await inReview()
  await act('clerk', one.url, { ...day('on', today), paper: 'letter' }, `${one.url}/withdraw-requested`)
  const [again = ''] = /<form id="again"[\s\S]*?<\/form>/.exec(await toldTo(one)) ?? []
  await act('supervisor', one.url, { ...day('on', today), ground: 'recheck', reason: '不是本人·测试' }, `${one.url}/reopen`)
  const answer = await one.one.post('/zh/apply', hiddenIn(again))
  expect([answer.status, answer.headers.location]).toEqual([303, '/zh/applications/1?there'])
  for (const language of languages)
    expect((await one.one.get(`/${language}/applications/1?there`)).text).toContain(t('application:after.there', language))
  expect((await one.one.get('/zh/applications')).text).not.toContain('href="/zh/applications/2"')
})

test('what a clerk writes with it waits for a second reader where it asks for land; the clerk takes it back', async () => {
  const one = await inReview()
  const asked = { ...day('on', today), paper: 'letter', reason: demand }
  expect((await act('clerk', one.url, asked, `${one.url}/withdraw-requested`)).status).toBe(303)
  expect([await statusOf(one), await toldTo(one)]).toEqual(['in-review', expect.not.stringContaining(demand)])
  expect((await act('clerk', one.url, { do: 'retract-words' })).status).toBe(303)
  expect((await as('supervisor').get(one.url)).text).not.toContain(t('held:title'))
})

test('a case that was decided is taken up again on its ground; the former decision stays beside the new one', async () => {
  const one = await inReview()
  await act('reviewer', one.url, { words: '条件没有核到·测试', condition: 'C3' }, `${one.url}/decline`)
  expect((await act('supervisor', one.url, { do: 'decline' })).status).toBe(303)
  const path = `${one.url}/reopen`
  expect((await as('reviewer').get(path)).status).toBe(404)
  const ruled = { ...day('on', today), ground: 'ruling', reason: '复议决定要求重新办·测试' }
  const lacking = await act('supervisor', one.url, ruled, path)
  expect([lacking.status, lacking.text.includes(t('steps:error.number')), lacking.text.includes('重新办·测试</textarea>')]).toEqual([
    ...[422, true, true],
  ])
  expect((await act('supervisor', one.url, { ...ruled, ground: 'recheck', reason: '' }, path)).text).toContain('id="reason-error"')
  const before = await act('supervisor', one.url, { ...ruled, ground: 'recheck', ...day('on', dayOf(daysAgo(1))) }, path)
  expect([before.status, before.text.includes(t('steps:error.day-before-decision'))]).toEqual([422, true])
  const messages = await messagesTo(one)
  expect((await act('supervisor', one.url, { ...ruled, number: '测府复决〔2026〕1号' }, path)).headers.location).toBe(one.url)
  expect([await statusOf(one), await messagesTo(one)]).toEqual(['in-review', messages + 1])
  const told = await toldTo(one)
  for (const said of [t('application:event.reopen'), t('steps:reopen.ground.options.ruling'), '测府复决〔2026〕1号', '条件没有核到·测试'])
    expect(told).toContain(said)
  expect([told.includes(t('application:limit-anew')), told.includes(t('application:no-limit'))]).toEqual([true, false])
  const database = new Database(join(desk.dataDir, 'settle.sqlite'), { readonly: true })
  const row = database.prepare('select assignee, expires_at, decided_at, due_on from applications where id = ?').get(one.id)
  database.close()
  expect(row).toEqual({ assignee: null, expires_at: null, decided_at: null, due_on: null })

  await act('reviewer', one.url, { do: 'judge', condition: 'C3', truth: 'yes' })
  // Who proposed the decision of before does not decide alone again.
  const again = await act('reviewer', one.url, { words: harmless }, `${one.url}/approve`)
  expect([again.status, again.text.includes(t('steps:barred.decided-before'))]).toEqual([409, true])
  await desk.joins('630104', person('reviewer-2', 'reviewer'))
  expect((await act('reviewer-2', one.url, { words: harmless }, `${one.url}/approve`)).status).toBe(303)
  const page = (await as('reviewer').get(one.url)).text
  for (const decision of ['1', '2']) expect(page).toContain(`${one.url}/letter?decision=${decision}"`)
  const letter = async (query: string) => (await as('reviewer').get(`${one.url}/letter${query}`)).text
  const reopened = t('desk:letter.reopened').replace('{{day}}', formatDay('zh', today))
  expect(await letter('?decision=1')).toContain('条件没有核到·测试')
  expect((await letter('?decision=1')).includes(reopened)).toBe(true)
  for (const query of ['?decision=2', '']) {
    const now = await letter(query)
    expect([now.includes(harmless), now.includes(reopened), now.includes('条件没有核到·测试')]).toEqual([true, false, false])
  }
  for (const query of ['?decision=3', '?decision=x']) expect((await as('reviewer').get(`${one.url}/letter${query}`)).status).toBe(404)
  for (const said of ['条件没有核到·测试', harmless]) expect(await toldTo(one)).toContain(said)
  expect((await auditOf(desk.dataDir)).broken).toBeNull()
})

test('what is withdrawn is taken up again too; why waits for a second reader where it asks for land', async () => {
  const one = await inReview()
  await act('clerk', one.url, { ...day('on', today), paper: 'other' }, `${one.url}/withdraw-requested`)
  const reopens = (reason: string) => act('supervisor', one.url, { ...day('on', today), ground: 'recheck', reason }, `${one.url}/reopen`)
  await reopens(demand)
  expect(await statusOf(one)).toBe('withdrawn')
  expect((await act('supervisor-2', one.url, { do: 'release-words' })).status).toBe(303)
  expect([await statusOf(one), (await toldTo(one)).includes(demand)]).toEqual(['in-review', true])
})

test('the service of a decision is recorded: when, how, and who took it; the resident reads it too', async () => {
  const one = await inReview()
  const path = `${one.url}/serve`
  expect((await as('clerk').get(path)).text).toContain(t('desk:error.not-now'))
  await act('reviewer', one.url, { do: 'judge', condition: 'C3', truth: 'yes' })
  await act('reviewer', one.url, { words: harmless }, `${one.url}/approve`)
  const taken = { ...day('on', today), manner: 'post', recipient: 'other' }
  const lacking = await act('clerk', one.url, taken, path)
  expect(lacking.status).toBe(422)
  for (const said of [t('steps:error.name'), t('steps:error.relation')]) expect(lacking.text).toContain(said)
  const messages = await messagesTo(one)
  const early = await act('clerk', one.url, { ...taken, ...day('on', dayOf(daysAgo(1))), name: '卓玛·测试', relation: 'family' }, path)
  expect([early.status, early.text.includes(t('steps:error.day-before-decision'))]).toEqual([422, true])
  const self = await act('clerk', one.url, { ...taken, recipient: 'resident', name: '卓玛·测试', relation: 'family' }, path)
  for (const said of [t('steps:error.no-name'), t('steps:error.no-relation'), 'id="relation-error"', 'value="卓玛·测试"'])
    expect(self.text).toContain(said)
  expect([self.status, /value="family"[^>]*checked|checked[^>]*value="family"/.test(self.text)]).toEqual([422, false])
  expect((await act('clerk', one.url, { ...taken, name: '卓玛·测试', relation: 'family' }, path)).headers.location).toBe(one.url)
  expect([await statusOf(one), await messagesTo(one)]).toEqual(['approved', messages])
  const said = ['卓玛·测试', t('steps:serve.manner.options.post'), t('steps:serve.relation.options.family')]
  for (const text of [await toldTo(one), (await as('reviewer').get(one.url)).text]) for (const one of said) expect(text).toContain(one)
  await act('clerk', one.url, { ...taken, name: demand, relation: 'other' }, path)
  expect(await toldTo(one)).not.toContain(demand)
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  expect([await statusOf(one), (await toldTo(one)).includes(demand)]).toEqual(['approved', true])
})
