import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages, languagesOf, modes } from '#app/domain/language.ts'
import { administratorOf, makeHall, makeStaff } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { newClient, signedInAs } from '#tests/support/clerk.ts'
import { hall } from '#tests/support/hall.ts'
import { fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-updates-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 60_000)
afterAll(() => server.stop())

const trade = { 'f-trade': '做饭' }
const versionIn = (html: string) => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? 'none'
const opened = async (one: Resident, path: string) => ({ version: versionIn((await one.get(path)).text) })

/** Somebody with a folder filled in, and the same folder open on another device by code and PIN. */
async function twoDevices(): Promise<[Resident, Resident]> {
  const [one, other] = [resident(server.port), resident(server.port)]
  const code = await fillIn(one, ['skills-training'], trade)
  await other.post('/zh/applications/open', { code, pin })
  return [one, other]
}

/** What a page of a conflict shows in its list, without marks of HTML. */
const conflictIn = (html: string) => (/id="conflict"([\s\S]*?)<form/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ')

test.each(modes)('a step saved on two devices (%s): the second is shown both, and keeps either', async (mode) => {
  const [one, other] = await twoDevices()
  const path = `/${mode}/apply/step/address/home`
  const [first, second] = [await opened(one, path), await opened(other, path)]
  expect((await one.post(path, { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' })).status).toBe(303)
  const refused = await other.post(path, { ...second, 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(refused.status).toBe(409)
  for (const language of languagesOf(mode))
    for (const word of ['title', 'now', 'typed', 'keep-typed', 'keep-now'])
      expect(refused.text).toContain(textOf(language, `conflict:${word}`))
  expect(conflictIn(refused.text)).toMatch(/甲街 1 号[\s\S]*乙街 2 号/)
  expect(conflictIn(refused.text)).not.toContain(textOf('zh', 'places:counties.630104'))
  expect((await other.get(path)).text).toContain('甲街 1 号')
  // What was typed stands in the form again, at the version that was shown beside it.
  expect(/name="f-words"[^>]*value="乙街 2 号"|<textarea[^>]*name="f-words"[^>]*>乙街 2 号/.test(refused.text)).toBe(true)
  const kept = await other.post(path, { version: versionIn(refused.text), 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(kept.status).toBe(303)
  expect((await one.get(path)).text).toContain('乙街 2 号')
})

test('another step saved meanwhile is no conflict, nor is the same saved twice', async () => {
  const [one, other] = await twoDevices()
  const [address, person] = ['/zh/apply/step/address/home', '/zh/apply/step/person/1']
  const [first, second] = [await opened(one, address), await opened(other, person)]
  const typed = { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' }
  const answers = await Promise.all([
    one.post(address, typed),
    other.post(person, { ...second, 'f-name': '卓玛·测试', 'f-birth-date-age': '30' }),
    one.post(address, typed),
  ])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await other.get(address)).text).toContain('甲街 1 号')
  expect((await one.get(person)).text).toContain('卓玛·测试')
})

test('at the same moment: one is saved, the other is refused', async () => {
  const [one, other] = await twoDevices()
  const path = '/zh/apply/step/address/home'
  const version = await opened(one, path)
  const typed = (words: string) => ({ ...version, 'f-county': '630104', 'f-words': words })
  const answers = await Promise.all([one.post(path, typed('甲街 1 号')), other.post(path, typed('乙街 2 号'))])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('a form with errors keeps the version it was opened at, in another mode too', async () => {
  const [one, other] = await twoDevices()
  const path = '/zh/apply/step/address/home'
  const [first, second] = [await opened(one, path), await opened(other, path)]
  await one.post(path, { ...first, 'f-county': '630104', 'f-words': '甲街 1 号' })
  const lacking = await other.post(path, { ...second, 'f-county': '', 'f-words': '乙街 2 号' })
  expect([lacking.status, versionIn(lacking.text)]).toEqual([422, second.version])
  const there = await other.post('/bo/apply/step/address/home', { ...second, 'switch-to': 'bo', 'f-county': '', 'f-words': '乙街 2 号' })
  expect([there.status, versionIn(there.text)]).toEqual([200, second.version])
})

test('a form without its version overwrites nothing', async () => {
  const [, other] = await twoDevices()
  const path = '/zh/apply/step/address/home'
  const { status } = await other.post(path, { version: '', 'f-county': '630104', 'f-words': '乙街 2 号' })
  expect(status).toBe(409)
  expect((await other.get(path)).text).not.toContain('乙街 2 号')
})

/** What a form of a page sends besides what is typed. */
const hiddenIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )

/** Posts as a browser does: to wherever an answer says to send the same once more. */
async function send(one: Resident, path: string, fields: Record<string, string>) {
  const answer = await one.post(path, fields)
  return answer.status === 307 ? one.post(one.at(), fields) : answer
}

describe('a step posted after its folder was closed', () => {
  const path = '/zh/apply/step/address/home'
  const words = '丙街 3 号'

  /** Somebody with a step open whose folder is closed on another tab; what they typed meets the door. */
  async function metDoor(mode = 'zh') {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade)
    const at = path.replace('zh', mode)
    const typed = { ...hiddenIn((await one.get(at)).text), 'f-county': '630104', 'f-words': words }
    await one.post('/zh/applications/close', {})
    const door = await send(one, at, typed)
    return { one, code, door, typed }
  }

  test.each(languages)('is kept, and handed back once the folder is open again (%s)', async (mode) => {
    const { one, code, door } = await metDoor(mode)
    expect(door.status).toBe(200)
    expect(door.text).toContain(textOf(mode, 'application:open.kept'))
    expect(door.text).not.toContain(words)
    const { kept = '' } = hiddenIn(door.text)
    const wrong = await one.post(`/${mode}/applications/open`, { code, pin: '000000', kept })
    expect([wrong.status, hiddenIn(wrong.text).kept]).toEqual([422, kept])
    const open = await one.post(`/${mode}/applications/open`, { code, pin, kept })
    expect([open.status, hiddenIn(open.text)['f-words']]).toEqual([200, words])
    const to = /<form method="post" action="([^"]+)" class="card"/.exec(open.text)?.[1] ?? ''
    expect(to).toBe(`/${mode}/apply/step/address/home`)
    expect((await one.post(to, hiddenIn(open.text))).status).toBe(303)
    expect((await one.get(to)).text).toContain(words)
  })

  test('and shows both where something else was saved meanwhile', async () => {
    const { one, code, door } = await metDoor()
    const other = resident(server.port)
    await other.post('/zh/applications/open', { code, pin })
    await other.post(path, { 'f-county': '630104', 'f-words': '丁街 4 号' })
    const open = await one.post('/zh/applications/open', { code, pin, kept: hiddenIn(door.text).kept ?? '' })
    const refused = await one.post(path, hiddenIn(open.text))
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toMatch(/丁街 4 号[\s\S]*丙街 3 号/)
  })

  test('whoever opens another folder gets nothing of it, nor does what was altered come back', async () => {
    const { one, door } = await metDoor()
    const { kept = '' } = hiddenIn(door.text)
    const code = await fillIn(resident(server.port), ['skills-training'], trade)
    for (const held of [kept, `${kept.slice(0, -4)}AAAA`, 'x']) {
      const other = resident(server.port, one.cookies())
      const open = await other.post('/zh/applications/open', { code, pin, kept: held })
      expect([open.status, open.headers.location]).toEqual([303, '/zh/applications'])
    }
  })

  test('is never saved in another folder that is open in the same browser by then', async () => {
    const { one, typed } = await metDoor()
    await fillIn(one, ['skills-training'], trade)
    const before = (await one.get(path)).text
    const door = await send(one, path, { ...typed, version: versionIn(before) })
    expect(door.text).toContain(textOf('zh', 'application:open.kept'))
    expect((await one.get(path)).text).not.toContain(words)
  })

  test('leads nowhere but to pages of the folder', async () => {
    const { one, code, typed } = await metDoor()
    const door = await one.post('/zh/applications/open?to=//evil.example/zh/apply', typed)
    expect(hiddenIn(door.text).kept).toBeUndefined()
    expect((await one.post('/zh/applications/open', { code, pin })).headers.location).toBe('/zh/applications')
  })
})

test('photographs sent after the folder was closed, or to another one, were not taken, and it is said', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], trade)
  const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''
  const { folder = '' } = hiddenIn((await one.get(paper)).text)
  const photographs = async (by: Resident) => {
    const form = new FormData()
    form.append('folder', folder)
    form.append('files', new Blob([Buffer.from('%PDF-1.4')], { type: 'application/pdf' }), 'a.pdf')
    const headers = {
      Cookie: Object.entries(by.cookies())
        .map((pair) => pair.join('='))
        .join('; '),
    }
    return fetch(server.url + paper, { method: 'POST', body: form, headers, redirect: 'manual' })
  }
  const other = resident(server.port)
  await fillIn(other, ['skills-training'], trade)
  for (const by of [other, resident(server.port)]) {
    const answer = await photographs(by)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/zh/applications/open?why=photos'])
  }
  expect((await one.get('/zh/applications/open?why=photos')).text).toContain(textOf('zh', 'application:open.photos'))
})

test('photographs sent in pieces go to the folder their page was opened in, or nowhere', async () => {
  const [one, other] = [resident(server.port), resident(server.port)]
  for (const by of [one, other]) await fillIn(by, ['skills-training'], trade)
  const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''
  const { folder = '' } = hiddenIn((await one.get(paper)).text)
  const bytes = Buffer.from('%PDF-1.4 测试')
  const started = await one.post(`${paper}/pieces?start&size=${bytes.length}&folder=${folder}`, {})
  expect(started.status).toBe(201)
  const { id } = JSON.parse(started.text)
  const elsewhere = [await other.post(`${paper}/pieces?start&size=9&folder=${folder}`, {})]
  elsewhere.push(await other.post(`${paper}/pieces/${id}?offset=0&folder=${folder}`, {}))
  for (const answer of elsewhere) expect([answer.status, answer.headers.location]).toEqual([303, '/zh/applications/open?why=photos'])
  const closed = await resident(server.port).post(`${paper}/pieces?start&size=9&folder=${folder}`, {})
  expect(closed.headers.location).toBe('/zh/applications/open?why=photos')
})

describe('a step of a clerk', () => {
  const path = '/zh/apply/step/address/home'
  const helpAgain = { ...newClient, who: 'existing' }

  test('posted after the help ended is kept for that folder, and handed back when it is helped again', async () => {
    const { session } = await signedInAs(dataDir, 'clerk')
    const at = resident(server.port, { staff: session })
    await at.post('/zh/desk/counter', newClient)
    const code = await fillIn(at, ['skills-training'], trade)
    const typed = { ...hiddenIn((await at.get(path)).text), 'f-county': '630104', 'f-words': '戊街 5 号' }
    await at.post('/zh/desk/counter/end', {})
    const counter = await send(at, path, typed)
    expect(counter.text).toContain(textOf('zh', 'counter:kept'))
    const { kept = '' } = hiddenIn(counter.text)
    const begun = await at.post('/zh/desk/counter', { ...helpAgain, code, pin, kept })
    expect([begun.status, hiddenIn(begun.text)['f-words']]).toEqual([200, '戊街 5 号'])
    expect((await at.post(path, hiddenIn(begun.text))).status).toBe(303)
    expect((await at.get(path)).text).toContain('戊街 5 号')
    const next = await fillIn(resident(server.port), ['skills-training'], trade)
    expect((await at.post('/zh/desk/counter', { ...helpAgain, code: next, pin, kept })).headers.location).toBe('/zh/desk/counter')
  })
})

describe('what would be handed in otherwise than it was read', () => {
  const submit = '/zh/apply/submit'
  const statuses = async (one: Resident) =>
    JSON.parse((await one.get('/zh/applications/data.json')).text).applications.map(({ status }: { status: string }) => status)

  test('is not handed in: what changed is shown beside what was read, and is handed in then', async () => {
    const [one, other] = await twoDevices()
    const read = await submitForm(other)
    await one.post('/zh/apply/step/own/n1', { 'f-trade': '做面条' })
    // Consent that is missing is said first; what was read stays what it was.
    const lacking = await other.post(submit, { ...read, agree: 'general' })
    expect([lacking.status, hiddenIn(lacking.text).opened]).toEqual([422, read.opened])
    const refused = await other.post(submit, read)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(textOf('zh', 'conflict:submit.title'))
    expect(conflictIn(refused.text)).toMatch(/做面条[\s\S]*做饭/)
    expect(conflictIn(refused.text)).not.toContain('扎西')
    expect(/id="agree-general"[^>]*checked/.test(refused.text)).toBe(true)
    expect(await statuses(one)).toEqual(['draft'])
    expect((await other.post(submit, { ...hiddenIn(refused.text), agree: read.agree ?? [] })).status).toBe(303)
    expect(await statuses(one)).toEqual(['submitted'])
  })

  test('nor is an application that was added, or one removed, since; nor anything where nothing was read', async () => {
    const [one, other] = await twoDevices()
    const read = await submitForm(other)
    await one.post('/zh/apply', { pick: 'job-services:1' })
    await one.post('/zh/apply/step/own/n2', { 'f-matter': 'guidance' })
    const refused = await other.post(submit, read)
    expect([refused.status, conflictIn(refused.text).includes(textOf('zh', 'services/job-services:name'))]).toEqual([409, true])
    const again = await submitForm(other)
    await one.post('/zh/apply/folder', { remove: '2' })
    expect((await other.post(submit, again)).status).toBe(409)
    for (const opened of ['', again.opened?.slice(0, -4) ?? '', 'x'])
      expect((await other.post(submit, { ...again, opened })).status, String(opened)).toBe(409)
    expect(await statuses(one)).toEqual(['draft'])
  })

  test('what changed between reading the answers and going on is read again', async () => {
    const [one, other] = await twoDevices()
    const next = async () =>
      /class="button" href="([^"]*\/apply\/submit[^"]*)"/.exec((await other.get('/zh/apply/answers')).text)?.[1] ?? ''
    const before = await next()
    await one.post('/zh/apply/step/own/n1', trade)
    expect((await other.get(before)).status).toBe(200)
    await one.post('/zh/apply/step/own/n1', { 'f-trade': '做面条' })
    const led = await other.get(before)
    expect([led.status, led.headers.location]).toEqual([303, '/zh/apply/answers?why=changed'])
    expect((await other.get(other.at())).text).toContain(textOf('zh', 'apply:answers.changed'))
    expect((await other.get(await next())).status).toBe(200)
  })

  test('what was saved once more and reads the same is handed in', async () => {
    const [one, other] = await twoDevices()
    const read = await submitForm(other)
    await one.post('/zh/apply/step/own/n1', trade)
    expect((await other.post(submit, read)).status).toBe(303)
  })
})

describe('a step whose application went while it was open', () => {
  const path = '/zh/apply/step/own/n2'
  /** A step of the second of two drafts, open on another device. */
  async function stepOpen() {
    const [one, other] = [resident(server.port), resident(server.port)]
    const code = await fillIn(one, ['job-services', 'skills-training'], { ...trade, 'f-matter': 'guidance' })
    await other.post('/zh/applications/open', { code, pin })
    return { one, other, typed: { ...hiddenIn((await other.get(path)).text), 'f-trade': '做凉面' } }
  }
  const applications = async (one: Resident) => JSON.parse((await one.get('/zh/applications/data.json')).text).applications

  test.each(languages)('removed: what was typed is shown, and begins it again (%s)', async (mode) => {
    const { one, other, typed } = await stepOpen()
    const at = path.replace('zh', mode)
    await one.post('/zh/apply/folder', { remove: '2' })
    const gone = await other.post(at, typed)
    expect(gone.status).toBe(409)
    expect(gone.text).toContain(textOf(mode, 'conflict:removed.title'))
    expect(conflictIn(gone.text)).toContain('做凉面')
    expect(await applications(one)).toHaveLength(1)
    const again = { ...hiddenIn(gone.text), begin: 'yes' }
    // Sent twice, as over a bad connection: it is begun once.
    for (const answer of [await send(other, at, again), await send(other, at, again)]) expect(answer.status).toBe(303)
    expect((await applications(one)).map(({ service }: { service: string }) => service)).toEqual(['job-services', 'skills-training'])
    expect((await one.get(path)).text).toContain('做凉面')
  })

  test('its number given to another application: nothing is saved there', async () => {
    const { one, other, typed } = await stepOpen()
    await one.post('/zh/apply/folder', { remove: '2' })
    await one.post('/zh/apply', { pick: 'unemployment-insurance:1' })
    const gone = await other.post(path, typed)
    expect([gone.status, conflictIn(gone.text).includes('做凉面')]).toEqual([409, true])
    expect((await one.get(path)).text).not.toContain('做凉面')
    expect((await send(other, path, { ...hiddenIn(gone.text), begin: 'yes' })).status).toBe(303)
    expect((await one.get('/zh/apply/step/own/n3')).text).toContain('做凉面')
  })

  test('handed in: what was handed in is shown beside what was typed', async () => {
    const { one, other, typed } = await stepOpen()
    await one.post('/zh/apply/submit', await submitForm(one))
    const gone = await other.post(path, typed)
    expect([gone.status, gone.text.includes(textOf('zh', 'conflict:done.title'))]).toEqual([409, true])
    expect(conflictIn(gone.text)).toMatch(/做饭[\s\S]*做凉面/)
    // The same that was handed in is no conflict.
    expect((await other.post(path, { ...typed, ...trade })).headers.location).toBe('/zh/applications/2')
    const shared = '/zh/apply/step/address/home'
    const unasked = await other.post(shared, { version: '', 'f-county': '630104', 'f-words': '辛街 8 号' })
    expect([unasked.status, unasked.text.includes(textOf('zh', 'conflict:unasked.title'))]).toEqual([409, true])
    expect(conflictIn(unasked.text)).toContain('辛街 8 号')
    expect((await applications(one)).every(({ status }: { status: string }) => status === 'submitted')).toBe(true)
  })

  test('what never was a step is none', async () => {
    const { other } = await stepOpen()
    for (const at of ['own/n9', 'own/nothing', 'address/9', 'nothing/home', 'own/n2/x'])
      expect((await other.post(`/zh/apply/step/${at}`, { version: '', 'f-words': 'x' })).status, at).toBe(404)
    for (const of of ['nothing', 'skills-training:9', 'skills-training', '__proto__:1'])
      expect((await other.post('/zh/apply/step/own/n9', { version: '', of, begin: 'yes', 'f-trade': 'x' })).status, of).toBe(404)
  })
})

describe('a draft that changed while it was to be removed', () => {
  const list = '/zh/apply/folder'
  const own = { ...trade, 'f-matter': 'guidance' }
  /** Somebody with two drafts, the same folder on another device, and the version at which the list shows a draft there. */
  async function twoDrafts() {
    const [one, other] = [resident(server.port), resident(server.port)]
    const code = await fillIn(one, ['job-services', 'skills-training'], own)
    await other.post('/zh/applications/open', { code, pin })
    const versionOf = async (number: string) =>
      new RegExp(`id="remove-${number}"[\\s\\S]*?name="version" value="([^"]*)"`).exec((await other.get(list)).text)?.[1] ?? ''
    return { one, other, versionOf }
  }
  const services = async (one: Resident) =>
    JSON.parse((await one.get('/zh/applications/data.json')).text).applications.map(({ service }: { service: string }) => service)

  test('stays, and what stands in it is shown; it is removed then', async () => {
    const { one, other, versionOf } = await twoDrafts()
    const version = await versionOf('2')
    await one.post('/zh/apply/step/own/n2', { 'f-trade': '做面条' })
    const refused = await other.post(list, { remove: '2', version })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain('做面条')
    expect(refused.text).toContain(textOf('zh', 'conflict:act.title'))
    expect(await services(one)).toEqual(['job-services', 'skills-training'])
    // What stands in another draft is in nobody's way.
    await one.post('/zh/apply/step/own/n1', { 'f-matter': 'unsure' })
    expect((await other.post(list, { remove: '2', version: await versionOf('2') })).status).toBe(303)
    expect(await services(one)).toEqual(['job-services'])
  })

  test('another draft that was given its number stays', async () => {
    const { one, other, versionOf } = await twoDrafts()
    const version = await versionOf('2')
    await one.post(list, { remove: '2' })
    await one.post('/zh/apply', { pick: 'unemployment-insurance:1' })
    expect((await other.post(list, { remove: '2', version })).status).toBe(409)
    expect(await services(one)).toEqual(['job-services', 'unemployment-insurance'])
  })

  test('so does a folder to which something was added, and one that is open beside it', async () => {
    const { one, other } = await twoDrafts()
    const at = '/zh/applications/delete'
    const shown = hiddenIn((await other.get(at)).text)
    await one.post('/zh/apply', { pick: 'unemployment-insurance:1' })
    const refused = await other.post(at, shown)
    expect([refused.status, refused.text.includes(textOf('zh', 'conflict:act.title'))]).toEqual([409, true])
    await other.post('/zh/applications/close', {})
    await fillIn(other, ['skills-training'], trade)
    expect((await other.post(at, { ...shown, version: versionIn((await other.get(at)).text) })).status).toBe(307)
    expect([await services(one), await services(other)].map(({ length }) => length)).toEqual([3, 1])
    expect((await one.post(at, hiddenIn((await one.get(at)).text))).headers.location).toBe('/zh/applications/open?why=deleted')
  })
})

describe('an application that moved on while a page about it was open', () => {
  const items = [{ target: 'own/n1/trade', reason: 'other' as const }]
  const path = (what: string) => `/zh/applications/1/${what}`
  const statusOf = async (one: Resident) => JSON.parse((await one.get('/zh/applications/data.json')).text).applications[0]
  const typed = (trade: string) => ({ 'f-own-n1-trade': trade })

  /** Somebody who handed in, and the same folder on another device. */
  async function handedIn(): Promise<{ one: Resident; other: Resident; code: string }> {
    const [one, other] = [resident(server.port), resident(server.port)]
    const code = await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await other.post('/zh/applications/open', { code, pin })
    return { one, other, code }
  }

  test('a correction answered on another tab: both are shown, nothing is saved; the same twice is no conflict', async () => {
    const { one, other, code } = await handedIn()
    await hall(dataDir, code, 1, { type: 'ask-correction', items })
    const [first, second] = [await opened(one, path('correct')), await opened(other, path('correct'))]
    expect((await one.post(path('correct'), { ...first, ...typed('做面条') })).status).toBe(303)
    expect((await other.post(path('correct'), { ...second, ...typed('做面条') })).status).toBe(303)
    const late = await other.post(path('correct'), { ...second, ...typed('做凉面') })
    expect(late.status).toBe(409)
    expect(late.text).toContain(textOf('zh', 'conflict:done.title'))
    expect(conflictIn(late.text)).toMatch(/做面条[\s\S]*做凉面/)
    // In the other language it is said again, with the same words.
    const there = await other.post(path('correct').replace('zh', 'bo'), { ...hiddenIn(late.text), 'switch-to': 'bo' })
    expect([there.status, /做面条[\s\S]*做凉面/.test(conflictIn(there.text))]).toEqual([409, true])
    const { status, history } = await statusOf(one)
    expect([status, history.length]).toEqual(['resubmitted', 3])
    // Asked for once more: what was typed for the first request answers no other.
    await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'person/1/name', reason: 'does-not-match' }] })
    expect((await other.post(path('correct'), { ...second, ...typed('做凉面') })).status).toBe(409)
    expect((await statusOf(one)).status).toBe('correction-asked')
  })

  test('a field to be corrected that was saved elsewhere since: both are shown, and may be saved then', async () => {
    const { one, other, code } = await handedIn()
    const about = [{ target: 'address/home/words', reason: 'other' as const }]
    await hall(dataDir, code, 1, { type: 'ask-correction', items: about })
    const { version } = await opened(other, path('correct'))
    await one.post('/zh/apply', { pick: 'job-services:1' })
    await one.post('/zh/apply/step/address/home', { 'f-county': '630104', 'f-words': '己街 6 号' })
    const words = { 'f-address-home-words': '庚街 7 号' }
    const refused = await other.post(path('correct'), { version, ...words })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toMatch(/己街 6 号[\s\S]*庚街 7 号/)
    expect((await statusOf(one)).status).toBe('correction-asked')
    expect((await other.post(path('correct'), { version: versionIn(refused.text), ...words })).status).toBe(303)
    expect((await statusOf(one)).status).toBe('resubmitted')
  })

  test('a withdrawal is done only where the application stands as it was shown; the reason is kept', async () => {
    const { one, other, code } = await handedIn()
    const { version } = await opened(one, path('withdraw'))
    await hall(dataDir, code, 1, { type: 'ask-correction', items })
    const refused = await one.post(path('withdraw'), { version, words: '找到活了' })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain(textOf('zh', 'application:status.correction-asked.name'))
    expect(conflictIn(refused.text)).toContain('找到活了')
    expect((await statusOf(one)).status).toBe('correction-asked')
    const switched = await one.post(path('withdraw').replace('zh', 'bo'), { version, words: '找到活了', 'switch-to': 'bo' })
    expect(versionIn(switched.text)).toBe(version)
    const both = await Promise.all(
      [one, other].map((by) => by.post(path('withdraw'), { version: versionIn(refused.text), words: '找到活了' })),
    )
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const { status, history } = await statusOf(one)
    expect([status, history.length]).toEqual(['withdrawn', 3])
    const late = await other.post(path('withdraw'), { version: versionIn(refused.text), words: '不想办了' })
    expect(late.status).toBe(409)
    expect(conflictIn(late.text)).toMatch(/找到活了[\s\S]*不想办了/)
  })

  test('a decision meanwhile: nothing is withdrawn, and it is said', async () => {
    const { one, code } = await handedIn()
    const { version } = await opened(one, path('withdraw'))
    for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 1, { type })
    const refused = await one.post(path('withdraw'), { version, words: '找到活了' })
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain(textOf('zh', 'application:status.approved.name'))
    const there = await one.post(path('withdraw').replace('zh', 'bo'), { version, words: '找到活了', 'switch-to': 'bo' })
    expect([there.status, conflictIn(there.text).includes('找到活了')]).toEqual([409, true])
    expect((await statusOf(one)).status).toBe('approved')
  })

  test('a rating on another tab: the first stands, the second is shown both', async () => {
    const { one, other, code } = await handedIn()
    for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 1, { type })
    const rating = { version: '', score: '5', words: '很快' }
    expect((await one.post(path('rate'), rating)).status).toBe(303)
    expect((await other.post(path('rate'), rating)).status).toBe(303)
    const late = await other.post(path('rate'), { version: '', score: '2', words: '等了很久' })
    expect(late.status).toBe(409)
    for (const words of ['很快', '等了很久', textOf('zh', 'application:rate.scores.5'), textOf('zh', 'application:rate.scores.2')])
      expect(conflictIn(late.text)).toContain(words)
    expect((await statusOf(one)).history.filter(({ type }: { type: string }) => type === 'rate')).toHaveLength(1)
  })
})

describe('forms of staff, open twice', () => {
  const says = (html: string) => (/id="conflict"([\s\S]*?)class="actions"/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ')
  const versionsIn = (html: string) => [...html.matchAll(/name="version" value="([^"]*)"/g)].map(([, version = '']) => version)
  let administrator: Awaited<ReturnType<typeof administratorOf>>
  let hall: string
  beforeAll(async () => {
    administrator = await administratorOf(server)
    hall = await makeHall(administrator, '632600')
  })

  test('a hall: the second is shown both, and may save over it then', async () => {
    const { browser } = administrator
    const path = `/zh-bo/desk/halls/${hall}`
    const { version } = await opened(browser, path)
    const typed = { place: '632600', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན' }
    expect((await browser.post(path, { ...typed, version, zh: '甲测试大厅' })).status).toBe(303)
    const refused = await browser.post(path, { ...typed, version, zh: '乙测试大厅' })
    expect(refused.status).toBe(409)
    expect(says(refused.text)).toMatch(/甲测试大厅[\s\S]*乙测试大厅/)
    expect((await browser.get(path)).text).not.toContain('乙测试大厅')
    expect((await browser.post(path, { ...typed, version: versionIn(refused.text), zh: '乙测试大厅' })).status).toBe(303)
    expect((await browser.get(path)).text).toContain('乙测试大厅')
    const both = await Promise.all(['丙', '丁'].map((name) => browser.post(path, { ...typed, version: '', zh: `${name}测试大厅` })))
    expect(both.map(({ status }) => status)).toEqual([409, 409])
  })

  test('a staff member: role and hall, and what is done about the account', async () => {
    const { browser } = administrator
    const { id } = await makeStaff(administrator, { role: 'clerk', hall })
    const path = `/zh/desk/staff/${id}`
    const [post = '', account = ''] = versionsIn((await browser.get(path)).text)
    expect((await browser.post(path, { do: 'change', version: post, role: 'reviewer', hall })).status).toBe(303)
    const role = await browser.post(path, { do: 'change', version: post, role: 'supervisor', hall })
    expect(role.status).toBe(409)
    expect(says(role.text)).toContain(textOf('zh', 'desk:role.reviewer'))
    expect(says(role.text)).toContain(textOf('zh', 'desk:role.supervisor'))
    // What somebody else did to the account meanwhile stands beside what was to be done; the same again is no conflict.
    expect((await browser.post(path, { do: 'off', version: account })).status).toBe(303)
    expect((await browser.post(path, { do: 'off', version: account })).status).toBe(303)
    const link = await browser.post(path, { do: 'link', version: account })
    expect(link.status).toBe(409)
    expect(says(link.text)).toContain(textOf('zh', 'account:standings.off'))
  })

  test('one’s own password, changed on another tab: the second changes nothing', async () => {
    const { browser, login, password } = await makeStaff(administrator, { role: 'clerk', hall })
    const { version } = await opened(browser, '/zh/desk/account')
    const change = (current: string, next: string) =>
      browser.post('/zh/desk/account', { do: 'password', version, current, password: next, again: next })
    expect((await change(password, 'seven sheep on the hill')).status).toBe(303)
    const refused = await change('seven sheep on the hill', 'nine horses by the river')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(textOf('zh', 'account:errors.password-changed'))
    const entering = { login, password: 'seven sheep on the hill' }
    expect((await resident(server.port).post('/zh/desk/sign-in', entering)).status).toBe(303)
  })
})
