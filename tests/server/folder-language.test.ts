import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { newClient, signedInAs } from '#tests/support/clerk.ts'
import { conflictIn, hiddenIn } from '#tests/support/lost-updates.ts'
import { beginning, fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-language-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example' }, dataDir)
}, 120_000)
afterAll(() => server.stop())

async function clerk() {
  const at = resident(server.port, { staff: (await signedInAs(dataDir, 'clerk')).session })
  await at.post('/zh/desk/counter', newClient)
  return at
}
/** The language chosen on the page of a folder. */
const chosen = (html: string) => /<input[^>]*name="language"[^>]*checked=""[^>]*>/.exec(html)?.[0].match(/value="([\w-]+)"/)?.[1]

test('a folder has the language it is begun in; its people change it, and no page does', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'bo')
  expect(chosen((await one.get('/zh/applications/language')).text)).toBe('bo')
  await one.post('/zh/apply/submit', await submitForm(one))
  expect((await one.get('/zh/applications')).text).toContain(textOf('zh', 'apply:language.options.bo'))
  const wrong = await one.post('/zh/applications/language', { language: 'xx' })
  expect([wrong.status, wrong.text.includes('id="language-error"')]).toEqual([422, true])
  expect((await one.post('/bo/applications/language', { language: 'zh-bo' })).headers.location).toBe('/bo/applications')
  expect(chosen((await one.get('/zh/applications/language')).text)).toBe('zh-bo')
  expect((JSON.parse((await one.get('/zh/applications/data.json')).text) as { language: string }).language).toBe('zh-bo')
})

test('what was chosen elsewhere meanwhile is shown before it is changed', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh')
  const page = await one.get('/zh/applications/language')
  await one.post('/zh/applications/language', { language: 'bo' })
  const late = await one.post('/zh/applications/language', { ...hiddenIn(page.text), language: 'zh-bo' })
  expect([late.status, conflictIn(late.text).length > 0]).toEqual([409, true])
  expect(chosen((await one.get('/zh/applications/language')).text)).toBe('bo')
  expect((await one.post('/zh/applications/language', { ...hiddenIn(late.text), language: 'zh-bo' })).status).toBe(303)
})

test('who is helped is asked for theirs: without an answer nothing is begun, and their screen opens in it', async () => {
  const at = await clerk()
  const asked = await at.get('/zh/apply')
  expect([asked.text.includes(textOf('zh', 'apply:language.ask')), chosen(asked.text)]).toEqual([true, undefined])
  const begin = { ...beginning, pick: 'skills-training' }
  const refused = await at.post('/zh/apply', begin)
  expect([refused.status, refused.text.includes('id="language-error"')]).toEqual([422, true])
  const way = async () => /href="\/([\w-]+)\/shared-session\?join=/.exec((await at.post('/zh/desk/counter/screen', {})).text)?.[1]
  expect(await way()).toBe('zh-bo')
  // It goes along with the choices while what is to be agreed to is shown.
  const consent = await at.post('/zh/apply', { pick: begin.pick, for: begin.for, language: 'zh' })
  expect([consent.status, hiddenIn(consent.text).language]).toEqual([200, 'zh'])
  expect((await at.post('/zh/apply', { ...begin, language: 'zh' })).status).toBe(303)
  expect(await way()).toBe('zh')
  await at.post('/zh/applications/language', { language: 'bo' })
  expect(await way()).toBe('bo')
  // Who begins for themselves is not asked.
  expect((await resident(server.port).get('/zh/apply')).text).not.toContain('name="language"')
})
