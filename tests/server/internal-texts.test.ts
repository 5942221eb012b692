import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { auditOf } from '#tests/support/clerk.ts'
import { leaves } from '#tests/support/open-desk.ts'
import { fillIn, resident } from '#tests/support/resident.ts'
import { demand, deskOfSecondReaders, harmless, person, type ReviewedCase, seenOn } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

// Texts only staff read wait too where they ask for land; they stand in nobody's way meanwhile.
vi.setConfig({ testTimeout: 60_000 })
const { dataDir, port, joins, as, act, begun, caseOf, listOf } = deskOfSecondReaders()

const t = (key: string) => textOf('zh', key)

/** Somebody hands in; a reviewer of the county begins to look at it. */
async function inReview(reviewer = 'reviewer', county = '630104'): Promise<ReviewedCase> {
  const one = resident(port())
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': county })
  return begun(one, code, reviewer)
}

const screen = async (who: string, { url }: Pick<ReviewedCase, 'url'>) => (await as(who).get(url)).text
/** The names of the texts that wait, as whoever looks may act on them. */
const waitingOn = (html: string) => [...new Set([...html.matchAll(/name="of" value="([^"]+)"/g)].map(([, of = '']) => of))]

const writes = (who: string, { url }: ReviewedCase, note = demand) => act(who, url, { do: 'note', note })
/** Does one thing about the only texts somebody may act on. */
async function about(who: string, one: ReviewedCase, what: 'release' | 'return' | 'retract') {
  const [of = ''] = waitingOn(await screen(who, one))
  return act(who, one.url, { do: `${what}-internal`, of })
}
const decide = (who: string, { url }: ReviewedCase, page: string, text: string, more = {}) =>
  act(who, url, { words: text, ...more }, `${url}/${page}`)
const typesOf = async (one: ReviewedCase) => (await caseOf(one))?.events.map(({ type }) => type) ?? []
const noteOf = (html: string) => /<textarea id="note"[^>]*>([^<]*)</.exec(html)?.[1]

test('a note that asks for land waits; no colleague reads it before the second person lets it go, then it stands with who wrote it', async () => {
  const one = await inReview()
  expect((await writes('clerk', one)).status).toBe(303)
  expect(await typesOf(one)).not.toContain('note')
  const own = await screen('clerk', one)
  for (const said of ['title', 'why', 'own', 'retract']) expect(own).toContain(t(`held:internal.${said}`))
  expect(own).toContain(demand)
  expect([own.includes('value="release-internal"'), own.includes('value="return-internal"')]).toEqual([false, false])

  await joins('630104', person('clerk-2', 'clerk'))
  const others = await screen('clerk-2', one)
  for (const said of [t('held:internal.others'), t('desk:do.note'), t('desk:event.hold-internal'), 'clerk·测试'])
    expect(others).toContain(said)
  expect(others).not.toContain('承包地')
  // Neither do those of the prefecture or the province, while the hall has somebody.
  expect(await screen('province', one)).not.toContain('承包地')

  for (const who of ['reviewer', 'supervisor', 'supervisor-2']) expect(await listOf(who), who).toContain(one.url)
  expect(await listOf('supervisor')).toContain(t('desk:do.note'))
  expect(await listOf('province')).not.toContain(one.url)
  expect((await as('supervisor').get('/zh/desk')).text).toContain(t('held:open').replace('{{count}}', '1'))
  const theirs = await screen('supervisor', one)
  for (const said of [t('held:internal.read'), demand, 'value="release-internal"', 'value="return-internal"'])
    expect(theirs).toContain(said)
  expect((await about('supervisor', one, 'release')).status).toBe(303)

  const events = (await caseOf(one))?.events.slice(-3)
  expect(events?.map(({ type, actor }) => [type, actor.id])).toEqual([
    ['hold-internal', 'clerk'],
    ['release-internal', 'supervisor'],
    ['note', 'clerk'],
  ])
  expect(events?.[2]?.at).toBe(events?.[1]?.at)
  const seen = await screen('clerk-2', one)
  expect(/class="private-note"[\s\S]*?<\/div>/.exec(seen)?.[0]).toMatch(/clerk·测试[\s\S]*请先退出承包地再来/)
  expect(seen).not.toContain(t('held:internal.title'))
  expect(await listOf('supervisor')).not.toContain(one.url)
  expect((await one.one.get('/zh/applications/1')).text).not.toContain('承包地')
  expect((await auditOf(dataDir)).broken).toBeNull()
})

test('while it waits the case goes on: it is decided by others, and the note still judged when it has ended', async () => {
  const one = await inReview()
  await writes('clerk', one)
  await writes('clerk', one, `${demand}二`)
  expect((await decide('reviewer', one, 'approve', harmless)).status).toBe(303)
  expect((await caseOf(one))?.status).toBe('approved')
  expect((await about('supervisor', one, 'release')).status).toBe(303)
  expect((await about('supervisor-2', one, 'return')).status).toBe(303)
  expect((await typesOf(one)).slice(-3)).toEqual(['release-internal', 'note', 'return-internal'])
})

test('given back, who wrote it is told, sees it in the box, and writes otherwise; nobody else ever reads it', async () => {
  const one = await inReview()
  await writes('clerk', one)
  expect((await about('reviewer', one, 'return')).status).toBe(303)
  const back = await screen('clerk', one)
  for (const said of [t('held:internal.returned'), 'reviewer·测试']) expect(back).toContain(said)
  expect(noteOf(back)).toBe(demand)
  for (const who of ['reviewer', 'supervisor', 'clerk-2']) expect(await screen(who, one), who).not.toContain('承包地')
  expect(await listOf('reviewer')).not.toContain(one.url)
  await as('clerk').get(one.url)
  expect((await writes('clerk', one, harmless)).status).toBe(303)
  const after = await screen('clerk', one)
  expect([after.includes(t('held:internal.returned')), after.includes(harmless), noteOf(after)]).toEqual([false, true, ''])
})

test('who wrote it takes it back; nobody else can, and nobody lets it go any more', async () => {
  const one = await inReview()
  await writes('clerk', one)
  const [of = ''] = waitingOn(await screen('clerk', one))
  const tries = (who: string, what: string) => act(who, one.url, { do: what, of })
  expect((await tries('supervisor', 'retract-internal')).status).toBe(409)
  expect((await tries('clerk', 'release-internal')).status).toBe(404)
  expect((await tries('province', 'release-internal')).status).toBe(409)
  expect((await tries('province', 'return-internal')).status).toBe(409)
  expect((await tries('clerk', 'retract-internal')).status).toBe(303)
  expect((await tries('supervisor', 'release-internal')).status).toBe(409)
  expect((await typesOf(one)).slice(-2)).toEqual(['hold-internal', 'retract-internal'])
})

test('two let it go at once: it is written once', async () => {
  const one = await inReview()
  await writes('clerk', one)
  const page = await screen('supervisor', one)
  const sent = { do: 'release-internal', of: waitingOn(page)[0] ?? '', seen: seenOn(page) }
  const responses = await Promise.all(['supervisor', 'supervisor-2', 'reviewer'].map((who) => as(who).post(one.url, sent)))
  expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  expect((await typesOf(one)).filter((type) => type === 'note')).toHaveLength(1)
})

test('texts with which a proposal to decline, or texts of a colleague, are given back wait too; until then both stand', async () => {
  const one = await inReview()
  await decide('reviewer', one, 'decline', harmless, { condition: 'C3' })
  expect((await decide('supervisor', one, 'return', demand)).status).toBe(303)
  const proposed = await screen('supervisor-2', one)
  for (const said of [t('desk:case.proposal'), t('held:internal.read'), t('desk:do.return-proposal'), demand])
    expect(proposed).toContain(said)
  expect((await about('supervisor-2', one, 'release')).status).toBe(303)
  expect((await typesOf(one)).slice(-2)).toEqual(['release-internal', 'return-proposal'])
  expect(await screen('reviewer', one)).not.toContain(t('desk:case.proposal'))

  await decide('reviewer', one, 'approve', demand)
  expect((await decide('supervisor', one, 'return-text', demand)).status).toBe(303)
  expect((await typesOf(one)).slice(-2)).toEqual(['hold-words', 'hold-internal'])
  expect(await screen('reviewer', one)).toContain(t('held:title'))
  // Who wrote the first texts is somebody else than who gives them back.
  expect((await about('reviewer', one, 'return')).status).toBe(303)
  expect((await as('supervisor').get(`${one.url}/return-text`)).text).toContain(`>${demand}</textarea>`)
  expect((await act('supervisor-2', one.url, { do: 'release-words' })).status).toBe(303)
  expect((await caseOf(one))?.status).toBe('approved')
})

test('what cannot happen as it was meant is not let go: it is given back', async () => {
  const one = await inReview()
  await decide('reviewer', one, 'decline', harmless, { condition: 'C3' })
  await decide('supervisor', one, 'return', demand)
  await decide('supervisor-2', one, 'return', harmless)
  const over = await screen('supervisor-2', one)
  expect([over.includes(t('held:internal.over')), over.includes('value="release-internal"')]).toEqual([true, false])
  await decide('reviewer', one, 'decline', harmless, { condition: 'C3' })
  const anew = await screen('supervisor-2', one)
  expect([anew.includes(t('held:internal.over')), anew.includes('value="release-internal"')]).toEqual([true, false])
  expect((await about('supervisor-2', one, 'release')).status).toBe(409)
  expect((await about('supervisor-2', one, 'return')).status).toBe(303)
  expect(await screen('supervisor', one)).toContain(t('held:internal.returned'))
})

test('where a hall has one reader only the prefecture reads it, where that has none the province; where nobody is, one is told beside the box', async () => {
  const one = await inReview('alone', '632723')
  expect((await writes('alone', one)).status).toBe(303)
  expect([await listOf('prefecture'), await listOf('province')].map((text) => text.includes(one.url))).toEqual([true, false])
  expect(await listOf('alone')).toContain(t('held:mine'))
  expect((await about('prefecture', one, 'release')).status).toBe(303)

  const far = await inReview('far', '632821')
  await writes('far', far)
  expect([await listOf('prefecture'), await listOf('province')].map((text) => text.includes(far.url))).toEqual([false, true])
  // Who wrote it leaves: it can be let go, or given back.
  await leaves(dataDir, 'far')
  expect((await about('province', far, 'release')).status).toBe(303)

  await joins('632822', person('last', 'reviewer'))
  const other = await inReview('last', '632822')
  await leaves(dataDir, 'province')
  const refused = await writes('last', other)
  expect([refused.status, noteOf(refused.text)]).toEqual([409, demand])
  expect(/id="note-error"[^>]*>[\s\S]*?<\/p>/.exec(refused.text)?.[0]).toContain(t('desk:error.no-reader').split('}}')[1])
  expect(await typesOf(other)).not.toContain('hold-internal')
  expect((await writes('last', other, harmless)).status).toBe(303)
})

test('what waits and cannot be read any more stops no waitingTexts, and is given back', async () => {
  const one = await inReview()
  await writes('clerk', one)
  await writes('clerk', one, `${demand}二`)
  const database = new Database(join(dataDir, 'settle.sqlite'))
  const first = `select min(position) from events where application_id = ? and type = 'hold-internal'`
  database.prepare(`update events set sealed = zeroblob(40) where position = (${first})`).run(one.id)
  database.close()
  expect((await listOf('supervisor')).split(one.url)).toHaveLength(3)
  expect(await listOf('supervisor')).toContain(t('errors:unreadable'))
  expect(waitingOn(await screen('supervisor', one))).toHaveLength(2)
  expect((await about('supervisor', one, 'release')).status).toBe(409)
  expect((await about('supervisor', one, 'return')).status).toBe(303)
  expect((await about('supervisor', one, 'release')).status).toBe(303)
  expect(await listOf('supervisor')).not.toContain(one.url)
  expect((await typesOf(one)).slice(-3)).toEqual(['return-internal', 'release-internal', 'note'])
})

test('a note without a demand, also one that tells of a right, waits for nobody', async () => {
  const one = await inReview()
  await writes('clerk', one, '落户不用交回承包地和草场')
  expect((await typesOf(one)).at(-1)).toBe('note')
})

test('neither a filter nor a sign-in name asks for land: it is refused beside its field', async () => {
  const saved = await as('reviewer').post('/zh/desk/cases?status=accepted', { do: 'keep', name: '请先退出承包地' })
  expect([saved.status, saved.text.includes(t('account:errors.name-land'))]).toEqual([422, true])
  expect((await as('reviewer').post('/zh/desk/cases?status=accepted', { do: 'keep', name: '承包地的事' })).status).toBe(303)
  await joins('630000', person('admin', 'administrator'))
  const member = { name: '测试人', role: 'administrator', hall: '' }
  const made = await as('admin').post('/zh/desk/staff', { ...member, login: '请先退出承包地' })
  expect([made.status, /id="login-error"[\s\S]{0,400}/.exec(made.text)?.[0]]).toEqual([
    422,
    expect.stringContaining(t('account:errors.name-land')),
  ])
})
