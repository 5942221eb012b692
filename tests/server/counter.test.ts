import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseCode, randomBytesForCaseCode } from '#app/domain/case-code.ts'
import type { Language } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { auditOf, casesOf, expireAssistedSessionsOn, newClient, signedInAs } from '#tests/support/clerk.ts'
import { conflictIn, hiddenIn } from '#tests/support/lost-updates.ts'
import { beginning, fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-counter-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example' }, dataDir)
}, 120_000)
afterAll(() => server.stop())

/** A clerk who is signed in, at a browser of their own. */
async function clerk(more: { practice?: boolean; idleMinutes?: number } = {}): Promise<{ at: Resident; id: string }> {
  const { id, session } = await signedInAs(dataDir, 'clerk', more)
  return { at: resident(server.port, { staff: session }), id }
}

/** A clerk who fills in and files an application for somebody who is there. */
async function filed(services = ['skills-training']): Promise<{ at: Resident; id: string; code: string }> {
  const { at, id } = await clerk()
  await at.post('/zh/desk/counter', newClient)
  const code = await fillIn(at, services, { 'f-trade': '做饭' })
  await at.post('/zh/apply/submit', await submitForm(at))
  return { at, id, code }
}

const json = (text: string) => JSON.parse(text) as Record<string, unknown>

describe('an assisted session', () => {
  test('starts with the resident, the ground, and what was seen; what is missing is an error', async () => {
    const { at } = await clerk()
    expect((await at.get('/zh/desk/counter')).status).toBe(200)
    const refused = await at.post('/zh/desk/counter', { who: 'new', ground: 'mandate', seen: 'mandate' })
    expect(refused.status).toBe(422)
    for (const fault of ['scope', 'until']) expect(refused.text).toContain(textOf('zh', `counter:fault.${fault}`))
    expect((await at.post('/zh/desk/counter', newClient)).status).toBe(303)
    expect((await at.get('/zh/apply')).text).toContain('data-shared-session="clerk"')
  })

  test('is recorded as the clerk and ground of everything filed in it, and the resident is told', async () => {
    const { id, code } = await filed()
    const [one] = await casesOf(dataDir, code)
    expect(one).toMatchObject({ status: 'submitted', channel: 'counter', county: '630104' })
    expect(one?.events.map(({ type }) => type)).toEqual(['help-begin', 'submit'])
    expect(one?.events[0]).toMatchObject({ actor: { role: 'clerk', id }, ground: 'present', seen: ['id-card'] })
    expect(one?.events[1]).toMatchObject({ actor: { role: 'clerk', id }, helped: { ground: 'present', channel: 'counter' } })
    const own = resident(server.port)
    await own.post('/bo/applications/open', { code, pin })
    const page = await own.get('/bo/applications/1')
    expect(page.text).toContain(textOf('bo', 'application:helped.submit'))
    expect(page.text).toContain(textOf('bo', 'application:helped.ground.present'))
    expect(page.text).not.toContain(textOf('bo', 'application:event.submit'))
    expect((await auditOf(dataDir)).broken).toBeNull()
  })

  test('ends by hand; its folder is closed with it, and the resident can take the case over', async () => {
    const { at, code } = await filed()
    const folder = at.cookies().folder ?? ''
    const ended = await at.post('/zh/desk/counter/end', {})
    expect(ended.headers['clear-site-data']).toBe('"cache", "storage"')
    const stolen = resident(server.port, { ...at.cookies(), folder })
    for (const path of ['applications', 'applications/1', 'apply/folder', 'applications/data.json', 'applications/slip'])
      expect((await stolen.get(`/zh/${path}`)).headers.location, path).toContain('/zh/desk/counter')
    expect((await resident(server.port, { folder }).get('/zh/applications')).status).toBe(303)
    const own = resident(server.port)
    expect((await own.post('/zh/applications/open', { code, pin })).status).toBe(303)
    expect((await own.post('/zh/applications/1/withdraw', {})).status).toBe(303)
    const [one] = await casesOf(dataDir, code)
    expect(one?.events.map(({ type, actor }) => `${type} ${actor.role}`)).toEqual([
      'help-begin clerk',
      'submit clerk',
      'help-end clerk',
      'withdraw resident',
    ])
  })

  test('ends when another begins: pages of the one before lead to the counter', async () => {
    const { at, code } = await filed()
    const before = at.cookies().folder ?? ''
    const next = await at.post('/zh/desk/counter', newClient)
    expect(next.headers['clear-site-data']).toBe('"cache", "storage"')
    const old = resident(server.port, { ...at.cookies(), folder: before })
    expect((await old.get('/zh/applications')).headers.location).toContain('/zh/desk/counter')
    expect((await old.post('/zh/applications/1/withdraw', {})).headers.location).toContain('/zh/desk/counter')
    const [one] = await casesOf(dataDir, code)
    expect(one?.status).toBe('submitted')
    expect(one?.events.at(-1)).toMatchObject({ type: 'help-end', how: 'next' })
  })

  test('ends by time: an expired one is ended and logged', async () => {
    const { at, code } = await filed()
    await expireAssistedSessionsOn(dataDir, new Date(Date.now() + 3 * 3_600_000))
    expect((await at.get('/zh/applications')).headers.location).toContain('/zh/desk/counter')
    const [one] = await casesOf(dataDir, code)
    expect(one?.events.at(-1)).toMatchObject({ type: 'help-end', how: 'time', actor: { role: 'system' } })
  })

  test('opens an existing case with the code of its slip, as a scanner types it, and the PIN', async () => {
    const own = resident(server.port)
    const code = await fillIn(own, ['skills-training'], { 'f-trade': '做饭' })
    const { at } = await clerk()
    const scanned = await at.post('/zh/desk/counter', { do: 'scan', scan: `http://settle.example/bo/applications/open#${code}` })
    expect(scanned.text).toContain(`value="${code}"`)
    const wrong = await at.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin: '000111' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).not.toContain('000111')
    expect((await at.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin })).status).toBe(303)
    expect((await at.get('/zh/apply/folder')).text).toContain(code)
  })

  test('does not open cases of another place: who does not know the PIN reads the same as for a wrong code; the right one is no wrong try', async () => {
    const answerTo = async (at: Resident, code: string, tried = pin) => {
      const { status, text } = await at.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin: tried })
      return [status, text.includes(textOf('zh', 'counter:fault.no-match'))]
    }
    const elsewhere = async (county: string, hand = true) => {
      const own = resident(server.port)
      const code = await fillIn(own, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': county })
      if (hand) await own.post('/zh/apply/submit', await submitForm(own))
      return { own, code }
    }
    const { at } = await clerk()
    const { own, code } = await elsewhere('632723')
    const nobodys = caseCode(Array.from({ length: randomBytesForCaseCode }, (_, index) => index * 7))
    const five = async (tried: string, by?: string) => {
      const answers = []
      for (let count = 0; count < 5; count++) answers.push(await answerTo(at, tried, by))
      return answers
    }
    const wrong = await five((await elsewhere('630104')).code, '000111')
    expect(wrong).toEqual([...Array(4).fill([422, true]), [429, false]])
    for (const one of [code, (await elsewhere('632723', false)).code, nobodys]) expect(await five(one, '000111')).toEqual(wrong)
    const there = await elsewhere('632723')
    for (let count = 0; count < 7; count++) {
      const refused = await at.post('/zh/desk/counter', { ...newClient, who: 'existing', code: there.code, pin })
      expect([refused.status, refused.text.includes(textOf('zh', 'counter:fault.elsewhere'))]).toEqual([422, true])
    }
    expect((await resident(server.port).post('/zh/applications/open', { code: there.code, pin })).status).toBe(303)
    // Who moved has something in both places, and is helped in each.
    const page = (await there.own.get('/zh/apply')).text
    await there.own.post('/zh/apply', { ...beginning, pick: /name="pick" value="(temporary-assistance[^"]*)"/.exec(page)?.[1] ?? '' })
    const address = '/zh/apply/step/address/home'
    const typed = { 'f-county': '630104', 'f-words': '测试街 0 号', 'county-told': '630104' }
    await there.own.post(address, { ...hiddenIn((await there.own.get(address)).text), ...typed })
    expect(await answerTo(at, there.code)).toEqual([303, false])
    await at.post('/zh/desk/counter/end', {})
    expect((await at.get('/zh/applications')).headers.location).toContain('/zh/desk/counter')
    expect((await casesOf(dataDir, code))[0]?.events.map(({ type }) => type)).toEqual(['submit'])
    expect((await own.get('/zh/applications/1')).status).toBe(200)
    // A draft that does not say yet where it belongs is there for every hall.
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: 'skills-training' })
    const draft = /class="case-code">([^<]+)</.exec((await one.get('/zh/applications/slip')).text)?.[1] ?? ''
    expect(await answerTo(at, draft)).toEqual([303, false])
  })

  test.each([
    ['2027', '2', '29', 'errors:field.no-such-day'],
    ['9999', '12', '31', 'errors:field.day-too-late'],
    ['2027', '', '1', 'errors:field.day-incomplete'],
    ['', '', '', 'counter:fault.until'],
    ['2020', '1', '1', 'counter:fault.until-over'],
  ])('a mandate until %s %s %s is refused with what is wrong with that: %s', async (year, month, day, key) => {
    const { at } = await clerk()
    const until = { 'until-year': year, 'until-month': month, 'until-day': day }
    const { status, text } = await at.post('/zh/desk/counter', {
      who: 'new',
      ground: 'mandate',
      seen: 'mandate',
      scope: 'submit',
      ...until,
    })
    expect([status, text.includes(textOf('zh', key))]).toEqual([422, true])
    if (key !== 'counter:fault.until') expect(text).not.toContain(textOf('zh', 'counter:fault.until'))
  })

  test('a mandate covers what it names', async () => {
    const { at } = await clerk()
    const until = { 'until-year': '2099', 'until-month': '1', 'until-day': '1' }
    await at.post('/zh/desk/counter', { ...newClient, ground: 'mandate', seen: ['id-card', 'mandate'], scope: 'submit', ...until })
    const code = await fillIn(at, ['skills-training'], { 'f-trade': '做饭' })
    await at.post('/zh/apply/submit', await submitForm(at))
    // The page is not offered; what was typed on it, when the mandate still covered it, is handed back to who may send it.
    expect((await at.get('/zh/applications/1/withdraw')).headers.location).toContain('why=scope')
    const { folder = '' } = hiddenIn((await at.get('/zh/apply')).text)
    const typed = { folder, version: '1', words: '不想办了·测试' }
    const refused = await at.post('/zh/applications/1/withdraw', typed)
    expect([refused.status, refused.headers.location?.includes('why=scope')]).toEqual([307, true])
    const given = await at.post(String(refused.headers.location), typed)
    expect([given.status, given.text.includes(textOf('zh', 'counter:carried'))]).toEqual([200, true])
    const carried = hiddenIn(given.text).kept ?? ''
    expect((await at.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin, kept: carried })).text).toContain('不想办了·测试')
    expect((await casesOf(dataDir, code))[0]?.status).toBe('submitted')
  })

  test('a paper form typed in is recorded as such; its code leads to the start of its service', async () => {
    const { at } = await clerk()
    const form = await at.get('/zh/desk/counter/paper/skills-training')
    expect(form.text).toContain(textOf('bo', 'counter:paper.head'))
    // Not asked of everybody: what one does for work, and the employer. Asked of everybody: the name.
    const [name, work, employer] = ['forms:fields.person.name.label', 'questions:work.short', 'forms:fields.work.employer.label'].map(
      (key) => form.text.split('class="paper-field"').find((field) => field.split('</strong>')[0]?.includes(textOf('bo', key))),
    )
    const only = textOf('bo', 'counter:paper.only')
    expect([name, work, employer].map((field) => field?.includes(only))).toEqual([false, true, true])
    expect(form.text).toContain('class="qr"')
    const scanned = await at.post('/zh/desk/counter', { do: 'scan', scan: '/zh/desk/counter?paper=skills-training' })
    expect(scanned.text).toContain('name="service" value="skills-training"')
    const begun = await at.post('/zh/desk/counter', { ...newClient, channel: 'paper', service: 'skills-training' })
    expect(begun.headers.location).toBe('/zh/apply?pick=skills-training')
    const code = await fillIn(at, ['skills-training'], { 'f-trade': '做饭' })
    await at.post('/zh/apply/submit', await submitForm(at))
    expect((await casesOf(dataDir, code))[0]).toMatchObject({ channel: 'paper' })
  })

  test('a self-check of the session becomes the application, and is not there in the next session', async () => {
    const { at } = await clerk()
    await at.post('/zh/desk/counter', newClient)
    await at.post('/zh/check/members', { name: '卓玛·测试', do: 'add' })
    const check = at.cookies().check ?? ''
    expect((await at.get('/zh/apply')).text).toContain('卓玛·测试')
    await at.post('/zh/desk/counter', newClient)
    expect(at.cookies().check).toBeUndefined()
    expect((await resident(server.port, { ...at.cookies(), check }).get('/zh/check/members')).text).not.toContain('卓玛·测试')
  })
})

describe('the barrier', () => {
  test('staff without an assisted session fill in and file nothing, whatever folder the browser has', async () => {
    const own = resident(server.port)
    await fillIn(own, ['skills-training'], { 'f-trade': '做饭' })
    for (const role of ['clerk', 'reviewer', 'supervisor'] as const) {
      const { session } = await signedInAs(dataDir, role)
      const both = resident(server.port, { ...own.cookies(), staff: session })
      // Who has no counter is asked to sign out first.
      const entry = role === 'clerk' ? '/zh/desk/counter' : '/zh/applications/open'
      for (const path of ['apply', 'apply/folder', 'apply/submit', 'applications'])
        expect((await both.get(`/zh/${path}`)).headers.location, `${role} ${path}`).toContain(entry)
      const open = await both.get('/zh/applications/open')
      if (role === 'clerk') expect(open.headers.location).toContain(entry)
      else expect([open.text.includes(textOf('zh', 'common:sign-out.first')), open.text.includes('name="pin"')]).toEqual([true, false])
      expect((await both.post('/zh/apply/submit', { 'submission-token': 'x', agree: 'general' })).headers.location).toContain(entry)
      expect((await both.post('/zh/apply', { ...beginning, pick: 'job-services' })).headers.location).toContain(entry)
    }
    expect((await own.get('/zh/apply/folder')).status).toBe(200)
  })

  test('only clerks start assisted sessions', async () => {
    for (const role of ['reviewer', 'supervisor', 'administrator'] as const) {
      const { session } = await signedInAs(dataDir, role)
      expect((await resident(server.port, { staff: session }).get('/zh/desk/counter')).status, role).toBe(404)
    }
    expect((await resident(server.port).get('/zh/desk/counter')).headers.location).toContain('/desk/sign-in')
  })

  test('a locked screen shows nothing of the session', async () => {
    const { at } = await clerk({ idleMinutes: 11 })
    expect((await at.get('/zh/apply')).headers.location).toContain('/desk/unlock')
  })

  test('no page of an assisted session is cached', async () => {
    const { at } = await filed()
    for (const path of ['desk/counter', 'apply', 'applications', 'applications/1', 'applications/slip', 'applications/data.json', 'check'])
      expect((await at.get(`/zh/${path}`)).headers['cache-control'], path).toBe('no-store')
  })

  test('practice cases are separate', async () => {
    const { at } = await clerk({ practice: true })
    await at.post('/zh/desk/counter', newClient)
    const code = await fillIn(at, ['skills-training'], { 'f-trade': '做饭' })
    await at.post('/zh/apply/submit', await submitForm(at))
    expect((await casesOf(dataDir, code))[0]).toMatchObject({ county: '990000' })
    const real = await clerk()
    expect((await real.at.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin })).status).toBe(422)
  })

  test('a clerk does not rate the hall for a resident', async () => {
    const { at } = await filed()
    await at.post('/zh/applications/1/withdraw', {})
    expect((await at.get('/zh/applications/1')).text).not.toContain('/applications/1/rate')
    await at.post('/zh/applications/1/rate', { score: '5' })
    expect((await at.get('/zh/applications/1')).text).not.toContain(textOf('zh', 'application:event.rate'))
  })
})

/** Listens to what two readers share; resolves with the first state that is as wanted. */
function heard(
  cookies: Record<string, string>,
  as: string,
  wanted: (state: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const Cookie = Object.entries(cookies)
      .map((pair) => pair.join('='))
      .join('; ')
    const asked = request(
      { host: '127.0.0.1', port: server.port, path: `/zh/shared-session/events?as=${as}`, headers: { Cookie } },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`events answer ${answer.statusCode}`))
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
          for (const [, data] of text.matchAll(/^data: (\{.*\})\n\n/gm))
            if (wanted(json(data ?? ''))) {
              resolve(json(data ?? ''))
              asked.destroy()
            }
          if (text.includes('event: end')) resolve({ end: true })
        })
        answer.on('error', () => undefined)
      },
    )
    asked.on('error', () => undefined)
    asked.end()
    setTimeout(() => reject(new Error('nothing was heard')), 4000)
  })
}

describe('a shared session', () => {
  async function two() {
    const { at } = await clerk()
    await at.post('/zh/desk/counter', newClient)
    const code = await fillIn(at, ['skills-training'], { 'f-trade': '做饭' })
    // Their screen opens in the language they read, which is not the clerk's.
    await at.post('/zh/applications/language', { language: 'bo' })
    const shown = await at.post('/zh/desk/counter/screen', {})
    const way = /href="(\/bo\/shared-session\?join=[^"]+)"/.exec(shown.text)?.[1] ?? ''
    const screen = resident(server.port)
    return { at, screen, way, code, join: way.split('join=')[1] ?? '' }
  }

  test('the screen joins once, by a tap', async () => {
    const { screen, way, join } = await two()
    expect((await screen.get(way)).text).toContain(textOf('bo', 'counter:shared-session.join-lead'))
    await screen.post('/bo/shared-session', { join })
    expect(screen.cookies().screen).toMatch(/^[\w-]{43}$/)
    const late = resident(server.port)
    await late.post('/bo/shared-session', { join })
    expect(late.cookies().screen).toBeUndefined()
    expect(server.output()).not.toContain(join)
  })

  test('each screen gets what the other types, on the same page; the end of the session deletes it', async () => {
    const { at, screen, join } = await two()
    await screen.post('/bo/shared-session', { join })
    await at.get('/zh/apply/step/person/1')
    const place = 'apply/step/person/1'
    const named = heard(screen.cookies(), 'resident', (state) => JSON.stringify(state.values).includes('扎西'))
    await at.post('/zh/shared-session/write', { as: 'clerk', place, name: 'f-name', 'f-name': '扎西·又测试' })
    expect(await named).toMatchObject({ place, values: { 'f-name': { given: ['扎西·又测试'], by: 'clerk' } } })
    expect((await screen.get('/bo/shared-session')).text).toContain('扎西·又测试')

    const answered = heard(at.cookies(), 'clerk', (state) => JSON.stringify(state).includes('བཀྲ་ཤིས'))
    await screen.post('/bo/shared-session/write', {
      as: 'resident',
      place,
      name: 'f-name',
      'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ',
      pointed: 'f-name',
      confirm: 'yes',
    })
    expect(await answered).toMatchObject({ values: { 'f-name': { by: 'resident' } } })
    expect(await heard(at.cookies(), 'clerk', () => true)).toMatchObject({ confirmed: [place] })

    const over = heard(screen.cookies(), 'resident', () => false)
    await at.post('/zh/desk/counter/end', {})
    expect(await over).toEqual({ end: true })
    const page = await screen.get('/bo/shared-session')
    expect(page.text).not.toContain('བཀྲ་ཤིས་ཚོད་ལྟ')
    expect((await screen.post('/bo/shared-session/write', { as: 'resident', place, name: 'f-name', 'f-name': 'x' })).status).toBe(410)
  })

  const place = 'apply/step/person/1'
  const step = `/zh/${place}`

  /** The form of a page as a browser without script sends it with nothing typed: what its inputs were shown with, and that in them. */
  function formIn(html: string): Record<string, string | string[]> {
    const shown = [...html.matchAll(/name="shown" value="([^"]*)"/g)].map(([, one = '']) => one.replaceAll('&quot;', '"'))
    const values = shown.map((one) => JSON.parse(one) as [string, ...string[]]).map(([name, ...given]) => [name, given] as const)
    return { ...Object.fromEntries(values), ...hiddenIn(html), shown }
  }

  /** Both at the step of a person: a clerk's screen, and a resident's whose page is opened now. */
  async function atOneStep() {
    const { at, screen, join, code } = await two()
    await screen.post('/bo/shared-session', { join })
    await at.get(step)
    const form = formIn((await screen.get('/bo/shared-session')).text)
    const types = (name: string, text: string) => at.post('/zh/shared-session/write', { as: 'clerk', place, name, [name]: text })
    const state = () => heard(at.cookies(), 'clerk', () => true)
    return { at, screen, form, types, state, code }
  }

  test.each(['pointed', 'confirm', 'nothing'])(
    'a page of before sends its act alone (%s): what it left as it was writes over nothing',
    async (act) => {
      const { screen, form, types, state } = await atOneStep()
      expect(form.shown).toContain('["f-name","扎西·测试"]')
      await types('f-name', '甲甲·测试')
      await types('f-birth-date-age', '51')
      await screen.post('/bo/shared-session', { ...form, [act]: 'f-name' })
      const by = { by: 'clerk' }
      expect(await state()).toMatchObject({
        values: { 'f-name': { given: ['甲甲·测试'], ...by }, 'f-birth-date-age': { given: ['51'], ...by } },
        pointed: act === 'pointed' ? 'f-name' : null,
      })
    },
  )

  test('what the resident changed is written with any act, and nothing beside it', async () => {
    const { screen, form, types, state } = await atOneStep()
    await types('f-birth-date-age', '51')
    const sent = await screen.post('/bo/shared-session', { ...form, 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ', pointed: 'f-name' })
    expect(sent.headers.location).toBe('/bo/shared-session')
    expect(await state()).toMatchObject({
      values: { 'f-name': { given: ['བཀྲ་ཤིས་ཚོད་ལྟ'], by: 'resident' }, 'f-birth-date-age': { given: ['51'], by: 'clerk' } },
    })
  })

  test('where both changed a field both are shown, and nothing is written; sent again, the resident’s stands', async () => {
    const { screen, form, types, state } = await atOneStep()
    await types('f-name', '甲甲·测试')
    const typed = { ...form, 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ', confirm: 'yes' }
    const refused = await screen.post('/bo/shared-session', typed)
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toContain('甲甲·测试')
    expect(conflictIn(refused.text)).toContain('བཀྲ་ཤིས་ཚོད་ལྟ')
    expect(refused.text).toMatch(/name="f-name"[^>]*value="བཀྲ་ཤིས་ཚོད་ལྟ"/)
    expect(await state()).toMatchObject({ values: { 'f-name': { given: ['甲甲·测试'], by: 'clerk' } }, confirmed: [] })
    const byScript = await screen.post('/bo/shared-session/write', { ...typed, name: 'f-name' })
    expect([byScript.status, json(byScript.text)]).toMatchObject([409, { both: [['f-name', '甲甲·测试']] }])
    await screen.post('/bo/shared-session', { ...formIn(refused.text), 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ' })
    expect(await state()).toMatchObject({ values: { 'f-name': { given: ['བཀྲ་ཤིས་ཚོད་ལྟ'], by: 'resident' } } })
  })

  test('what was saved since the page was opened counts as well', async () => {
    const { at, screen, form } = await atOneStep()
    await at.post(step, { 'f-name': '甲甲·测试', 'f-birth-date-age': '40' })
    await at.get('/zh/apply/step/work/1')
    await at.get(step)
    const refused = await screen.post('/bo/shared-session', { ...form, 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ' })
    expect([refused.status, conflictIn(refused.text).includes('甲甲·测试')]).toEqual([409, true])
  })

  test('what was not shown as it stands is not confirmed', async () => {
    const { at, screen, form, types, state } = await atOneStep()
    await types('f-name', '甲甲·测试')
    const refused = await screen.post('/bo/shared-session', { ...form, confirm: 'yes' })
    expect([refused.status, refused.text.includes(textOf('bo', 'counter:shared-session.outdated'))]).toEqual([409, true])
    expect(await state()).toMatchObject({ confirmed: [] })
    await screen.post('/bo/shared-session', { ...formIn(refused.text), confirm: 'yes' })
    expect(await state()).toMatchObject({ confirmed: [place] })
    // The same of all answers at once.
    await at.get('/zh/apply/answers')
    const answers = formIn((await screen.get('/bo/shared-session')).text)
    await at.post(step, { 'f-name': '丙丙·测试', 'f-birth-date-age': '40' })
    await at.get('/zh/apply/answers')
    expect((await screen.post('/bo/shared-session', { ...answers, confirm: 'yes' })).status).toBe(409)
    expect(await state()).toMatchObject({ confirmed: [] })
  })

  test('what was typed on a page the clerk has left comes back', async () => {
    const { at, screen, form } = await atOneStep()
    await at.get('/zh/apply/step/work/1')
    const refused = await screen.post('/bo/shared-session', { ...form, 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ' })
    expect([refused.status, conflictIn(refused.text).includes('བཀྲ་ཤིས་ཚོད་ལྟ')]).toEqual([409, true])
    expect((await screen.post('/bo/shared-session', { ...form, pointed: 'f-name' })).status).toBe(303)
  })

  test('the language of the resident’s page is switched with what was typed', async () => {
    const { screen, form, types } = await atOneStep()
    await types('f-name', '甲甲·测试')
    const typed = { ...form, 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ', 'switch-to': 'zh-bo' }
    expect((await screen.post('/bo/shared-session', typed)).status).toBe(307)
    const page = await screen.post('/zh-bo/shared-session', typed)
    expect(page.text).toMatch(/name="f-name"[^>]*value="བཀྲ་ཤིས་ཚོད་ལྟ"/)
    expect(formIn(page.text).shown).toContain('["f-name","扎西·测试"]')
  })

  test('a clerk’s page without script takes what the resident answered meanwhile; where both changed a field both are shown', async () => {
    const { at, screen, form, state } = await atOneStep()
    const clerks = formIn((await at.get(step)).text)
    await screen.post('/bo/shared-session', { ...form, 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ' })
    expect((await at.post(step, { ...clerks, 'f-birth-date-age': '51' })).status).toBe(303)
    const saved = await at.get(step)
    expect(saved.text).toMatch(/name="f-name"[^>]*value="བཀྲ་ཤིས་ཚོད་ལྟ"/)
    expect(saved.text).toMatch(/name="f-birth-date-age"[^>]*value="51"/)

    const [late, now] = [formIn(saved.text), formIn((await screen.get('/bo/shared-session')).text)]
    await screen.post('/bo/shared-session', { ...now, 'f-name': 'སྒྲོལ་མ་ཚོད་ལྟ' })
    const refused = await at.post(step, { ...late, 'f-name': '甲甲·测试', 'f-birth-date-age': '52' })
    expect(refused.status).toBe(409)
    for (const text of ['甲甲·测试', 'སྒྲོལ་མ་ཚོད་ལྟ']) expect(conflictIn(refused.text)).toContain(text)
    const both = { ...formIn(refused.text), 'f-name': '甲甲·测试', 'f-birth-date-age': '52' }
    expect((await at.post(step, { ...both, 'keep-other': 'person/1/name' })).status).toBe(303)
    const stepPage = await at.get(step)
    expect(stepPage.text).toMatch(/name="f-name"[^>]*value="སྒྲོལ་མ་ཚོད་ལྟ"/)
    expect(stepPage.text).toMatch(/name="f-birth-date-age"[^>]*value="52"/)
    expect(await state()).toMatchObject({ place })
  })

  test('the consents on the resident’s screen are those the clerk’s page asks for', async () => {
    const { at, screen } = await atOneStep()
    const asked = [(await at.get('/zh/apply/submit')).text, (await screen.get('/bo/shared-session')).text]
    const of = (html: string | undefined, mode: Language) =>
      ['general', 'sensitive', 'child'].filter((kind) => html?.includes(textOf(mode, `consent:${kind}.text`)))
    expect([of(asked[0], 'zh'), of(asked[1], 'bo')]).toEqual([
      ['general', 'sensitive'],
      ['general', 'sensitive'],
    ])
  })

  test('what the resident confirmed is recorded with the submission', async () => {
    const { at, screen, join, code } = await two()
    await screen.post('/bo/shared-session', { join })
    await at.get('/zh/apply/answers')
    expect((await screen.get('/bo/shared-session')).text).toContain('扎西·测试')
    await screen.post('/bo/shared-session/write', { as: 'resident', place: 'apply/answers', confirm: 'yes', back: '' })
    await at.post('/zh/apply/submit', await submitForm(at))
    const submit = (await casesOf(dataDir, code))[0]?.events.find(({ type }) => type === 'submit')
    expect(submit).toMatchObject({ helped: { confirmed: ['apply/answers'] } })
  })

  test('on one screen in parallel mode the resident confirms there; what changes afterwards is not confirmed any more', async () => {
    const { at, screen, join, code } = await two()
    expect((await at.get('/zh/apply/step/person/1')).text).not.toContain('name="confirm"')
    const step = '/zh-bo/apply/step/person/1'
    expect((await at.get(step)).text).toContain('name="confirm"')
    const named = (name: string) => ({ 'f-name': name, 'f-birth-date-age': '40' })
    await at.post(step, { ...named('扎西·测试'), confirm: 'yes' })
    await at.post('/zh-bo/apply/step/work/1', { 'f-kind': 'casual', confirm: 'yes' })
    await at.get('/zh-bo/apply/answers')
    const whole = { as: 'clerk', place: 'apply/answers', confirm: 'yes', back: 'yes' }
    expect((await at.post('/zh-bo/shared-session/write', whole)).headers.location).toBe('/zh-bo/apply/answers')
    expect((await at.get('/zh-bo/apply/answers')).text).toContain(textOf('bo', 'counter:shared-session.confirmed'))
    await at.post(step, named('扎西·改了'))
    await at.get('/zh-bo/apply/answers')
    // With a screen of their own the clerk's confirms nothing.
    await screen.post('/bo/shared-session', { join })
    const stop = new AbortController()
    await fetch(`${server.url}/bo/shared-session/events?as=resident`, {
      ...{ headers: { Cookie: `screen=${screen.cookies().screen}` }, signal: stop.signal },
    })
    await at.post('/zh-bo/shared-session/write', whole)
    stop.abort()
    await at.post('/zh/apply/submit', await submitForm(at))
    const submit = (await casesOf(dataDir, code))[0]?.events.find(({ type }) => type === 'submit')
    expect(submit).toMatchObject({ helped: { confirmed: ['apply/step/work/1'] } })
  })

  test('the event stream needs authorization', async () => {
    await expect(heard({}, 'resident', () => true)).rejects.toThrow('410')
    await expect(heard({}, 'clerk', () => true)).rejects.toThrow('410')
  })

  test('nothing personal is logged', () => expect(server.output()).not.toMatch(/扎西|བཀྲ་ཤིས|join=|[0-9A-Z]{5}-[0-9A-Z]{5}/))
})
