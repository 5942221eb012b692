import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { administratorOf, makeHall, makeStaff } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import type { Resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// Who works on a case, as the desk tells it.

vi.setConfig({ testTimeout: 120_000 })
let server: BuiltServer
let [clerk, reviewer]: Resident[] = []
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
  const administrator = await administratorOf(server)
  const hall = await makeHall(administrator, '630104')
  clerk = (await makeStaff(administrator, { role: 'clerk', hall })).browser
  reviewer = (await makeStaff(administrator, { role: 'reviewer', hall, name: '审核人·测试' })).browser
}, 120_000)
afterAll(() => server.stop())

const them = () => ({ clerk: clerk ?? expect.fail(), reviewer: reviewer ?? expect.fail() })
const headOf = (html: string) => /<header class="wide case-head">([\s\S]*?)<\/header>/.exec(html)?.[1] ?? ''
const nobody = textOf('zh', 'desk:queue.nobody')

test('a case that somebody reviews is not nobody’s, though it was given to nobody', async () => {
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
})

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
  const page = (await clerk.get(`/zh/desk/cases/${id}`)).text
  expect([page.includes('value="take-on"'), headOf(page).includes(nobody)]).toEqual([false, false])
})
