import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Language, languages } from '#app/domain/language.ts'
import { hall } from '#tests/support/hall.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { type HandedIn, handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 120_000 })
const roles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const
type Who = (typeof roles)[number] | 'anybody' | 'asked' | 'applies' | 'rates' | 'waits'

let site: OwnSite
let by: Readonly<Record<Who, Resident>>
/** Cases: a draft's folder, one that is corrected, one decided; the hall of the staff, and one of them. */
let at: Readonly<Record<'corrected' | 'decided' | 'hall' | 'member' | 'feedback' | 'paper', string>>
beforeAll(async () => {
  site = await ownSite()
  const cookies = await openDesk(
    site.dataDir,
    '630104',
    roles.map((role) => ({ id: role, name: `${role}·测试`, role })),
  )
  const staff = Object.fromEntries(roles.map((role) => [role, resident(site.port, cookies[role])])) as Record<
    (typeof roles)[number],
    Resident
  >
  const [asked, applies] = [resident(site.port), resident(site.port)]
  await asked.post('/zh/help/feedback', { kind: 'wrong', message: '测试：这一句不对', county: '' })
  await asked.post('/zh/check/members', { do: 'done', who: ['myself', 'son'] })
  await asked.post('/zh/check/hukou-place', { answer: 'same-town' })
  await fillIn(applies, ['skills-training'], { 'f-trade': '做饭' })
  const [corrected, decided] = [await handedIn(staff.clerk, site.port), await handedIn(staff.clerk, site.port)]
  for (const { code } of [corrected, decided]) {
    await hall(site.dataDir, code, 1, { type: 'accept' })
    await hall(site.dataDir, code, 1, { type: 'start-review' })
  }
  await hall(site.dataDir, decided.code, 1, { type: 'approve' })
  by = { ...staff, anybody: resident(site.port), asked, applies, rates: decided.one, waits: corrected.one }
  at = { corrected: corrected.id, decided: decided.id, ...(await ofDesk(staff.administrator)), paper: await firstPaper(applies) }
  inReview = corrected
}, 180_000)
afterAll(() => site.stop())
let inReview: HandedIn

async function ofDesk(administrator: Resident): Promise<{ hall: string; member: string; feedback: string }> {
  const idIn = async (list: string) =>
    new RegExp(`/desk/${list}/([\\w-]+)"`).exec((await administrator.get(`/zh/desk/${list}`)).text)?.[1] ?? ''
  return { hall: await idIn('halls'), member: await idIn('staff'), feedback: await idIn('feedback') }
}

const firstPaper = async (one: Resident) => /\/apply\/papers\/([^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''

/** A page with a form: who opens it, what its title says before the site, and what is typed there that is refused. */
type FormPage = {
  readonly who: Who
  readonly path: () => string
  readonly title: string
  readonly wrong?: Readonly<Record<string, string | readonly string[]>>
}

const deskCase =
  (step = '') =>
  () =>
    `/zh/desk/cases/${at.corrected}${step}`

/** By the names of their routes. One where nothing can be typed wrong has nothing refused. */
const formPages: Readonly<Record<string, FormPage>> = {
  'check.$question': { who: 'asked', path: () => '/zh/check/hukou-place', title: 'questions:hukou-place.ask', wrong: {} },
  'check.$member.$question': { who: 'asked', path: () => '/zh/check/1/birth-date', title: 'questions:birth-date.askAll', wrong: {} },
  'check.members': { who: 'anybody', path: () => '/zh/check/members', title: 'check:members.title', wrong: { do: 'done' } },
  'check.open': { who: 'anybody', path: () => '/zh/check/open', title: 'check:open.title', wrong: { code: 'x', pin } },
  'check.save': { who: 'asked', path: () => '/zh/check/save', title: 'check:save.title', wrong: { pin: '1' } },
  'check.clear': { who: 'asked', path: () => '/zh/check/clear', title: 'check:clearing.title' },
  'apply._index': { who: 'anybody', path: () => '/zh/apply', title: 'apply:title', wrong: {} },
  'apply.adult': { who: 'applies', path: () => '/zh/apply/adult', title: 'apply:adult.title', wrong: { 'adult-name': '' } },
  'apply.folder': { who: 'applies', path: () => '/zh/apply/folder', title: 'apply:folder.title' },
  'apply.step.$block.$subject': {
    who: 'applies',
    path: () => '/zh/apply/step/own/n1',
    title: 'services/skills-training:name',
    wrong: { 'f-trade': '' },
  },
  'apply.papers.$paper._index': { who: 'applies', path: () => `/zh/apply/papers/${at.paper}`, title: 'forms:papers.id-card' },
  'apply.submit': { who: 'applies', path: () => '/zh/apply/submit', title: 'apply:submit.hand-in' },
  'applications.open': { who: 'anybody', path: () => '/zh/applications/open', title: 'application:open.title', wrong: { code: 'x', pin } },
  'applications.close': { who: 'anybody', path: () => '/zh/applications/close', title: 'application:close.ask' },
  'applications.language': {
    who: 'applies',
    path: () => '/zh/applications/language',
    title: 'apply:language.title',
    wrong: { language: 'xx' },
  },
  'applications.delete': { who: 'applies', path: () => '/zh/applications/delete', title: 'application:delete.title' },
  'applications.$number.withdraw': { who: 'waits', path: () => '/zh/applications/1/withdraw', title: 'application:withdraw.title' },
  'applications.$number.ask': { who: 'waits', path: () => '/zh/applications/1/ask', title: 'application:ask.title', wrong: { words: '' } },
  'applications.$number.rate': { who: 'rates', path: () => '/zh/applications/1/rate', title: 'application:rate.title', wrong: {} },
  'help.feedback': { who: 'anybody', path: () => '/zh/help/feedback', title: 'feedback:title', wrong: {} },
  'new-pin': { who: 'anybody', path: () => '/zh/new-pin?join=x', title: 'recovery:new-pin.title' },
  'shared-session._index': { who: 'anybody', path: () => '/zh/shared-session?join=x', title: 'counter:shared-session.title' },
  'desk.sign-in': { who: 'anybody', path: () => '/zh/desk/sign-in', title: 'account:sign-in.title', wrong: { login: 'x', password: '' } },
  'desk.unlock': { who: 'clerk', path: () => '/zh/desk/unlock', title: 'account:unlock.open' },
  'desk.account._index': {
    who: 'clerk',
    path: () => '/zh/desk/account',
    title: 'account:own.title',
    wrong: { do: 'password', password: '' },
  },
  'desk.account.second-factor': {
    who: 'clerk',
    path: () => '/zh/desk/account/second-factor',
    title: 'account:factor.title',
    wrong: { offer: 'gone', code: '1' },
  },
  'desk.audit-log': { who: 'supervisor', path: () => '/zh/desk/audit-log', title: 'audit-log:title' },
  'desk.cases._index': { who: 'clerk', path: () => '/zh/desk/cases', title: 'desk:queue.title', wrong: { do: 'find', code: 'x' } },
  'desk.cases.$id._index': { who: 'reviewer', path: deskCase(), title: 'services/skills-training:name', wrong: { do: 'note' } },
  'desk.cases.$id.contact': { who: 'reviewer', path: deskCase('/contact'), title: 'steps:contact.title', wrong: {} },
  'desk.cases.$id.corrections': { who: 'reviewer', path: deskCase('/corrections'), title: 'desk:correct.title', wrong: {} },
  'desk.cases.$id.approve': { who: 'reviewer', path: deskCase('/approve'), title: 'desk:approve.title' },
  'desk.cases.$id.decline': { who: 'reviewer', path: deskCase('/decline'), title: 'desk:decline.title', wrong: {} },
  'desk.cases.$id.reopen': { who: 'supervisor', path: deskCase('/reopen'), title: 'steps:reopen.title' },
  'desk.cases.$id.resume': { who: 'reviewer', path: deskCase('/resume'), title: 'steps:resume.title' },
  'desk.cases.$id.return': { who: 'supervisor', path: deskCase('/return'), title: 'desk:return.title' },
  'desk.cases.$id.return-text': { who: 'supervisor', path: deskCase('/return-text'), title: 'desk:return-text.title' },
  'desk.cases.$id.serve': { who: 'clerk', path: deskCase('/serve'), title: 'steps:serve.title' },
  'desk.cases.$id.answer-resident': { who: 'reviewer', path: deskCase('/answer-resident'), title: 'steps:answer-resident.title' },
  'desk.cases.$id.annul': { who: 'supervisor', path: deskCase('/annul'), title: 'steps:annul.title' },
  'desk.cases.$id.close': { who: 'reviewer', path: deskCase('/close'), title: 'steps:close.title' },
  'desk.cases.$id.collect': { who: 'clerk', path: deskCase('/collect'), title: 'steps:collect.title' },
  'desk.cases.$id.correct-decision': { who: 'reviewer', path: deskCase('/correct-decision'), title: 'steps:correct-decision.title' },
  'desk.cases.$id.issue': { who: 'clerk', path: deskCase('/issue'), title: 'steps:issue.title' },
  'desk.cases.$id.offer-to-relatives': { who: 'clerk', path: deskCase('/offer-to-relatives'), title: 'steps:offer-to-relatives.title' },
  'desk.cases.$id.refuse-acceptance': { who: 'supervisor', path: deskCase('/refuse-acceptance'), title: 'steps:refuse-acceptance.title' },
  'desk.cases.$id.resume-clock': { who: 'reviewer', path: deskCase('/resume-clock'), title: 'steps:resume-clock.title' },
  'desk.cases.$id.send-on': { who: 'clerk', path: deskCase('/send-on'), title: 'steps:send-on.title' },
  'desk.cases.$id.stop-clock': { who: 'reviewer', path: deskCase('/stop-clock'), title: 'steps:stop-clock.title' },
  'desk.cases.$id.take-back-acceptance': {
    who: 'clerk',
    path: deskCase('/take-back-acceptance'),
    title: 'steps:take-back-acceptance.title',
  },
  'desk.cases.$id.take-back-decision': { who: 'reviewer', path: deskCase('/take-back-decision'), title: 'steps:take-back-decision.title' },
  'desk.cases.$id.withdraw-requested': {
    who: 'clerk',
    path: deskCase('/withdraw-requested'),
    title: 'steps:withdraw-requested.title',
    wrong: {},
  },
  'desk.colleagues._index': { who: 'supervisor', path: () => '/zh/desk/colleagues', title: 'colleagues:title' },
  'desk.counter._index': { who: 'clerk', path: () => '/zh/desk/counter', title: 'counter:title', wrong: {} },
  'desk.feedback.$id': {
    who: 'administrator',
    path: () => `/zh/desk/feedback/${at.feedback}`,
    title: 'feedback:kinds.wrong',
    wrong: { do: 'answer', answer: '' },
  },
  'desk.announcements': {
    ...{ who: 'administrator', path: () => '/zh/desk/announcements', title: 'place-texts:announcements.title', wrong: { zh: '' } },
  },
  'desk.phrases': { ...{ who: 'administrator', path: () => '/zh/desk/phrases', title: 'place-texts:phrases.title', wrong: { zh: '' } } },
  'desk.calendar': { who: 'administrator', path: () => '/zh/desk/calendar', title: 'account:days.title', wrong: { notice: '' } },
  'desk.halls._index': { who: 'administrator', path: () => '/zh/desk/halls', title: 'account:halls.title', wrong: {} },
  'desk.halls.$id._index': { who: 'administrator', path: () => `/zh/desk/halls/${at.hall}`, title: 'account:halls.one', wrong: { zh: '' } },
  'desk.halls.$id.close': {
    who: 'administrator',
    path: () => `/zh/desk/halls/${at.hall}/close`,
    title: 'colleagues:hall.close.title',
    wrong: {},
  },
  'desk.halls.$id.details': {
    who: 'administrator',
    path: () => `/zh/desk/halls/${at.hall}/details`,
    title: 'halls:title',
    wrong: { 'f-morning': '很早' },
  },
  'desk.people._index': { who: 'clerk', path: () => '/zh/desk/people', title: 'people:title', wrong: { do: 'number' } },
  'desk.staff._index': { who: 'administrator', path: () => '/zh/desk/staff', title: 'account:staff.title', wrong: {} },
  'desk.staff.$id': {
    who: 'administrator',
    path: () => `/zh/desk/staff/${at.member}`,
    title: 'account:staff.one',
    wrong: { do: 'change', role: 'x' },
  },
}

/** Routes whose page cannot be opened here without more, or is no form of their own: what they are shown with elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  'applications.$number.correct': 'below',
  'check.other': 'only of a check that was cleared: other-check.test.ts',
  'check.print': 'what is ticked is printed',
  'check.counterfactuals': 'any answer may be tried',
  'desk.colleagues.$id': 'only of a colleague of the hall: reassigning.test.ts',
  'desk.counter.screen': 'only while somebody is helped',
  'desk.people.$id.recover': 'only of somebody who was found: recovery.test.ts',
  'desk.recoveries.$id': 'only of a request: recovery.test.ts',
  'desk.ratings.$id': 'only of a low rating',
  'desk.invitation.$token': 'only by a link that is used once: accounts.test.ts',
}

const titleIn = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1]
const titled = (title: string, language: Language = 'zh') => `${textOf(language, title)} | ${textOf(language, 'common:site')}`
const wrongly = (title: string, language: Language = 'zh') =>
  textOf(language, 'errors:titled').replace('{{title}}', titled(title, language))

test('every page with a form is among them', () => {
  const withForms = readdirSync('app/routes').filter((file) => {
    const code = readFileSync(`app/routes/${file}`, 'utf8')
    return code.includes('export const action') && code.includes('export default')
  })
  const names = withForms.map((file) => file.replace('$mode.', '').replace(/\.tsx$/, ''))
  expect([...Object.keys(formPages), ...Object.keys(elsewhere)].sort()).toEqual(names.sort())
})

test('every page with a form has its title, which says first that something is wrong where it is', async () => {
  const titles: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for (const [name, { who, path, title, wrong }] of Object.entries(formPages)) {
    const opened = await by[who].get(path())
    const refused = wrong && (await by[who].post(path(), { ...hiddenIn(opened.text), ...wrong }))
    titles[name] = [opened.status, titleIn(opened.text), refused && [refused.status >= 400 && refused.status < 500, titleIn(refused.text)]]
    expected[name] = [200, titled(title), wrong && [true, wrongly(title)]]
  }
  expect(titles).toEqual(expected)
})

/** What a form sends besides what is typed. */
const hiddenIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
      ['version', 'folder', 'seen', 'once', 'submission-token', 'opened', 'written-by', 'instead'].includes(name) ? [[name, value]] : [],
    ),
  )

test('in Tibetan and in both languages the title says so in the language of the reader', async () => {
  expect(titleIn((await by.anybody.post('/bo/help/feedback', {})).text)).toBe(wrongly('feedback:title', 'bo'))
  const both = titleIn((await by.anybody.post('/zh-bo/help/feedback', {})).text) ?? ''
  const said = languages.map((language) => textOf(language, 'errors:titled').replace('{{title}}', ''))
  expect(both.startsWith(`${said.join('')}${textOf('zh', 'feedback:title')}`)).toBe(true)
})

test('a correction that changes nothing says so in its title', async () => {
  const { one, code } = inReview
  await hall(site.dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'address/home/words', reason: 'does-not-match' }] })
  const opened = await one.get('/zh/applications/1/correct')
  expect(titleIn(opened.text)).toBe(titled('application:correct.title'))
  const refused = await one.post('/zh/applications/1/correct', hiddenIn(opened.text))
  expect([refused.status, titleIn(refused.text)]).toEqual([422, wrongly('application:correct.title')])
})

test('two steps of one form have different titles, and none names anybody', async () => {
  const one = resident(site.port)
  await fillIn(one, ['job-services'], { 'f-matter': 'guidance' })
  const steps = ['person/1', 'contact/home', 'address/home', 'work/1', 'own/n1']
  const titles = await Promise.all(steps.map(async (step) => titleIn((await one.get(`/zh/apply/step/${step}`)).text)))
  expect(titles).toEqual(
    [
      'forms:blocks.person.title',
      'forms:blocks.contact.title',
      'forms:blocks.address.title',
      'forms:blocks.work.title',
      'services/job-services:name',
    ].map((key) => titled(key)),
  )
  await one.post('/zh/apply/submit', await submitForm(one))
  expect(titleIn((await one.get('/zh/applications/1')).text)).toBe(titled('services/job-services:name'))
})
