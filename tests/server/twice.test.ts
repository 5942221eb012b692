import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { languages, modes } from '#app/domain/language.ts'
import {
  administratorOf,
  codeOf,
  freshLogin,
  invite,
  linkIn,
  makeHall,
  makeStaff,
  type StaffMember,
  staffPassword,
} from '#tests/support/accounts.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { newClient } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { beginning, fillIn, pin, type Resident, resident, savedCheckCode, submitForm } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// A double click, or the same form sent again: one thing is done, and the second answer is like the first.

vi.setConfig({ testTimeout: 180_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-twice-'))
let server: BuiltServer
let administrator: StaffMember
let [clerk, reviewer]: Resident[] = []
let hall = ''
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
  clerk = (await makeStaff(administrator, { role: 'clerk', hall })).browser
  reviewer = (await makeStaff(administrator, { role: 'reviewer', hall })).browser
}, 180_000)
afterAll(() => server.stop())

const them = () => ({ clerk: clerk ?? expect.fail(), reviewer: reviewer ?? expect.fail() })
type Fields = Record<string, string>
const twice = (one: Resident, path: string, fields: Fields) => Promise.all([one.post(path, fields), one.post(path, fields)])
const formOf = (html: string, id: string) => hiddenIn(new RegExp(`<form[^>]*id="${id}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '')
const count = (html: string, text: string) => html.split(text).length - 1

test('a hall: one is made; another of the same form with other words is another', async () => {
  const { browser } = administrator
  const path = '/zh/desk/halls'
  const once = formOf((await browser.get(path)).text, 'edit')
  const typed = { ...once, place: '632300', zh: '双击大厅', bo: 'ཚོམས་ཆེན་གཅིག' }
  const both = await twice(browser, path, typed)
  expect(both.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, `${path}?changed`],
    [303, `${path}?changed`],
  ])
  expect(count((await browser.get(path)).text, '>双击大厅<')).toBe(1)
  expect((await browser.post(path, { ...typed, zh: '另一个大厅' })).status).toBe(303)
  expect((await browser.get(path)).text).toContain('另一个大厅')
})

test('a staff account, and a new link: one is made, and the same link is shown', async () => {
  const { browser } = administrator
  const path = '/zh/desk/staff'
  const login = freshLogin()
  const typed = { ...formOf((await browser.get(path)).text, 'add'), name: '双击·测试', login, role: 'clerk', hall }
  const both = await twice(browser, path, typed)
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  expect(linkIn(both[0].text)).toMatch(/invitation/)
  expect(linkIn(both[1].text)).toBe(linkIn(both[0].text))
  const list = (await browser.get(path)).text
  expect(count(list, `>${login}<`)).toBe(1)
  const one = `/zh/desk/staff/${/staff\/([\w-]{36})/.exec(list.split('<tr').find((row) => row.includes(`>${login}<`)) ?? '')?.[1]}`
  const act = { ...formOf((await browser.get(one)).text, 'state'), do: 'link' }
  const [first, again] = [await browser.post(one, act), await browser.post(one, act)]
  expect(linkIn(first.text)).not.toBe(linkIn(both[0].text))
  expect(linkIn(again.text)).toBe(linkIn(first.text))
})

test('a link that was used is never shown again: who reloads the page that made it gets another', async () => {
  const { browser } = administrator
  const { id } = await makeStaff(administrator, { role: 'clerk', hall })
  const path = `/zh/desk/staff/${id}`
  const act = { ...formOf((await browser.get(path)).text, 'state'), do: 'link' }
  const link = linkIn((await browser.post(path, act)).text)
  const password = 'nine horses by the river'
  expect((await resident(server.port).post(link, { password, again: password })).status).toBe(303)
  const again = linkIn((await browser.post(path, act)).text)
  expect(again).toMatch(/invitation/)
  expect(again).not.toBe(link)
  expect((await resident(server.port).get(link)).status).toBe(404)
})

test('the folder of a resident: one is made, and both answers lead to its slip with the same code', async () => {
  const [one, other] = [resident(server.port), resident(server.port)]
  const typed = { ...formOf((await one.get('/zh/apply')).text, 'start'), ...beginning, pick: 'skills-training' }
  // Two sends of one browser that has no folder yet: neither knows the answer to the other.
  const both = await Promise.all([one.post('/zh/apply', typed), other.post('/zh/apply', typed)])
  expect(both.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, '/zh/applications/slip'],
    [303, '/zh/applications/slip'],
  ])
  const codeOn = async (who: Resident) => /class="case-code">([^<]+)</.exec((await who.get('/zh/applications/slip')).text)?.[1] ?? ''
  const code = await codeOn(one)
  expect(code).not.toBe('')
  expect(await codeOn(other)).toBe(code)
  expect(count((await one.get('/zh/apply/folder')).text, 'id="remove-')).toBe(0)
  // It opens with the PIN of the form, and another form begins another.
  expect((await resident(server.port).post('/zh/applications/open', { code, pin })).status).toBe(303)
  const third = resident(server.port)
  await third.post('/zh/apply', { ...typed, ...formOf((await third.get('/zh/apply')).text, 'start') })
  expect(await codeOn(third)).not.toBe(code)
  // Who does not know the PIN gets nothing of it.
  const guessing = resident(server.port)
  await guessing.post('/zh/apply', { ...typed, pin: '590281', again: '590281' })
  expect(await codeOn(guessing)).not.toBe(code)
})

test('a service added to a folder: it is added once, and both answers lead to the folder', async () => {
  const one = resident(server.port)
  await one.post('/zh/apply', { ...formOf((await one.get('/zh/apply')).text, 'start'), ...beginning, pick: 'skills-training' })
  const page = (await one.get('/zh/apply')).text
  const pick = /name="pick" value="(resident-pension[^"]*)"/.exec(page)?.[1] ?? expect.fail(page)
  const typed = { ...formOf(page, 'start'), ...beginning, pick }
  const many = await Promise.all([1, 2, 3, 4].map(() => one.post('/zh/apply', typed)))
  expect(many.map(({ status, headers }) => [status, headers.location])).toEqual(Array(4).fill([303, '/zh/apply/folder']))
  const drafts = (await one.get('/zh/applications/data.json')).text
  expect(drafts.split('"resident-pension"').length).toBe(2)
})

test('a service added to a folder and handed in: the form it was added with, sent again, adds no second one', async () => {
  const one = resident(server.port)
  const own = { 'f-trade': '做饭' }
  const handsIn = async () => {
    const asked = await one.get('/zh/apply/folder')
    const next = /class="button" href="(\/zh\/apply\/step\/[^"]+)"/.exec(asked.text)?.[1]
    if (next) expect((await one.post(next, { version: '', ...own })).status).toBe(303)
    expect((await one.post('/zh/apply/submit', await submitForm(one))).headers.location).toBe('/zh/applications')
  }
  const statuses = async () =>
    JSON.parse((await one.get('/zh/applications/data.json')).text).applications.map(({ status }: { status: string }) => status)
  await fillIn(one, ['skills-training'], own, 'zh', { 'f-county': '630104' })
  await handsIn()
  const page = (await one.get('/zh/apply')).text
  const typed = { ...formOf(page, 'start'), ...beginning, pick: /name="pick" value="(skills-training[^"]*)"/.exec(page)?.[1] ?? '' }
  await one.post('/zh/apply', typed)
  await handsIn()
  expect((await one.post('/zh/apply', typed)).headers.location).toBe('/zh/apply/folder')
  expect(await statuses()).toEqual(['submitted', 'submitted'])
  // From a page opened since, another is meant.
  await one.post('/zh/apply', { ...typed, ...formOf((await one.get('/zh/apply')).text, 'start') })
  expect(await statuses()).toEqual(['submitted', 'submitted', 'draft'])
})

test('a self-check: one is saved, and the same code is shown; it opens with the PIN of the form', async () => {
  const one = resident(server.port)
  const path = '/zh/check/save'
  await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
  const typed = { ...formOf((await one.get(path)).text, 'save'), pin, again: pin }
  const codeOn = (html: string) => /class="case-code">([^<]+)</.exec(html)?.[1] ?? expect.fail(html)
  const shown = async () => codeOn((await one.get(`${path}?saved`)).text)
  const both = await twice(one, path, typed)
  expect(both.map(({ status, headers }) => [status, headers.location])).toEqual(Array(2).fill([303, `${path}?saved`]))
  const code = await shown()
  expect(await savedCheckCode(one, typed)).toBe(code)
  const isSaved = async (code: string) => (await resident(server.port).post('/zh/check/open', { do: 'open', code, pin })).status
  expect(await isSaved(code)).toBe(303)
  // From another page another, which says what it was saved under before; and what was deleted is saved when it is asked for again.
  const again = (await one.get(path)).text
  expect(codeOn(again)).toBe(code)
  expect(await savedCheckCode(one, { ...typed, ...formOf(again, 'save') })).not.toBe(code)
  const asked = await resident(server.port).post('/zh/check/open', { do: 'delete', code, pin })
  expect([asked.status, asked.text.includes('value="delete-now"'), await isSaved(code)]).toEqual([200, true, 303])
  await resident(server.port).post('/zh/check/open', { do: 'delete-now', code, pin })
  expect(await isSaved(code)).toBe(422)
  expect(await isSaved(await savedCheckCode(one, typed))).toBe(303)
})

test('the code of a saved self-check stands in every language, also when one comes back; with another check, or none, it is gone', async () => {
  const one = resident(server.port)
  await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
  const code = await savedCheckCode(one)
  const isShown = async (path: string, who = one) => (await who.get(path)).text.includes(code)
  for (const mode of modes) expect(await isShown(`/${mode}/check/save?saved`), mode).toBe(true)
  const other = resident(server.port)
  await other.post('/zh/check/hukou-place', { answer: 'qh-here' })
  expect(await isShown('/zh/check/save?saved', other)).toBe(false)
  const opening = resident(server.port)
  await opening.post('/zh/check/open', { do: 'open', code, pin })
  expect(await isShown('/zh/check/save', opening)).toBe(true)
  await one.post('/zh/check/clear', {})
  await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
  expect(await isShown('/zh/check/save?saved')).toBe(false)
})

test('what is wrong with a page: it is told once; other words are told too', async () => {
  const one = resident(server.port)
  const path = '/zh/help/feedback?page=%2Fzh%2Fpolicy'
  const typed = { ...formOf((await one.get(path)).text, 'feedback'), kind: 'wrong', message: '这里写错了·双击' }
  const thanked = new Set<string>()
  for (const message of [typed.message, `${typed.message}二`]) {
    const [first, second] = await twice(one, path, { ...typed, message })
    expect([first.status, second.status, second.headers.location]).toEqual([303, 303, first.headers.location])
    thanked.add(String(first.headers.location))
  }
  // Each leads to what becomes of it.
  expect([...thanked]).toEqual([1, 2].map(() => expect.stringMatching(/^\/zh\/help\/feedback\?thanks=[\w-]+$/)))
  await one.post(path, { ...typed, ...formOf((await one.get(path)).text, 'feedback') })
  const told = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
    .prepare('select message from feedback order by message')
    .all()
  expect(told).toEqual([typed.message, typed.message, `${typed.message}二`].map((message) => ({ message })))
})

test('the folder of somebody who is helped: one is made, and both answers lead to its slip', async () => {
  const { clerk } = them()
  await clerk.post('/zh/desk/counter', newClient)
  const wanted = { ...beginning, pick: 'skills-training', language: 'bo' }
  const other = resident(server.port, clerk.cookies())
  const both = await Promise.all([clerk.post('/zh/apply', wanted), other.post('/zh/apply', wanted)])
  expect(both.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, '/zh/applications/slip'],
    [303, '/zh/applications/slip'],
  ])
  const codeOn = async (one: Resident) => /class="case-code">([^<]+)</.exec((await one.get('/zh/applications/slip')).text)?.[1]
  expect(await codeOn(clerk)).toBeDefined()
  expect(await codeOn(clerk)).toBe(await codeOn(other))
})

test('a password: it is changed once, and both sends end signed in, at the page that says so', async () => {
  const next = 'seven sheep on the hill'
  const accountForm = async (one: Resident) => ({
    ...formOf((await one.get('/zh/desk/account')).text, 'password-form'),
    ...{ current: staffPassword, password: next, again: next },
  })
  const ends = [303, '/zh/desk/account?changed']
  const where = ({ status, headers }: Awaited<ReturnType<Resident['post']>>) => [status, headers.location]
  // At once, as a double click does: both carry the session that is over by the second.
  const one = await makeStaff(administrator, { role: 'clerk', hall })
  const form = await accountForm(one.browser)
  const [first, second] = [resident(server.port, one.cookies()), resident(server.port, one.cookies())]
  const both = await Promise.all([first, second].map((by) => by.post('/zh/desk/account', form)))
  expect(both.map(where)).toEqual([ends, ends])
  for (const by of [first, second]) expect((await by.get('/zh/desk')).status).toBe(200)
  // And one after the other, with the old session or the new one.
  const late = resident(server.port, one.cookies())
  for (const by of [late, first]) expect(where(await by.post('/zh/desk/account', form))).toEqual(ends)
  expect((await late.get('/zh/desk')).status).toBe(200)
  // Who knows the form, but not all that was typed in it, is not signed in by it.
  const stranger = await resident(server.port).post('/zh/desk/account', { ...form, current: 'a guess' })
  expect(stranger.status).toBe(307)
  const again = resident(server.port)
  expect((await again.post('/zh/desk/sign-in', { login: one.login, password: next })).status).toBe(303)
})

test('an invitation: both sends lead to signing in; opened later it says that it was used, and how to go on', async () => {
  const { login, link } = await invite(administrator, { role: 'clerk', hall })
  const [one, password] = [resident(server.port), 'nine horses by the river']
  const typed = { ...formOf((await one.get(link)).text, 'invitation'), password, again: password }
  const ends = [303, '/zh/desk/sign-in?why=chosen']
  const where = ({ status, headers }: Awaited<ReturnType<Resident['post']>>) => [status, headers.location]
  expect((await twice(one, link, typed)).map(where)).toEqual([ends, ends])
  expect(where(await one.post(link, typed))).toEqual(ends)
  for (const mode of languages) {
    const later = await one.get(link.replace('zh', mode))
    expect([later.status, later.text.includes(textOf(mode, 'account:invitation.used-text'))], mode).toEqual([404, true])
    expect(later.text).toContain(`href="/${mode}/desk/sign-in"`)
  }
  // Another form, or another password, changes nothing, and is told no more.
  const next = 'seven sheep on the hill'
  for (const other of [
    { ...typed, once: '' },
    { ...typed, password: next, again: next },
  ]) {
    const answer = await resident(server.port).post(link, other)
    expect([answer.status, answer.text.includes(textOf('zh', 'account:invitation.used-text'))]).toEqual([404, true])
  }
  expect((await resident(server.port).post('/zh/desk/sign-in', { login, password })).status).toBe(303)
  expect((await one.get('/zh/desk/invitation/gone')).text).toContain(
    textOf('zh', 'account:invitation.gone-text').replace('{{hours}}', '72'),
  )
})

const factorPath = '/zh/desk/account/second-factor'
const factorForm = async ({ browser }: StaffMember) => {
  const { text } = await browser.get(factorPath)
  return { form: formOf(text, 'factor'), secret: /<code>([^<]+)<\/code>/.exec(text)?.[1] ?? '' }
}

test('a second factor: set up once, and taken off once; nobody is told of a conflict with themselves', async () => {
  const one = await makeStaff(administrator, { role: 'clerk', hall })
  const ends = [303, '/zh/desk/account?changed']
  const where = ({ status, headers }: Awaited<ReturnType<Resident['post']>>) => [status, headers.location]
  const [{ form, secret }, other] = [await factorForm(one), await factorForm(one)]
  const setUp = { ...form, code: codeOf(secret) }
  expect((await twice(one.browser, factorPath, setUp)).map(where)).toEqual([ends, ends])
  expect(where(await one.browser.post(factorPath, setUp))).toEqual(ends)
  // With the secret of another page it is not what that page offered.
  expect((await one.browser.post(factorPath, { ...other.form, code: codeOf(other.secret) })).status).toBe(409)
  const off = { ...(await factorForm(one)).form, password: staffPassword }
  expect((await twice(one.browser, factorPath, off)).map(where)).toEqual([ends, ends])
  expect(where(await one.browser.post(factorPath, off))).toEqual(ends)
})

test('signing in with a code: sent twice it comes to the same, and counts as no wrong try; from another form the code is refused', async () => {
  const one = await makeStaff(administrator, { role: 'clerk', hall })
  const { form, secret } = await factorForm(one)
  expect((await one.browser.post(factorPath, { ...form, code: codeOf(secret, -1) })).status).toBe(303)
  const signInPath = '/zh/desk/sign-in'
  const typed = { login: one.login, password: staffPassword, code: codeOf(secret) }
  const opened = async () => ({ ...formOf((await resident(server.port).get(signInPath)).text, 'sign-in'), ...typed })
  const mine = await opened()
  const tabs = Array.from({ length: 4 }, () => resident(server.port))
  const responses = await Promise.all(tabs.map((tab) => tab.post(signInPath, mine)))
  expect(responses.map(({ status, headers }) => [status, headers.location])).toEqual(tabs.map(() => [303, '/zh/desk']))
  for (const tab of tabs) expect((await tab.get('/zh/desk')).status).toBe(200)
  // One after the other, signed in already or not.
  for (const tab of [tabs[0] ?? expect.fail(), resident(server.port)]) expect((await tab.post(signInPath, mine)).status).toBe(303)
  expect((await tabs[1]?.get('/zh/desk'))?.status).toBe(200)
  // Another page, whoever opened it, does not enter by a code that was used; nor does this one, with anything else in it.
  for (const wrong of [await opened(), typed, { ...mine, password: 'a guess' }])
    expect((await resident(server.port).post(signInPath, wrong)).status).toBe(422)
  // Nor this one, once its session was ended.
  expect((await tabs[2]?.post('/zh/desk/sign-out', {}))?.status).toBe(303)
  expect((await resident(server.port).post(signInPath, mine)).status).toBe(422)
})

test('steps of a case: each is done once, a note stands once, and nobody is told of a conflict with themselves', async () => {
  const { clerk, reviewer } = them()
  const url = `/zh/desk/cases/${(await handedIn(clerk, server.port)).id}`
  const seen = async () => ({ seen: hiddenIn((await clerk.get(url)).text).seen ?? '' })
  const twiceDone = async (who: Resident, fields: Fields, page = '') => {
    const answers = await twice(who, url + page, { ...(await seen()), ...fields })
    expect(
      // It goes on at the part of the page in which something was done.
      answers.map(({ status, headers }) => [status, String(headers.location).split('#')[0]]),
      JSON.stringify(fields),
    ).toEqual([
      [303, url],
      [303, url],
    ])
  }
  await twiceDone(clerk, { do: 'accept' })
  await twiceDone(reviewer, { do: 'take-on' })
  await twiceDone(clerk, { do: 'note', note: '打过电话了·测试' })
  expect(count((await clerk.get(url)).text, '打过电话了·测试')).toBe(1)
  // The same words from another page are another note.
  await twiceDone(clerk, { do: 'note', note: '打过电话了·测试' })
  expect(count((await clerk.get(url)).text, '打过电话了·测试')).toBe(2)
  await twiceDone(reviewer, { do: 'start-review' })
  await twiceDone(reviewer, { do: 'judge', condition: 'C3', truth: 'yes' })
  await twiceDone(reviewer, { words: '都对·测试' }, '/approve')
  // Somebody else who sends the same is told.
  const before = { seen: '1', do: 'accept' }
  expect((await reviewer.post(url, before)).status).toBe(409)
})

test('taking the next case: one is taken, and both answers lead to it; the next page takes another', async () => {
  const place = await makeHall(administrator, '632223')
  const { browser } = await makeStaff(administrator, { role: 'reviewer', hall: place })
  for (let made = 0; made < 3; made++) await handedIn(browser, server.port, '632223')
  const path = '/zh/desk/cases'
  const takes = async () => {
    const [form = ''] = /<form[^>]*>(?:(?!<\/form>)[\s\S])*id="take-next"/.exec((await browser.get(path)).text) ?? []
    return (await twice(browser, path, { ...hiddenIn(form), do: 'take-next' })).map(({ status, headers }) => [status, headers.location])
  }
  const [[first, again], [second]] = [await takes(), await takes()]
  expect(first).toEqual([303, expect.stringMatching(/^\/zh\/desk\/cases\/[\w-]{36}$/)])
  expect(again).toEqual(first)
  expect(second?.[1]).not.toBe(first?.[1])
  expect(count((await browser.get(`${path}?who=nobody`)).text, 'id="case-')).toBe(1)
})

test('asking for corrections twice', async () => {
  const { clerk, reviewer } = them()
  const url = `/zh/desk/cases/${(await handedIn(clerk, server.port)).id}`
  const form = formOf((await reviewer.get(`${url}/corrections`)).text, 'ask')
  const asked = { ...form, 'ask-person/1/name': 'on', 'reason-person/1/name': 'other', 'words-person/1/name': '照身份证写', ...answerBy }
  const answers = await twice(reviewer, `${url}/corrections`, asked)
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
})

test('a step that was undone meanwhile is not done already: who asks for it again from an old page is told what happened', async () => {
  const { clerk, reviewer } = them()
  const supervisor = (await makeStaff(administrator, { role: 'supervisor', hall })).browser
  const { id, one } = await handedIn(clerk, server.port)
  const url = `/zh/desk/cases/${id}`
  const seenBy = async (who: Resident, page = '') => ({ seen: hiddenIn((await who.get(url + page)).text).seen ?? '' })
  const sends = async (who: Resident, fields: Fields, page = '') => (await who.post(url + page, fields)).status

  const target = 'address/home/words'
  const asked = {
    ...(await seenBy(reviewer, '/corrections')),
    ...answerBy,
    [`ask-${target}`]: 'on',
    [`reason-${target}`]: 'does-not-match',
  }
  expect(await sends(reviewer, asked, '/corrections')).toBe(303)
  expect((await one.post('/zh/applications/1/correct', { 'f-address-home-words': '测试街 2 号' })).status).toBe(303)
  expect(await sends(reviewer, asked, '/corrections')).toBe(409)

  expect(await sends(reviewer, { ...(await seenBy(reviewer)), do: 'start-review' })).toBe(303)
  const judged = { ...(await seenBy(reviewer)), do: 'judge', condition: 'C3' }
  expect(await sends(reviewer, { ...judged, truth: 'yes' })).toBe(303)
  expect(await sends(reviewer, { ...judged, ...(await seenBy(reviewer)), truth: 'no' })).toBe(303)
  const late = await reviewer.post(url, { ...judged, truth: 'yes' })
  expect([late.status, late.text.includes(textOf('zh', 'desk:error.changed'))]).toEqual([409, true])

  const workers = [...(await supervisor.get(url)).text.matchAll(/<option value="([\w-]{36})"/g)].map(([, worker]) => worker ?? '')
  const given = { ...(await seenBy(supervisor)), do: 'reassign', to: workers[0] ?? '' }
  expect(await sends(supervisor, given)).toBe(303)
  expect(await sends(supervisor, { ...given, ...(await seenBy(supervisor)), to: workers[1] ?? '' })).toBe(303)
  expect(await sends(supervisor, given)).toBe(409)

  const proposed = { ...(await seenBy(reviewer, '/decline')), condition: 'C3', words: '这一批已经招满·测试' }
  expect(await sends(reviewer, proposed, '/decline')).toBe(303)
  expect(await sends(supervisor, { ...(await seenBy(supervisor, '/return')), words: '再看看·测试' }, '/return')).toBe(303)
  expect(await sends(reviewer, proposed, '/decline')).toBe(409)
})

test('words that ask for land wait for nobody who was invited and never came', async () => {
  const place = await makeHall(administrator, '632821')
  const alone = (await makeStaff(administrator, { role: 'reviewer', hall: place })).browser
  await invite(administrator, { role: 'supervisor', hall: place })
  const far = (await makeStaff(administrator, { role: 'clerk', hall: place })).browser
  const url = `/zh/desk/cases/${(await handedIn(far, server.port, '632821')).id}`
  const note = { do: 'note', note: '请先退出承包地再来·测试' }
  const says = async () => alone.post(url, { ...note, seen: hiddenIn((await alone.get(url)).text).seen ?? '' })
  const nobody = await says()
  expect([nobody.status, nobody.text.includes(note.note)]).toEqual([409, true])
  expect((await alone.get(url)).text).not.toContain(textOf('zh', 'held:internal.title'))
  await makeStaff(administrator, { role: 'supervisor', hall: place })
  expect((await says()).status).toBe(303)
  expect((await alone.get(url)).text).toContain(textOf('zh', 'held:internal.title'))
})
