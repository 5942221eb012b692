import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Language, languages, sourceLanguage } from '#app/domain/language.ts'
import { administratorOf, makeHall, type StaffMember } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { casesOf } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// What a hall has, where it goes when the hall is moved, and whose the cases of a county without a hall are.

vi.setConfig({ testTimeout: 120_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-moving-halls-'))
let server: BuiltServer
let administrator: StaffMember
const staff: Record<string, Resident> = {}
const joins = async (place: string, ...roles: readonly ('reviewer' | 'supervisor')[]) => {
  const people = roles.map((role) => ({ id: `${role}-${place}`, name: `${role}·测试`, role }))
  for (const [id, own] of Object.entries(await openDesk(dataDir, place, people))) staff[id] = resident(server.port, own)
}
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  await joins('632722', 'reviewer', 'supervisor')
  await joins('632700', 'reviewer', 'supervisor')
  await joins('630000', 'reviewer', 'supervisor')
}, 120_000)
afterAll(() => server.stop())

const as = (id: string) => staff[id] ?? expect.fail(id)
const says = (key: string, values: Record<string, string | number> = {}, language: Language = sourceLanguage) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, String(value)), textOf(language, `colleagues:${key}`))
const queue = '/zh/desk/cases'

/** Somebody hands in for a county; its address at the desk. */
async function handedIn(county: string): Promise<{ readonly url: string; readonly code: string; readonly id: string }> {
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': county })
  await one.post('/zh/apply/submit', await submitForm(one))
  const id =
    String((await as('supervisor-630000').post(queue, { do: 'find', code })).headers.location)
      .split('/')
      .at(-1) ?? ''
  return { id, code, url: `${queue}/${id}` }
}

/** The page of the hall of a place. */
async function hallAt(place: string): Promise<string> {
  const list = (await administrator.browser.get('/zh/desk/halls')).text
  for (const [, path = ''] of list.matchAll(/href="(\/zh\/desk\/halls\/[\w-]+)"/g))
    if ((await administrator.browser.get(path)).text.includes(`value="${place}" selected`)) return path
  return expect.fail(place)
}

const formIn = (html: string) => hiddenIn(/<form [^>]*id="edit"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
const names = { zh: '测试服务大厅', bo: 'ཚོད་ལྟའི་ཞབས་ཞུའི་ཚོམས་ཆེན།' }
const moveIn = (html: string) => /id="move"[\s\S]*?<div class="actions">/.exec(html)?.[0] ?? ''
const waitingOn = async (id: string) =>
  /<section id="without-hall">[\s\S]*?<\/section>/.exec((await as(id).get('/zh/desk')).text)?.[0] ?? ''

test('cases of a county without a hall are the prefecture’s, and where that has none, the province’s; their start pages say how many wait', async () => {
  const [own, ofPrefecture, ofProvince] = [await handedIn('632722'), await handedIn('632725'), await handedIn('632821')]
  // Who has a larger place sees them all; whose they are to begin with, the start page says.
  for (const [id, mine, others] of [
    ['supervisor-632700', '632725', ['632722', '632821']],
    ['supervisor-630000', '632821', ['632722', '632725']],
  ] as const) {
    const waiting = await waitingOn(id)
    expect(waiting).toContain(says('without-hall.lead', { count: 1 }))
    expect(waiting).toContain(`href="${queue}?county=${mine}"`)
    for (const other of others) expect(waiting).not.toContain(other)
  }
  for (const id of ['supervisor-632722', 'reviewer-632700', 'reviewer-630000']) expect(await waitingOn(id)).toBe('')
  const seen = async (id: string) => (await as(id).get(queue)).text
  for (const one of [own, ofPrefecture]) expect(await seen('reviewer-632700')).toContain(one.url)
  expect(await seen('reviewer-632700')).not.toContain(ofProvince.url)
  for (const one of [own, ofPrefecture, ofProvince]) expect(await seen('reviewer-630000')).toContain(one.url)
  expect((await as('supervisor-632722').get(ofPrefecture.url)).status).toBe(404)
  // It is taken on and worked on like any other, and once it ends, it waits no more.
  expect((await as('reviewer-632700').post(queue, { do: 'assign', id: ofPrefecture.id })).status).toBe(303)
  for (const step of ['accept', 'start-review'])
    await as('reviewer-632700').post(ofPrefecture.url, {
      do: step,
      seen: hiddenIn((await as('reviewer-632700').get(ofPrefecture.url)).text).seen ?? '',
    })
  const seenNow = hiddenIn((await as('reviewer-632700').get(ofPrefecture.url)).text).seen ?? ''
  expect((await as('reviewer-632700').post(`${ofPrefecture.url}/approve`, { seen: seenNow, words: '材料都对得上·测试' })).status).toBe(303)
  expect(await waitingOn('supervisor-632700')).toBe('')
})

test('a hall is moved only once it was read how many cases and staff it has, and where they go; what its staff had is put back with it', async () => {
  const { browser } = administrator
  const [taken, path] = [await handedIn('632722'), await hallAt('632722')]
  expect((await as('reviewer-632722').post(queue, { do: 'assign', id: taken.id })).status).toBe(303)
  const page = (await browser.get(path)).text
  for (const language of languages) {
    const { text } = await browser.get(path.replace('zh', language))
    for (const key of ['hall.cases', 'hall.staff']) expect(text).toContain(says(key, {}, language))
  }
  for (const said of [says('work.count', { count: 2 }), says('hall.people', { count: 2 })]) expect(page).toContain(said)
  const to = { ...names, place: '632600' }
  const asked = await browser.post(path, { ...formIn(page), ...to })
  expect([asked.status, asked.text.includes(says('errors.not-sure'))]).toEqual([422, true])
  const goes = says('hall.move.goes', { count: 2, halls: names.zh })
  for (const said of [
    says('hall.move.lead', { count: 2, staff: 2 }),
    goes,
    says('hall.move.put-back', { count: 1 }),
    says('hall.move.staff'),
  ])
    expect(moveIn(asked.text)).toContain(said)
  expect(moveIn(asked.text)).not.toContain('checked')
  // In the other language it is asked as well; and one more case since is shown before anything is done.
  const switched = await browser.post(path.replace('zh', 'bo'), { ...formIn(asked.text), ...to, 'switch-to': 'bo' })
  expect([switched.status, moveIn(switched.text).includes(says('hall.move.sure', {}, 'bo'))]).toEqual([200, true])
  await handedIn('632722')
  const moved = await browser.post(path, { ...formIn(asked.text), ...to, sure: 'yes' })
  expect([moved.status, moved.text.includes(says('errors.moved-on'))]).toEqual([409, true])
  expect(moveIn(moved.text)).toContain(says('hall.move.goes', { count: 3, halls: names.zh }))
  expect((await browser.get(path)).text).toContain('value="632722" selected')
  expect((await browser.post(path, { ...formIn(moved.text), ...to, sure: 'yes' })).status).toBe(303)
  const last = (await casesOf(dataDir, taken.code))[0]?.events.at(-1)
  expect(last?.type === 'assign' && [last.to, last.actor.role]).toEqual([null, 'administrator'])
  expect((await as('reviewer-632722').get(taken.url)).status).toBe(404)
  expect(await waitingOn('supervisor-632700')).toContain(says('without-hall.lead', { count: 3 }))
})

test('where no hall would see the cases any more, it says so; a name is changed without any of it', async () => {
  const { browser } = administrator
  await handedIn('632821')
  const path = await hallAt('630000')
  const asked = await browser.post(path, { ...formIn((await browser.get(path)).text), ...names, place: '632600' })
  expect(asked.status).toBe(422)
  expect(moveIn(asked.text)).toContain(says('hall.move.nobody', { count: 2 }))
  const renamed = { ...formIn((await browser.get(path)).text), ...names, zh: '省测试大厅', place: '630000' }
  expect((await browser.post(path, renamed)).status).toBe(303)
  // A hall that has nothing, and nobody, is moved without being asked.
  const empty = await makeHall(administrator, '632523')
  const free = `/zh/desk/halls/${empty}`
  expect((await browser.post(free, { ...formIn((await browser.get(free)).text), ...names, place: '632524' })).status).toBe(303)
})

test('a hall is closed once nobody works in it, another receives its cases, and that was read', async () => {
  const { browser } = administrator
  const closing = async (path: string, more: Record<string, string> = {}) => {
    const page = (await browser.get(`${path}/close`)).text
    const version = /name="closing" value="([^"]+)"/.exec(page)?.[1] ?? ''
    return { page, answer: await browser.post(`${path}/close`, { closing: version, ...more }) }
  }
  const staffed = await closing(await hallAt('632700'), { sure: 'yes' })
  expect([staffed.answer.status, staffed.answer.text.includes(says('hall.close.error.staff'))]).toEqual([422, true])
  expect(staffed.page).toContain(says('hall.close.staff'))
  const alone = `/zh/desk/halls/${await makeHall(administrator, '632324')}`
  expect(await hallAt('632324')).toBe(alone)
  await handedIn('632324')
  const unsure = await closing(alone)
  expect([unsure.answer.status, unsure.answer.text.includes(says('hall.close.error.not-sure'))]).toEqual([422, true])
  expect(unsure.page).toContain(says('hall.move.goes', { count: 1, halls: '省测试大厅' }))
  const moved = await browser.post(`${alone}/close`, { closing: 'another', sure: 'yes' })
  expect([moved.status, moved.text.includes(says('hall.close.error.moved-on'))]).toEqual([409, true])
  expect((await closing(alone, { sure: 'yes' })).answer.headers.location).toBe('/zh/desk/halls?changed')
  expect([(await browser.get(alone)).status, (await browser.get(`${alone}/close`)).status]).toEqual([404, 404])
  expect(await waitingOn('supervisor-630000')).toContain('632324')
})
