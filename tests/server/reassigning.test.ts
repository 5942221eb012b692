import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { putBack } from '#app/domain/put-back.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { casesOf } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { leaves, openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// Who has a case: it is put back, looked for by colleague, and many are given to one at once.

vi.setConfig({ testTimeout: 120_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-reassigning-'))
let server: BuiltServer
const staff: Record<string, Resident> = {}
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  const ofPrefecture = [{ id: 'prefecture', name: '州里·测试', role: 'supervisor' as const }]
  const desks = [
    await openDesk(dataDir, '630104', [
      { id: 'clerk', name: '窗口·测试', role: 'clerk' },
      { id: 'reviewer', name: '审核·测试', role: 'reviewer' },
      { id: 'supervisor', name: '负责·测试', role: 'supervisor' },
      { id: 'gone', name: '停用了·测试', role: 'clerk' },
    ]),
    await openDesk(dataDir, '630105', [{ id: 'other', name: '邻县·测试', role: 'reviewer' }]),
    await openDesk(dataDir, '630100', ofPrefecture),
  ]
  for (const cookies of desks) for (const [id, own] of Object.entries(cookies)) staff[id] = resident(server.port, own)
}, 120_000)
afterAll(() => server.stop())

const as = (id: string) => staff[id] ?? expect.fail(id)
const queue = '/zh/desk/cases'
const says = (key: string, values: Record<string, string | number> = {}) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, String(value)), textOf('zh', `colleagues:${key}`))

type Case = { readonly id: string; readonly url: string; readonly code: string }

async function handedIn(county = '630104'): Promise<Case> {
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': county })
  await one.post('/zh/apply/submit', await submitForm(one))
  const found = await as('prefecture').post(queue, { do: 'find', code })
  const id = String(found.headers.location).split('/').at(-1) ?? ''
  return { id, code, url: `${queue}/${id}` }
}

const takesOn = async (who: string, { id }: Case) => expect((await as(who).post(queue, { do: 'assign', id })).status).toBe(303)
const assignments = async ({ code }: Case) =>
  ((await casesOf(dataDir, code))[0]?.events ?? []).flatMap((event) => (event.type === 'assign' ? [[event.to, event.actor.id]] : []))
const seenBy = async (who: string, { url }: Case) => hiddenIn((await as(who).get(url)).text).seen ?? ''

describe('a case is put back', () => {
  test('by whoever has it, with one button; twice is once, and then anybody takes it on', async () => {
    const one = await handedIn()
    expect((await as('clerk').get(one.url)).text).not.toContain('value="put-back"')
    await takesOn('clerk', one)
    const seen = await seenBy('clerk', one)
    expect((await as('clerk').get(one.url)).text).toContain('value="put-back"')
    for (const _ of ['once', 'twice']) expect((await as('clerk').post(one.url, { do: 'put-back', seen })).status).toBe(303)
    expect(await assignments(one)).toEqual([
      ['clerk', 'clerk'],
      [null, 'clerk'],
    ])
    await takesOn('reviewer', one)
  })

  test('by nobody who has it not', async () => {
    const one = await handedIn()
    await takesOn('reviewer', one)
    expect((await as('clerk').get(one.url)).text).not.toContain('value="put-back"')
    expect((await as('clerk').post(one.url, { do: 'put-back', seen: await seenBy('clerk', one) })).status).toBe(409)
    expect(await assignments(one)).toEqual([['reviewer', 'reviewer']])
    expect((await as('other').post(one.url, { do: 'put-back', seen: '1' })).status).toBe(404)
  })
})

test('the queue is filtered by any colleague who has cases, also by who is switched off', async () => {
  const [mine, theirs] = [await handedIn(), await handedIn()]
  await takesOn('clerk', mine)
  await takesOn('gone', theirs)
  await leaves(dataDir, 'gone')
  const { text } = await as('reviewer').get(`${queue}?who=gone`)
  expect([text.includes(theirs.url), text.includes(mine.url)]).toEqual([true, false])
  const option = textOf('zh', 'desk:queue.option')
    .replace('{{name}}', says('off', { name: '停用了·测试' }))
    .replace('{{count}}', '1')
  expect(text).toContain(`<option value="gone" selected="">${option}`)
  expect(text).toContain('<option value="clerk">窗口·测试')
  expect((await as('clerk').get(`${queue}?who=clerk`)).text).toContain(mine.url)
  expect((await as('clerk').get(queue)).text).not.toContain('<option value="clerk"')
  // Who has cases elsewhere only is not named here, and whoever is not on record is.
  expect((await as('other').get(queue)).text).not.toContain('value="gone"')
  expect((await as('clerk').get(`${queue}?who=nobody-known`)).text).toContain(textOf('zh', 'desk:queue.empty'))
})

describe('many at once', () => {
  /** The ticks of a page, by the id of their case. */
  const ticksOn = (html: string) =>
    new Map([...html.matchAll(/name="case" value="(([\w-]+) [^"]*)"/g)].map(([, value = '', id = '']) => [id, value]))
  const ticksOf = async (who: string) => ticksOn((await as(who).get(`${queue}?status=submitted`)).text)
  const give = (who: string, fields: Record<string, string | readonly string[]>, path = `${queue}?status=submitted`) =>
    as(who).post(path, { do: 'assign-many', ...fields })

  test('a supervisor gives what is ticked to one colleague, and is told how many', async () => {
    const cases = [await handedIn(), await handedIn()]
    await takesOn('clerk', cases[0] ?? expect.fail())
    const ticks = await ticksOf('supervisor')
    const chosen = cases.map(({ id }) => ticks.get(id) ?? expect.fail())
    const answer = await give('supervisor', { case: chosen, to: 'reviewer' })
    expect([answer.status, answer.headers.location]).toEqual([303, `${queue}?status=submitted&given=2`])
    expect((await as('supervisor').get(String(answer.headers.location))).text).toContain(says('many.done', { count: 2 }))
    for (const one of cases) expect((await assignments(one)).at(-1)).toEqual(['reviewer', 'supervisor'])
    // Sent twice, it is done once.
    expect((await give('supervisor', { case: chosen, to: 'reviewer' })).status).toBe(303)
    expect(await assignments(cases[1] ?? expect.fail())).toHaveLength(1)
  })

  test('what changed since, and what the colleague cannot work on, is left and named; the rest is given', async () => {
    const [one, moved, elsewhere] = [await handedIn(), await handedIn(), await handedIn('630105')]
    const ticks = await ticksOf('prefecture')
    await takesOn('clerk', moved)
    const chosen = [one, moved, elsewhere].map(({ id }) => ticks.get(id) ?? expect.fail())
    const { status, text } = await give('prefecture', { case: [...chosen, 'no-such-case submitted '], to: 'reviewer' })
    expect(status).toBe(409)
    const left = /id="left-out"[\s\S]*?<\/div>/.exec(text)?.[0] ?? ''
    for (const said of [says('many.done', { count: 1 }), says('many.left', { count: 3 }), moved.url, elsewhere.url])
      expect(left).toContain(said)
    for (const why of ['changed', 'elsewhere']) expect(left).toContain(says(`many.${why}`))
    expect(left).not.toContain(one.url)
    expect((await assignments(one)).at(-1)).toEqual(['reviewer', 'prefecture'])
    expect((await assignments(moved)).at(-1)).toEqual(['clerk', 'clerk'])
    expect(await assignments(elsewhere)).toEqual([])
    expect((await give('prefecture', { case: ticks.get(elsewhere.id) ?? '', to: 'other' })).status).toBe(303)
    expect((await give('prefecture', { case: (await ticksOf('prefecture')).get(elsewhere.id) ?? '', to: putBack })).status).toBe(303)
    expect((await assignments(elsewhere)).at(-1)).toEqual([null, 'prefecture'])
  })

  test('what is ticked and chosen stays: where something lacks, and in the other language', async () => {
    const one = await handedIn()
    const value = (await ticksOf('supervisor')).get(one.id) ?? ''
    const isTicked = (html: string) => new RegExp(`name="case"[^>]*value="${value}"[^>]*checked|checked[^>]*value="${value}"`).test(html)
    for (const [fields, error] of [
      [{ case: value, to: '' }, 'not-chosen-many'],
      [{ case: value, to: 'nobody-here' }, 'gone'],
      [{ to: 'reviewer' }, 'none-ticked'],
    ] as const) {
      const { status, text } = await give('supervisor', fields)
      expect([status, text.includes(says(`errors.${error}`))]).toEqual([422, true])
      expect(isTicked(text)).toBe('case' in fields)
    }
    const { status, text } = await give('supervisor', { case: value, to: 'clerk', 'switch-to': 'bo' }, '/bo/desk/cases?status=submitted')
    expect([status, isTicked(text), text.includes('<option value="clerk" selected=""')]).toEqual([200, true, true])
    expect(await assignments(one)).toEqual([])
  })

  test('nobody else has it, in the page or by posting', async () => {
    const one = await handedIn()
    for (const who of ['clerk', 'reviewer', 'other']) {
      expect((await as(who).get(queue)).text).not.toContain('id="assign-many"')
      expect((await give(who, { case: `${one.id} submitted `, to: 'reviewer' })).status).toBe(404)
    }
    expect(await assignments(one)).toEqual([])
  })
})
