import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hall } from '#tests/support/hall.ts'
import { conflictIn, hiddenIn, opened, trade, twoDevices } from '#tests/support/lost-updates.ts'
import { fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-updates-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 60_000)
afterAll(() => server.stop())

const statuses = async (one: Resident) =>
  JSON.parse((await one.get('/zh/applications/data.json')).text).applications.map(({ status }: { status: string }) => status)

describe('a conflict is shown again in another language, and only what it shows is saved over', () => {
  test('in a step', async () => {
    const [one, other] = await twoDevices(server.port)
    const [path, there] = ['/zh/apply/step/address/home', '/bo/apply/step/address/home']
    const second = await opened(other, path)
    const typed = { 'f-county': '630104', 'f-words': '乙街 2 号' }
    await one.post(path, { ...(await opened(one, path)), 'f-county': '630104', 'f-words': '甲街 1 号' })
    const refused = await other.post(path, { ...second, ...typed })
    const switched = await other.post(there, { ...hiddenIn(refused.text), ...typed, 'switch-to': 'bo' })
    expect([switched.status, /甲街 1 号[\s\S]*乙街 2 号/.test(conflictIn(switched.text))]).toEqual([409, true])
    // Saved once more meanwhile: what was not shown is not saved over.
    await one.post(path, { ...(await opened(one, path)), 'f-county': '630104', 'f-words': '丙街 3 号' })
    const again = await other.post(there, { ...hiddenIn(switched.text), ...typed })
    expect([again.status, conflictIn(again.text).includes('丙街 3 号')]).toEqual([409, true])
    expect((await other.post(there, { ...hiddenIn(again.text), ...typed })).status).toBe(303)
    expect((await one.get(path)).text).toContain('乙街 2 号')
  })

  test('before handing in', async () => {
    const [one, other] = await twoDevices(server.port)
    const [submit, there] = ['/zh/apply/submit', '/bo/apply/submit']
    const shown = await submitForm(other)
    await one.post('/zh/apply/step/own/n1', { 'f-trade': '做面条' })
    const refused = await other.post(submit, shown)
    const switched = await other.post(there, { ...hiddenIn(refused.text), agree: shown.agree ?? [], 'switch-to': 'bo' })
    expect([switched.status, /做面条[\s\S]*做饭/.test(conflictIn(switched.text))]).toEqual([409, true])
    expect(await statuses(one)).toEqual(['draft'])
    expect((await other.post(there, { ...hiddenIn(switched.text), agree: shown.agree ?? [] })).status).toBe(303)
    expect(await statuses(one)).toEqual(['submitted'])
  })
})

describe('what changed while it was to be deleted', () => {
  const own = { ...trade, 'f-matter': 'guidance' }

  test('a draft: the switch of the language removes nothing, and shows the conflict again', async () => {
    const [one, other] = await twoDevices(server.port, ['job-services', 'skills-training'], own)
    const [list, there] = ['/zh/apply/folder', '/bo/apply/folder']
    const formIn = (html: string) => hiddenIn(/<form id="remove-2"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
    const shown = formIn((await other.get(list)).text)
    await one.post('/zh/apply/step/own/n2', { 'f-trade': '做面条' })
    const refused = await other.post(list, { ...shown, remove: '2' })
    const carried = formIn(refused.text)
    expect([refused.status, carried.remove]).toEqual([409, '2'])
    expect((await other.post(list, { ...carried, 'switch-to': 'bo' })).headers.location).toBe(there)
    const switched = await other.post(there, { ...carried, 'switch-to': 'bo' })
    expect([switched.status, conflictIn(switched.text).includes('做面条')]).toEqual([409, true])
    expect(await statuses(one)).toEqual(['draft', 'draft'])
    // Changed once more: what was not shown is not removed.
    await one.post('/zh/apply/step/own/n2', { 'f-trade': '做凉面' })
    const again = await other.post(there, formIn(switched.text))
    expect([again.status, conflictIn(again.text).includes('做凉面')]).toEqual([409, true])
    expect((await other.post(there, formIn(again.text))).status).toBe(303)
    expect(await statuses(one)).toEqual(['draft'])
  })

  test('a folder: the same, also where what stands is by now what was shown', async () => {
    const [one, other] = await twoDevices(server.port, ['job-services', 'skills-training'], own)
    const [path, there] = ['/zh/applications/delete', '/bo/applications/delete']
    const shown = hiddenIn((await other.get(path)).text)
    await one.post('/zh/apply/step/own/n2', { 'f-trade': '做面条' })
    const refused = await other.post(path, shown)
    const switched = await other.post(there, { ...hiddenIn(refused.text), 'switch-to': 'bo' })
    expect([switched.status, switched.text.includes(textOf('bo', 'conflict:act.title'))]).toEqual([409, true])
    const calm = await other.post(there, { ...hiddenIn((await other.get(there)).text), 'switch-to': 'bo' })
    expect([calm.status, calm.headers.location]).toEqual([303, there])
    expect(await statuses(one)).toEqual(['draft', 'draft'])
    expect((await other.post(there, hiddenIn(switched.text))).headers.location).toBe('/bo/applications/open?why=deleted')
  })
})

test('an application removed while it was to be handed in is one line, which says so', async () => {
  const own = { ...trade, 'f-matter': 'guidance' }
  const [one, other] = await twoDevices(server.port, ['job-services', 'skills-training'], own)
  const shown = await submitForm(other)
  await one.post('/zh/apply/folder', { remove: '2' })
  const refused = await other.post('/zh/apply/submit', shown)
  expect(refused.status).toBe(409)
  expect(conflictIn(refused.text)).toContain(textOf('zh', 'conflict:submit.removed'))
  expect(conflictIn(refused.text)).not.toContain('做饭')
  expect(conflictIn(refused.text)).not.toContain(textOf('zh', 'conflict:empty'))
})

describe('too late for an application', () => {
  const path = (what: string) => `/zh/applications/1/${what}`
  async function handedIn() {
    const [one, other] = [resident(server.port), resident(server.port)]
    const code = await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await other.post('/zh/applications/open', { code, pin })
    return { one, other, code }
  }
  const hasForm = (html: string) => /<(?:textarea|button type="submit" class="button"|input type="radio")/.test(html)

  test('withdrawn while it was corrected: that is said, and how to apply anew', async () => {
    const { one, other, code } = await handedIn()
    await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'own/n1/trade', reason: 'other' }] })
    const second = await opened(other, path('correct'))
    await one.post(path('withdraw'), { ...(await opened(one, path('withdraw'))), words: '' })
    const late = await other.post(path('correct'), { ...second, 'f-own-n1-trade': '做凉面' })
    expect([late.status, late.text.includes(textOf('zh', 'conflict:withdrawn.title'))]).toEqual([409, true])
    expect(late.text).not.toContain(textOf('zh', 'conflict:done.title'))
    expect(conflictIn(late.text)).toContain('做凉面')
    expect(/<h1[^>]*>/.exec(late.text)?.[0]).toContain('conflict-title')
    expect(late.text).toContain(textOf('zh', 'conflict:withdrawn.anew'))
    const there = await other.post(path('correct').replace('zh', 'bo'), { ...hiddenIn(late.text), 'switch-to': 'bo' })
    expect([there.status, there.text.includes(textOf('bo', 'conflict:withdrawn.title'))]).toEqual([409, true])
  })

  test('withdrawn twice: it is said that it was, and nothing is asked any more', async () => {
    const { one, other } = await handedIn()
    const second = await opened(other, path('withdraw'))
    await one.post(path('withdraw'), { ...(await opened(one, path('withdraw'))), words: '找到活了' })
    const late = await other.post(path('withdraw'), { ...second, words: '不想办了' })
    expect([late.status, late.text.includes(textOf('zh', 'conflict:withdrawn-already.title'))]).toEqual([409, true])
    expect(conflictIn(late.text)).toMatch(/找到活了[\s\S]*不想办了/)
    expect(hasForm(late.text)).toBe(false)
    const there = await other.post(path('withdraw').replace('zh', 'bo'), { ...hiddenIn(late.text), 'switch-to': 'bo' })
    expect([there.status, /找到活了[\s\S]*不想办了/.test(conflictIn(there.text))]).toEqual([409, true])
  })

  test('rated twice: once is all, and nothing is asked any more', async () => {
    const { one, other, code } = await handedIn()
    for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 1, { type })
    await one.post(path('rate'), { version: '', score: '5', words: '很快' })
    const late = await other.post(path('rate'), { version: '', score: '2', words: '等了很久' })
    expect([late.status, late.text.includes(textOf('zh', 'conflict:rated.title'))]).toEqual([409, true])
    expect(conflictIn(late.text)).toMatch(/很快[\s\S]*等了很久/)
    expect(hasForm(late.text)).toBe(false)
    const there = await other.post(path('rate').replace('zh', 'bo'), { ...hiddenIn(late.text), 'switch-to': 'bo' })
    expect([there.status, conflictIn(there.text).includes('等了很久')]).toEqual([409, true])
  })

  test('a withdrawal shown with a decision asked for meanwhile keeps that in the other language', async () => {
    const { one, code } = await handedIn()
    const first = await opened(one, path('withdraw'))
    await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'own/n1/trade', reason: 'other' }] })
    const refused = await one.post(path('withdraw'), { ...first, words: '找到活了' })
    const there = await one.post(path('withdraw').replace('zh', 'bo'), { ...hiddenIn(refused.text), words: '找到活了', 'switch-to': 'bo' })
    expect([there.status, conflictIn(there.text).includes('找到活了')]).toEqual([409, true])
    expect(await statuses(one)).toEqual(['correction-asked'])
  })
})
