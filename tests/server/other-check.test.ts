import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Language, languages } from '#app/domain/language.ts'
import { checkInput } from '#app/forms/other-check.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { formIn, plain, textIn } from '#tests/support/page-text.ts'
import { beginning, pin, type Resident, resident, savedCheckCode } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// A page is of one self-check: sent when that was cleared or replaced, it says nothing of whoever has the same id in the next.

vi.setConfig({ testTimeout: 120_000 })
let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 120_000)
afterAll(() => server.stop())

const members = '/zh/check/members'
const listed = async (one: Resident) => [...(await one.get(members)).text.matchAll(/value="remove:(\d+)"/g)].map(([, id]) => id)
const says = (html: string, language: Language, key: string) => textIn(html).includes(plain(textOf(language, key)))
const markIn = (html: string) => ({ [checkInput]: hiddenIn(html)[checkInput] ?? '' })

/** Posts as a browser does: to wherever an answer says to send the same once more. */
async function postedThrough(one: Resident, path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  for (let answer = await one.post(path, fields); ; answer = await one.post(one.at(), fields)) if (answer.status !== 307) return answer
}

const chosenPlace = async (one: Resident) => formIn((await one.get('/zh/check/hukou-place')).text).answer?.values[0]

/** Somebody in whose browser a page stands open of a check that was cleared since; another is under way, with as many people. */
async function cleared(path: string) {
  const one = resident(server.port)
  await one.post(members, { do: 'done', who: ['father', 'son'] })
  const page = (await one.get(path)).text
  await one.post('/zh/check/clear', {})
  await one.post(members, { do: 'done', who: ['myself', 'wife'] })
  expect(await listed(one)).toEqual(['1', '2'])
  return { one, page, mark: markIn(page) }
}

describe('a page of a check that was cleared', () => {
  test.each(languages)('keeps what was typed and says so, and nobody of the next check has it: %s', async (mode) => {
    const path = `/${mode}/check/2/birth-date`
    const { one, mark } = await cleared(path)
    const answer = await postedThrough(one, path, { answer: '20150301', also: ['1-birth-date'], '1-birth-date.answer': '41', ...mark })
    expect([answer.status, says(answer.text, mode, 'check:other.title'), says(answer.text, mode, 'check:instead.keep')]).toEqual([
      409,
      true,
      true,
    ])
    expect(textIn(answer.text)).toContain('2015')
    expect(textIn(answer.text)).toContain('41')
    const now = (await one.get('/zh/check/1/birth-date')).text
    expect([now.includes('value="20150301"'), now.includes('value="41"')]).toEqual([false, false])
    expect(now).toContain('name="2-birth-date.answer"')
    // Switched, it is still there.
    const switched = await postedThrough(one, path, { answer: '20150301', 'switch-to': 'bo', ...mark })
    expect(says(switched.text, 'bo', 'check:other.title')).toBe(true)
  })

  test('of a question of the household changes no answer of the next', async () => {
    const { one, mark } = await cleared('/zh/check/hukou-place')
    const answer = await postedThrough(one, '/zh/check/hukou-place', { answer: 'qh-other', ...mark })
    expect([answer.status, says(answer.text, 'zh', 'questions:hukou-place.options.qh-other')]).toEqual([409, true])
    expect(await chosenPlace(one)).toBeUndefined()
  })

  test('of the list removes nobody, and shows the list of today; sent from there it does', async () => {
    const { one, mark } = await cleared(members)
    const answer = await one.post(members, { do: 'remove:2', ...mark })
    expect([answer.status, says(answer.text, 'zh', 'errors:members.other-check')]).toEqual([409, true])
    expect(await listed(one)).toEqual(['1', '2'])
    expect((await one.post(members, { do: 'remove:2', ...markIn(answer.text) })).status).toBe(303)
    expect(await listed(one)).toEqual(['1'])
  })

  test('of choices begins no application of a namesake', async () => {
    const { one, mark } = await cleared('/zh/apply')
    const answer = await one.post('/zh/apply', { ...beginning, pick: 'resident-pension:2', who: '1', ...mark })
    expect([answer.status, says(answer.text, 'zh', 'errors:apply.other-check')]).toEqual([409, true])
    expect(formIn(answer.text).pick?.values ?? []).toEqual([])
  })

  test('opened before anything was answered is of whichever check begins', async () => {
    const one = resident(server.port)
    const mark = markIn((await one.get('/zh/check/hukou-place')).text)
    expect(mark).toEqual({ [checkInput]: '' })
    expect((await one.post('/zh/check/hukou-place', { answer: 'qh-other', ...mark })).status).toBe(303)
    expect((await one.post('/zh/check/hukou-place', { answer: 'qh-other', ...mark })).status).toBe(303)
  })
})

describe('opening a saved check', () => {
  const saved = async () => {
    const one = resident(server.port)
    await one.post(members, { do: 'done', who: ['father', 'son'] })
    await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
    const code = await savedCheckCode(one)
    return { one, open: { do: 'open', code, pin } }
  }
  test.each(languages)('asks before it takes the place of another, and does what is chosen: %s', async (mode) => {
    const { open } = await saved()
    const other = resident(server.port)
    await other.post('/zh/check/hukou-place', { answer: 'outside' })
    const before = await chosenPlace(other)
    const page = (await other.get('/zh/check/hukou-place')).text
    const asked = await other.post(`/${mode}/check/open`, open)
    expect([asked.status, says(asked.text, mode, 'check:instead.title')]).toEqual([200, true])
    expect(asked.text).toContain(`href="/${mode}/check"`)
    expect(asked.text).not.toContain(pin)
    expect([before, await chosenPlace(other)]).toEqual(['outside', 'outside'])
    const { 'opened-check': opened = '' } = hiddenIn(asked.text)
    const switched = await postedThrough(other, `/${mode}/check/open`, { 'opened-check': opened, 'switch-to': 'bo' })
    expect(says(switched.text, 'bo', 'check:instead.title')).toBe(true)
    expect((await other.post(`/${mode}/check/open`, { 'opened-check': opened })).status).toBe(303)
    expect(await chosenPlace(other)).toBe('qh-other')
    // A page of the one before is of another check since.
    const stale = await postedThrough(other, '/zh/check/hukou-place', { answer: 'outside', ...markIn(page) })
    expect([stale.status, await chosenPlace(other)]).toEqual([409, 'qh-other'])
  })

  test('keeps its code with it, also where it was asked in another language', async () => {
    const { open } = await saved()
    const other = resident(server.port)
    await other.post('/zh/check/hukou-place', { answer: 'outside' })
    const asked = await other.post('/zh/check/open', open)
    const switched = await postedThrough(other, '/zh/check/open', { ...hiddenIn(asked.text), 'switch-to': 'bo' })
    await other.post('/bo/check/open', hiddenIn(switched.text))
    expect(textIn((await other.get('/zh/check/save?saved')).text)).toContain(open.code)
  })

  test('deleting another code keeps the own; deleting the own forgets it', async () => {
    const [{ one, open }, { open: another }] = [await saved(), await saved()]
    const isShown = async () => (await one.get('/zh/check/save')).text.includes(open.code)
    await one.post('/zh/check/open', { ...another, do: 'delete-now' })
    expect(await isShown()).toBe(true)
    await one.post('/zh/check/open', { ...open, do: 'delete-now' })
    expect(await isShown()).toBe(false)
  })

  test('saved is said only of what is: deleted elsewhere, or answered otherwise since, it is told', async () => {
    const { one, open } = await saved()
    const shown = async () => (await one.get('/zh/check/save?saved')).text
    expect(says(await shown(), 'zh', 'check:saved.title')).toBe(true)
    await one.post('/zh/check/hukou-place', { answer: 'outside' })
    expect([says(await shown(), 'zh', 'check:saved.title'), says(await shown(), 'zh', 'check:save.before.older')]).toEqual([false, true])
    await resident(server.port).post('/zh/check/open', { ...open, do: 'delete-now' })
    expect([says(await shown(), 'zh', 'check:saved.title'), says(await shown(), 'zh', 'check:save.before.gone')]).toEqual([false, true])
  })

  test('asks nothing where there is none, or it says the same', async () => {
    const { one, open } = await saved()
    expect((await resident(server.port).post('/zh/check/open', open)).status).toBe(303)
    const mark = markIn((await one.get(members)).text)
    expect((await one.post('/zh/check/open', open)).status).toBe(303)
    expect(markIn((await one.get(members)).text)).toEqual(mark)
  })
})
