import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { type BuiltServer, startBuilt, unansweredGateway } from '#tests/support/built-server.ts'
import { auditOf, casesOf } from '#tests/support/clerk.ts'
import { leaves, openDesk } from '#tests/support/open-desk.ts'
import { agree, pin, type Resident, resident } from '#tests/support/resident.ts'
import { type HandedIn, handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// A lost PIN is given back in person, by two; every way there is has an end.

const dataDir = mkdtempSync(join(tmpdir(), 'settle-recovery-'))
const number = '990000198601010016'
const newPin = '729304'
let server: BuiltServer
const people: Record<string, Resident> = {}

beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example', ...unansweredGateway }, dataDir)
  const at = async (place: string, ids: readonly string[]) => {
    const staff = ids.map((id) => ({ id, name: `${id}·测试`, role: 'clerk' as const }))
    for (const [id, cookies] of Object.entries(await openDesk(dataDir, place, staff))) people[id] = resident(server.port, cookies)
  }
  await at('630104', ['a', 'b', 'c'])
  await at('630105', ['alone'])
  await at('630100', ['prefecture'])
  await at('632300', ['elsewhere'])
}, 120_000)
afterAll(() => server.stop())

const who = (id: string) => people[id] ?? expect.fail(id)
const say = (key: string) => textOf('zh', key).split('{{')[0] ?? ''
const card = { kind: 'pin', card: 'id-card', digits: '0016', present: 'on', way: 'colleague' }

/** The address of the page on which somebody of the hall asks for the PIN of a folder. */
async function askAt(id: string, code: string): Promise<string> {
  const searched = await who(id).post('/zh/desk/people', { do: 'code', code })
  const page = (await who(id).get(String(searched.headers.location))).text
  return /href="(\/zh\/desk\/people\/[^"]+\/recover\?folder=[\w-]+)"/.exec(page)?.[1] ?? expect.fail(page.slice(0, 3000))
}

/** A request; resolves with its address. */
async function asked(id: string, code: string, more: Partial<typeof card> = {}): Promise<string> {
  const answer = await who(id).post(await askAt(id, code), { ...card, ...more })
  expect(answer.status, answer.text.slice(0, 200)).toBe(303)
  return String(answer.headers.location)
}

const fresh = (county = '630104', more: Record<string, string> = {}): Promise<HandedIn> =>
  handedIn(who(county === '630105' ? 'alone' : 'a'), server.port, county, { 'f-identity-number': number, ...more })

async function stepsOf(code: string): Promise<Extract<ApplicationEvent, { type: 'recover' }>[]> {
  const [one] = await casesOf(dataDir, code)
  return (one?.events ?? []).flatMap((event) => (event.type === 'recover' ? [event] : []))
}

const opens = async (code: string, with_: string) =>
  (await resident(server.port).post('/zh/applications/open', { code, pin: with_ })).status
const joinIn = (text: string) => /new-pin\?join=([\w-]+)/.exec(text)?.[1] ?? ''

test('asked for by one, confirmed by another, chosen by the resident: old PIN and old sessions are over, the code is on a slip', async () => {
  const { code, one } = await fresh()
  const at = await asked('a', code)
  expect((await who('a').get(at)).text).toContain(say('recovery:state.waiting-colleague'))
  // Who asked does not confirm.
  await who('a').post(at, { do: 'confirm' })
  expect((await who('a').get(at)).text).toContain(say('recovery:state.waiting-colleague'))
  expect((await who('b').get('/zh/desk')).text).toContain(textOf('zh', 'recovery:list.waiting').replace('{{count}}', '1'))
  expect((await who('b').get('/zh/desk/recoveries')).text).toContain(at)
  await who('b').post(at, { do: 'confirm' })
  // Whoever confirmed is of the hall too; the code is told only once it was done.
  expect((await who('a').get(at)).text).not.toContain(code)
  const screen = (await who('a').post(at, { do: 'screen' })).text
  const join = joinIn(screen)
  const own = resident(server.port)
  expect((await own.get(`/bo/new-pin?join=${join}`)).text).toContain(textOf('bo', 'recovery:new-pin.lead'))
  for (const [typed, again, fault] of [
    ['123', '123', 'pin-form'],
    ['111111', '111111', 'pin-simple'],
    [newPin, pin, 'pin-differs'],
  ] as const) {
    const refused = await own.post(`/zh/new-pin?join=${join}`, { join, pin: typed, again })
    expect([refused.status, refused.text.includes(say(`errors:save.${fault}`))], fault).toEqual([422, true])
    expect(refused.text).not.toContain(`value="${typed}"`)
  }
  expect((await one.get('/zh/applications')).status).toBe(200)
  const chosen = await own.post(`/zh/new-pin?join=${join}`, { join, pin: newPin, again: newPin })
  expect([chosen.status, chosen.text.includes(code)]).toEqual([200, true])
  expect((await own.post(`/zh/new-pin?join=${join}`, { join, pin, again: pin })).status).toBe(404)
  expect([await opens(code, pin), await opens(code, newPin)]).toEqual([422, 303])
  expect((await one.get('/zh/applications')).status).toBe(303)
  expect((await who('a').get(at)).text).toContain(code)
  const steps = await stepsOf(code)
  expect(steps.map(({ step }) => step)).toEqual(['asked', 'confirmed', 'screen', 'done'])
  expect(steps[0]).toMatchObject({ card: 'id-card', digits: '0016', way: 'colleague', actor: { id: 'a' } })
  expect(steps[1]?.actor).toEqual({ role: 'clerk', id: 'b' })
  expect(JSON.stringify(steps)).not.toContain(number)
  const later = resident(server.port)
  await later.post('/zh/applications/open', { code, pin: newPin })
  expect((await later.get('/zh/applications')).text).toContain(textOf('zh', 'recovery:told').split('，').at(-1))
  expect((await who('a').get(`/zh/desk/cases/${(await fresh()).id}`)).status).toBe(200)
  expect(await auditOf(dataDir)).toMatchObject({ broken: null })
}, 60_000)

test('the code alone: the PIN stays', async () => {
  const { code, id } = await fresh()
  const at = await asked('a', code, { kind: 'code' })
  await who('b').post(at, { do: 'confirm' })
  await who('a').post(at, { do: 'code' })
  expect((await who('c').get(at)).text).toContain(code)
  expect(await opens(code, pin)).toBe(303)
  expect((await who('a').get(`/zh/desk/cases/${id}`)).text).toContain(say('recovery:event.done'))
})

describe('it has an end', () => {
  test('a mandate, a telephone call, no card: nothing is asked for', async () => {
    const { code } = await fresh()
    const at = await askAt('a', code)
    for (const [form, fault] of [
      [{ ...card, present: undefined }, 'present'],
      [{ ...card, card: 'none' }, 'card'],
      [{ ...card, digits: '16' }, 'digits'],
    ] as const) {
      const fields = Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined))
      const refused = await who('a').post(at, fields)
      expect([refused.status, refused.text.includes(say(`recovery:errors.${fault}`))], fault).toEqual([422, true])
    }
    expect(await stepsOf(code)).toEqual([])
  })

  test('with other digits than those of the folder, five times, then not for a while', async () => {
    const { code } = await fresh()
    const at = await askAt('a', code)
    const answers: number[] = []
    for (let tries = 0; tries < 6; tries++) answers.push((await who('a').post(at, { ...card, digits: '0017' })).status)
    expect(answers).toEqual([422, 422, 422, 422, 429, 429])
    // The right ones come too late.
    expect((await who('b').post(await askAt('b', code), card)).status).toBe(429)
    expect(new Set((await stepsOf(code)).map(({ step }) => step))).toEqual(new Set(['wrong-digits']))
    expect(await opens(code, pin)).toBe(303)
  })

  test('where the second refuses, with a reason', async () => {
    const { code } = await fresh()
    const at = await asked('a', code)
    expect((await who('b').post(at, { do: 'refuse' })).status).toBe(422)
    await who('b').post(at, { do: 'refuse', why: 'other-person' })
    expect((await who('a').get(at)).text).toContain(say('recovery:state.refused'))
    expect((await who('a').post(at, { do: 'screen' })).status).toBe(303)
    expect((await stepsOf(code)).at(-1)).toMatchObject({ step: 'refused', why: 'other-person', actor: { id: 'b' } })
    // It can be asked for anew.
    expect(await asked('a', code)).not.toBe(at)
  })

  test('where the resident leaves, before and after it was confirmed', async () => {
    const { code } = await fresh()
    const first = await asked('a', code)
    // Asked for twice it is one request.
    expect(await asked('c', code)).toBe(first)
    await who('c').post(first, { do: 'leave' })
    expect((await who('a').get(first)).text).toContain(say('recovery:state.left'))
    const second = await asked('a', code)
    await who('b').post(second, { do: 'confirm' })
    const join = joinIn((await who('a').post(second, { do: 'screen' })).text)
    await who('a').post(second, { do: 'leave' })
    expect((await resident(server.port).get(`/zh/new-pin?join=${join}`)).text).toContain(say('recovery:new-pin.over'))
    expect(await opens(code, pin)).toBe(303)
  })

  test('by its time', async () => {
    const { code } = await fresh()
    const at = await asked('a', code)
    const database = new Database(join(dataDir, 'settle.sqlite'))
    database.prepare('update recoveries set expires_at = ? where id = ?').run('2026-01-01T00:00:00.000Z', at.split('/').at(-1))
    database.close()
    await who('b').post(at, { do: 'confirm' })
    expect((await who('b').get(at)).text).toContain(say('recovery:state.expired'))
    expect((await stepsOf(code)).map(({ step }) => step)).toEqual(['asked', 'expired'])
  })

  test('where the folder was deleted meanwhile', async () => {
    const { code } = await fresh()
    const at = await asked('a', code)
    const database = new Database(join(dataDir, 'settle.sqlite'))
    database.pragma('foreign_keys = ON')
    const folder = database.prepare('select folder_id from recoveries where id = ?').pluck().get(at.split('/').at(-1))
    database.prepare('delete from folders where id = ?').run(folder)
    database.close()
    await who('b').post(at, { do: 'confirm' })
    expect((await who('b').get(at)).text).toContain(say('recovery:state.gone'))
  })

  test('at a hall of one the prefecture confirms, who neither opens the screen nor reads the code', async () => {
    const { code } = await fresh('630105')
    const page = await who('alone').get(await askAt('alone', code))
    expect(page.text).not.toContain('value="colleague"')
    const at = await asked('alone', code, { way: 'above' })
    for (const id of ['a', 'elsewhere']) expect((await who(id).get(at)).status, id).toBe(404)
    expect((await who('prefecture').get(at)).text).toContain(say('recovery:confirm.lead'))
    await who('prefecture').post(at, { do: 'confirm' })
    // The hall above neither opens the screen nor reads the code.
    expect(joinIn((await who('prefecture').post(at, { do: 'screen' })).text)).toBe('')
    const join = joinIn((await who('alone').post(at, { do: 'screen' })).text)
    expect((await resident(server.port).post('/zh/new-pin', { join, pin: newPin, again: newPin })).text).toContain(code)
    expect((await who('prefecture').get(at)).text).not.toContain(code)
    expect(await opens(code, newPin)).toBe(303)
  })

  test('a telephone number that was changed within a day gives back no PIN; the number before is told', async () => {
    const { code, one } = await fresh('630104', { 'f-phone': '13800000016' })
    const messages = () => {
      const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
      const rows = database.prepare('select count(*) from outbox').pluck().get()
      database.close()
      return rows as number
    }
    const before = messages()
    const more = await one.post('/zh/apply', { agree, pick: 'settle-household' })
    expect([more.status, more.headers.location]).toEqual([303, '/zh/apply/folder'])
    const changed = await one.post('/zh/apply/step/contact/home', { 'f-phone': '13800000099', 'f-messages': 'none' })
    expect(changed.status).toBe(303)
    expect(messages()).toBe(before + 1)
    const page = await who('a').get(await askAt('a', code))
    expect(page.text).not.toContain('value="phone"')
    const refused = await who('a').post(await askAt('a', code), card)
    expect([refused.status, refused.text.includes(say('recovery:errors.phone-changed'))]).toEqual([422, true])
    expect(await asked('a', code, { kind: 'code' })).toMatch(/recoveries/)
  })

  test('the telephone confirms where messages are delivered, by digits that are read out; after five wrong ones it ends', async () => {
    const { code } = await fresh('630104', { 'f-phone': '13800000016' })
    const at = await asked('a', code, { way: 'phone' })
    expect((await who('a').get(at)).text).toContain(say('recovery:state.waiting-phone'))
    // No colleague confirms in its place.
    await who('b').post(at, { do: 'confirm' })
    const answers: number[] = []
    for (let tries = 0; tries < 5; tries++) answers.push((await who('a').post(at, { do: 'phone', 'read-out': 'x' })).status)
    expect(answers).toEqual([422, 422, 422, 422, 303])
    expect((await who('a').get(at)).text).toContain(say('recovery:state.left'))
  })

  test('digits typed at the same moment count each: twenty at once are five, and it ends', async () => {
    const { code } = await fresh('630104', { 'f-phone': '13800000016' })
    const at = await asked('a', code, { way: 'phone' })
    await Promise.all(Array.from({ length: 20 }, () => who('a').post(at, { do: 'phone', 'read-out': 'x' })))
    expect((await stepsOf(code)).map(({ step }) => step)).toEqual(['asked', ...Array(5).fill('wrong-digits')])
    expect((await who('a').get(at)).text).toContain(say('recovery:state.left'))
  })

  test('where who asked does not work there any more, a colleague goes on', async () => {
    const { code } = await fresh()
    const at = await asked('c', code)
    await leaves(dataDir, 'c')
    await who('b').post(at, { do: 'confirm' })
    const join = joinIn((await who('a').post(at, { do: 'screen' })).text)
    await resident(server.port).post('/zh/new-pin', { join, pin: newPin, again: newPin })
    expect(await opens(code, newPin)).toBe(303)
  })
})
