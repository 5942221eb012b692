import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { rulesEdition, services } from '#app/services/index.ts'
import { casesOf, does, signIn } from '#tests/fixtures/making/hall.ts'
import { fillStep, handIn, stepsOf } from '#tests/fixtures/making/residents.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { type BuiltServer, outputWith, send, startBuilt } from '#tests/support/built-server.ts'
import { type OldPage, oldData, oldManifest } from '#tests/support/old-data.ts'
import { answerNewQuestions, asVisitor, cookieOf, differs, follow, nameAdult } from '#tests/support/old-pages.ts'
import { inTextsOfToday, ledOn, meantMore, onlyWhereTheyApply } from '#tests/support/old-texts.ts'
import { formIn, plain, textIn } from '#tests/support/page-text.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// The site of today on a data folder an older one left behind: everything in it reads as it did, and goes on from there.

const manifest = oldManifest()
const at = new Date(manifest.at)
const dataDir = mkdtempSync(join(tmpdir(), 'settle-old-'))
let server: BuiltServer
let startedAt = 0

beforeAll(async () => {
  cpSync(oldData, dataDir, { recursive: true })
  startedAt = Date.now()
  server = await startBuilt({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example', ...atClock(at) }, dataDir)
}, 120_000)
afterAll(() => server.stop())

/** What letters said wrongly until decisions kept their documents: the hall of whoever looked, where another one, or nobody real, had decided. */
const hallOfReader: Readonly<Record<string, readonly string[]>> = {
  'supervisor-province': ['全省测试大厅', 'ཞིང་ཆེན་ཚོད་ལྟའི་ཚོམས་ཆེན'],
  'practice-reviewer': ['城西测试大厅', 'གྲོང་ནུབ་ཚོད་ལྟའི་ཚོམས་ཆེན', 'གྲོང་ནུབ་ཚོད་ལྟ', '服务大厅：', 'ཞབས་ཞུའི་ཚོམས་ཆེན།'],
}

function withoutHallOfReader(name: string, page: OldPage): OldPage {
  const own = page.path.endsWith('/letter') ? (hallOfReader[name] ?? []) : []
  return { ...page, says: (page.says ?? []).filter((text) => !own.includes(text)) }
}

const everyService = new Set(languages.flatMap((language) => services.map(({ id }) => textOf(language, `services/${id}:name`))))
const namesOf = (pages: readonly OldPage[]) =>
  new Set(pages.flatMap(({ path, says = [] }) => (path.endsWith('/check/members') ? says : [])))

/**
 * A result of the self-check is worked out by the rules of today, whenever it was answered, in today's sentences: of it is
 * read that everybody and every service is in it; on paper, which tells only what one goes to a window for, the version of the rules.
 */
function byRulesOfToday(page: OldPage, names: ReadonlySet<string>): OldPage {
  if (!/\/check\/(result|print)$/.test(page.path)) return page
  const version = /\d{4}-\d\d\.[0-9a-f]{8}$/
  const isPrint = page.path.endsWith('/print')
  const stands = (text: string) => (isPrint ? version.test(text) : names.has(text) || everyService.has(text))
  return { ...page, says: (page.says ?? []).filter(stands).map((text) => text.replace(version, rulesEdition)) }
}

/** Options of the self-check that meant more: they are read as "not sure", and what was answered is told. */
const meantMoreThen = ['valid', 'primary', 'not-in']
const notSure = (page: OldPage): OldPage =>
  /\/check\//.test(page.path) ? { ...page, holds: (page.holds ?? []).map((one) => (meantMoreThen.includes(one) ? 'unsure' : one)) } : page

/** A birth date is typed into one input today. */
const inOneInput = (page: OldPage): OldPage => {
  const [year = '', month = '', day = ''] = page.holds ?? []
  return /\/check\/\d+\/birth-date$/.test(page.path) && day
    ? { ...page, holds: [year + month.padStart(2, '0') + day.padStart(2, '0')] }
    : page
}

/** Short messages were offered where nobody delivered them; they are not today, and none is said to wait that is never sent. */
const offer = 'forms:fields.contact.messages'
const ofMessages = new Set(
  languages.flatMap((language) =>
    [`${offer}.label`, `${offer}.help`, `${offer}.why`, `${offer}.options.sms`, `${offer}.options.none`, 'application:sms.waiting'].map(
      (key) => textOf(language, key),
    ),
  ),
)
const withoutMessages = (page: OldPage): OldPage => ({
  ...page,
  says: (page.says ?? []).filter((text) => !ofMessages.has(text)),
  holds: (page.holds ?? []).filter((one) => one !== 'sms' && !(one === 'none' && /contact|correct/.test(page.path))),
})

/** A case another reviewer works on: whoever would ask for something takes it over first, and reads what was handed in on its own page. */
const ofColleague = /\/desk\/cases\/01a20b23-dc41-7a46-b532-ddd62941c1b8\/(corrections|approve|decline)$/
const takenOver = (page: OldPage): OldPage => (ofColleague.test(page.path) ? { ...page, says: [], holds: [] } : page)

describe('every address of an older installation', () => {
  test.each(Object.entries(manifest.visitors))(
    'as %s it reads as it did',
    { timeout: 120_000 },
    async (name, { kind, mode, cookies, pages }) => {
      const one = resident(server.port, cookies)
      if (kind === 'check') await answerNewQuestions(one, mode, pages)
      const [cookie, wrong] = [cookieOf(one.cookies()), [] as string[]]
      const today = (page: OldPage) =>
        onlyWhereTheyApply(
          withoutMessages(
            inOneInput(notSure(inTextsOfToday(name, byRulesOfToday(withoutHallOfReader(name, ledOn(name, page)), namesOf(pages))))),
          ),
        )
      for (const page of pages) wrong.push(...(await differs(server.port, takenOver(today(page)), cookie)))
      expect(wrong).toEqual([])
    },
  )
})

test('what was reported of pages before there was an inbox waits in it, of no place and read by nobody', async () => {
  const { browser } = asVisitor(server.port, 'administrator')
  const { text } = await browser.get('/zh/desk/feedback')
  const waiting = [...text.matchAll(/href="\/zh\/desk\/feedback\/([\w-]+)"/g)].map(([, id = '']) => id)
  expect(new Set(waiting).size).toBe(manifest.rows.feedback)
  const one = (await browser.get(`/zh/desk/feedback/${waiting[0]}`)).text
  for (const key of ['state.new', 'no-place']) expect(one).toContain(textOf('zh', `feedback:${key}`))
})

describe('letters of decisions taken before there were documents', () => {
  const lettersOf = (name: string) => (manifest.visitors[name]?.pages ?? []).filter(({ path }) => path.endsWith('/letter'))
  const textAt = async (name: string, path: string) =>
    textIn((await follow(server.port, path, asVisitor(server.port, name).cookie)).bytes.toString())
  const later = plain(textOf('zh', 'desk:letter.written-later').split('{{day}}')[1] ?? '')

  test('tell the hall that decided, by the name it had, whoever looks, and that they were written later', async () => {
    await outputWith(server, '"decision-documents"')
    const administrator = asVisitor(server.port, 'administrator').browser
    const renamed = { place: '630104', zh: '改名的测试大厅', bo: 'མིང་བརྗེས་ཚོད་ལྟའི་ཚོམས་ཆེན' }
    expect((await administrator.post(`/zh/desk/halls/${manifest.halls.county}`, renamed)).status).toBe(303)
    expect(lettersOf('supervisor-province').length).toBeGreaterThan(0)
    for (const name of ['supervisor-province', 'supervisor'])
      for (const { path } of lettersOf(name)) {
        const said = await textAt(name, path)
        expect([said.includes('城西测试大厅'), said.includes('全省测试大厅'), said.includes('改名的测试大厅')]).toEqual([
          true,
          false,
          false,
        ])
        expect(said).toContain(later)
      }
  })

  test('of practice name no hall: nobody real decided', async () => {
    expect(lettersOf('practice-reviewer').length).toBeGreaterThan(0)
    for (const { path } of lettersOf('practice-reviewer')) expect(await textAt('practice-reviewer', path)).not.toContain('城西测试大厅')
  })
})

/** Half minutes from the machine's clock to the server's. */
const steps = () => (at.getTime() - startedAt) / 30_000

describe('can be continued', { timeout: 60_000 }, () => {
  test.each(manifest.checks)('the self-check $code opens with its PIN and leads on', async ({ code, mode }) => {
    const one = resident(server.port)
    const opened = await one.post(`/${mode}/check/open`, { do: 'open', code, pin: manifest.pin })
    expect(opened.status).toBe(303)
    const response = await follow(server.port, one.at(), cookieOf(one.cookies()))
    expect([response.status, response.path.startsWith(`/${mode}/check`)]).toEqual([200, true])
    // Of every two the first had been finished.
    const isWhole = manifest.checks.findIndex((check) => check.code === code) % 2 === 0
    const before = manifest.visitors[`check-${isWhole ? 'whole' : 'half'}-${mode}`]?.pages ?? []
    // Where an answer meant more than it does today, the resident is told first, in the words of then.
    const told = textIn(response.bytes.toString())
    expect(told.includes(plain(textOf(mode === 'bo' ? 'bo' : 'zh', 'check:outdated.title')))).toBe(response.path === `/${mode}/check`)
    const meant = before.flatMap(({ path, says = [] }) =>
      path === `/${mode}/check/summary` ? says.filter((text) => text in meantMore) : [],
    )
    expect(meant.filter((text) => !told.includes(plain(text)))).toEqual([])
    await answerNewQuestions(one, mode, before)
    const page = await follow(server.port, `/${mode}/check/summary`, cookieOf(one.cookies()))
    expect([page.status, page.path.startsWith(`/${mode}/check/`)]).toEqual([200, true])
    // What was answered is there: a check that was finished has a result, one that was not asks on.
    expect(page.path.endsWith('/summary')).toBe(isWhole)
    const summary = before.find(({ path }) => path === page.path)
    expect(summary).toBeDefined()
    if (summary) expect(await differs(server.port, notSure(inTextsOfToday('check', summary)), cookieOf(one.cookies()))).toEqual([])
  })

  test('every folder opens with its code and PIN on another device', async () => {
    for (const [name, { code, mode, kind }] of Object.entries(manifest.visitors)) {
      if (!code || kind !== 'resident') continue
      const one = resident(server.port)
      expect((await one.post(`/${mode}/applications/open`, { code, pin: manifest.pin })).status, name).toBe(303)
      expect((await one.get(`/${mode}/applications`)).text, name).toContain(code)
    }
  })

  test('a file half received is completed', async () => {
    const { visitor, path, offset, rest } = manifest.unfinished
    const { cookie } = asVisitor(server.port, visitor)
    const body = Buffer.from(rest, 'base64')
    const headers = { Cookie: cookie, 'Content-Type': 'application/octet-stream', 'Content-Length': `${body.length}` }
    const answer = await send(server.port, 'POST', `${path}?offset=${offset}`, headers, body)
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { ok: true, offset: offset + body.length, done: true }])
    expect((await follow(server.port, path.replace('/pieces/', '/'), cookie)).type).toBe('image/jpeg')
  })

  test.each(['draft-ready', 'draft-household', 'draft-begun', 'added-later'])(
    'the draft of %s is filled in and handed in',
    async (name) => {
      const { browser, mode } = asVisitor(server.port, name)
      for (let round = 0; round < 3; round++) {
        const folder = async () => (await browser.get(`/${mode}/apply/folder`)).text
        if ((await folder()).includes(`href="/${mode}/apply/adult"`)) await nameAdult(browser, mode)
        const list = await folder()
        if (!list.includes(`class="button" href="/${mode}/apply/step/`)) break
        // Whoever applies is of age: drafts of before may say otherwise, and are not handed in so.
        for (const path of await stepsOf(browser, mode))
          await fillStep(
            browser,
            path,
            /begun|later/.test(name) || (name === 'draft-ready' && path.endsWith('/person/2')) ? { 'birth-date-year': '1990' } : {},
          )
      }
      await handIn(browser, mode)
      expect((await browser.get(`/${mode}/applications`)).text).not.toContain('status-draft')
    },
  )

  test('a request for corrections is answered', async () => {
    const { browser, mode } = asVisitor(server.port, 'correction-asked')
    const path = `/${mode}/applications/1/correct`
    const fields = Object.entries(formIn((await browser.get(path)).text, 'correct')).map(([field, { values }]): [string, string[]] => [
      field,
      field.endsWith('words') ? ['测试新街 1 号'] : values,
    ])
    expect((await browser.post(path, Object.fromEntries(fields))).status).toBe(303)
    const { text } = await browser.get(`/${mode}/applications/1`)
    for (const said of ['测试新街 1 号', textOf('bo', 'application:status.resubmitted.name')]) expect(text).toContain(said)
  })

  test('every staff member signs in as before, with their second factor; an inactive one does not', async () => {
    for (const [name, one] of Object.entries(manifest.people)) {
      if (name === 'clerk-off') await expect(signIn(server.port, one, steps())).rejects.toThrow('422')
      else expect((await (await signIn(server.port, one, steps())).get('/zh/desk')).status, name).toBe(200)
    }
  })

  test('a locked screen opens with the password; links that were not used serve', async () => {
    const { browser } = asVisitor(server.port, 'clerk-locked')
    expect((await browser.get('/zh/desk')).headers.location).toContain('/zh/desk/unlock')
    expect((await browser.post('/zh/desk/unlock', { kept: '', 'unlock-password': manifest.password })).status).toBe(303)
    expect((await browser.get('/zh/desk')).status).toBe(200)
    const { invited, forgotten, login, of } = manifest.links
    for (const [link, name] of [
      [invited, login],
      [forgotten, of],
    ] as const) {
      const password = 'seven sheep on the hill'
      // Its page may be open: what is sent from there is sent on as it is.
      const chosen = { password, again: password }
      const moved = await resident(server.port).post(link, chosen)
      expect([moved.status, moved.headers.location]).toEqual([308, link.replace('/welcome/', '/invitation/')])
      expect((await resident(server.port).post(String(moved.headers.location), chosen)).status).toBe(303)
      const response = await resident(server.port).post('/zh/desk/sign-in', { login: name, password })
      expect([response.status, response.headers.location]).toEqual([303, '/zh/desk'])
    }
  })

  test('a proposal to decline is confirmed by the supervisor of then, and the person reads it', async () => {
    const [supervisor, { browser, mode, code }] = [asVisitor(server.port, 'supervisor').browser, asVisitor(server.port, 'proposed')]
    const [url = ''] = await casesOf(supervisor, code)
    await does(supervisor, url, { do: 'decline' })
    const told = (await browser.get(`/${mode}/applications/1`)).text
    for (const text of ['这一批已经招满·测试', textOf('zh', 'application:status.declined.name')]) expect(told).toContain(text)
    const letter = await follow(server.port, `${url}/letter`, asVisitor(server.port, 'supervisor').cookie)
    expect([letter.status, letter.bytes.toString().includes('这一批已经招满·测试')]).toEqual([200, true])
  })

  test('a case of then is accepted, judged and approved; a low rating of then is answered', async () => {
    const [clerk, reviewer, supervisor] = ['clerk', 'reviewer', 'supervisor'].map((name) => asVisitor(server.port, name).browser) as [
      Resident,
      Resident,
      Resident,
    ]
    const { browser, mode, code } = asVisitor(server.port, 'submitted')
    const [url = ''] = await casesOf(clerk, code)
    await does(clerk, url, { do: 'accept' })
    await does(reviewer, url, { do: 'start-review' })
    await does(reviewer, url, { do: 'judge', condition: 'C3', truth: 'yes' })
    await does(reviewer, url, { words: '可以·测试' }, '/approve')
    expect((await browser.get(`/${mode}/applications/1`)).text).toContain('可以·测试')
    // What is decided from now on is decided by the department in charge.
    const letter = textIn((await reviewer.get(`${url}/letter`)).text)
    const [said, before] = ['by-department', 'by-hall'].map((key) => letter.includes(plain(textOf('zh', `desk:letter.${key}`))))
    expect([said, before]).toEqual([true, false])
    const [low = ''] = await casesOf(supervisor, asVisitor(server.port, 'declined').code)
    await does(supervisor, low.replace('/cases/', '/ratings/'), { words: '对不起·测试' })
    expect((await asVisitor(server.port, 'declined').browser.get('/zh/applications/1')).text).toContain('对不起·测试')
  })

  test('the audit log is whole, with the new events', async () => {
    const env = { ...process.env, VITEST: '', NODE_ENV: 'production' as const, DATA_DIR: dataDir, ...atClock(at) }
    const { stdout } = await promisify(execFile)(process.execPath, ['app/run/audit.js'], { env })
    expect(stdout).toContain('Whole')
    const events = Number(/(\d+) events/.exec(stdout)?.[1])
    expect(events).toBeGreaterThan(manifest.rows.events ?? Number.NaN)
  })
})
