import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hall } from '#tests/support/hall.ts'
import { conflictIn, hiddenIn, opened, send, trade, twoDevices, versionIn } from '#tests/support/lost-updates.ts'
import { agree, fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-updates-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 60_000)
afterAll(() => server.stop())

describe('a step whose application went while it was open', () => {
  const path = '/zh/apply/step/own/n2'
  /** A step of the second of two drafts, open on another device. */
  async function stepOpen() {
    const [one, other] = await twoDevices(server.port, ['job-services', 'skills-training'], { ...trade, 'f-matter': 'guidance' })
    return { one, other, typed: { ...hiddenIn((await other.get(path)).text), 'f-trade': '做凉面' } }
  }
  const applications = async (one: Resident) => JSON.parse((await one.get('/zh/applications/data.json')).text).applications

  test.each(languages)('removed: what was typed is shown, and begins it again (%s)', async (mode) => {
    const { one, other, typed } = await stepOpen()
    const at = path.replace('zh', mode)
    await one.post('/zh/apply/folder', { remove: '2' })
    const gone = await other.post(at, typed)
    expect(gone.status).toBe(409)
    expect(gone.text).toContain(textOf(mode, 'conflict:removed.title'))
    expect(conflictIn(gone.text)).toContain('做凉面')
    expect(await applications(one)).toHaveLength(1)
    const again = { ...hiddenIn(gone.text), begin: 'yes' }
    // Sent twice, as over a bad connection: it is begun once.
    for (const answer of [await send(other, at, again), await send(other, at, again)]) expect(answer.status).toBe(303)
    expect((await applications(one)).map(({ service }: { service: string }) => service)).toEqual(['job-services', 'skills-training'])
    expect((await one.get(path)).text).toContain('做凉面')
  })

  test('its number given to another application: nothing is saved there', async () => {
    const { one, other, typed } = await stepOpen()
    await one.post('/zh/apply/folder', { remove: '2' })
    await one.post('/zh/apply', { pick: 'unemployment-insurance:1', agree })
    const gone = await other.post(path, typed)
    expect([gone.status, conflictIn(gone.text).includes('做凉面')]).toEqual([409, true])
    expect((await one.get(path)).text).not.toContain('做凉面')
    expect((await send(other, path, { ...hiddenIn(gone.text), begin: 'yes' })).status).toBe(303)
    expect((await one.get('/zh/apply/step/own/n3')).text).toContain('做凉面')
  })

  test('handed in: what was handed in is shown beside what was typed', async () => {
    const { one, other, typed } = await stepOpen()
    const shared = '/zh/apply/step/address/home'
    const sharedOpened = hiddenIn((await other.get(shared)).text)
    await one.post('/zh/apply/submit', await submitForm(one))
    const gone = await other.post(path, typed)
    expect([gone.status, gone.text.includes(textOf('zh', 'conflict:done.title'))]).toEqual([409, true])
    expect(conflictIn(gone.text)).toMatch(/做饭[\s\S]*做凉面/)
    // The same that was handed in is no conflict.
    expect((await other.post(path, { ...typed, ...trade })).headers.location).toBe('/zh/applications/2')
    const done = await other.post(shared, { ...sharedOpened, 'f-county': '630104', 'f-words': '辛街 8 号' })
    expect([done.status, done.text.includes(textOf('zh', 'conflict:done.title'))]).toEqual([409, true])
    expect(conflictIn(done.text)).toContain('辛街 8 号')
    // A kept address leads to the applications.
    for (const at of [path, shared]) expect((await other.get(at)).headers.location, at).toBe('/zh/apply/folder')
    expect((await applications(one)).every(({ status }: { status: string }) => status === 'submitted')).toBe(true)
  })

  test('not asked any more: that is said, also where something was handed in before', async () => {
    const { one, other } = await stepOpen()
    await one.post('/zh/apply/submit', await submitForm(one))
    await one.post('/zh/apply', { pick: ['unemployment-insurance:1', 'job-services:1'], agree })
    const work = '/zh/apply/step/work/1'
    const hidden = hiddenIn((await other.get(work)).text)
    expect(hidden['handed-in']).toBe('2')
    await one.post('/zh/apply/folder', { remove: '4' })
    const gone = await other.post(work, { ...hidden, 'f-employer': '牛肉面馆' })
    expect([gone.status, gone.text.includes(textOf('zh', 'conflict:unasked.title'))]).toEqual([409, true])
  })

  test('what never was a step is none', async () => {
    const { other } = await stepOpen()
    for (const at of ['own/n9', 'own/nothing', 'address/9', 'nothing/home', 'own/n2/x'])
      expect((await other.post(`/zh/apply/step/${at}`, { version: '', 'f-words': 'x' })).status, at).toBe(404)
    for (const of of ['nothing', 'skills-training:9', 'skills-training', '__proto__:1'])
      expect((await other.post('/zh/apply/step/own/n9', { version: '', of, begin: 'yes', 'f-trade': 'x' })).status, of).toBe(404)
  })
})

describe('an application that moved on while a page about it was open', () => {
  const items = [{ target: 'own/n1/trade', reason: 'other' as const }]
  const path = (what: string) => `/zh/applications/1/${what}`
  const statusOf = async (one: Resident) => JSON.parse((await one.get('/zh/applications/data.json')).text).applications[0]
  const typed = (trade: string) => ({ 'f-own-n1-trade': trade })

  /** Somebody who handed in, and the same folder on another device. */
  async function handedIn(): Promise<{ one: Resident; other: Resident; code: string }> {
    const [one, other] = [resident(server.port), resident(server.port)]
    const code = await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await other.post('/zh/applications/open', { code, pin })
    return { one, other, code }
  }

  test('a correction answered on another tab: both are shown, nothing is saved; the same twice is no conflict', async () => {
    const { one, other, code } = await handedIn()
    await hall(dataDir, code, 1, { type: 'ask-correction', items })
    const [first, second] = [await opened(one, path('correct')), await opened(other, path('correct'))]
    expect((await one.post(path('correct'), { ...first, ...typed('做面条') })).status).toBe(303)
    expect((await other.post(path('correct'), { ...second, ...typed('做面条') })).status).toBe(303)
    const late = await other.post(path('correct'), { ...second, ...typed('做凉面') })
    expect(late.status).toBe(409)
    expect(late.text).toContain(textOf('zh', 'conflict:done.title'))
    expect(conflictIn(late.text)).toMatch(/做面条[\s\S]*做凉面/)
    // In the other language it is said again, with the same words.
    const there = await other.post(path('correct').replace('zh', 'bo'), { ...hiddenIn(late.text), 'switch-to': 'bo' })
    expect([there.status, /做面条[\s\S]*做凉面/.test(conflictIn(there.text))]).toEqual([409, true])
    const { status, history } = await statusOf(one)
    expect([status, history.length]).toEqual(['resubmitted', 3])
    // Asked for once more: what was typed for the first request answers no other.
    await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'person/1/name', reason: 'does-not-match' }] })
    expect((await other.post(path('correct'), { ...second, ...typed('做凉面') })).status).toBe(409)
    expect((await statusOf(one)).status).toBe('correction-asked')
  })

  test('a field to be corrected that was saved elsewhere since: both are shown, and may be saved then', async () => {
    const { one, other, code } = await handedIn()
    const about = [{ target: 'address/home/words', reason: 'other' as const }]
    await hall(dataDir, code, 1, { type: 'ask-correction', items: about })
    const { version } = await opened(other, path('correct'))
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    await one.post('/zh/apply/step/address/home', { 'f-county': '630104', 'f-words': '己街 6 号' })
    const typed = { 'f-address-home-words': '庚街 7 号' }
    const refused = await other.post(path('correct'), { version, ...typed })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toMatch(/己街 6 号[\s\S]*庚街 7 号/)
    expect((await statusOf(one)).status).toBe('correction-asked')
    expect((await other.post(path('correct'), { version: versionIn(refused.text), ...typed })).status).toBe(303)
    expect((await statusOf(one)).status).toBe('resubmitted')
  })

  test('a withdrawal is done only where the application stands as it was shown; the reason is kept', async () => {
    const { one, other, code } = await handedIn()
    const { version } = await opened(one, path('withdraw'))
    await hall(dataDir, code, 1, { type: 'ask-correction', items })
    const refused = await one.post(path('withdraw'), { version, words: '找到活了' })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain(textOf('zh', 'application:status.correction-asked.name'))
    expect(conflictIn(refused.text)).toContain('找到活了')
    expect((await statusOf(one)).status).toBe('correction-asked')
    const switched = await one.post(path('withdraw').replace('zh', 'bo'), { version, words: '找到活了', 'switch-to': 'bo' })
    expect(versionIn(switched.text)).toBe(version)
    const both = await Promise.all(
      [one, other].map((by) => by.post(path('withdraw'), { version: versionIn(refused.text), words: '找到活了' })),
    )
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const { status, history } = await statusOf(one)
    expect([status, history.length]).toEqual(['withdrawn', 3])
    const late = await other.post(path('withdraw'), { version: versionIn(refused.text), words: '不想办了' })
    expect(late.status).toBe(409)
    expect(conflictIn(late.text)).toMatch(/找到活了[\s\S]*不想办了/)
  })

  test('a decision meanwhile: nothing is withdrawn, and it is said', async () => {
    const { one, code } = await handedIn()
    const { version } = await opened(one, path('withdraw'))
    for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 1, { type })
    const refused = await one.post(path('withdraw'), { version, words: '找到活了' })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain(textOf('zh', 'application:status.approved.name'))
    const there = await one.post(path('withdraw').replace('zh', 'bo'), { version, words: '找到活了', 'switch-to': 'bo' })
    expect([there.status, conflictIn(there.text).includes('找到活了')]).toEqual([409, true])
    expect((await statusOf(one)).status).toBe('approved')
  })

  test('a rating on another tab: the first stands, the second is shown both', async () => {
    const { one, other, code } = await handedIn()
    for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 1, { type })
    const rating = { version: '', score: '5', words: '很快' }
    expect((await one.post(path('rate'), rating)).status).toBe(303)
    expect((await other.post(path('rate'), rating)).status).toBe(303)
    const late = await other.post(path('rate'), { version: '', score: '2', words: '等了很久' })
    expect(late.status).toBe(409)
    for (const text of ['很快', '等了很久', textOf('zh', 'application:rate.scores.5'), textOf('zh', 'application:rate.scores.2')])
      expect(conflictIn(late.text)).toContain(text)
    expect((await statusOf(one)).history.filter(({ type }: { type: string }) => type === 'rate')).toHaveLength(1)
  })
})
