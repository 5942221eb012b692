import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { answerBy } from '#tests/support/answer-by.ts'
import { auditOf, casesOf, newClient } from '#tests/support/clerk.ts'
import { leaves, openDesk, type TestStaff } from '#tests/support/open-desk.ts'
import { fillIn, resident } from '#tests/support/resident.ts'
import { demand, deskOfSecondReaders, harmless, person, type ReviewedCase, seenOn, waitingTexts } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 60_000 })
const { dataDir, port, enters, joins, as, act, begun, caseOf, listOf } = deskOfSecondReaders()

const t = (key: string) => textOf('zh', key)
/** The button that sends the form of a step. */
const sending = /<button[^>]*id="send"/

/** Somebody hands in, and a reviewer of the county begins to look at it. */
async function inReview(reviewer = 'reviewer', county = '630104'): Promise<ReviewedCase> {
  const one = resident(port())
  const contact = { 'f-phone': '13900000000', 'f-messages': 'sms' }
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': county, ...contact })
  return begun(one, code, reviewer)
}

const approve = (who: string, { url }: ReviewedCase, text = demand) => act(who, url, { words: text }, `${url}/approve`)
const typesOf = async (one: ReviewedCase) => (await caseOf(one))?.events.map(({ type }) => type)
const statusOf = async (one: ReviewedCase) => (await caseOf(one))?.status
const toldTo = async ({ one }: ReviewedCase) => (await one.get('/zh/applications/1')).text
const messagesTo = async (one: ReviewedCase) => (await toldTo(one)).split(t('application:sms.waiting')).length - 1

test('texts that ask for land wait; the second person lets them go, and only then the case moves and the resident reads them', async () => {
  const one = await inReview()
  const messages = await messagesTo(one)
  const sent = await approve('reviewer', one)
  expect([sent.status, sent.headers.location]).toEqual([303, one.url])
  expect(await statusOf(one)).toBe('in-review')
  expect(await toldTo(one)).not.toContain(demand)
  expect(await messagesTo(one)).toBe(messages)
  const own = (await as('reviewer').get(one.url)).text
  for (const said of [t('held:title'), t('held:why'), t('held:own'), demand]) expect(own).toContain(said)
  expect(own).not.toContain('value="release-words"')
  expect(await listOf('reviewer')).toContain(t('held:mine'))

  expect(await listOf('supervisor')).toContain(one.url)
  expect((await as('supervisor').get('/zh/desk')).text).toContain(t('held:open').replace('{{count}}', '1'))
  const theirs = (await as('supervisor').get(one.url)).text
  for (const said of [t('held:read'), demand, 'value="release-words"', 'return-text']) expect(theirs).toContain(said)
  expect((await as('clerk').get(one.url)).text).toContain(t('held:others'))
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)

  const [found] = await casesOf(dataDir, one.code)
  expect(found?.status).toBe('approved')
  expect(found?.events.slice(-3).map(({ type, actor }) => [type, actor.id])).toEqual([
    ['hold-words', 'reviewer'],
    ['release-words', 'supervisor'],
    ['approve', 'reviewer'],
  ])
  // As a decision that nobody held: with its document, and a message.
  const decided = found?.events.at(-1)
  expect(decided?.type === 'approve' && decided.document).toMatchObject({
    hall: { name: { zh: expect.stringContaining('测试') } },
    outcome: { zh: textOf('zh', 'application:status.approved.name'), bo: textOf('bo', 'application:status.approved.name') },
  })
  expect(await toldTo(one)).toContain(demand)
  expect(await messagesTo(one)).toBe(messages + 1)
  expect((await as('clerk').get(`${one.url}/letter`)).text).toContain(demand)
  expect(await listOf('supervisor')).not.toContain(one.url)
  expect((await auditOf(dataDir)).broken).toBeNull()
})

test('who reworded them waits for nobody; what they had written stands in the form', async () => {
  const one = await inReview()
  await approve('reviewer', one)
  expect((await as('reviewer').get(`${one.url}/approve`)).text).toContain(`>${demand}</textarea>`)
  expect((await as('supervisor').get(one.url)).text).toContain(demand)
  expect((await approve('reviewer', one, harmless)).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
  expect(await toldTo(one)).toContain(harmless)
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(409)
  expect((await typesOf(one))?.filter((type) => type === 'approve')).toHaveLength(1)
})

test('what its writer wrote before is shown beside what waits now, and said to be replaced; it can be let go no more', async () => {
  const one = await inReview()
  const [before, now] = [`${demand}（先写的）`, `${demand}（后写的）`]
  for (const text of [before, now]) await approve('reviewer', one, text)
  for (const who of ['supervisor', 'reviewer']) {
    const [, waits = '', replaced = ''] =
      /id="held"([\s\S]*?)id="replaced"([\s\S]*?)<\/section>/.exec((await as(who).get(one.url)).text) ?? []
    expect([waits.includes(now), waits.includes(before)], who).toEqual([true, false])
    for (const said of [t('held:replaced'), t('held:replaced-help'), before]) expect(replaced).toContain(said)
    expect(replaced).not.toContain('<button')
  }
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  const told = await toldTo(one)
  expect([told.includes(now), told.includes(before)]).toEqual([true, false])
  expect((await as('supervisor').get(one.url)).text).not.toContain('id="replaced"')
})

test('the second person gives them back with texts, which only who wrote them reads; then they are written otherwise', async () => {
  const one = await inReview()
  await approve('reviewer', one)
  const back = `${one.url}/return-text`
  const empty = await act('supervisor', one.url, { words: '' }, back)
  expect(empty.status).toBe(422)
  for (const box of ['phrase', 'free']) {
    expect(empty.text).toContain(t(`desk:free-text.${box}-colleague`))
    expect(empty.text).not.toContain(t(`desk:free-text.${box}`))
  }
  expect((await act('supervisor', one.url, { words: '不能拿地当条件·测试' }, back)).status).toBe(303)
  const screen = (await as('reviewer').get(one.url)).text
  for (const said of [t('held:returned'), '不能拿地当条件·测试']) expect(screen).toContain(said)
  expect(screen).not.toContain(t('held:title'))
  expect(await toldTo(one)).not.toContain('不能拿地当条件')
  expect(await listOf('supervisor')).not.toContain(one.url)
  expect((await approve('reviewer', one, harmless)).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
})

test('what came back is shown to who wrote it wherever they look: the texts, the reason, and the way on, on which nothing is lost', async () => {
  const one = await inReview()
  const partOf = (html: string, id: string) => new RegExp(`<section[^>]*id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? ''
  const count = async (who: string) => (await as(who).get('/zh/desk')).text.includes(t('held:returned-count').replace('{{count}}', '1'))
  await act('reviewer', one.url, { words: demand, condition: 'C3' }, `${one.url}/decline`)
  expect(partOf(await listOf('reviewer'), 'returned')).toBe('')
  expect((await act('supervisor', one.url, { words: '不能拿地当条件·测试' }, `${one.url}/return-text`)).status).toBe(303)
  const top = partOf((await as('reviewer').get(one.url)).text, 'returned')
  for (const said of [demand, '不能拿地当条件·测试', t('held:returned-text'), `${one.url}/decline`]) expect(top).toContain(said)
  const list = partOf(await listOf('reviewer'), 'returned')
  for (const said of ['不能拿地当条件·测试', `${one.url}#returned"`, t('desk:do.propose-decline')]) expect(list).toContain(said)
  expect([await count('reviewer'), await count('supervisor')]).toEqual([true, false])
  expect(partOf(await listOf('supervisor'), 'returned')).toBe('')
  const form = (await as('reviewer').get(`${one.url}/decline`)).text
  expect(form).toContain(demand)
  expect(form).toMatch(/<(?:option|input)(?=[^>]*value="C3")[^>]*(?:selected|checked)/)
  // Once it is written otherwise, nothing came back any more.
  expect((await act('reviewer', one.url, { words: harmless, condition: 'C3' }, `${one.url}/decline`)).status).toBe(303)
  expect(await listOf('reviewer')).not.toContain(one.url)
})

test('what was asked to be corrected stands in its form again once it came back, and texts for staff are in the list too', async () => {
  const one = await inReview()
  const target = 'address/home/words'
  const item = { ...answerBy, [`ask-${target}`]: 'on', [`reason-${target}`]: 'other', [`words-${target}`]: '补一份宅基地退出证明' }
  await act('reviewer', one.url, item, `${one.url}/corrections`)
  await act('supervisor', one.url, { words: '不能拿地当条件·测试' }, `${one.url}/return-text`)
  expect((await as('reviewer').get(`${one.url}/corrections`)).text).toContain('value="补一份宅基地退出证明"')
  await act('reviewer', one.url, { do: 'note', note: demand })
  const of = /name="of" value="([^"]+)"/.exec((await as('supervisor').get(one.url)).text)?.[1] ?? ''
  expect((await act('supervisor', one.url, { do: 'return-internal', of })).status).toBe(303)
  const list = await listOf('reviewer')
  for (const said of [`${one.url}#returned"`, `${one.url}#returned-internal"`, t('held:land')]) expect(list).toContain(said)
})

test('who wrote them takes them back; nobody lets them go any more', async () => {
  const one = await inReview()
  await approve('reviewer', one)
  expect((await act('supervisor', one.url, { do: 'retract-words' })).status).toBe(409)
  expect((await act('reviewer', one.url, { do: 'retract-words' })).status).toBe(303)
  expect((await as('reviewer').get(one.url)).text).not.toContain(t('held:title'))
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(409)
  expect(await statusOf(one)).toBe('in-review')
})

test('texts of a correction, of a proposal to decline and of an answer to a rating wait too', async () => {
  const one = await inReview()
  const target = 'address/home/words'
  const item = { ...answerBy, [`ask-${target}`]: 'on', [`reason-${target}`]: 'other', [`words-${target}`]: '补一份宅基地退出证明' }
  expect((await act('reviewer', one.url, { ...item, again: '' }, `${one.url}/corrections`)).status).toBe(303)
  expect(await statusOf(one)).toBe('in-review')
  expect((await as('reviewer').get(`${one.url}/corrections`)).text).toContain('value="补一份宅基地退出证明"')
  await act('supervisor', one.url, { do: 'release-words' })
  expect(await statusOf(one)).toBe('correction-asked')
  expect(await toldTo(one)).toContain('补一份宅基地退出证明')

  const other = await inReview()
  await act('reviewer', other.url, { words: demand, condition: 'C3' }, `${other.url}/decline`)
  expect(await typesOf(other)).not.toContain('propose-decline')
  // A proposal that waits is none yet.
  const early = await act('supervisor', other.url, { do: 'decline' })
  expect([early.status, early.text.includes(t('desk:error.not-now')), await statusOf(other)]).toEqual([409, true, 'in-review'])
  expect((await as('reviewer').get(`${other.url}/decline`)).text).toMatch(/value="C3"[^>]*checked|checked[^>]*value="C3"/)
  await act('supervisor', other.url, { do: 'release-words' })
  expect((await typesOf(other))?.slice(-2)).toEqual(['release-words', 'propose-decline'])
  expect((await act('supervisor', other.url, { do: 'decline' })).status).toBe(303)
  expect(await statusOf(other)).toBe('declined')

  await other.one.post('/zh/applications/1/rate', { score: '1', words: '' })
  const rating = `/zh/desk/ratings/${other.id}`
  expect((await act('supervisor', rating, { words: demand })).headers.location).toBe(other.url)
  expect(await toldTo(other)).not.toContain(t('application:event.answer-rating'))
  expect(await listOf('supervisor-2')).toContain(other.url)
  expect((await act('supervisor-2', other.url, { do: 'release-words' })).status).toBe(303)
  expect((await typesOf(other))?.at(-1)).toBe('answer-rating')
})

test('where a hall has one such person only the prefecture reads them, where that has none the province', async () => {
  const one = await inReview('alone', '632723')
  expect((await approve('alone', one)).headers.location).toBe(one.url)
  expect([await listOf('prefecture'), await listOf('province')].map((text) => text.includes(one.url))).toEqual([true, false])
  expect((await act('prefecture', one.url, { do: 'release-words' })).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')

  const far = await inReview('far', '632821')
  await approve('far', far)
  expect([await listOf('prefecture'), await listOf('province')].map((text) => text.includes(far.url))).toEqual([false, true])
  expect((await act('province', far.url, { do: 'release-words' })).status).toBe(303)
})

test('whom it is not given to can neither see nor do it', async () => {
  const one = await inReview()
  await approve('reviewer', one)
  expect((await act('reviewer', one.url, { do: 'release-words' })).status).toBe(409)
  expect((await act('reviewer', one.url, { words: '退' }, `${one.url}/return-text`)).status).toBe(409)
  for (const who of ['clerk', 'alone', 'prefecture']) {
    expect((await act(who, one.url, { do: 'release-words' })).status, who).toBe(404)
    expect((await act(who, one.url, { words: '退' }, `${one.url}/return-text`)).status, who).toBe(404)
  }
  expect((await as('clerk').get(waitingTexts)).status).toBe(404)
  expect(await listOf('prefecture')).not.toContain(one.url)
  const late = seenOn((await as('supervisor').get(one.url)).text)
  await act('supervisor', one.url, { do: 'release-words' })
  expect((await as('supervisor-2').post(one.url, { do: 'release-words', seen: late })).status).toBe(409)
})

test('the resident withdraws meanwhile: nothing waits any more', async () => {
  const one = await inReview()
  await approve('reviewer', one)
  await one.one.post('/zh/applications/1/withdraw', {})
  expect(await statusOf(one)).toBe('withdrawn')
  expect(await listOf('supervisor')).not.toContain(one.url)
  const screen = await as('supervisor').get(one.url)
  expect([screen.status, screen.text.includes(t('held:title'))]).toEqual([200, false])
  expect(screen.text.split(t('desk:event.text-lapsed'))).toHaveLength(2)
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(409)
  expect((await act('reviewer', one.url, { do: 'retract-words' })).status).toBe(409)
})

test('while texts wait nobody decides past them: who opened a form before is told to read them first, and gets no form', async () => {
  const one = await inReview()
  await joins('630104', person('colleague', 'reviewer'))
  const opened = seenOn((await as('colleague').get(`${one.url}/decline`)).text)
  await approve('reviewer', one)
  const mine = { words: '我写了很多·测试', condition: 'C3' }
  const late = await as('colleague').post(`${one.url}/decline`, { seen: opened, ...mine })
  expect(late.status).toBe(409)
  for (const said of [t('desk:since.changed'), t('desk:error.held-first'), t('desk:unsent'), mine.words, `${one.url}#held`])
    expect(late.text).toContain(said)
  expect(late.text).not.toMatch(sending)
  const again = await as('colleague').post(`${one.url}/decline`, { seen: seenOn(late.text), ...mine })
  expect([again.status, again.text.includes(t('desk:since.title'))]).toEqual([409, false])
  const item = { ...answerBy, 'ask-address/home/words': 'on', 'reason-address/home/words': 'missing', again: '' }
  for (const [page, fields] of [
    ['approve', { words: harmless }],
    ['corrections', item],
  ] as const) {
    const shown = (await as('colleague').get(`${one.url}/${page}`)).text
    expect([shown.includes(t('desk:error.held-first')), sending.test(shown)], page).toEqual([true, false])
    expect((await act('colleague', one.url, fields, `${one.url}/${page}`)).status, page).toBe(409)
  }
  expect((await as('colleague').get(one.url)).text).not.toContain(`${one.url}/decline`)
  expect(await typesOf(one)).not.toContain('propose-decline')

  // Whoever reads them goes on then.
  expect((await act('colleague', one.url, { words: '不能拿地当条件·测试' }, `${one.url}/return-text`)).status).toBe(303)
  expect((await act('colleague', one.url, { do: 'take-over', from: 'reviewer' })).status).toBe(303)
  expect((await approve('colleague', one, harmless)).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
  const writer = (await as('reviewer').get(one.url)).text
  expect(writer).not.toContain(t('held:reword'))
  const over = (await as('reviewer').get(`${one.url}/approve`)).text
  expect([over.includes(t('desk:error.not-now')), sending.test(over)]).toEqual([true, false])
  expect((await as('supervisor').get(`${one.url}/return-text`)).text).not.toMatch(sending)
})

test('texts and a proposal to decline, as a case could hold both before: the texts are given back first, then the proposal is judged', async () => {
  const one = await inReview()
  await approve('reviewer', one)
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.prepare(`update applications set proposed_by = 'supervisor-2' where id = ?`).run(one.id)
  database.close()
  expect((await as('reviewer').get(one.url)).text).not.toContain(t('held:reword'))
  const shown = (await as('supervisor').get(one.url)).text
  expect(['release-words', 'decline'].map((step) => shown.includes(`value="${step}"`))).toEqual([false, false])
  expect((await act('supervisor', one.url, { words: '请重新写·测试' }, `${one.url}/return-text`)).status).toBe(303)
  expect((await act('supervisor', one.url, { words: '请重新看·测试' }, `${one.url}/return`)).status).toBe(303)
  expect((await approve('reviewer', one, harmless)).status).toBe(303)
})

test('who wrote them leaves: they can be given back too, and others go on with the case', async () => {
  await joins('630104', person('leaving', 'reviewer'), person('staying', 'reviewer'))
  const one = await inReview('leaving')
  await approve('leaving', one)
  await leaves(dataDir, 'leaving')
  expect((await act('supervisor', one.url, { words: '请同事重新写·测试' }, `${one.url}/return-text`)).status).toBe(303)
  expect(await listOf('supervisor')).not.toContain(one.url)
  expect((await act('staying', one.url, { do: 'take-over', from: 'leaving' })).status).toBe(303)
  expect((await approve('staying', one, harmless)).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
})

test('texts that cannot be read any more are not let go, nor older ones in their place; they can be given back or written otherwise', async () => {
  const one = await inReview()
  await approve('reviewer', one, `${demand}甲`)
  await approve('reviewer', one, `${demand}乙`)
  const database = new Database(join(dataDir, 'settle.sqlite'))
  const last = `select max(position) from events where application_id = ? and type = 'hold-words'`
  database.prepare(`update events set sealed = zeroblob(40) where position = (${last})`).run(one.id)
  database.close()
  for (const who of ['reviewer', 'supervisor']) expect((await as(who).get(one.url)).text).toContain(t('errors:unreadable'))
  expect(await listOf('supervisor')).toContain(one.url)
  expect((await as('supervisor').get(one.url)).text).not.toContain('value="release-words"')
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(409)
  expect((await act('supervisor', one.url, { words: '请重新写·测试' }, `${one.url}/return-text`)).status).toBe(303)
  expect((await approve('reviewer', one, harmless)).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
})

test('in practice whoever else practises reads them, wherever their hall is; one takes them back oneself', async () => {
  const ids = ['p-clerk', 'p-reviewer', 'p-supervisor'] as const
  const practising = (at: number, role: TestStaff['role'], place: string) => openDesk(dataDir, place, [person(ids[at] ?? '', role)], true)
  enters(await practising(0, 'clerk', '632223'))
  enters(await practising(1, 'reviewer', '632223'))
  enters(await practising(2, 'supervisor', '632224'))
  const clerk = as('p-clerk')
  await clerk.post('/zh/desk/counter', newClient)
  const one = await begun(clerk, await fillIn(clerk, ['skills-training'], { 'f-trade': '做饭' }), 'p-reviewer')
  await approve('p-reviewer', one)
  expect(await statusOf(one)).toBe('in-review')
  expect(await listOf('p-supervisor')).toContain(one.url)
  expect(await listOf('supervisor')).not.toContain(one.url)
  expect((await act('p-reviewer', one.url, { do: 'retract-words' })).status).toBe(303)
  await approve('p-reviewer', one)
  expect((await act('p-supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
})

test('who wrote them leaves: a colleague still lets them go; all others leave: whoever wrote them is told to write otherwise', async () => {
  const one = await inReview('far', '632821')
  await approve('far', one)
  await leaves(dataDir, 'far')
  expect((await act('province', one.url, { do: 'release-words' })).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')

  await joins('632822', person('last', 'reviewer'))
  const other = await inReview('last', '632822')
  await approve('last', other)
  await leaves(dataDir, 'province')
  // What waits already: rewording it is open to who wrote it.
  const again = await approve('last', other)
  expect([again.status, again.text.includes(demand)]).toEqual([409, true])
  expect(again.text).toContain(t('desk:error.no-reader').split('}}')[1])
  expect((await approve('last', other, harmless)).status).toBe(303)
  expect(await statusOf(other)).toBe('approved')
})

test('a sentence of our own and texts that tell of a right wait for nobody', async () => {
  const one = await inReview()
  expect((await approve('reviewer', one, '落户不用交回承包地和草场')).status).toBe(303)
  expect(await statusOf(one)).toBe('approved')
})
