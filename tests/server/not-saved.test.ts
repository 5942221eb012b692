import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { formatDay } from '#app/i18n/format.ts'
import { administratorOf, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn, send } from '#tests/support/lost-updates.ts'
import { resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 180_000 })
let server: BuiltServer
let administrator: StaffMember
let [here, there] = ['', '']
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
  administrator = await administratorOf(server)
  here = await makeHall(administrator, '630104')
  there = await makeHall(administrator, '632723')
}, 180_000)
afterAll(() => server.stop())

const made = (role: 'clerk' | 'reviewer' | 'administrator', hall = here) =>
  makeStaff(administrator, role === 'administrator' ? { role } : { role, hall })
const t = (key: string) => textOf('zh', key)
const changed = () => t('errors:page.not-saved.title')

/** Gives somebody another role or hall, as an administrator does. */
async function moves({ id }: StaffMember, role: string, hall: string): Promise<void> {
  const path = `/zh/desk/staff/${id}`
  const form = /<form id="member"[\s\S]*?<\/form>/.exec((await administrator.browser.get(path)).text)?.[0] ?? ''
  expect((await administrator.browser.post(path, { do: 'change', ...hiddenIn(form), role, hall })).status).toBe(303)
}

async function submitted(clerk: StaffMember) {
  const { id, one } = await handedIn(clerk.browser, server.port)
  return { url: `/zh/desk/cases/${id}`, one }
}

test('words for a step the role of which somebody lost meanwhile are shown again, with what changed, and nothing is written', async () => {
  const [clerk, reviewer] = [await made('clerk'), await made('reviewer')]
  const { url } = await submitted(clerk)
  await clerk.browser.post(url, { do: 'accept', ...hiddenIn((await clerk.browser.get(url)).text) })
  await moves(reviewer, 'clerk', here)
  const asked = {
    'ask-person/1/name': 'on',
    'reason-person/1/name': 'other',
    'words-person/1/name': '照身份证写',
    'words-person/1/day': '没选的',
  }
  const answer = await reviewer.browser.post(`${url}/corrections`, { seen: '2', ...asked, again: '上次没看见' })
  expect(answer.status).toBe(404)
  for (const text of [changed(), '照身份证写', '上次没看见', t('desk:role.clerk'), t('desk:unsent')]) expect(answer.text).toContain(text)
  expect(answer.text.split('没选的').length).toBe(2)
  // Another language shows the same.
  const switched = await send(reviewer.browser, `${url}/corrections`, { ...hiddenIn(answer.text), 'switch-to': 'bo' })
  expect(switched.text).toContain('照身份证写')
  expect(switched.text).toContain(textOf('bo', 'errors:page.not-saved.title'))
  expect((await clerk.browser.get(url)).text).not.toContain('照身份证写')
})

test('a note for a case of the hall somebody left, and forms of an administrator who is none any more', async () => {
  const [clerk, other] = [await made('clerk'), await made('administrator')]
  const { url } = await submitted(clerk)
  await moves(clerk, 'clerk', there)
  const note = await clerk.browser.post(url, { do: 'note', note: '打过电话了', seen: '1' })
  expect([note.status, note.text.includes(changed()), note.text.includes('打过电话了')]).toEqual([404, true, true])
  await moves(other, 'clerk', here)
  const hall = await other.browser.post('/zh/desk/halls', { place: '630105', zh: '新的大厅', bo: 'ཚོམས་ཆེན་གསར་པ' })
  expect([hall.status, hall.text.includes(changed()), hall.text.includes('新的大厅')]).toEqual([404, true, true])
  const staff = await other.browser.post('/zh/desk/staff', { name: '才让·测试', login: 'cairang', role: 'clerk', hall: here })
  expect(staff.text).toContain('才让·测试')
  expect((await administrator.browser.get('/zh/desk/halls')).text).not.toContain('新的大厅')
})

test('what was typed of a hall, a page, a refusal, and who gave up being an administrator themselves', async () => {
  const [other, reviewer] = [await made('administrator'), await made('reviewer')]
  const { url } = await submitted(await made('clerk'))
  await moves(reviewer, 'clerk', here)
  const declined = await reviewer.browser.post(`${url}/decline`, {
    phrase: 'decline.already-has',
    words: '不行的',
    condition: 'skills-training.C3',
  })
  expect(declined.status).toBe(404)
  const says = textOf('zh', 'services/skills-training:conditions.C3.is')
  for (const text of [t('phrases:decline.already-has'), says, '不行的']) expect(declined.text).toContain(text)
  expect(declined.text).not.toContain('>decline.already-has<')
  // Their own role is given up: the page is not theirs any more, and it was done all the same.
  const path = `/zh/desk/staff/${other.id}`
  const form = /<form id="member"[\s\S]*?<\/form>/.exec((await other.browser.get(path)).text)?.[0] ?? ''
  expect((await other.browser.post(path, { do: 'change', ...hiddenIn(form), role: 'supervisor', hall: here })).status).toBe(303)
  expect([other.browser.at(), (await other.browser.get(other.browser.at())).status]).toEqual(['/zh/desk', 200])
  const details = { 'f-address-zh': '测试街 1 号', 'f-phone': '0971-8000000', 'f-closed': '6' }
  const hall = await other.browser.post(`/zh/desk/halls/${here}/details`, details)
  expect(hall.status).toBe(404)
  for (const text of ['测试街 1 号', '0971-8000000', t('halls:fields.closed.options.6')]) expect(hall.text).toContain(text)
  const answer = await reviewer.browser.post('/zh/desk/feedback/x', { do: 'answer', answer: '测试：回答' })
  expect([answer.status, answer.text.includes('测试：回答')]).toEqual([404, true])
})

test('a note for a case that went to another hall says so; whoever never had it learns nothing', async () => {
  const [clerk, reviewer, stranger] = [
    await made('clerk'),
    await made('reviewer'),
    await makeStaff(administrator, { role: 'clerk', hall: there }),
  ]
  const { url, one } = await submitted(clerk)
  const nowhere = '/zh/desk/cases/00000000-0000-4000-8000-000000000000'
  const tries = (at: string) => stranger.browser.post(at, { do: 'note', note: '不该看到', seen: '1' })
  const [before, none] = [await tries(url), await tries(nowhere)]
  expect([before.status, before.text.includes(changed())]).toEqual([404, false])
  const plain = (html: string) => html.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
  expect(plain(before.text)).toBe(plain(none.text))
  await clerk.browser.post(url, { do: 'accept', ...hiddenIn((await clerk.browser.get(url)).text) })
  const asks = { ...answerBy, 'ask-address/home/county': 'on', 'reason-address/home/county': 'does-not-match' }
  const page = `${url}/corrections`
  expect((await reviewer.browser.post(page, { ...hiddenIn((await reviewer.browser.get(page)).text), ...asks })).status).toBe(303)
  const moving = { 'f-address-home-county': '632723', 'moves-to': '632723' }
  expect((await one.post('/bo/applications/1/correct', moving)).status).toBe(303)
  const late = await reviewer.browser.post(`${url}/approve`, { words: '可以的', seen: '9' })
  expect(late.status).toBe(404)
  for (const text of [changed(), '可以的', t('places:counties.632723')]) expect(late.text).toContain(text)
  const taken = { ground: 'ruling', number: '青测〔2026〕1号', 'on-year': '2026', 'on-month': '3', 'on-day': '1', reason: '重新办吧' }
  const again = await reviewer.browser.post(`${url}/reopen`, { ...taken, seen: '9' })
  expect(again.status).toBe(404)
  const typed = ['青测〔2026〕1号', t('steps:reopen.ground.options.ruling'), formatDay('zh', '2026-03-01'), '重新办吧']
  for (const text of typed) expect(again.text).toContain(text)
  expect((await resident(server.port).post(url, { note: '没有登录' })).status).toBe(307)
})
