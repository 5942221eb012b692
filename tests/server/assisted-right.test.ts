import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  administratorOf,
  endSession,
  invite,
  linkIn,
  makeHall,
  makeStaff,
  type StaffMember,
  signedInAs,
  staffPassword,
} from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { casesOf, newClient } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { fillIn, pin, resident, submitForm } from '#tests/support/resident.ts'

let server: BuiltServer
let administrator: StaffMember
let [hall, moved] = ['', '']
const dataDir = mkdtempSync(join(tmpdir(), 'settle-right-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
  moved = await makeHall(administrator, '632723')
}, 120_000)
afterAll(() => server.stop())

const step = '/zh/apply/step/address/home'
const address = '测试街 0 号'

/** A clerk who fills in an application with a resident, whose screen is paired; the address is saved and shown on both. */
async function paired(place = hall) {
  const clerk = await makeStaff(administrator, { role: 'clerk', hall: place })
  await clerk.browser.post('/zh/desk/counter', newClient)
  const code = await fillIn(clerk.browser, ['skills-training'], { 'f-trade': '做饭' })
  const shown = await clerk.browser.post('/zh/desk/counter/screen', {})
  const screen = resident(server.port)
  await screen.post('/bo/shared-session', { join: /\?join=([\w-]+)"/.exec(shown.text)?.[1] ?? '' })
  await clerk.browser.get(step)
  const seen = await screen.get('/bo/shared-session')
  expect([seen.text.includes(code), seen.text.includes(address)]).toEqual([true, true])
  return { clerk, code, screen }
}

const eventsOf = async (code: string) => (await casesOf(dataDir, code))[0]?.events ?? []

/** What an administrator does to a staff member. */
const doTo = ({ id }: StaffMember, fields: Record<string, string>) => administrator.browser.post(`/zh/desk/staff/${id}`, fields)

const ends: readonly (readonly [string, (clerk: StaffMember, place: string) => Promise<unknown>])[] = [
  ['the clerk is switched off', (clerk) => doTo(clerk, { do: 'off' })],
  ['the clerk becomes a reviewer', (clerk, place) => doTo(clerk, { do: 'change', role: 'reviewer', hall: place })],
  ['the clerk goes to a hall of another place', (clerk) => doTo(clerk, { do: 'change', role: 'clerk', hall: moved })],
  [
    'the clerk signs out everywhere, from another device',
    async ({ login }) => (await signedInAs(server.port, login)).browser.post('/zh/desk/account', { do: 'everywhere' }),
  ],
  [
    'a password is chosen by a link',
    async (clerk) => {
      const link = linkIn((await doTo(clerk, { do: 'link' })).text)
      await resident(server.port).post(link, { password: 'seven goats on a hill 9', again: 'seven goats on a hill 9' })
    },
  ],
  [
    'the password is changed on another device',
    async ({ login }) => {
      const { browser } = await signedInAs(server.port, login)
      const [password, again] = ['seven goats on a hill 9', 'seven goats on a hill 9']
      await browser.post('/zh/desk/account', { do: 'password', current: staffPassword, password, again })
    },
  ],
  ['the hall moves', (_, place) => hallBecomes(place, { place: '632723' })],
  ['the hall demands a second factor', (_, place) => hallBecomes(place, { place: '630104', 'second-factor': 'yes' })],
]

/** Changes a hall; another place is confirmed, as its page asks. */
async function hallBecomes(id: string, more: Record<string, string>) {
  const [path, hall] = [`/zh/desk/halls/${id}`, { zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན', ...more }]
  const asked = await administrator.browser.post(path, hall)
  if (asked.status === 422) await administrator.browser.post(path, { ...hall, moves: hiddenIn(asked.text).moves ?? '', sure: 'yes' })
}

describe('an assisted session ends with the right of its clerk, on both screens', () => {
  test.each(ends)('%s', async (_, happens) => {
    const place = await makeHall(administrator, '630104')
    const { clerk, code, screen } = await paired(place)
    await happens(clerk, place)
    // The history says so before anybody asks for a page.
    expect((await eventsOf(code)).map(({ type }) => type)).toEqual(['help-begin', 'help-end'])
    expect((await eventsOf(code)).at(-1)).toMatchObject({ how: 'right', actor: { role: 'system' } })
    const write = await screen.post('/bo/shared-session/write', { as: 'resident', place: 'apply/step/address/home', name: 'f-words' })
    expect(write.status).toBe(410)
    const over = await screen.get('/bo/shared-session')
    expect([over.text.includes(code), over.text.includes(address)]).toEqual([false, false])
    for (const path of [step, '/zh/apply/folder', '/zh/applications', '/zh/applications/data.json', '/zh/applications/slip']) {
      const { status, text } = await clerk.browser.get(path)
      expect([status, text.includes(code)], path).toEqual([303, false])
    }
    // What was saved is the resident's, who opens it themselves.
    const own = resident(server.port)
    expect((await own.post('/zh/applications/open', { code, pin })).status).toBe(303)
    expect((await own.get(step)).text).toContain(address)
  })

  test('twelve hours after signing in, whichever screen asks first', async () => {
    const { clerk, code, screen } = await paired()
    endSession(dataDir, clerk)
    expect((await screen.get('/bo/shared-session')).text).not.toContain(code)
    expect((await eventsOf(code)).at(-1)).toMatchObject({ type: 'help-end', how: 'right' })
  })

  test('a clerk who was moved does nothing in a case handed in at the hall before', async () => {
    const own = resident(server.port)
    const code = await fillIn(own, ['skills-training'], { 'f-trade': '做饭' })
    await own.post('/zh/apply/submit', await submitForm(own))
    const clerk = await makeStaff(administrator, { role: 'clerk', hall })
    expect((await clerk.browser.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin })).status).toBe(303)
    expect((await clerk.browser.get('/zh/applications/1')).status).toBe(200)
    await doTo(clerk, { do: 'change', role: 'clerk', hall: moved })
    for (const path of ['/zh/applications', '/zh/applications/1', '/zh/applications/data.json'])
      expect((await clerk.browser.get(path)).headers.location, path).toContain('/zh/desk/counter')
    expect((await clerk.browser.post('/zh/applications/1/withdraw', {})).headers.location).toContain('/zh/desk/counter')
    expect((await casesOf(dataDir, code))[0]?.status).toBe('submitted')
  })

  test('another hall at the same place changes nothing', async () => {
    const { clerk, code, screen } = await paired()
    await doTo(clerk, { do: 'change', role: 'clerk', hall: await makeHall(administrator, '630104') })
    expect((await screen.get('/bo/shared-session')).text).toContain(code)
    expect((await eventsOf(code)).map(({ type }) => type)).toEqual(['help-begin'])
  })
})

describe('starting twice at one moment', () => {
  test('is one session in the case, and nobody sees an error', async () => {
    const own = resident(server.port)
    const code = await fillIn(own, ['skills-training'], { 'f-trade': '做饭' })
    const clerk = await makeStaff(administrator, { role: 'clerk', hall })
    const begins = { ...newClient, who: 'existing', code, pin }
    const browsers = [0, 1, 2].map(() => resident(server.port, clerk.cookies()))
    const answers = await Promise.all(browsers.map((one) => one.post('/zh/desk/counter', begins)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await eventsOf(code)).map(({ type }) => type)).toEqual(['help-begin'])
    for (const one of browsers) expect((await one.get('/zh/apply/folder')).text).toContain(code)
  })

  test('for a new case it is one session too', async () => {
    const clerk = await makeStaff(administrator, { role: 'clerk', hall })
    const browsers = [0, 1, 2].map(() => resident(server.port, clerk.cookies()))
    const answers = await Promise.all(browsers.map((one) => one.post('/zh/desk/counter', newClient)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(browsers.map((one) => one.cookies().client)).size).toBe(1)
  })
})

test('a link that was used, or never was one, is gone also where a form is posted to it', async () => {
  const { link } = await invite(administrator, { role: 'clerk', hall })
  const chosen = { password: staffPassword, again: staffPassword }
  expect((await resident(server.port).post(link, chosen)).status).toBe(303)
  for (const path of [link, `/zh/desk/invitation/${'x'.repeat(43)}`]) {
    expect((await resident(server.port).get(path)).status).toBe(404)
    for (const fields of [chosen, { 'switch-to': 'zh' }]) expect((await resident(server.port).post(path, fields)).status, path).toBe(404)
  }
})
