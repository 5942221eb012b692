import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modes } from '#app/domain/language.ts'
import { administratorOf } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { conflictIn, hiddenIn } from '#tests/support/lost-updates.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
let staff: Record<string, { staff: string }> = {}
let administrator: Resident
const dataDir = mkdtempSync(join(tmpdir(), 'settle-feedback-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = (await administratorOf(server)).browser
  staff = {
    ...(await openDesk(dataDir, '630104', [
      { id: 'here', name: '主管·测试', role: 'supervisor' },
      { id: 'clerk', name: '办事员·测试', role: 'clerk' },
    ])),
    ...(await openDesk(dataDir, '632723', [{ id: 'there', name: '主管·又测试', role: 'supervisor' }])),
  }
}, 240_000)
afterAll(() => server.stop())

const as = (who: string) => resident(server.port, staff[who])
/** Sends feedback; resolves with the page that thanks. */
async function sent(message: string, county = ''): Promise<string> {
  const one = resident(server.port)
  const form = { ...hiddenIn((await one.get('/zh/help/feedback?page=/zh/policy')).text), kind: 'wrong', message, county }
  expect((await one.post('/zh/help/feedback?page=/zh/policy', form)).status).toBe(303)
  return one.at()
}
const idIn = async (who: Resident, path = '/zh/desk/feedback') =>
  /href="\/zh\/desk\/feedback\/([\w-]+)"/.exec((await who.get(path)).text.split('<table')[1] ?? '')?.[1]

test('what is sent is read by the administrator and the hall of the place, and by nobody else; its sender reads the answer', async () => {
  const thanks = await sent('测试：这一句不对', '630104')
  const said = (await resident(server.port).get(thanks)).text
  for (const key of ['readers', 'readers-hall', 'state.new']) expect(said).toContain(textOf('zh', `feedback:${key}`))
  const [here, id] = [as('here'), (await idIn(as('here'))) ?? '']
  expect([await idIn(administrator), await idIn(as('there'))]).toEqual([id, undefined])
  const at = `/zh/desk/feedback/${id}`
  expect((await as('there').get(at)).status).toBe(404)
  for (const path of ['/zh/desk/feedback', at]) expect((await as('clerk').get(path)).status).toBe(404)
  const page = (await here.get(at)).text
  expect(page).toContain('测试：这一句不对')
  const form = hiddenIn(page)
  expect((await here.post(at, { ...form, do: 'answer', answer: '' })).text).toContain('id="answer-error"')
  const demand = await here.post(at, { ...form, do: 'answer', answer: '先退出承包地再来' })
  expect([demand.status, demand.text.includes(textOf('zh', 'feedback:land'))]).toEqual([422, true])
  expect((await here.post(at, { ...form, do: 'answer', answer: '测试：改好了' })).status).toBe(303)
  const later = (await resident(server.port).get(thanks)).text
  expect([later.includes('测试：改好了'), later.includes(textOf('zh', 'feedback:state.answered'))]).toEqual([true, true])
  expect([await idIn(here), await idIn(here, '/zh/desk/feedback?show=done')]).toEqual([undefined, id])
  // Whoever had it open before is told, and writes nothing over the answer.
  const late = await administrator.post(at, { ...hiddenIn((await administrator.get(at)).text), version: 'new', do: 'close' })
  expect([late.status, conflictIn(late.text).length > 0]).toEqual([409, true])
})

test('what names no place is the administrator’s alone; it can be noted as read, and closed', async () => {
  const thanks = await sent('测试：没写地方')
  expect((await resident(server.port).get(thanks)).text).not.toContain(textOf('zh', 'feedback:readers-hall'))
  const id = (await idIn(administrator)) ?? ''
  expect(await idIn(as('here'))).toBeUndefined()
  const at = `/zh/desk/feedback/${id}`
  for (const act of ['read', 'close'])
    expect((await administrator.post(at, { ...hiddenIn((await administrator.get(at)).text), do: act })).status).toBe(303)
  expect(await idIn(administrator)).toBeUndefined()
  expect((await resident(server.port).get(thanks)).text).toContain(textOf('zh', 'feedback:state.closed'))
})

test('a county that is none is refused beside its field', async () => {
  const wrong = await resident(server.port).post('/bo/help/feedback', { kind: 'unclear', message: '', county: '110101' })
  expect([wrong.status, wrong.text.includes('id="county-error"')]).toEqual([422, true])
})

test.each(modes)('in %s an address under which nothing was sent thanks nobody: it says so, and leads to where one writes', async (mode) => {
  const language = mode === 'bo' ? 'bo' : 'zh'
  for (const id of ['x', '', '__proto__']) {
    const { status, text } = await resident(server.port).get(`/${mode}/help/feedback?thanks=${id}`)
    const has = ['gone', 'gone-text', 'thanks', 'received'].map((key) => text.includes(textOf(language, `feedback:${key}`)))
    expect([status, ...has]).toEqual([404, true, true, false, false])
    expect(text).toContain(`href="/${mode}/help/feedback"`)
    expect(text).toContain('tel:12345')
  }
})

test('what turns the direction of a text or hides in it is kept neither of what was sent nor of its answer', async () => {
  const thanks = await sent('\u202e测试：\u200b反着写', '630104')
  const [here, id] = [as('here'), (await idIn(as('here'))) ?? '']
  const page = (await here.get(`/zh/desk/feedback/${id}`)).text
  expect(page).toContain('>测试：反着写<')
  expect((await here.post(`/zh/desk/feedback/${id}`, { ...hiddenIn(page), do: 'answer', answer: '\u2067测试：\u2069改好' })).status).toBe(
    303,
  )
  const { text } = await resident(server.port).get(thanks)
  expect([text.includes('>测试：改好<'), /[\u200b\u202e\u2067\u2069]/.test(text)]).toEqual([true, false])
})

test('an answer that was given is taken back by closing with it emptied, and by nothing else', async () => {
  const thanks = await sent('测试：答错了', '630104')
  const [here, id] = [as('here'), (await idIn(as('here'))) ?? '']
  const at = `/zh/desk/feedback/${id}`
  const act = async (what: string, answer: string) =>
    (await here.post(at, { ...hiddenIn((await here.get(at)).text), do: what, answer })).status
  expect(await act('answer', '测试：说错了')).toBe(303)
  expect(await act('answer', '')).toBe(422)
  expect(await act('close', '测试：说错了')).toBe(303)
  expect((await resident(server.port).get(thanks)).text).toContain('测试：说错了')
  expect(await act('close', '')).toBe(303)
  const { text } = await resident(server.port).get(thanks)
  const has = ['state.closed', 'come-back'].map((key) => text.includes(textOf('zh', `feedback:${key}`)))
  expect([text.includes('测试：说错了'), ...has]).toEqual([false, true, false])
})

test('an answer typed on a page of before is never written over another, and never dropped by what it was not sent with', async () => {
  await sent('测试：两个人都回答', '630104')
  const [here, id] = [as('here'), (await idIn(as('here'))) ?? '']
  const at = `/zh/desk/feedback/${id}`
  const answers = async (who: Resident, answer: string, more: Record<string, string> = {}) =>
    who.post(at, { ...hiddenIn((await who.get(at)).text), do: 'answer', answer, ...more })
  expect((await answers(here, '测试：第一次')).status).toBe(303)
  const opened = hiddenIn((await administrator.get(at)).text)
  expect((await answers(here, '测试：第二次')).status).toBe(303)
  const late = await administrator.post(at, { ...opened, do: 'answer', answer: '测试：别人的' })
  const both = (text: string) => ['测试：第二次', '测试：别人的'].map((one) => text.includes(one))
  expect([late.status, both(conflictIn(late.text))]).toEqual([409, [true, true]])
  // Another language shows the same, and what was read beside the other may be sent over it.
  const switched = await administrator.post(at, { ...hiddenIn(late.text), answer: '测试：别人的', do: 'answer', 'switch-to': 'bo' })
  expect(switched.status).toBe(307)
  const inTibetan = await administrator.post(administrator.at(), { ...hiddenIn(late.text), answer: '测试：别人的', 'switch-to': 'bo' })
  expect([inTibetan.status, both(conflictIn(inTibetan.text))]).toEqual([200, [true, true]])
  expect((await administrator.post(at, { ...hiddenIn(late.text), do: 'answer', answer: '测试：别人的' })).status).toBe(303)
  for (const act of ['read', 'close']) {
    const refused = await answers(here, '测试：没送的', { do: act })
    expect([refused.status, refused.text.includes(textOf('zh', 'feedback:unsent')), refused.text.includes('测试：没送的')]).toEqual([
      422,
      true,
      true,
    ])
  }
  // Read it was, once it was answered.
  expect((await answers(here, '', { do: 'read' })).status).toBe(303)
  expect(await idIn(here)).toBeUndefined()
})

test('a long inbox has pages: each message stands on one of them, once', async () => {
  const [one, path] = [resident(server.port), '/zh/help/feedback?page=/zh/policy']
  for (let each = 0; each < 102; each += 1) {
    const form = { ...hiddenIn((await one.get(path)).text), kind: 'wrong', message: `测试${each}`, county: '632723' }
    expect((await one.post(path, form)).status).toBe(303)
  }
  const idsIn = (page: string) => [...page.matchAll(/href="\/zh\/desk\/feedback\/([\w-]+)"/g)].map(([, id]) => id)
  const first = (await as('there').get('/zh/desk/feedback')).text
  const next = /href="(\/zh\/desk\/feedback\?after=[^"]+)"/.exec(first)?.[1] ?? expect.fail()
  const second = (await as('there').get(next)).text
  expect([idsIn(first).length, idsIn(second).length, new Set([...idsIn(first), ...idsIn(second)]).size]).toEqual([100, 2, 102])
  expect(second).not.toContain('feedback?after=')
})
