import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languagesOf, modes } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { conflictIn, hiddenIn, opened, trade, twoDevices, versionIn } from '#tests/support/lost-updates.ts'
import { agree, fillIn, type Resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 60_000)
afterAll(() => server.stop())

test.each(modes)('a step saved on two devices (%s): the second is shown both, and keeps either', async (mode) => {
  const [one, other] = await twoDevices(server.port)
  const path = `/${mode}/apply/step/address/home`
  const [first, second] = [await opened(one, path), await opened(other, path)]
  expect((await one.post(path, { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' })).status).toBe(303)
  const refused = await other.post(path, { ...second, 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(refused.status).toBe(409)
  for (const language of languagesOf(mode))
    for (const word of ['title', 'now', 'typed', 'keep-typed', 'keep-now'])
      expect(refused.text).toContain(textOf(language, `conflict:${word}`))
  expect(conflictIn(refused.text)).toMatch(/甲街 1 号[\s\S]*乙街 2 号/)
  expect(conflictIn(refused.text)).not.toContain(textOf('zh', 'places:counties.630104'))
  expect((await other.get(path)).text).toContain('甲街 1 号')
  // What was typed stands in the form again, at the version that was shown beside it.
  expect(/name="f-words"[^>]*value="乙街 2 号"|<textarea[^>]*name="f-words"[^>]*>乙街 2 号/.test(refused.text)).toBe(true)
  const saved = await other.post(path, { version: versionIn(refused.text), 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(saved.status).toBe(303)
  expect((await one.get(path)).text).toContain('乙街 2 号')
})

test('another step saved meanwhile is no conflict, nor is the same saved twice', async () => {
  const [one, other] = await twoDevices(server.port)
  const [address, person] = ['/zh/apply/step/address/home', '/zh/apply/step/person/1']
  const [first, second] = [await opened(one, address), await opened(other, person)]
  const typed = { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' }
  const answers = await Promise.all([
    one.post(address, typed),
    other.post(person, { ...second, 'f-name': '卓玛·测试', 'f-birth-date-age': '30' }),
    one.post(address, typed),
  ])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await other.get(address)).text).toContain('甲街 1 号')
  expect((await one.get(person)).text).toContain('卓玛·测试')
})

test('at the same moment: one is saved, the other is refused', async () => {
  const [one, other] = await twoDevices(server.port)
  const path = '/zh/apply/step/address/home'
  const version = await opened(one, path)
  const typed = (text: string) => ({ ...version, 'f-county': '630104', 'f-words': text })
  const answers = await Promise.all([one.post(path, typed('甲街 1 号')), other.post(path, typed('乙街 2 号'))])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('a form with errors keeps the version it was opened at, in another mode too', async () => {
  const [one, other] = await twoDevices(server.port)
  const path = '/zh/apply/step/address/home'
  const [first, second] = [await opened(one, path), await opened(other, path)]
  await one.post(path, { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' })
  const lacking = await other.post(path, { ...second, 'f-county': '', 'f-words': '乙街 2 号' })
  expect([lacking.status, versionIn(lacking.text)]).toEqual([422, second.version])
  const there = await other.post('/bo/apply/step/address/home', { ...second, 'switch-to': 'bo', 'f-county': '', 'f-words': '乙街 2 号' })
  expect([there.status, versionIn(there.text)]).toEqual([200, second.version])
})

test('a form without its version overwrites nothing', async () => {
  const [, other] = await twoDevices(server.port)
  const path = '/zh/apply/step/address/home'
  const { status } = await other.post(path, { version: '', 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(status).toBe(409)
  expect((await other.get(path)).text).not.toContain('乙街 2 号')
})

describe('what would be handed in otherwise than it was read', () => {
  const submit = '/zh/apply/submit'
  const statuses = async (one: Resident) =>
    JSON.parse((await one.get('/zh/applications/data.json')).text).applications.map(({ status }: { status: string }) => status)

  test('is not handed in: what changed is shown beside what was read, and is handed in then', async () => {
    const [one, other] = await twoDevices(server.port)
    const shown = await submitForm(other)
    await one.post('/zh/apply/step/own/n1', { 'f-trade': '做面条' })
    const refused = await other.post(submit, shown)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(textOf('zh', 'conflict:submit.title'))
    expect(conflictIn(refused.text)).toMatch(/做面条[\s\S]*做饭/)
    expect(conflictIn(refused.text)).not.toContain('扎西')
    expect(await statuses(one)).toEqual(['draft'])
    expect((await other.post(submit, { ...hiddenIn(refused.text), agree: shown.agree ?? [] })).status).toBe(303)
    expect(await statuses(one)).toEqual(['submitted'])
  })

  test('nor is an application that was added, or one removed, since; nor anything where nothing was read', async () => {
    const [one, other] = await twoDevices(server.port)
    const shown = await submitForm(other)
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    await one.post('/zh/apply/step/own/n2', { 'f-matter': 'guidance' })
    const refused = await other.post(submit, shown)
    expect([refused.status, conflictIn(refused.text).includes(textOf('zh', 'services/job-services:name'))]).toEqual([409, true])
    const again = await submitForm(other)
    await one.post('/zh/apply/folder', { remove: '2' })
    expect((await other.post(submit, again)).status).toBe(409)
    for (const opened of ['', again.opened?.slice(0, -4) ?? '', 'x'])
      expect((await other.post(submit, { ...again, opened })).status, String(opened)).toBe(409)
    expect(await statuses(one)).toEqual(['draft'])
  })

  test('what changed between reading the answers and going on is read again', async () => {
    const [one, other] = await twoDevices(server.port)
    const next = async () =>
      /class="button" href="([^"]*\/apply\/submit[^"]*)"/.exec((await other.get('/zh/apply/answers')).text)?.[1] ?? ''
    const before = await next()
    await one.post('/zh/apply/step/own/n1', trade)
    expect((await other.get(before)).status).toBe(200)
    await one.post('/zh/apply/step/own/n1', { 'f-trade': '做面条' })
    const led = await other.get(before)
    expect([led.status, led.headers.location]).toEqual([303, '/zh/apply/answers?why=changed'])
    expect((await other.get(other.at())).text).toContain(textOf('zh', 'apply:answers.changed'))
    expect((await other.get(await next())).status).toBe(200)
  })

  test('what was saved once more and reads the same is handed in', async () => {
    const [one, other] = await twoDevices(server.port)
    const shown = await submitForm(other)
    await one.post('/zh/apply/step/own/n1', trade)
    expect((await other.post(submit, shown)).status).toBe(303)
  })
})

describe('a draft that changed while it was to be removed', () => {
  const list = '/zh/apply/folder'
  const own = { ...trade, 'f-matter': 'guidance' }
  /** Somebody with two drafts, the same folder on another device, and the version at which the list shows a draft there. */
  async function twoDrafts() {
    const [one, other] = await twoDevices(server.port, ['job-services', 'skills-training'], own)
    const versionOf = async (number: string) =>
      new RegExp(`id="remove-${number}"[\\s\\S]*?name="version" value="([^"]*)"`).exec((await other.get(list)).text)?.[1] ?? ''
    return { one, other, versionOf }
  }
  const services = async (one: Resident) =>
    JSON.parse((await one.get('/zh/applications/data.json')).text).applications.map(({ service }: { service: string }) => service)

  test('stays, and what stands in it is shown; it is removed then', async () => {
    const { one, other, versionOf } = await twoDrafts()
    const version = await versionOf('2')
    await one.post('/zh/apply/step/own/n2', { 'f-trade': '做面条' })
    const refused = await other.post(list, { remove: '2', version })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain('做面条')
    expect(refused.text).toContain(textOf('zh', 'conflict:act.title'))
    expect(await services(one)).toEqual(['job-services', 'skills-training'])
    // What stands in another draft is in nobody's way.
    await one.post('/zh/apply/step/own/n1', { 'f-matter': 'unsure' })
    expect((await other.post(list, { remove: '2', version: await versionOf('2') })).status).toBe(303)
    expect(await services(one)).toEqual(['job-services'])
  })

  test('another draft that was given its number stays', async () => {
    const { one, other, versionOf } = await twoDrafts()
    const version = await versionOf('2')
    await one.post(list, { remove: '2' })
    await one.post('/zh/apply', { pick: 'unemployment-insurance:1', agree })
    expect((await other.post(list, { remove: '2', version })).status).toBe(409)
    expect(await services(one)).toEqual(['job-services', 'unemployment-insurance'])
  })

  test('so does a folder to which something was added, and one that is open beside it', async () => {
    const { one, other } = await twoDrafts()
    const at = '/zh/applications/delete'
    const shown = hiddenIn((await other.get(at)).text)
    await one.post('/zh/apply', { pick: 'unemployment-insurance:1', agree })
    const refused = await other.post(at, shown)
    expect([refused.status, refused.text.includes(textOf('zh', 'conflict:act.title'))]).toEqual([409, true])
    await other.post('/zh/applications/close', {})
    await fillIn(other, ['skills-training'], trade)
    expect((await other.post(at, { ...shown, version: versionIn((await other.get(at)).text) })).status).toBe(307)
    expect([await services(one), await services(other)].map(({ length }) => length)).toEqual([3, 1])
    expect((await one.post(at, hiddenIn((await one.get(at)).text))).headers.location).toBe('/zh/applications/open?why=deleted')
  })
})
