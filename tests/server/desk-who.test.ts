import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { administratorOf, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import type { Resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// Who works on a case, as the desk tells it.

vi.setConfig({ testTimeout: 120_000 })
let server: BuiltServer
let administrator: StaffMember | undefined
let hall = ''
let [clerk, reviewer]: Resident[] = []
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
  clerk = (await makeStaff(administrator, { role: 'clerk', hall })).browser
  reviewer = (await makeStaff(administrator, { role: 'reviewer', hall, name: '审核人·测试' })).browser
}, 120_000)
afterAll(() => server.stop())

const them = () => ({ clerk: clerk ?? expect.fail(), reviewer: reviewer ?? expect.fail() })
const headOf = (html: string) => /<header class="wide case-head">([\s\S]*?)<\/header>/.exec(html)?.[1] ?? ''
const nobody = textOf('zh', 'desk:queue.nobody')

test('who begins to review a case takes it on: its page, the queue and its counts say the same', async () => {
  const { clerk, reviewer } = them()
  const url = `/zh/desk/cases/${(await handedIn(clerk, server.port)).id}`
  const head = async (who: Resident) => headOf((await who.get(url)).text)
  const does = async (who: Resident, what: string) =>
    expect((await who.post(url, { do: what, seen: hiddenIn((await who.get(url)).text).seen ?? '' })).status).toBe(303)
  expect(await head(clerk)).toContain(nobody)
  await does(clerk, 'accept')
  await does(reviewer, 'start-review')
  expect(await head(clerk)).toContain('审核人·测试')
  expect(await head(reviewer)).toContain(textOf('zh', 'desk:queue.me'))
  for (const who of [clerk, reviewer]) expect(await head(who)).not.toContain(nobody)
  expect(await isNobodys(clerk, url)).toBe(false)
  expect((await reviewer.get('/zh/desk/cases?who=me')).text).toContain(url)
  // Put back, it is nobody's again, everywhere; who takes it on has it.
  const supervisor = (await makeStaff(administrator ?? expect.fail(), { role: 'supervisor', hall })).browser
  const seen = hiddenIn((await supervisor.get(url)).text).seen ?? ''
  expect((await supervisor.post(url, { do: 'reassign', to: '', seen })).status).toBe(303)
  expect(await head(reviewer)).toContain(nobody)
  expect(await isNobodys(clerk, url)).toBe(true)
  await does(reviewer, 'take-on')
  expect(await isNobodys(clerk, url)).toBe(false)
})

/** Is a case among those nobody works on? The filter counts what it shows, whatever the status. */
async function isNobodys(who: Resident, url: string): Promise<boolean> {
  for (const status of ['', 'all']) {
    const path = `/zh/desk/cases?status=${status}&who=nobody`
    const { text } = await who.get(path)
    const rows = text.split('id="case-').length - 1
    const option = textOf('zh', 'desk:queue.option').replace('{{name}}', nobody).replace('{{count}}', String(rows))
    expect(text, path).toContain(option)
    if (status === '') continue
    return text.includes(url)
  }
  return false
}

test('nobody is asked to take on a case that was withdrawn, in the list or on its page', async () => {
  const { clerk } = them()
  const { id, one } = await handedIn(clerk, server.port)
  const row = async () =>
    (await clerk.get('/zh/desk/cases?status=all')).text.split('<tr').find((part) => part.includes(`id="case-${id}"`)) ?? ''
  expect(await row()).toContain('value="assign"')
  const path = '/zh/applications/1/withdraw'
  const form = { ...hiddenIn(/<main[\s\S]*<\/main>/.exec((await one.get(path)).text)?.[0] ?? ''), sure: 'yes' }
  expect((await one.post(path, form)).status).toBe(303)
  expect(await row()).toContain('status-withdrawn')
  expect(await row()).not.toContain('value="assign"')
  expect(await isNobodys(clerk, `/zh/desk/cases/${id}`)).toBe(false)
  const page = (await clerk.get(`/zh/desk/cases/${id}`)).text
  expect([page.includes('value="take-on"'), headOf(page).includes(nobody)]).toEqual([false, false])
})
