import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import limit from 'p-limit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Language, languages, modes } from '#app/domain/language.ts'
import { isMode, languagesOf } from '#app/i18n/mode.ts'
import { casesOf, does } from '#tests/fixtures/making/hall.ts'
import { fillStep, handIn, stepsOf } from '#tests/fixtures/making/residents.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { type Before, corrects, doneBefore, stopKeepingData } from '#tests/support/before-change.ts'
import { type BuiltServer, outputWith, startBuilt } from '#tests/support/built-server.ts'
import { builtChangedSite, changes, newName } from '#tests/support/changed-site.ts'
import { type Damage, damageIn } from '#tests/support/damage.ts'
import { oldData, oldManifest } from '#tests/support/old-data.ts'
import { asVisitor, cookieOf, differs, follow, nameAdult } from '#tests/support/old-pages.ts'
import { inTextsOfToday, ledOn, onlyWhereTheyApply } from '#tests/support/old-texts.ts'
import { formIn, plain, textIn } from '#tests/support/page-text.ts'
import { pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// A release in which a service, a question, an option, a condition and a county have gone, one of each has come, and others are called
// otherwise, on data made by an old release and opened by that of today: what was not stored in the old one was then.

const manifest = oldManifest()
const dataDir = mkdtempSync(join(tmpdir(), 'settle-old-'))
let [server, site, before]: [BuiltServer, string, Before] = [undefined as never, '', undefined as never]

beforeAll(async () => {
  cpSync(oldData, dataDir, { recursive: true })
  site = await builtChangedSite()
  const env = { RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example', ...atClock(new Date(manifest.at)) }
  const today = await startBuilt(env, dataDir)
  await outputWith(today, '"decision-documents"')
  before = await doneBefore(today.port)
  await stopKeepingData(today)
  server = await startBuilt(env, dataDir, site)
}, 300_000)
afterAll(async () => {
  await server.stop()
  rmSync(site, { recursive: true, force: true })
})

/** Addresses of what went, and pages on which something is filled in or chosen: there today's definitions ask. */
const asksToday = [
  new RegExp(`/services/${changes.service.gone}$|/counter/paper/${changes.service.gone}$`),
  new RegExp(`^/(${modes.join('|')})/(check|apply|together)(/|\\?|$)`),
  /\/corrections$/,
]
/** What only the draft of a service that went asked for; where a value stood whose question went. */
const isOfDraft = (text: string) => /^\/\S+\/slip does not say |data\.json does not say dwelling\/home\/kind$/.test(text)
const haveDrafts = ['draft-household', 'draft-ready', 'client-clerk']

/** What letters said wrongly until decisions kept their documents: see `old-data.test.ts`. */
const lettersOfReader = ['supervisor-province', 'practice-reviewer']

describe('every address of an older installation', () => {
  test('answers, and what was submitted, told and decided reads as it did', { timeout: 300_000 }, async () => {
    const [wrong, few] = [[] as string[], limit(4)]
    const look = async (name: string) => {
      const { cookies, pages } = manifest.visitors[name] ?? expect.fail()
      for (const page of pages) {
        const asks = asksToday.some((path) => path.test(page.path))
        if (asks || (lettersOfReader.includes(name) && page.path.endsWith('/letter'))) {
          const { status } = await follow(server.port, page.path, cookieOf(cookies))
          if (status >= 500) wrong.push(`${name}: ${page.path} answers ${status}`)
          continue
        }
        const not = await differs(server.port, onlyWhereTheyApply(inTextsOfToday(name, ledOn(name, page))), cookieOf(cookies))
        wrong.push(...not.filter((text) => !(haveDrafts.includes(name) && isOfDraft(text))).map((text) => `${name}: ${text}`))
      }
    }
    await Promise.all(Object.keys(manifest.visitors).map((name) => few(() => look(name))))
    expect(wrong).toEqual([])
  })

  test.each(languages)('a service that went says so at its address, and leads to what took its place (%s)', async (mode) => {
    const { status, text } = await resident(server.port).get(`/${mode}/services/${changes.service.gone}`)
    expect([status, text.includes(`href="/${mode}/services/${changes.service.added}"`)]).toEqual([410, true])
    expect(textIn(text)).toContain(plain(textOf(mode, 'retired:service.lead')))
    expect((await resident(server.port).get(`/${mode}/services/never-was`)).status).toBe(404)
  })
})

const noLonger = (language: Language, name: string) => textOf(language, 'retired:no-longer').replace('{{name}}', name)
const service = { zh: textOf('zh', `services/${changes.service.gone}:name`), bo: textOf('bo', `services/${changes.service.gone}:name`) }
const county = textOf('zh', `places:counties.${changes.county.gone}`)

describe('what is called otherwise since', () => {
  const { of, condition, department, law, phrases } = changes.renamed
  const both = (key: string) => languages.map((language) => plain(textOf(language, key)))
  const [name, asks, offices, cited] = [
    ...[both(`services/${of}:name`), both(`services/${of}:conditions.${condition}.is`)],
    ...[both(`departments:${department}`), both(`instruments:${law}.short`)],
  ] as const
  const told = (...kinds: (keyof typeof phrases)[]) => kinds.flatMap((kind) => both(`phrases:${phrases[kind]}`))
  const reads = async (cookies: Record<string, string>, path: string) => {
    const { status, bytes } = await follow(server.port, path, cookieOf(cookies))
    expect(status, path).toBe(200)
    return bytes.toString()
  }
  /** A page says all this, and nothing by its new name. */
  const readsAsBefore = (path: string, said: string, expected: readonly string[]) => {
    expect(said, path).not.toContain(newName)
    expect(expected.filter((text) => !said.includes(text)).map((text) => `${path} does not say ${text}`)).toEqual([])
  }
  const staff = manifest.visitors.supervisor?.cookies ?? {}

  test('is so wherever it is asked and explained, and in a draft', async () => {
    const at = (path: string) => reads({}, path)
    const explained = textIn(await at(`/zh/services/${of}`))
    for (const what of ['name', `conditions ${condition} is`, `${law} short`])
      expect(explained).toContain(plain(`${newName} (zh, ${what})`))
    for (const path of ['applications', 'applications/slip', 'apply/folder'])
      expect(textIn(await reads(before.draft, `/zh-bo/${path}`)), path).toContain(plain(`${newName} (bo, name)`))
  })

  test.each([
    ['ended', '', name],
    ['ended', '/slip', name],
    ['ended', '/data', name],
    ['ended', '/1', [...name, ...offices, ...told('asked', 'approved', 'answered')]],
    ['open', '/1', [...name, ...offices, ...told('asked')]],
    ['open', '/1/withdraw', name],
    ['open', '/1/correct', [...name, ...told('asked')]],
  ] as const)('to the resident of the %s case /applications%s reads as before', async (which, path, expected) => {
    readsAsBefore(path, textIn(await reads(before[which].cookies, `/zh-bo/applications${path}`)), expected)
  })

  test.each(['ended', 'open'] as const)('so does the copy of the %s case for programs', async (which) => {
    const copy = await reads(before[which].cookies, '/zh/applications/data.json')
    expect(copy).not.toContain(newName)
    for (const key of [`services/${of}:name`, `departments:${department}`, `instruments:${law}.short`, `phrases:${phrases.asked}`])
      for (const language of languages) expect(copy).toContain(textOf(language, key))
  })

  test.each([
    ['ended', '', [...name, ...asks, ...cited, ...told('asked', 'approved', 'answered')]],
    ['ended', '/letter', [...name, ...asks, ...cited, ...offices, ...told('approved')]],
    ['open', '', [...name, ...asks, ...cited, ...told('asked')]],
  ] as const)('at the desk the page of the %s case %s reads as before', async (which, path, expected) => {
    readsAsBefore(path, textIn(await reads(staff, before[which].url + path)), expected)
  })

  test('so do the rows of the queue and the exported list; the filter says what it is called now', async () => {
    const query = `status=all&service=${of}`
    const queue = await reads(staff, `/zh-bo/desk/cases?${query}`)
    const [table = ''] = /<table[\s\S]*<\/table>/.exec(queue) ?? []
    readsAsBefore('queue', textIn(table), name)
    expect(textIn(queue)).toContain(plain(`${newName} (zh, name)`))
    const { browser } = asVisitor(server.port, 'supervisor')
    const list = await browser.post(`/zh/desk/cases/list?${query}`, { format: 'csv' })
    expect([list.text.includes(textOf('zh', `services/${of}:name`)), list.text.includes(newName)]).toEqual([true, false])
  })
})

describe('at the desk', () => {
  test('what went can be looked for in lists, figures and exports, by the name it had', async () => {
    const { browser } = asVisitor(server.port, 'supervisor-province')
    const query = `status=all&service=${changes.service.gone}&county=${changes.county.gone}`
    const { status, text } = await browser.get(`/zh/desk/cases?${query}`)
    expect(status).toBe(200)
    for (const [name, value, label] of [
      ['service', changes.service.gone, service.zh],
      ['county', changes.county.gone, county],
    ] as const) {
      expect(formIn(text)[name]?.values).toEqual([value])
      expect(text).toContain(noLonger('zh', label))
    }
    expect(text.match(/<tr/g)?.length).toBeGreaterThan(5)
    const list = await browser.post(`/zh/desk/cases/list?${query}`, { format: 'csv' })
    // The cases themselves are called as they were when they were handed in.
    expect([list.status, list.text.includes(service.zh), list.text.includes(noLonger('zh', service.zh))]).toEqual([200, true, false])
    expect((await browser.post(`/zh/desk/cases/list?${query}`, { format: 'xlsx' })).status).toBe(200)
    const figures = await browser.get(`/zh/desk/figures?weeks=52&service=${changes.service.gone}&county=${changes.county.gone}`)
    expect(formIn(figures.text)).toMatchObject({
      service: { values: [changes.service.gone] },
      county: { values: [changes.county.gone] },
    })
  })

  test('a case of a service that went is corrected, judged and declined by its own conditions, and the letter says them', async () => {
    const staff = (name: string) => asVisitor(server.port, name).browser
    const [clerk, reviewer, supervisor] = [staff('clerk'), staff('reviewer'), staff('supervisor')]
    const { browser, mode, code } = asVisitor(server.port, 'submitted')
    const [url = ''] = await casesOf(clerk, code)
    await does(clerk, url, { do: 'accept' })
    const target = 'address/home/words'
    await does(reviewer, url, { ...answerBy, [`ask-${target}`]: 'on', [`reason-${target}`]: 'does-not-match' }, '/corrections')
    await corrects(browser, mode, { words: '测试新路 7 号' })
    expect((await reviewer.get(url)).text).toContain('测试新路 7 号')
    await does(reviewer, url, { do: 'start-review' })
    await does(reviewer, url, { do: 'judge', condition: 'C3', truth: 'no' })
    await does(reviewer, url, { condition: 'C3', words: '满了·测试' }, '/decline')
    await does(supervisor, url, { do: 'decline' })
    const [letter, told] = [
      textIn((await supervisor.get(`${url}/letter`)).text),
      textIn((await browser.get(`/${mode}/applications/1`)).text),
    ]
    for (const language of languages) {
      expect(letter).toContain(plain(service[language]))
      expect(letter).toContain(plain(textOf(language, `services/${changes.service.gone}:conditions.C3.is`)))
      // What can be done about it is known of a service that went.
      expect(letter).toContain(plain(textOf(language, 'natures:remedy.recheck')))
    }
    expect(told).toContain(plain(textOf('zh', `services/${changes.service.gone}:conditions.C3.is`)))
  })

  test('a correction asked for before is answered', async () => {
    const { browser, mode } = asVisitor(server.port, 'correction-asked')
    await corrects(browser, mode, { words: '测试新街 1 号' })
    expect((await browser.get(`/${mode}/applications/1`)).text).toContain('测试新街 1 号')
  })

  test('a hall in a county that went keeps its place when it is renamed', async () => {
    const { browser } = asVisitor(server.port, 'administrator')
    const path = `/zh/desk/halls/${manifest.halls.county}`
    const form = formIn((await browser.get(path)).text)
    expect(form.place?.values).toEqual([changes.county.gone])
    const { status } = await browser.post(path, { place: changes.county.gone, zh: '城西新测试大厅', bo: form.bo?.values ?? [] })
    expect(status).toBe(303)
    expect((await browser.get('/zh/desk/halls')).text).toContain(noLonger('zh', county))
  })
})

describe('a draft begun before', () => {
  let database: Damage['database']
  beforeAll(() => {
    database = damageIn(dataDir).database
  })
  afterAll(() => void database.close())
  const [paper, added] = [`${changes.service.gone}.registration`, `${changes.service.added}.registration`]
  /** Makes a file that was sent the paper of a draft; gives its id. */
  const sentFor = (visitor: string, number: string) => {
    const { id } =
      database.prepare<[], { id: string }>(`select id from papers where paper = 'id-card~1' and state = 'kept'`).get() ?? expect.fail()
    const service = visitor === 'draft-ready' ? 'job-services' : 'settle-household'
    const of = database.prepare(`select folder_id from applications where status = 'draft' and number = 1 and service = ?`).pluck()
    database.prepare('update papers set paper = ?, folder_id = ? where id = ?').run(`${paper}~n${number}`, of.get(service), id)
    return id
  }
  /** Presses a button of a draft in the list, as it was opened. */
  const acts = async (browser: Resident, mode: string, act: 'replace' | 'remove', number: string, more: Record<string, string> = {}) => {
    const path = `/${mode}/apply/folder`
    const fields = Object.entries(formIn((await browser.get(path)).text, `${act}-${number}`)).map(([name, { values }]) => [name, values])
    return (await browser.post(path, { ...Object.fromEntries(fields), [act]: number, ...more })).status
  }
  const paperOf = (id: string) => database.prepare('select paper from papers where id = ?').pluck().get(id)
  const isOnDisk = (id: string) => readdirSync(join(dataDir, 'papers'), { recursive: true }).some((name) => String(name).endsWith(id))

  test('is removed, with what only it had, where its service went', async () => {
    const { browser, mode } = asVisitor(server.port, 'draft-household')
    const removable = async () => /id="retired"[\s\S]*?<\/section>/.exec((await browser.get(`/${mode}/apply/folder`)).text)?.[0] ?? ''
    const numbers = async () => [...(await removable()).matchAll(/name="remove" value="(\d+)"/g)].map(([, number]) => number)
    const filledIn = async () => (await browser.get(`/${mode}/applications/data.json`)).text
    const [file, before] = [sentFor('draft-household', '34'), await filledIn()]
    expect([await numbers(), before.includes('测试文字第14'), isOnDisk(file)]).toEqual([['34', '35'], true, true])
    // It has a photograph, so that it is asked once more; nothing is gone before.
    expect([await acts(browser, mode, 'remove', '34'), isOnDisk(file)]).toEqual([200, true])
    expect(await acts(browser, mode, 'remove', '34', { sure: 'yes' })).toBe(303)
    expect([await numbers(), (await filledIn()).includes('测试文字第14')]).toEqual([['35'], false])
    expect([paperOf(file), isOnDisk(file)]).toEqual([undefined, false])
    expect((await stepsOf(browser, mode)).length).toBeGreaterThan(20)
  })

  test('says what went, takes its successor, asks again what is not taken any more, and is handed in', async () => {
    const { browser, mode } = asVisitor(server.port, 'draft-ready')
    const folder = (await browser.get(`/${mode}/apply/folder`)).text
    expect(folder).toContain(textOf('bo', 'retired:draft.title'))
    const [, number = ''] = /name="replace" value="(\d+)"/.exec(folder) ?? []
    // Who began it is too young to apply; what went cannot be handed in as it is.
    await nameAdult(browser, mode)
    const refused = await browser.post(`/${mode}/apply/submit`, await submitForm(browser, mode))
    expect([refused.status, refused.text.includes(textOf('bo', 'retired:changed.submit'))]).toEqual([422, true])
    const file = sentFor('draft-ready', number)
    // The successor does not ask for this one.
    const another = [...file].reverse().join('')
    database
      .prepare('insert into papers select ?, folder_id, ?, state, type, bytes, size, created_at from papers where id = ?')
      .run(another, `${changes.service.gone}.permit~n${number}`, file)
    const needless = async () => (await browser.get(`/${mode}/apply/papers`)).text.includes(textOf('bo', 'apply:papers.unasked'))
    expect(await needless()).toBe(false)
    expect(await acts(browser, mode, 'replace', number)).toBe(303)
    expect(await needless()).toBe(true)
    const steps = await stepsOf(browser, mode)
    const own = (await browser.get(steps.find((path) => path.endsWith('/own/n3')) ?? '')).text
    expect([formIn(own, 'step')['f-trade']?.values, paperOf(file)]).toEqual([['做饭第1样'], `${added}~n3`])
    const address = (await browser.get(steps.find((path) => path.includes('/address/')) ?? '')).text
    expect(formIn(address, 'step')['f-county']?.values).toEqual([changes.county.successor])
    // Of whoever is of age more is asked: the steps that came since are filled in too.
    for (const path of steps) await fillStep(browser, path, { 'birth-date-year': '1990' })
    for (const path of await stepsOf(browser, mode)) await fillStep(browser, path, { 'birth-date-year': '1990' })
    await handIn(browser, mode)
    expect([paperOf(file), paperOf(another)]).toEqual([`${added}~n3`, undefined])
    const list = (await browser.get(`/${mode}/applications`)).text
    expect(list).toContain(`trade-training (${mode})`)
    expect(list).not.toContain('status-draft')
  })

  test('asks for a question that came to a step already saved, and again for an option that went, by its name', async () => {
    const { browser, mode } = asVisitor(server.port, 'draft-household')
    const path = (await stepsOf(browser, mode)).find((one) => one.includes('/dwelling/')) ?? ''
    expect(formIn((await browser.get(path)).text, 'step')['f-heating']?.options).toContain('coal')
    const work = (await browser.get((await stepsOf(browser, mode)).find((one) => one.endsWith('/work/2')) ?? '')).text
    expect(formIn(work, 'step')['f-kind']).toMatchObject({ values: [], options: expect.arrayContaining([changes.option.added]) })
    expect(work).toContain(noLonger('zh', textOf('zh', `questions:work.options.${changes.option.gone}`)))
  })
})

describe('a self-check kept before', () => {
  test.each(manifest.checks)('$code opens with its PIN, asks what it has to ask again, and has a result', async ({ code, mode }) => {
    const one = resident(server.port)
    expect((await one.post(`/${mode}/check/open`, { do: 'open', code, pin })).status).toBe(303)
    const languages = languagesOf(isMode(mode) ? mode : 'zh')
    const said = (key: string, values: (language: Language) => Readonly<Record<string, string>> = () => ({})) =>
      languages.map((language) => plain(filledIn(textOf(language, key), values(language))))
    const [work, dwelling] = [
      said('check:outdated.again', (language) => ({
        old: noLonger(language, textOf(language, `questions:work.options.${changes.option.gone}`)),
      })),
      said('check:outdated.not-asked', (language) => ({
        old: noLonger(language, textOf(language, 'questions:dwelling.options.rent-contract')),
      })),
    ]
    // Where one comes back to it, it is said which answers do not count any more.
    expect(one.at()).toBe(`/${mode}/check`)
    const start = textIn((await one.get(one.at())).text)
    for (const text of [...said('check:outdated.title'), ...dwelling]) expect(start).toContain(text)
    const first = /class="button" href="([^"]+)"/.exec((await one.get(one.at())).text)?.[1] ?? ''
    let [at, reasked] = [first, 0]
    for (let step = 0; step < 60 && !/\/check\/summary/.test(at); step++, at = one.at()) {
      if (/\/\d+\/work/.test(at) && work.every((text) => start.includes(text))) {
        // Asked again, with what was answered before.
        const asked = textIn((await one.get(at)).text)
        if (work.every((text) => asked.includes(text))) reasked += 1
      }
      if (at.includes('/check/members')) await one.post(at, { do: 'done' })
      else await one.post(at, /birth-date/.test(at) ? { 'answer-age': '30' } : { answer: 'unsure' })
    }
    if (start.includes(work[0] ?? '')) expect(reasked).toBeGreaterThan(0)
    const summary = await one.get(`/${mode}/check/summary`)
    expect([summary.status, (await one.get(`/${mode}/check/result`)).status]).toEqual([200, 200])
    // What was answered anew is not told any more; what went for good is.
    for (const text of dwelling) expect(textIn(summary.text)).toContain(text)
    for (const text of work) expect(textIn(summary.text)).not.toContain(text)
  })
})

const filledIn = (text: string, values: Readonly<Record<string, string>>) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '')
