import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onceInput } from '#app/domain/staff.ts'
import { administratorOf, makeHall, makeStaff } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn, opened, versionIn } from '#tests/support/lost-updates.ts'
import { resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 60_000)
afterAll(() => server.stop())

describe('forms of staff, open twice', () => {
  const says = (html: string) => (/id="conflict"([\s\S]*?)class="actions"/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ')
  const versionsIn = (html: string) => [...html.matchAll(/name="version" value="([^"]*)"/g)].map(([, version = '']) => version)
  let administrator: Awaited<ReturnType<typeof administratorOf>>
  let hall: string
  beforeAll(async () => {
    administrator = await administratorOf(server)
    hall = await makeHall(administrator, '632600')
  }, 60_000)

  test('a hall: the second is shown both, and may save over it then', async () => {
    const { browser } = administrator
    const path = `/zh-bo/desk/halls/${hall}`
    const { version } = await opened(browser, path)
    const typed = { place: '632600', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན' }
    expect((await browser.post(path, { ...typed, version, zh: '甲测试大厅' })).status).toBe(303)
    const refused = await browser.post(path, { ...typed, version, zh: '乙测试大厅' })
    expect(refused.status).toBe(409)
    expect(says(refused.text)).toMatch(/甲测试大厅[\s\S]*乙测试大厅/)
    expect((await browser.get(path)).text).not.toContain('乙测试大厅')
    expect((await browser.post(path, { ...typed, version: versionIn(refused.text), zh: '乙测试大厅' })).status).toBe(303)
    expect((await browser.get(path)).text).toContain('乙测试大厅')
    const both = await Promise.all(['丙', '丁'].map((name) => browser.post(path, { ...typed, version: '', zh: `${name}测试大厅` })))
    expect(both.map(({ status }) => status)).toEqual([409, 409])
  })

  test('a staff member: role and hall, and what is done about the account', async () => {
    const { browser } = administrator
    const { id } = await makeStaff(administrator, { role: 'clerk', hall })
    const path = `/zh/desk/staff/${id}`
    const [post = '', account = ''] = versionsIn((await browser.get(path)).text)
    expect((await browser.post(path, { do: 'change', version: post, role: 'reviewer', hall })).status).toBe(303)
    const role = await browser.post(path, { do: 'change', version: post, role: 'supervisor', hall })
    expect(role.status).toBe(409)
    expect(says(role.text)).toContain(textOf('zh', 'desk:role.reviewer'))
    expect(says(role.text)).toContain(textOf('zh', 'desk:role.supervisor'))
    // What somebody else did to the account meanwhile stands beside what was to be done; the same again is no conflict.
    expect((await browser.post(path, { do: 'off', version: account })).status).toBe(303)
    expect((await browser.post(path, { do: 'off', version: account })).status).toBe(303)
    const link = await browser.post(path, { do: 'link', version: account })
    expect(link.status).toBe(409)
    expect(says(link.text)).toContain(textOf('zh', 'account:standings.off'))
  })

  test('an act on an account that changed meanwhile is shown again in the other language, and not done by the switch', async () => {
    const { browser } = administrator
    const { id } = await makeStaff(administrator, { role: 'clerk', hall })
    const [path, there] = [`/zh/desk/staff/${id}`, `/bo/desk/staff/${id}`]
    const stateIn = (html: string) => hiddenIn(/<form [^>]*id="state"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
    const shown = stateIn((await browser.get(path)).text)
    await browser.post(path, { do: 'off', ...shown })
    const refused = await browser.post(path, { do: 'link', ...shown })
    expect(refused.status).toBe(409)
    const switched = await browser.post(there, { ...stateIn(refused.text), 'switch-to': 'bo' })
    expect([switched.status, says(switched.text).includes(textOf('bo', 'account:acts.link.button'))]).toEqual([409, true])
    expect(says(switched.text)).toContain(textOf('bo', 'account:standings.off'))
    expect(switched.text).toContain('form="state" name="do" value="link"')
    // Whoever switches back and forth does nothing; and where somebody undid it meanwhile, nothing is left to show.
    await browser.post(path, { do: 'on', ...stateIn((await browser.get(path)).text) })
    const calm = await browser.post(path, { ...stateIn(switched.text), 'switch-to': 'zh' })
    expect([calm.status, calm.text.includes('id="conflict"')]).toEqual([200, false])
    // Only what tells a double click is another, each time the page is opened.
    expect(stateIn(calm.text)).toEqual({ ...shown, [onceInput]: expect.stringMatching(/^[\w-]{43}$/) })
    // Sent from the page that shows the conflict, it is decided on what stands now.
    await browser.post(path, { do: 'off', ...shown })
    const off = await browser.post(there, { do: 'on', ...stateIn(switched.text) })
    expect(off.status).toBe(303)
  })

  test('one’s own password, changed on another tab: the second changes nothing', async () => {
    const { browser, login, password } = await makeStaff(administrator, { role: 'clerk', hall })
    const { version } = await opened(browser, '/zh/desk/account')
    const change = (current: string, next: string) =>
      browser.post('/zh/desk/account', { do: 'password', version, current, password: next, again: next })
    expect((await change(password, 'seven sheep on the hill')).status).toBe(303)
    const refused = await change('seven sheep on the hill', 'nine horses by the river')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(textOf('zh', 'account:errors.password-changed'))
    const entering = { login, password: 'seven sheep on the hill' }
    expect((await resident(server.port).post('/zh/desk/sign-in', entering)).status).toBe(303)
  })
})
