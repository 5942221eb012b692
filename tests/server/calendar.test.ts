import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Day, weekdayOf } from '#app/domain/day.ts'
import type { Language } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/format.ts'
import { type Announced, isWorked, lastYearOfTable, limitEnds } from '#app/places/calendar.ts'
import { statutoryHolidays } from '#app/places/statutory-holidays.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, pin, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 60_000 })
const next = lastYearOfTable + 1
const accepted = `${lastYearOfTable}-12-22`
const tenDays = { days: 10, unit: 'working' } as const
/** The next year as it might be announced: two days after New Year's Day are off as well. */
const extra = ['04', '05', '06', '07'].map((date) => `${next}-01-${date}`).filter((day) => weekdayOf(day) < 6)
const announced: Announced = { [next]: { off: [...statutoryHolidays(next), ...extra], work: [] } }
const [notBefore, sure] = [limitEnds(accepted, tenDays, {}), limitEnds(accepted, tenDays, announced)]
const dataDir = mkdtempSync(join(tmpdir(), 'settle-calendar-'))
const clock = atClock(new Date(`${accepted}T02:00:00Z`))
let server: BuiltServer
let cookies: Record<string, { staff: string }> = {}
let [code, url] = ['', '']

const start = () => startBuilt({ RATE_LIMIT: 'off', ...clock }, dataDir)
const as = (id: string) => resident(server.port, cookies[id])
const said = (mode: Language, key: string, day: Day) => textOf(mode, key).replace('{{day}}', formatDay(mode, day))

async function killed(): Promise<void> {
  server.process.removeAllListeners('exit')
  server.process.kill('SIGKILL')
  await new Promise((resolve) => server.process.once('exit', resolve))
}

/** What the resident and the desk read of the limit. */
async function shown() {
  const one = resident(server.port)
  await one.post('/zh/applications/open', { code, pin })
  const pages = [one.get('/zh/applications/1'), one.get('/bo/applications/1'), as('clerk-1').get(url), as('clerk-1').get('/bo/desk/cases')]
  const [zh = '', bo = '', desk = '', queue = ''] = (await Promise.all(pages)).map(({ text }) => text)
  return { zh, bo, desk, queue, list: (await as('clerk-1').post('/zh/desk/cases/list', { format: 'csv' })).text }
}

beforeAll(async () => {
  server = await start()
  Object.assign(process.env, clock)
  cookies = await openDesk(dataDir, '630104', [
    { id: 'clerk-1', name: '窗口甲·测试', role: 'clerk' },
    { id: 'administrator-1', name: '管理甲·测试', role: 'administrator' },
  ])
  for (const name of Object.keys(clock)) delete process.env[name]
  const one = resident(server.port)
  code = await fillIn(one, ['unemployment-insurance'], { 'f-jobloss': 'forced-ge1y', 'f-registered': 'yes', 'f-employer': '测试厂' })
  await one.post('/zh/apply/submit', await submitForm(one, 'zh'))
  url = String((await as('clerk-1').post('/zh/desk/cases', { do: 'find', code })).headers.location)
  const seen = /name="seen" value="(\d+)"/.exec((await as('clerk-1').get(url)).text)?.[1] ?? ''
  await as('clerk-1').post(url, { do: 'accept', seen })
}, 120_000)
afterAll(async () => {
  await killed()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a deadline after the announced holidays is shown as not before a day, to the resident and at the desk', async () => {
  const { zh, bo, desk, queue, list } = await shown()
  expect(zh).toContain(said('zh', 'application:limit-not-before', notBefore))
  expect(bo).toContain(said('bo', 'application:limit-not-before', notBefore))
  expect(desk).toContain(said('zh', 'desk:case.due-not-before', notBefore))
  expect(queue).toContain(textOf('bo', 'desk:queue.not-before'))
  expect(list).toContain(textOf('zh', 'desk:list.not-before').replace('{{day}}', notBefore))
})

test('start-up and the administrator’s page say that the table ends; no other page does', async () => {
  expect(server.output()).toContain(`The table of public holidays ends in 9 days, with ${lastYearOfTable}`)
  const text = textOf('zh', 'account:calendar.ends').split('{{days}}')[0]?.replace('{{year}}', String(lastYearOfTable)) ?? ''
  expect((await as('administrator-1').get('/zh/desk')).text).toContain(text)
  expect((await as('clerk-1').get('/zh/desk')).text).not.toContain(text)
})

test('an invalid holidays.json stops the start with a sentence; a valid one recomputes every deadline', async () => {
  expect(sure > notBefore && isWorked(extra[0] ?? '', {})).toBe(true)
  await killed()
  writeFileSync(join(dataDir, 'holidays.json'), JSON.stringify({ [next]: { off: [`${next}-01-01`], work: [] } }))
  await expect(start()).rejects.toThrow(/The server ended with 1/)
  writeFileSync(join(dataDir, 'holidays.json'), JSON.stringify(announced))
  server = await start()
  await vi.waitFor(() => expect(server.output()).toContain('"deadlines":1'), { timeout: 20_000 })
  expect(server.output()).not.toContain('public holidays ends')
  const { zh, bo, desk, queue, list } = await shown()
  expect(zh).toContain(said('zh', 'application:limit-ends', sure))
  expect(bo).toContain(said('bo', 'application:limit-ends', sure))
  expect(desk).toContain(said('zh', 'desk:case.due', sure))
  expect(queue).toContain(formatDay('bo', sure))
  expect(list).toContain(`"${sure}"`)
})
