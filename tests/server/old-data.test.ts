import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casesOf, does, signIn } from '#tests/fixtures/making/hall.ts'
import { fillStep, handIn, stepsOf } from '#tests/fixtures/making/residents.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { type BuiltServer, outputWith, send, startBuilt } from '#tests/support/built-server.ts'
import { type OldPage, oldData, oldManifest } from '#tests/support/old-data.ts'
import { answerNewQuestions, asVisitor, cookieOf, differs, follow } from '#tests/support/old-pages.ts'
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
  return { ...page, says: (page.says ?? []).filter((words) => !own.includes(words)) }
}

/** Answers, and what questions are called, put otherwise since: an answer that is not handed in yet reads in today's words. */
const reworded: Readonly<Record<string, string>> = {
  '在现住县（市、区）的农村牧区': '就在这个县的乡下、牧区',
  '不清楚，或没上户口': '不清楚',
  '满半年，没有登记': '满半年，没登记',
  不满半年: '不到半年，登没登记说不清',
  '有，按年签注，还有效': '有，这里发的，还有效',
  住在一起: '跟爸爸、妈妈（一方也算）或法定监护人',
  不住在一起: '不住这里',
  和大人同住: '跟谁住',
  现在没有上学: '没上过学（还没到年龄，或一直没上）',
  小学: '小学一到五年级',
  职业学校: '中职、技校',
  '在单位上班，有合同': '给老板或单位打工，签了合同',
  '在单位、工地干活，没有合同': '给老板或单位打工，没签合同',
  在网络平台接单: '在手机上接单',
  '自己开店，不雇人': '自己做生意，没雇人',
  '没有工作，在找': '没工作，正在找',
  '没有工作，不找': '不工作，也不找',
  退休了: '退休了，领着养老金',
  '在本地，职工医保': '单位交的，或自己按职工交的，在这里',
  '在本地，居民医保': '一年交一次的居民医保，在这里',
  '在别处，职工医保': '单位交的，或自己按职工交的，在别处还交着',
  '在老家或别处，居民医保': '一年交一次的居民医保，在老家或别处还交着',
  没有参加: '没有',
  'མི་གསལ། ཡང་ན་ཐེམ་ཐོ་ཐོ་འགོད་བྱས་མེད': 'མི་གསལ',
  'ལོ་ཕྱེད་འཁོར་མེད': 'ལོ་ཕྱེད་འཁོར་མེད། ཐོ་འགོད་བྱས་ཡོད་མེད་མི་གསལ',
  'ཡོད། ལོ་ལྟར་མཆན་བཀོད་པས་ད་དུང་ནུས་ལྡན་ཡིན': 'ཡོད། འདིར་སྤྲད་པ། ད་དུང་ནུས་ལྡན་ཡིན',
  'མཉམ་དུ་སྡོད': 'ཕ་མ་(གཅིག་ཀྱང་འགྲིག)འམ་ཁྲིམས་ཐོག་གི་ལྟ་སྲུང་མཁན་དང་མཉམ་དུ་སྡོད',
  'མཉམ་དུ་མི་སྡོད': 'འདིར་མི་སྡོད',
  'ནར་སོན་པ་དང་མཉམ་དུ་སྡོད་པ': 'སུ་དང་མཉམ་དུ་སྡོད་པ',
  'ད་ལྟ་སློབ་གྲྭར་ཞུགས་མེད': 'སློབ་གྲྭར་འགྲོ་མ་མྱོང་(ལོ་ཚོད་མ་ལོན་པའམ་རྒྱུན་དུ་སོང་མེད)',
  'སློབ་ཆུང': 'སློབ་ཆུང་ལོ་རིམ་དང་པོ་ནས་ལྔ་པའི་བར',
  'ལས་རིགས་སློབ་གྲྭ': 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭ',
  'མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད། གན་རྒྱ་ཡོད': 'ཚོང་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད། གན་རྒྱ་ཡོད',
  'མི་སྤྱོད་ཚན་པའམ་བཟོ་སྐྲུན་ཐང་དུ་ལས་ཀ་བྱེད། གན་རྒྱ་མེད': 'ཚོང་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད། གན་རྒྱ་མེད',
  'དྲ་ཐོག་སྟེགས་བུའི་ལས་ཀ་ལེན': 'ཁ་པར་ཐོག་ནས་ལས་ཀ་ལེན',
  'རང་གིས་ཚོང་ཁང་གཉེར། མི་གླས་མེད': 'རང་གིས་ཚོང་གཉེར། མི་གླས་མེད',
  'ལས་ཡོལ་བྱས་ཟིན': 'ལས་ཡོལ་བྱས་ཟིན། རྒན་གསོའི་དངུལ་ལེན་བཞིན་ཡོད',
  'ས་གནས་འདིར། ལས་བཟོའི་སྨན་བཅོས་འགན་སྲུང': 'མི་སྤྱོད་ཚན་པས་བསྐྱལ་བའམ་རང་གིས་ལས་བཟོ་ལྟར་བསྐྱལ་བ། ས་གནས་འདིར',
  'ས་གནས་འདིར། སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང': 'ལོ་རེར་ཐེངས་གཅིག་བསྐྱལ་བའི་སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང་། ས་གནས་འདིར',
  'ས་གནས་གཞན་དུ། ལས་བཟོའི་སྨན་བཅོས་འགན་སྲུང': 'མི་སྤྱོད་ཚན་པས་བསྐྱལ་བའམ་རང་གིས་ལས་བཟོ་ལྟར་བསྐྱལ་བ། ས་གནས་གཞན་དུ་ད་དུང་བསྐྱལ་བཞིན་ཡོད',
  'ཕ་ཡུལ་ལམ་ས་གནས་གཞན་དུ། སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང': 'ལོ་རེར་ཐེངས་གཅིག་བསྐྱལ་བའི་སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང་། ཕ་ཡུལ་ལམ་ས་གནས་གཞན་དུ་ད་དུང་བསྐྱལ་བཞིན་ཡོད',
  'ཞུགས་མེད': 'མེད',
}

/** A result of the self-check is worked out by the rules of today, whenever it was answered: of it only that it is there is read. */
function byRulesOfToday(page: OldPage): OldPage {
  if (/\/check\/(result|print)$/.test(page.path)) return { ...page, says: [], holds: [] }
  const read = (all: readonly string[] = [], words: Readonly<Record<string, string>>) => all.map((one) => words[one] ?? one)
  // What was handed in keeps its words.
  if (!/\/check\/|\/apply\/|\/applications\/data/.test(page.path)) return page
  return { ...page, says: read(page.says, reworded), holds: /\/check\//.test(page.path) ? read(page.holds, notSure) : page.holds }
}

/** Options that meant more: they are read as "not sure". */
const notSure: Readonly<Record<string, string>> = { valid: 'unsure', primary: 'unsure', 'not-in': 'unsure' }

describe('every address of an older installation', () => {
  test.each(Object.entries(manifest.visitors))(
    'as %s it reads as it did',
    { timeout: 120_000 },
    async (name, { kind, mode, cookies, pages }) => {
      const one = resident(server.port, cookies)
      if (kind === 'check') await answerNewQuestions(one, mode)
      const [cookie, wrong] = [cookieOf(one.cookies()), [] as string[]]
      for (const page of pages) wrong.push(...(await differs(server.port, byRulesOfToday(withoutHallOfReader(name, page)), cookie)))
      expect(wrong).toEqual([])
    },
  )
})

describe('letters of decisions taken before there were documents', () => {
  const lettersOf = (name: string) => (manifest.visitors[name]?.pages ?? []).filter(({ path }) => path.endsWith('/letter'))
  const read = async (name: string, path: string) =>
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
        const said = await read(name, path)
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
    for (const { path } of lettersOf('practice-reviewer')) expect(await read('practice-reviewer', path)).not.toContain('城西测试大厅')
  })
})

/** Half minutes from the machine's clock to the server's. */
const steps = () => (at.getTime() - startedAt) / 30_000

describe('can be continued', { timeout: 60_000 }, () => {
  test.each(manifest.checks)('the self-check $code opens with its PIN and leads on', async ({ code, mode }) => {
    const one = resident(server.port)
    const opened = await one.post(`/${mode}/check/open`, { do: 'open', code, pin: manifest.pin })
    expect(opened.status).toBe(303)
    const came = await follow(server.port, one.at(), cookieOf(one.cookies()))
    expect([came.status, came.path.startsWith(`/${mode}/check/`)]).toEqual([200, true])
    await answerNewQuestions(one, mode)
    const page = await follow(server.port, `/${mode}/check/summary`, cookieOf(one.cookies()))
    expect([page.status, page.path.startsWith(`/${mode}/check/`)]).toEqual([200, true])
    // What was answered is there: a check that was finished has a result, one that was not asks on.
    const before = manifest.visitors[`check-${page.path.endsWith('/summary') ? 'whole' : 'half'}-${mode}`]?.pages
    const summary = before?.find(({ path }) => path === page.path)
    expect(summary).toBeDefined()
    if (summary) expect(await differs(server.port, summary, cookieOf(one.cookies()))).toEqual([])
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
        const list = (await browser.get(`/${mode}/apply/folder`)).text
        if (!list.includes(`class="button" href="/${mode}/apply/step/`)) break
        for (const path of await stepsOf(browser, mode)) await fillStep(browser, path)
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
    for (const words of ['测试新街 1 号', textOf('bo', 'application:status.resubmitted.name')]) expect(text).toContain(words)
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
      expect((await resident(server.port).post(link, { password, again: password })).status).toBe(303)
      const came = await resident(server.port).post('/zh/desk/sign-in', { login: name, password })
      expect([came.status, came.headers.location]).toEqual([303, '/zh/desk'])
    }
  })

  test('a proposal to decline is confirmed by the supervisor of then, and the person reads it', async () => {
    const [supervisor, { browser, mode, code }] = [asVisitor(server.port, 'supervisor').browser, asVisitor(server.port, 'proposed')]
    const [url = ''] = await casesOf(supervisor, code)
    await does(supervisor, url, { do: 'decline' })
    const told = (await browser.get(`/${mode}/applications/1`)).text
    for (const words of ['这一批已经招满·测试', textOf('zh', 'application:status.declined.name')]) expect(told).toContain(words)
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
