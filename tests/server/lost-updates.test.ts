import { afterAll, beforeAll, expect, test } from 'vitest'
import { languagesOf, modes } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { fillIn, pin, type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 60_000)
afterAll(() => server.stop())

const trade = { 'f-trade': '做饭' }
const versionIn = (html: string) => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? 'none'
const opened = async (one: Resident, path: string) => ({ version: versionIn((await one.get(path)).text) })

/** Somebody with a folder filled in, and the same folder open on another device by code and PIN. */
async function twoDevices(): Promise<[Resident, Resident]> {
  const [one, other] = [resident(server.port), resident(server.port)]
  const code = await fillIn(one, ['skills-training'], trade)
  await other.post('/zh/applications/open', { code, pin })
  return [one, other]
}

/** What a page of a conflict shows in its list, without marks of HTML. */
const conflictIn = (html: string) => (/id="conflict"([\s\S]*?)<form/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ')

test.each(modes)('a step saved on two devices (%s): the second is shown both, and keeps either', async (mode) => {
  const [one, other] = await twoDevices()
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
  const kept = await other.post(path, { version: versionIn(refused.text), 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(kept.status).toBe(303)
  expect((await one.get(path)).text).toContain('乙街 2 号')
})

test('another step saved meanwhile is no conflict, nor is the same saved twice', async () => {
  const [one, other] = await twoDevices()
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
  const [one, other] = await twoDevices()
  const path = '/zh/apply/step/address/home'
  const version = await opened(one, path)
  const typed = (words: string) => ({ ...version, 'f-county': '630104', 'f-words': words })
  const answers = await Promise.all([one.post(path, typed('甲街 1 号')), other.post(path, typed('乙街 2 号'))])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('a form with errors keeps the version it was opened at, in another mode too', async () => {
  const [one, other] = await twoDevices()
  const path = '/zh/apply/step/address/home'
  const [first, second] = [await opened(one, path), await opened(other, path)]
  await one.post(path, { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' })
  const lacking = await other.post(path, { ...second, 'f-county': '', 'f-words': '乙街 2 号' })
  expect([lacking.status, versionIn(lacking.text)]).toEqual([422, second.version])
  const there = await other.post('/bo/apply/step/address/home', { ...second, 'switch-to': 'bo', 'f-county': '', 'f-words': '乙街 2 号' })
  expect([there.status, versionIn(there.text)]).toEqual([200, second.version])
})

test('a form without its version overwrites nothing', async () => {
  const [, other] = await twoDevices()
  const path = '/zh/apply/step/address/home'
  const { status } = await other.post(path, { version: '', 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(status).toBe(409)
  expect((await other.get(path)).text).not.toContain('乙街 2 号')
})
