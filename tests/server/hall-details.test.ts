import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '#app/domain/language.ts'
import { administratorOf, makeHall, type StaffMember } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { conflictIn, hiddenIn } from '#tests/support/lost-updates.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { textOf } from '#tests/support/texts.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

let server: BuiltServer
let administrator: StaffMember
let hall = ''
const dataDir = mkdtempSync(join(tmpdir(), 'settle-halls-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  hall = await makeHall(administrator, '630104')
}, 240_000)
afterAll(() => server.stop())

/** The page without what is said in its head and its foot. */
const mainOf = (html: string) => html.split('<main')[1]?.split('<footer')[0] ?? ''
const page = () => `/zh/desk/halls/${hall}/details`
const details = {
  ...{ 'f-address-zh': '测试路 0 号', 'f-address-bo': 'ཚོད་ལྟའི་ལམ། 0', 'f-phone': '0971-8000000', 'f-appointment': 'needed' },
  ...{ 'f-morning': '9:00-12:00', 'f-afternoon': '14:30-17:30', 'f-closed': ['6', '7'], 'f-step-free': 'yes' },
}
const saturday = textOf('zh', 'halls:fields.closed.options.6')
const told = ['测试路 0 号', '9:00–12:00', saturday, textOf('zh', 'halls:fields.appointment.options.needed')]
const missing = async (one: Resident, path: string) => {
  const { text } = await one.get(path)
  return told.filter((line) => !text.includes(line))
}

test('what is wrong stands beside its field, in the language of the reader, and what was typed stays', async () => {
  const { browser } = administrator
  expect((await browser.get('/zh/desk/halls')).text).toContain(textOf('zh', 'halls:not-entered'))
  const wrong = await browser.post(page(), { ...details, 'f-morning': '很早', 'f-address-bo': '' })
  expect(wrong.status).toBe(422)
  for (const field of ['morning', 'address-bo']) expect(wrong.text).toContain(`id="f-${field}-error"`)
  expect(wrong.text).toContain('value="很早"')
  expect(wrong.text).toContain(textOf('zh', 'halls:errors.hours'))
  expect((await browser.post(`/bo/desk/halls/${hall}/details`, { 'f-morning': '很早' })).text).toContain(textOf('bo', 'halls:errors.hours'))
})

test('it stands from the address to the slip, the page of what was handed in and its status; what was not entered stands nowhere', async () => {
  const { browser } = administrator
  expect((await browser.post(page(), details)).status).toBe(303)
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' })
  const before = ['/zh/apply/step/address/home', '/zh/apply/submit', '/zh/applications/slip']
  for (const path of before) expect(await missing(one, path), path).toEqual([])
  await one.post('/zh/apply/submit', await submitForm(one))
  for (const path of ['/zh/applications', '/zh/applications/1', '/zh/applications/slip']) expect(await missing(one, path), path).toEqual([])
  const { text } = await one.get('/zh/applications/1')
  for (const what of ['way', 'coordinates', 'speaks', 'services']) expect(text).not.toContain(`<dt>${textOf('zh', `halls:shown.${what}`)}`)
  expect((await one.get('/bo/applications/1')).text).toContain('ཚོད་ལྟའི་ལམ། 0')
})

test('everything of its record stands on the page of what was handed in, the status, the slip and the sheet', async () => {
  const other = await makeHall(administrator, '632801')
  const all = { ...details, 'f-way-zh': '在测试桥边', 'f-way-bo': 'ཚོད་ལྟའི་ཟམ་པའི་འགྲམ།', 'f-note-zh': '先取号', 'f-note-bo': 'ཨང་རྟགས་ལེན།' }
  const more = { 'f-speaks': [...languages, 'other'], 'f-departments': ['police-station'] }
  expect((await administrator.browser.post(`/zh/desk/halls/${other}/details`, { ...all, ...more })).status).toBe(303)
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': '632801' })
  await one.post('/zh/apply/submit', await submitForm(one))
  await answerAll(one, 'zh', workedCase('J01').request)
  await one.post('/zh/check/live-place', { answer: 'qh-town', county: '632801' })
  const speaks = textOf('zh', 'halls:shown.speaks')
  const says = [
    ...told,
    '在测试桥边',
    '先取号',
    speaks,
    textOf('zh', 'halls:fields.step-free.options.yes'),
    textOf('zh', 'departments:police-station'),
  ]
  for (const path of ['/zh/applications', '/zh/applications/1', '/zh/applications/slip', '/zh/check/print', '/zh/check/result']) {
    const { text } = await one.get(path)
    expect([path, says.filter((line) => !text.includes(line))]).toEqual([path, []])
  }
})

test('what another administrator wrote meanwhile is shown, and nothing is written over it', async () => {
  const { browser } = administrator
  const opened = hiddenIn((await browser.get(page())).text)
  expect((await browser.post(page(), { ...details, 'f-phone': '0971-8000001' })).status).toBe(303)
  const late = await browser.post(page(), { ...opened, ...details, 'f-phone': '0971-8000002' })
  expect([late.status, conflictIn(late.text).length > 0]).toEqual([409, true])
  // Another language shows both again, and writes nothing.
  await browser.post(page(), { ...hiddenIn(late.text), ...details, 'f-phone': '0971-8000002', 'switch-to': 'bo' })
  const switched = await browser.post(browser.at(), { ...hiddenIn(late.text), ...details, 'f-phone': '0971-8000002', 'switch-to': 'bo' })
  expect([switched.status, ['0971-8000001', '0971-8000002'].map((phone) => conflictIn(switched.text).includes(phone))]).toEqual([
    200,
    [true, true],
  ])
  expect((await browser.post(page(), { ...hiddenIn(late.text), ...details })).status).toBe(303)
})

test('who hands in where no hall receives reads it before, with the departments; the administrator has a list of such places', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': '632723' })
  const { text } = await one.get('/zh/apply/submit')
  const county = textOf('zh', 'places:counties.632723')
  expect(text).toContain(textOf('zh', 'halls:received.nobody').replace('{{county}}', county))
  expect(text).toContain(textOf('zh', 'departments:employment-service'))
  const list = (await administrator.browser.get('/zh/desk/halls')).text.split('id="uncovered"')[1]?.split('</section>')[0] ?? ''
  expect([list.includes(county), list.includes(textOf('zh', 'places:counties.630104'))]).toEqual([true, false])
  await one.post('/zh/apply/submit', await submitForm(one))
  const promises = ['handed-in.call', 'handed-in.no-call', 'status.submitted.next'].map(
    (key) => textOf('zh', `application:${key}`).split('{{')[0] ?? '',
  )
  const promised = async () => {
    const done = (await one.get('/zh/applications')).text.split('id="handed-in"')[1]?.split('</section>')[0] ?? ''
    return promises.filter((says) => done.includes(says)).length
  }
  const onEach = async (says: string) =>
    Promise.all(
      ['/zh/applications/1', '/zh/applications/slip', '/zh/apply'].map(async (at) => mainOf((await one.get(at)).text).includes(says)),
    )
  const [looks, nobody, given] = [
    textOf('zh', 'application:status.submitted.next'),
    textOf('zh', 'halls:received.nobody').replace('{{county}}', county),
    textOf('zh', 'apply:intake'),
  ]
  // Nobody looks at it, and nobody calls: nothing of the kind is said, until a hall receives; before one adds to it, that nobody does is.
  expect(await promised()).toBe(0)
  expect([await onEach(looks), await onEach(nobody), await onEach(given)]).toEqual([
    [false, false, false],
    [true, true, true],
    [false, false, false],
  ])
  await makeHall(administrator, '632700')
  const elsewhere = textOf('zh', 'halls:received.elsewhere').replace('{{county}}', county)
  expect(await promised()).toBe(2)
  expect([await onEach(looks), await onEach(nobody), await onEach(given)]).toEqual([
    [true, true, false],
    [false, false, false],
    [false, false, true],
  ])
  expect((await one.get('/zh/applications')).text).toContain(elsewhere.replace('{{place}}', textOf('zh', 'places:prefectures.632700')))
})

test('whom nobody receives what was checked for reads it before anything is agreed to', async () => {
  const one = resident(server.port)
  await answerAll(one, 'zh', workedCase('J01').request)
  await one.post('/zh/check/live-place', { answer: 'qh-town', county: '632621' })
  const says = textOf('zh', 'halls:received.nobody').replace('{{county}}', textOf('zh', 'places:counties.632621'))
  const start = (await one.get('/zh/apply?pick=now')).text
  expect([start.includes(says), mainOf(start).includes(textOf('zh', 'apply:intake'))]).toEqual([true, false])
  const pick = /name="pick" value="([^"]+)"/.exec(start)?.[1] ?? ''
  const consents = await one.post('/zh/apply', { ...hiddenIn(start), pick, who: '1' })
  expect([/name="agree"/.test(consents.text), consents.text.includes(says)]).toEqual([true, true])
})

test('a county without a hall of its own is told of once where it is chosen, and next time it is saved', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' })
  const step = '/zh/apply/step/address/home'
  const says = textOf('zh', 'halls:received.nobody').replace('{{county}}', textOf('zh', 'places:counties.632822'))
  const typed = { 'f-county': '632822', 'f-words': '测试街 0 号' }
  const opened = hiddenIn((await one.get(step)).text)
  expect(opened['county-told']).toBe('630104')
  const told = await one.post(step, { ...opened, ...typed })
  expect([told.status, told.text.includes(says), told.text.includes('测试路 0 号')]).toEqual([200, true, false])
  expect(hiddenIn((await one.get(step)).text)['county-told']).toBe('630104')
  expect((await one.post(step, { ...hiddenIn(told.text), ...typed })).status).toBe(303)
  const again = await one.get(step)
  expect([hiddenIn(again.text)['county-told'], again.text.includes(says)]).toEqual(['632822', true])
  expect((await one.post(step, { ...hiddenIn(again.text), ...typed, 'f-county': '630104' })).status).toBe(303)
  // A page opened before an upgrade does not say what it told.
  expect((await one.post(step, typed)).status).toBe(303)
})

test('the hall of the county somebody names stands by name from that question on to the result and the sheet; where none is on record, whom to ask', async () => {
  const county = textOf('zh', 'places:counties.632621')
  for (const [where, says] of [
    ['630104', '测试大厅'],
    ['632621', textOf('zh', 'halls:received.unknown').replace('{{county}}', county)],
  ] as const) {
    const one = resident(server.port)
    await answerAll(one, 'zh', workedCase('J01').request)
    await one.post('/zh/check/live-place', { answer: 'qh-town', county: where })
    for (const path of ['live-place', 'summary', 'result']) {
      const { text } = await one.get(`/zh/check/${path}`)
      expect([path, (text.split('id="hall"')[1]?.split('</summary>')[0] ?? text).includes(says)]).toEqual([path, true])
    }
    expect((await one.get('/zh/check/print')).text.split('window-sheet')[1]).toContain(says)
  }
})

test('where a hall is that has no address yet is asked at 12345, on every page that sends somebody there; with one, nobody is told so', async () => {
  await makeHall(administrator, '632522')
  const says = textOf('zh', 'halls:shown.no-address')
  for (const [where, isTold] of [
    ['632522', true],
    ['630104', false],
  ] as const) {
    const one = resident(server.port)
    await answerAll(one, 'zh', workedCase('J01').request)
    await one.post('/zh/check/live-place', { answer: 'qh-town', county: where })
    for (const path of ['/zh/check/result', '/zh/check/print'])
      expect([where, path, (await one.get(path)).text.includes(says)]).toEqual([where, path, isTold])
  }
})

test('where the record of a hall names what it takes and not this service, that stands beside it wherever somebody is sent there', async () => {
  const place = '632621'
  const other = await makeHall(administrator, place)
  const path = `/zh/desk/halls/${other}/details`
  expect((await administrator.browser.post(path, { 'f-services': ['job-services'] })).status).toBe(303)
  const said = (service: string, language: Language = 'zh') =>
    textOf(language, 'halls:received.unsaid').replace('{{services}}', textOf(language, `services/${service}:name`))
  const one = resident(server.port)
  await fillIn(one, ['skills-training', 'job-services'], { 'f-trade': '做饭', 'f-matter': 'guidance' }, 'zh', { 'f-county': place })
  const pages = ['/zh/apply/submit', '/zh/applications/slip', '/zh/applications', '/zh/applications/1']
  const saysOn = async (path: string) => (await one.get(path)).text.includes(said('skills-training'))
  expect(await Promise.all(pages.slice(0, 2).map(saysOn))).toEqual([true, true])
  await one.post('/zh/apply/submit', await submitForm(one))
  for (const path of pages.slice(1)) expect([path, await saysOn(path)]).toEqual([path, true])
  expect((await one.get('/bo/applications/1')).text).toContain(said('skills-training', 'bo'))
  expect((await one.get('/zh/applications/2')).text).not.toContain(said('job-services'))
  await answerAll(one, 'zh', workedCase('J01').request)
  await one.post('/zh/check/live-place', { answer: 'qh-town', county: place })
  expect((await one.get('/zh/check/result')).text).toContain(textOf('zh', 'halls:shown.others'))
})

test('only an administrator opens it', async () => {
  expect((await resident(server.port).get(page())).headers.location).toContain('/zh/desk/sign-in')
})
