import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { administratorOf, lockScreen, makeHall, makeStaff, type StaffMember, staffPassword } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { newClient } from '#tests/support/clerk.ts'
import { hiddenIn, send, trade } from '#tests/support/lost-updates.ts'
import { beginning, fillIn, pin, type Resident, resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// What was typed at the desk belongs to who typed it, however the session ended meanwhile.

vi.setConfig({ testTimeout: 180_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-written-by-'))
let server: BuiltServer
let administrator: StaffMember
let [one, other]: StaffMember[] = []
let [url, hall] = ['', '']
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
  one = await makeStaff(administrator, { role: 'clerk', hall })
  other = await makeStaff(administrator, { role: 'clerk', hall })
  url = `/zh/desk/cases/${(await handedIn(one.browser, server.port)).id}`
}, 180_000)
afterAll(() => server.stop())

const them = () => ({ one: one ?? expect.fail(), other: other ?? expect.fail() })
const signsIn = (browser: Resident, login: string, carried: string, more: Record<string, string> = {}) =>
  browser.post(`/zh/desk/sign-in?to=${encodeURIComponent(url)}`, { login, password: staffPassword, kept: carried, ...more })
/** A browser in which somebody has the case open, and what the form of notes sends. */
async function opened({ login }: StaffMember) {
  const browser = resident(server.port)
  await signsIn(browser, login, '')
  const [form = ''] = /<form[^>]*id="note-form"[\s\S]*?<\/form>/.exec((await browser.get(url)).text) ?? []
  return { browser, form: hiddenIn(form) }
}
const notes = async () => (await them().other.browser.get(url)).text

/** The forms of a page below its head. */
const formsIn = (html: string) => html.slice(html.indexOf('<main'))
/** Ways in which the session of a clerk ends while they type. */
const endings: [string, (browser: Resident) => Promise<unknown>][] = [
  ['signed out in another tab', (browser) => browser.post('/zh/desk/sign-out', {})],
  ['signed out everywhere, elsewhere', async () => (await opened(them().one)).browser.post('/zh/desk/account', { do: 'everywhere' })],
]

test.each(endings)('%s: a note is kept for who typed it, and given back after signing in', async (how, ends) => {
  const text = `打过电话 ${how}`
  const { browser, form } = await opened(them().one)
  await ends(browser)
  const signInPage = await send(browser, url, { ...form, do: 'note', note: text })
  expect([signInPage.status, signInPage.text.includes(textOf('zh', 'account:sign-in.carried')), signInPage.text.includes(text)]).toEqual([
    200,
    true,
    false,
  ])
  const carried = hiddenIn(signInPage.text).kept ?? ''
  // Somebody else who signs in there gets nothing of it.
  const stranger = await signsIn(resident(server.port), them().other.login, carried)
  expect([stranger.status, stranger.text.includes(text)]).toEqual([303, false])
  const back = await signsIn(browser, them().one.login, carried)
  expect([back.status, back.text.includes(text)]).toEqual([200, true])
  expect((await browser.post(url, hiddenIn(back.text))).status).toBe(303)
  expect(await notes()).toContain(text)
})

test('in a tab left open, what somebody else typed is not saved in the name of who signed in since, and not shown to them', async () => {
  const { browser, form } = await opened(them().one)
  await signsIn(browser, them().other.login, '')
  const signInPage = await send(browser, url, { ...form, do: 'note', note: '是别人写的' })
  expect([
    signInPage.status,
    signInPage.text.includes(textOf('zh', 'account:sign-in.other')),
    signInPage.text.includes('是别人写的'),
  ]).toEqual([200, true, false])
  expect(await notes()).not.toContain('是别人写的')
  const back = await signsIn(browser, them().one.login, hiddenIn(signInPage.text).kept ?? '')
  expect((await browser.post(url, hiddenIn(back.text))).status).toBe(303)
  expect(await notes()).toContain('是别人写的')
})

test('what was typed for a real case is not taken while the same person practises, and is given back at work', async () => {
  const { browser, form } = await opened(them().one)
  await signsIn(browser, them().one.login, '', { practice: 'yes' })
  const signInPage = await send(browser, url, { ...form, do: 'note', note: '真的备注' })
  expect(signInPage.text).toContain(textOf('zh', 'account:sign-in.other'))
  const back = await signsIn(browser, them().one.login, hiddenIn(signInPage.text).kept ?? '')
  expect(back.text).toContain('真的备注')
})

describe('a step of somebody who is helped', () => {
  const step = '/zh/apply/step/address/home'
  const typedOn = async (browser: Resident, text: string) => ({
    ...hiddenIn((await browser.get(step)).text),
    ...{ 'f-county': '630104', 'f-words': text },
  })
  /** A browser in which a clerk helps somebody, and the code of whom they help. */
  async function assisting({ login }: StaffMember) {
    const browser = resident(server.port)
    await signsIn(browser, login, '')
    await browser.post('/zh/desk/counter', newClient)
    return { browser, code: await fillIn(browser, ['skills-training'], trade) }
  }
  const assists = (browser: Resident, code: string, carried = '') =>
    browser.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin, kept: carried })

  test.each(endings)('%s: is kept for the clerk, and given back after signing in and assisting again', async (how, ends) => {
    const text = `戊街 5 号 ${how}`
    const { browser, code } = await assisting(them().one)
    const form = await typedOn(browser, text)
    await ends(browser)
    const signInPage = await send(browser, step, form)
    expect([signInPage.status, signInPage.text.includes(textOf('zh', 'account:sign-in.carried')), signInPage.text.includes(text)]).toEqual([
      200,
      true,
      false,
    ])
    const { kept: carried = '' } = hiddenIn(signInPage.text)
    const stranger = await signsIn(resident(server.port), them().other.login, carried)
    expect([stranger.status, stranger.text.includes(text)]).toEqual([303, false])
    const back = await signsIn(browser, them().one.login, carried)
    expect([back.status, back.text.includes(text)]).toEqual([200, true])
    const counter = await send(browser, step, hiddenIn(back.text))
    expect(counter.text).toContain(textOf('zh', 'counter:carried'))
    const begun = await assists(browser, code, hiddenIn(counter.text).kept ?? '')
    expect((await browser.post(step, hiddenIn(begun.text))).status).toBe(303)
    expect((await browser.get(step)).text).toContain(text)
  })

  test('is not saved as typed by a colleague who helps the same person in the same browser by then, nor by the person', async () => {
    const { browser, code } = await assisting(them().one)
    const form = await typedOn(browser, '是别人填的')
    const saves = async (by: Resident) => {
      const answer = await send(by, step, form)
      expect([answer.status, answer.text.includes('是别人填的')]).toEqual([200, false])
      expect((await by.get(step)).text).not.toContain('是别人填的')
      return answer.text
    }
    const own = resident(server.port)
    await own.post('/zh/applications/open', { code, pin })
    expect(await saves(own)).toContain(textOf('zh', 'account:sign-in.carried'))
    await signsIn(browser, them().other.login, '')
    await assists(browser, code)
    expect(await saves(browser)).toContain(textOf('zh', 'account:sign-in.other'))
    // Neither is what is typed by the way, for the other screen.
    const live = { ...form, as: 'clerk', place: 'apply/step/address/home', name: 'f-words' }
    expect((await browser.post('/zh/shared-session/write', live)).status).toBe(410)
  })

  test('is sent by the person themselves where the clerk became a reviewer meanwhile', async () => {
    const clerk = await makeStaff(administrator, { role: 'clerk', hall })
    const { browser, code } = await assisting(clerk)
    const form = await typedOn(browser, '己街 6 号')
    await administrator.browser.post(`/zh/desk/staff/${clerk.id}`, { do: 'change', role: 'reviewer', hall })
    const openPage = await send(browser, step, form)
    expect(openPage.text).toContain(textOf('zh', 'application:open.written-by-staff'))
    expect(openPage.text).not.toContain(textOf('zh', 'common:sign-out.first'))
    const { kept: carried = '', mark = '' } = hiddenIn(openPage.text)
    const out = await browser.post('/zh/applications/open', { kept: carried, mark, 'sign-out': 'yes' })
    const open = await browser.post('/zh/applications/open', { ...hiddenIn(formsIn(out.text)), code, pin })
    expect(open.text).toContain('己街 6 号')
    expect((await browser.post(step, hiddenIn(open.text))).status).toBe(303)
    expect((await browser.get(step)).text).toContain('己街 6 号')
  })

  test('begun for nobody yet is no application of the browser once the clerk is gone', async () => {
    const browser = resident(server.port)
    await signsIn(browser, them().one.login, '')
    await browser.post('/zh/desk/counter', newClient)
    const form = { ...hiddenIn((await browser.get('/zh/apply')).text), ...beginning, pick: 'skills-training' }
    await browser.post('/zh/desk/sign-out', {})
    expect((await send(browser, '/zh/apply', form)).text).toContain(textOf('zh', 'account:sign-in.carried'))
  })
})

describe('a note posted at a locked screen', () => {
  async function atLockedScreen(text: string) {
    const { browser, form } = await opened(them().one)
    lockScreen(dataDir, them().one)
    const unlockPage = await send(browser, url, { ...form, do: 'note', note: text })
    expect(unlockPage.text).toContain(textOf('zh', 'account:unlock.carried'))
    const unlock = `/zh/desk/unlock?to=${encodeURIComponent(url)}`
    const sends = () => send(browser, unlock, { ...hiddenIn(unlockPage.text), 'unlock-password': staffPassword })
    return { browser, sends }
  }

  test.each(endings)('%s before the screen was unlocked: is given back after signing in', async (how, ends) => {
    const text = `锁着写的 ${how}`
    const { browser, sends } = await atLockedScreen(text)
    await ends(browser)
    const signInPage = await sends()
    expect([
      signInPage.status,
      signInPage.text.includes(textOf('zh', 'account:sign-in.carried')),
      signInPage.text.includes(staffPassword),
    ]).toEqual([200, true, false])
    const back = await signsIn(browser, them().one.login, hiddenIn(signInPage.text).kept ?? '')
    expect((await browser.post(url, hiddenIn(back.text))).status).toBe(303)
    expect(await notes()).toContain(text)
  })

  test('is not lost where somebody else signed in before it was unlocked, and not shown to them', async () => {
    const { browser, sends } = await atLockedScreen('锁着写的 别人')
    await signsIn(browser, them().other.login, '')
    const signInPage = await sends()
    expect([signInPage.text.includes(textOf('zh', 'account:sign-in.other')), signInPage.text.includes('锁着写的 别人')]).toEqual([
      true,
      false,
    ])
    const back = await signsIn(browser, them().one.login, hiddenIn(signInPage.text).kept ?? '')
    expect((await browser.post(url, hiddenIn(back.text))).status).toBe(303)
    expect(await notes()).toContain('锁着写的 别人')
  })
})

test.each([
  ['to sign out everywhere', '/zh/desk/account', { do: 'everywhere' }],
  ['of a password', '/zh/desk/account', { do: 'password', current: staffPassword, password: 'nine goats', again: 'nine goats' }],
  ['of a second factor', '/zh/desk/account/second-factor', { code: '123456' }],
])(
  'a form of an account %s, open since before somebody else signed in, changes nothing of theirs, and it is said',
  async (_, path, fields) => {
    const browser = resident(server.port)
    await signsIn(browser, them().one.login, '')
    const form = { ...hiddenIn(formsIn((await browser.get(path)).text)), ...fields }
    await signsIn(browser, them().other.login, '')
    const signInPage = await send(browser, path, form as Record<string, string>)
    expect([signInPage.status, signInPage.text.includes(textOf('zh', 'account:sign-in.other'))]).toEqual([200, true])
    expect((await browser.get('/zh/desk/account')).status).toBe(200)
    expect((await signsIn(resident(server.port), them().other.login, '')).status).toBe(303)
  },
)

describe('what stands on the sign-in page where somebody else signs in', () => {
  const signsOut = (browser: Resident) => browser.post('/zh/desk/sign-out', {})
  /** A browser whose sign-in page holds what one of them typed. */
  async function held(text: string) {
    const { browser, form } = await opened(them().one)
    await signsOut(browser)
    return { browser, carried: hiddenIn(formsIn((await send(browser, url, { ...form, do: 'note', note: text })).text)) }
  }

  test('stays for its owner in that browser, once; nobody else is shown it, nor is it theirs elsewhere or in practice', async () => {
    const note = '给我留着·测试'
    const { browser, carried } = await held(note)
    const seen: string[] = []
    const comes = async (by: Resident, { login }: StaffMember, more: Record<string, string> = {}) => {
      const response = await signsIn(by, login, '', more)
      seen.push(response.text)
      for (const path of ['/zh/desk', '/zh/desk/sign-in?why=kept']) seen.push((await by.get(path)).text)
      return response.status
    }
    // Sent twice, as by a double click, it is kept once.
    for (let sent = 0; sent < 2; sent++) expect(await comes(browser, them().other, carried)).toBe(303)
    await signsOut(browser)
    expect(await comes(browser, them().other)).toBe(303)
    expect(await comes(browser, them().one, { practice: 'yes' })).toBe(303)
    expect(await comes(resident(server.port), them().one)).toBe(303)
    expect(seen.filter((text) => text.includes(note))).toEqual([])
    await signsOut(browser)
    const back = await signsIn(browser, them().one.login, '')
    expect([back.status, back.text.includes(note)]).toEqual([200, true])
    expect((await browser.post(url, hiddenIn(formsIn(back.text)))).status).toBe(303)
    expect(await notes()).toContain(note)
    expect((await signsIn(browser, them().one.login, '')).status).toBe(303)
  })

  test('what several people typed there waits for each of them', async () => {
    const { browser, carried } = await held('甲写的·测试')
    await signsIn(browser, them().other.login, '', carried)
    const [form = ''] = /<form[^>]*id="note-form"[\s\S]*?<\/form>/.exec((await browser.get(url)).text) ?? []
    await signsOut(browser)
    const theirs = await send(browser, url, { ...hiddenIn(form), do: 'note', note: '乙写的·测试' })
    const back = await signsIn(browser, them().one.login, '', hiddenIn(formsIn(theirs.text)))
    expect([back.text.includes('甲写的·测试'), back.text.includes('乙写的·测试')]).toEqual([true, false])
    const last = await signsIn(browser, them().other.login, '')
    expect([last.text.includes('甲写的·测试'), last.text.includes('乙写的·测试')]).toEqual([false, true])
  })

  test('is in the database for a day, encrypted, and for nobody there is not', async () => {
    const { browser, carried } = await held('一天·测试')
    for (const mark of ['nobody', '', 'x'.repeat(90)])
      expect((await signsIn(browser, them().other.login, '', { ...carried, 'kept-for': mark })).status).toBe(303)
    const database = new Database(join(dataDir, 'settle.sqlite'))
    const rows = () => database.prepare('select sealed from kept_forms').pluck().all()
    expect(rows()).toEqual([])
    await signsIn(browser, them().other.login, '', carried)
    expect(rows()).toHaveLength(1)
    expect(JSON.stringify(rows())).not.toContain('一天')
    database.prepare(`update kept_forms set expires_at = ?`).run(new Date(Date.now() - 1000).toISOString())
    database.close()
    expect((await signsIn(browser, them().one.login, '')).status).toBe(303)
  })

  test('on a screen that is locked, too: whoever says that it is not them signs out, and nothing is lost', async () => {
    const { browser, form } = await opened(them().one)
    lockScreen(dataDir, them().one)
    const locked = await send(browser, url, { ...form, do: 'note', note: '不是我·测试' })
    const [out = ''] = /<form[^>]*action="[^"]*sign-out"[\s\S]*?<\/form>/.exec(formsIn(locked.text)) ?? []
    expect((await browser.post('/zh/desk/sign-out', hiddenIn(out))).status).toBe(303)
    expect((await signsIn(browser, them().other.login, '')).status).toBe(303)
    expect((await signsIn(browser, them().one.login, '')).text).toContain('不是我·测试')
  })
})
