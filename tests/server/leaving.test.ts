import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { putBack } from '#app/domain/put-back.ts'
import { administratorOf, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { auditOf, casesOf } from '#tests/support/clerk.ts'
import { conflictIn, hiddenIn, send } from '#tests/support/lost-updates.ts'
import { leaves } from '#tests/support/open-desk.ts'
import { textIn } from '#tests/support/page-text.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// A colleague who leaves or moves, as the administrator and the supervisor see it: what lies with them goes on in the same act.

vi.setConfig({ testTimeout: 120_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-leaving-'))
let server: BuiltServer
let administrator: StaffMember
let [hall, elsewhere] = ['', '']
let [heir, supervisor]: StaffMember[] = []
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
  elsewhere = await makeHall(administrator, '632723')
  heir = await member('reviewer', '留下·测试')
  supervisor = await member('supervisor', '负责·测试')
}, 120_000)
afterAll(() => server.stop())

const member = (role: 'clerk' | 'reviewer' | 'supervisor', name: string, of = hall) => makeStaff(administrator, { role, hall: of, name })
const them = () => ({ heir: heir ?? expect.fail(), supervisor: supervisor ?? expect.fail() })
const applicant = '扎西·测试'

type Held = { readonly id: string; readonly url: string; readonly code: string }

/** A case of the county that a staff member takes on. */
async function takenOnBy({ browser }: StaffMember): Promise<Held> {
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': '630104' })
  await one.post('/zh/apply/submit', await submitForm(one))
  const found = await browser.post('/zh/desk/cases', { do: 'find', code })
  const id = String(found.headers.location).split('/').at(-1) ?? ''
  const held = { id, code, url: `/zh/desk/cases/${id}` }
  await does(browser, held, { do: 'take-on' })
  return held
}

async function does(browser: StaffMember['browser'], { url }: Held, fields: Record<string, string>, page = url) {
  const answer = await browser.post(page, { seen: hiddenIn((await browser.get(url)).text).seen ?? '', ...fields })
  expect(answer.status, JSON.stringify(fields)).toBe(303)
}

const eventsOf = async ({ code }: Held) => (await casesOf(dataDir, code))[0]?.events ?? []
/** To whom a case was assigned last, and by whom. */
async function assigned(held: Held) {
  const last = (await eventsOf(held)).findLast(({ type }) => type === 'assign')
  return last?.type === 'assign' ? [last.to, last.actor.role] : []
}

const pathOf = ({ id }: StaffMember, language = 'zh') => `/${language}/desk/staff/${id}`
const says = (key: string, values: Record<string, string | number> = {}) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, String(value)), textOf('zh', `colleagues:${key}`))
/** What the two forms about an account send besides what is chosen. */
const formsIn = (html: string) => {
  const form = (id: string) => hiddenIn(new RegExp(`<form [^>]*id="${id}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '')
  return { post: form('member'), account: form('state') }
}
const formsOf = async (one: StaffMember) => formsIn((await administrator.browser.get(pathOf(one))).text)

describe('an administrator', () => {
  test('is told how much lies with somebody, in numbers, and nothing of whom', async () => {
    const leaver = await member('reviewer', '要走一·测试')
    const [first] = [await takenOnBy(leaver), await takenOnBy(leaver)]
    for (const step of ['accept', 'start-review']) await does(leaver.browser, first, { do: step })
    await does(leaver.browser, first, { words: '缺材料·测试', condition: 'C1', reason: '' }, `${first.url}/decline`)
    for (const language of languages) {
      const { text } = await administrator.browser.get(pathOf(leaver, language))
      for (const [key, count] of [
        ['cases', 2],
        ['proposals', 1],
      ] as const) {
        expect(text).toContain(textOf(language, `colleagues:work.${key}`))
        expect(text).toContain(textOf(language, 'colleagues:work.count').replace('{{count}}', String(count)))
      }
      expect(text).not.toContain(applicant)
      expect(text).not.toContain(first.id)
      expect(text).not.toContain(textOf(language, 'colleagues:work.texts'))
    }
    // Of who has nothing, nothing is asked.
    expect((await administrator.browser.get(pathOf(them().supervisor))).text).not.toContain('name="cases"')
  })

  test('switches somebody off and gives all of it to a colleague, in one act', async () => {
    const leaver = await member('reviewer', '要走二·测试')
    const cases = [await takenOnBy(leaver), await takenOnBy(leaver)]
    const { account } = await formsOf(leaver)
    const asked = await administrator.browser.post(pathOf(leaver), { ...account, do: 'off' })
    expect([asked.status, asked.text.includes(says('errors.not-chosen'))]).toEqual([422, true])
    expect((await leaver.browser.get('/zh/desk/cases')).status).toBe(200)
    // Nobody of another hall is offered, nor taken; neither is who leaves.
    const far = await member('reviewer', '外地·测试', elsewhere)
    expect(asked.text).not.toContain(`value="${far.id}"`)
    for (const id of [far.id, leaver.id]) {
      const refused = await administrator.browser.post(pathOf(leaver), { ...account, do: 'off', cases: id })
      expect([refused.status, refused.text.includes(says('errors.gone'))]).toEqual([422, true])
    }
    expect(await assigned(cases[0] ?? expect.fail())).toEqual([leaver.id, 'reviewer'])
    expect((await administrator.browser.post(pathOf(leaver), { ...account, do: 'off', cases: them().heir.id })).status).toBe(303)
    for (const one of cases) {
      expect(await assigned(one)).toEqual([them().heir.id, 'administrator'])
      expect((await them().heir.browser.get('/zh/desk/cases?who=me')).text).toContain(one.url)
    }
    expect((await leaver.browser.get('/zh/desk/cases')).status).toBe(303)
    // Sent twice it is done once.
    expect((await administrator.browser.post(pathOf(leaver), { ...account, do: 'off', cases: them().heir.id })).status).toBe(303)
    expect((await eventsOf(cases[0] ?? expect.fail())).filter(({ type }) => type === 'assign')).toHaveLength(2)
    // From a page opened before, with another choice: it is told what was done instead, in every language.
    const late = await administrator.browser.post(pathOf(leaver), { ...account, do: 'off', cases: putBack })
    const [, told = ''] = says('errors.off-given').split(/\{\{\w+\}\}/)
    expect([late.status, late.text.includes(told.trim()), late.text.includes('留下·测试')]).toEqual([409, true, true])
    const switched = await send(administrator.browser, pathOf(leaver), { ...formsIn(late.text).account, 'switch-to': 'bo' })
    expect([switched.status, textIn(switched.text).includes('留下·测试')]).toEqual([409, true])
    expect((await auditOf(dataDir)).broken).toBeNull()
  })

  test('moves somebody to another county: what they cannot work on there is put back; within the hall they keep it', async () => {
    const mover = await member('clerk', '要走三·测试')
    const one = await takenOnBy(mover)
    const [{ post }, move] = [await formsOf(mover), { do: 'change', role: 'reviewer', hall }]
    expect((await administrator.browser.post(pathOf(mover), { ...post, ...move })).status).toBe(303)
    expect(await assigned(one)).toEqual([mover.id, 'clerk'])
    const [{ post: now }, away] = [await formsOf(mover), { do: 'change', role: 'reviewer', hall: elsewhere }]
    const asked = await administrator.browser.post(pathOf(mover), { ...now, ...away })
    expect([asked.status, asked.text.includes(`<option value="${elsewhere}" selected`)]).toEqual([422, true])
    // What was chosen stands there in the other language too.
    const switched = await administrator.browser.post(pathOf(mover, 'bo'), { ...now, ...away, cases: putBack, 'switch-to': 'bo' })
    expect([switched.status, switched.text.includes(`<option value="${putBack}" selected`)]).toEqual([200, true])
    expect((await administrator.browser.post(pathOf(mover), { ...now, ...away, cases: putBack })).status).toBe(303)
    expect(await assigned(one)).toEqual([null, 'administrator'])
    expect((await them().heir.browser.get('/zh/desk/cases?who=nobody')).text).toContain(one.url)
  })
})

describe('a supervisor', () => {
  const colleagues = '/zh/desk/colleagues'
  const formOn = async (path: string) =>
    hiddenIn(/<form [^>]*id="reassign"[\s\S]*?<\/form>/.exec((await them().supervisor.browser.get(path)).text)?.[0] ?? '')

  test('sees what a colleague has and gives all of it to another; what changed meanwhile is shown first', async () => {
    const { heir, supervisor } = them()
    const leaver = await member('clerk', '请假·测试')
    const path = `${colleagues}/${leaver.id}`
    const first = await takenOnBy(leaver)
    expect((await supervisor.browser.get(colleagues)).text).toContain(path)
    const page = (await supervisor.browser.get(path)).text
    for (const part of [applicant, first.url, '请假·测试', `value="${heir.id}"`]) expect(page).toContain(part)
    expect(page).not.toContain(`<option value="${leaver.id}"`)
    const before = await formOn(path)
    expect((await supervisor.browser.post(path, { ...before, to: '' })).status).toBe(422)
    const second = await takenOnBy(leaver)
    const refused = await supervisor.browser.post(path, { ...before, to: heir.id })
    expect([refused.status, conflictIn(refused.text).includes(says('work.count', { count: 2 }))]).toEqual([409, true])
    expect(conflictIn(refused.text)).toContain('留下·测试')
    expect(await assigned(first)).toEqual([leaver.id, 'clerk'])
    const again = hiddenIn(/<form [^>]*id="reassign"[\s\S]*?<\/form>/.exec(refused.text)?.[0] ?? '')
    const shown = await supervisor.browser.post(path.replace('zh', 'bo'), { ...again, to: heir.id, 'switch-to': 'bo' })
    expect([shown.status, shown.text.includes('id="conflict"')]).toEqual([200, true])
    for (const _ of ['once', 'twice']) expect((await supervisor.browser.post(path, { ...again, to: heir.id })).status).toBe(303)
    for (const one of [first, second]) expect(await assigned(one)).toEqual([heir.id, 'supervisor'])
  })

  test('finds what was left with people who are off, moved or gone before, and puts it back or gives it in one act', async () => {
    const { heir, supervisor } = them()
    const [off, moved] = [await member('clerk', '停用了·测试'), await member('clerk', '换走了·测试')]
    const cases = [await takenOnBy(off), await takenOnBy(moved)]
    await leaves(dataDir, off.id)
    // As it was done before their cases were asked about.
    await movedStraightAway(moved.id, elsewhere)
    expect((await supervisor.browser.get('/zh/desk')).text).toContain(says('waiting', { count: 2 }))
    const { text } = await supervisor.browser.get(colleagues)
    const away = /<section id="away">[\s\S]*?<\/section>/.exec(text)?.[0] ?? ''
    for (const part of ['停用了·测试', '换走了·测试', says('away.off'), says('away.moved'), says('away.lead', { count: 2 })])
      expect(away).toContain(part)
    expect(away).not.toContain('留下·测试</')
    const form = await formOn(colleagues)
    expect((await supervisor.browser.post(colleagues, { ...form, to: off.id })).status).toBe(422)
    expect((await supervisor.browser.post(colleagues, { ...form, to: heir.id })).status).toBe(303)
    for (const one of cases) expect(await assigned(one)).toEqual([heir.id, 'supervisor'])
    expect((await supervisor.browser.get(`${colleagues}?changed=yes`)).text).not.toContain('id="away"')
    expect((await supervisor.browser.get('/zh/desk')).text).not.toContain(says('waiting', { count: 2 }))
  })

  test('decides on a proposal of somebody who left', async () => {
    const { supervisor } = them()
    const leaver = await member('reviewer', '提议的·测试')
    const [first, second] = [await takenOnBy(leaver), await takenOnBy(leaver)]
    for (const one of [first, second]) {
      for (const step of ['accept', 'start-review']) await does(leaver.browser, one, { do: step })
      await does(leaver.browser, one, { words: '缺材料·测试', condition: 'C1', reason: '' }, `${one.url}/decline`)
    }
    const { account } = await formsOf(leaver)
    expect((await administrator.browser.post(pathOf(leaver), { ...account, do: 'off', cases: putBack })).status).toBe(303)
    await does(supervisor.browser, first, { do: 'decline' })
    await does(supervisor.browser, second, { words: '再看看·测试', reason: '' }, `${second.url}/return`)
    expect((await eventsOf(first)).at(-1)?.type).toBe('decline')
    expect((await eventsOf(second)).at(-1)?.type).toBe('return-proposal')
  })

  test('of another place has no such list of these, and other roles none at all', async () => {
    const leaver = await member('clerk', '只在本县·测试')
    await takenOnBy(leaver)
    const far = await member('supervisor', '外地负责·测试', elsewhere)
    expect((await far.browser.get(colleagues)).text).not.toContain(leaver.id)
    expect((await far.browser.get(`${colleagues}/${leaver.id}`)).status).toBe(404)
    for (const one of [leaver, them().heir, administrator])
      for (const path of [colleagues, `${colleagues}/${leaver.id}`]) {
        expect((await one.browser.get(path)).status).toBe(404)
        expect((await one.browser.post(path, { to: putBack })).status).toBe(404)
      }
    // What is posted from another place changes nothing here.
    expect((await far.browser.post(`${colleagues}/${leaver.id}`, { to: putBack })).status).toBe(303)
    expect((await them().supervisor.browser.get(`${colleagues}/${leaver.id}`)).text).toContain(says('work.count', { count: 1 }))
  })
})

async function movedStraightAway(id: string, to: string): Promise<void> {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.prepare('update staff set hall_id = ? where id = ?').run(to, id)
  database.close()
}
