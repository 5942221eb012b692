import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { administratorOf, makeHall, makeStaff, type StaffMember, staffPassword } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn, send } from '#tests/support/lost-updates.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// What was typed at the desk belongs to who typed it, however the session ended meanwhile.

vi.setConfig({ testTimeout: 180_000 })
let server: BuiltServer
let [one, other]: StaffMember[] = []
let url = ''
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
  const administrator = await administratorOf(server)
  const hall = await makeHall(administrator, '630104')
  one = await makeStaff(administrator, { role: 'clerk', hall })
  other = await makeStaff(administrator, { role: 'clerk', hall })
  url = `/zh/desk/cases/${(await handedIn(one.browser, server.port)).id}`
}, 180_000)
afterAll(() => server.stop())

const them = () => ({ one: one ?? expect.fail(), other: other ?? expect.fail() })
const signsIn = (browser: Resident, login: string, kept: string, more: Record<string, string> = {}) =>
  browser.post(`/zh/desk/sign-in?to=${encodeURIComponent(url)}`, { login, password: staffPassword, kept, ...more })
/** A browser in which somebody has the case open, and what the form of notes sends. */
async function opened({ login }: StaffMember) {
  const browser = resident(server.port)
  await signsIn(browser, login, '')
  const [form = ''] = /<form[^>]*id="note-form"[\s\S]*?<\/form>/.exec((await browser.get(url)).text) ?? []
  return { browser, form: hiddenIn(form) }
}
const notes = async () => (await them().other.browser.get(url)).text

test.each([
  ['signed out in another tab', async ({ browser }: { browser: Resident }) => browser.post('/zh/desk/sign-out', {})],
  ['signed out everywhere, elsewhere', async () => (await opened(them().one)).browser.post('/zh/desk/account', { do: 'everywhere' })],
])('%s: a note is kept for who typed it, and given back after signing in', async (how, ends) => {
  const words = `打过电话 ${how}`
  const { browser, form } = await opened(them().one)
  await ends({ browser })
  const door = await send(browser, url, { ...form, do: 'note', note: words })
  expect([door.status, door.text.includes(textOf('zh', 'account:sign-in.kept')), door.text.includes(words)]).toEqual([200, true, false])
  const kept = hiddenIn(door.text).kept ?? ''
  // Somebody else who signs in there gets nothing of it.
  const stranger = await signsIn(resident(server.port), them().other.login, kept)
  expect([stranger.status, stranger.text.includes(words)]).toEqual([303, false])
  const back = await signsIn(browser, them().one.login, kept)
  expect([back.status, back.text.includes(words)]).toEqual([200, true])
  expect((await browser.post(url, hiddenIn(back.text))).status).toBe(303)
  expect(await notes()).toContain(words)
})

test('in a tab left open, what somebody else typed is not saved in the name of who signed in since, and not shown to them', async () => {
  const { browser, form } = await opened(them().one)
  await signsIn(browser, them().other.login, '')
  const door = await send(browser, url, { ...form, do: 'note', note: '是别人写的' })
  expect([door.status, door.text.includes(textOf('zh', 'account:sign-in.other')), door.text.includes('是别人写的')]).toEqual([
    200,
    true,
    false,
  ])
  expect(await notes()).not.toContain('是别人写的')
  const back = await signsIn(browser, them().one.login, hiddenIn(door.text).kept ?? '')
  expect((await browser.post(url, hiddenIn(back.text))).status).toBe(303)
  expect(await notes()).toContain('是别人写的')
})

test('what was typed for a real case is not taken while the same person practises, and is given back at work', async () => {
  const { browser, form } = await opened(them().one)
  await signsIn(browser, them().one.login, '', { practice: 'yes' })
  const door = await send(browser, url, { ...form, do: 'note', note: '真的备注' })
  expect(door.text).toContain(textOf('zh', 'account:sign-in.other'))
  const back = await signsIn(browser, them().one.login, hiddenIn(door.text).kept ?? '')
  expect(back.text).toContain('真的备注')
})
