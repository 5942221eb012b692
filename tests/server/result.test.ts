import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languagesOf, modes } from '#app/domain/language.ts'
import { rulesVersion } from '#app/services/index.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { cookieOf } from '#tests/support/old-pages.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { formIn, piecesIn, plain, textIn } from '#tests/support/page-text.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { describeHalls, sampleDetails } from '#tests/support/sample-halls.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { textOf } from '#tests/support/texts.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

const { request, expect: rows } = workedCase('J45')
let server: BuiltServer
/** The family, without a county and with one whose hall has everything on record. */
let family: Resident
let atHall: Resident
const county = '630104'

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-result-'))
  server = await startBuilt({ RATE_LIMIT: 'off', ...atClock(new Date(`${request.asOf}T04:00:00Z`)) }, dataDir)
  family = resident(server.port)
  await answerAll(family, 'zh', request)
  await openDesk(dataDir, county, [{ id: 'result-hall', name: '窗口乙·测试', role: 'clerk' }])
  describeHalls(dataDir, county)
  atHall = resident(server.port, family.cookies())
  await atHall.post('/zh/check/live-place', { answer: request.household['live-place'] as string, county })
}, 120_000)
afterAll(() => server.stop())

const numberOf = (id: string | null) => (id === null ? 0 : request.members.findIndex((one) => one.id === id) + 1)
/** The page of a result: of the member it is about, or of the household. */
const pathOf = (mode: string, service: string, member: string | null) =>
  `/${mode}/check/result/${member === null ? 'household' : numberOf(member)}/${service}`
/** The page without what is closed. */
const openIn = (html: string) => html.replace(/<details[\s\S]*?<\/details>/g, '')
/** What stands under a heading that opens and closes, without the heading. */
const partUnder = (html: string, heading: string) => html.split('<summary').find((part) => part.includes(heading)) ?? ''
/** The first mark of a page. */
const markIn = (html: string) => /class="verdict verdict-([\w-]+)"/.exec(html)?.[1]

describe.each(modes)('the result page in %s', (mode) => {
  test('carries lines only: each leads to its page, and nothing on it is an article, a bare number or a fingerprint', async () => {
    const { text } = await family.get(`/${mode}/check/result`)
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
    const links = new Set([...main.matchAll(/\/check\/result\/(\w+\/[\w-]+)/g)].map(([, to]) => to))
    expect(links.size).toBeGreaterThan(90)
    expect(openIn(main)).not.toContain('<cite')
    expect(piecesIn(openIn(text)).filter((piece) => /^\d+$/.test(piece))).toEqual([])
    expect(text).not.toMatch(/\b[0-9a-f]{8}\b/)
    for (const language of languagesOf(mode)) expect(textIn(main).split(plain(textOf(language, 'land-promise:title')))).toHaveLength(2)
  })

  test('is small: at most 7 KB as it is sent', async () => {
    const { headers } = await send(server.port, 'GET', `/${mode}/check/result`, {
      Cookie: cookieOf(family.cookies()),
      'Accept-Encoding': 'br',
    })
    expect(headers['content-encoding']).toBe('br')
    expect(Number(headers['content-length'])).toBeGreaterThan(1000)
    expect(Number(headers['content-length'])).toBeLessThanOrEqual(7 * 1024)
  })

  test.each(['br', 'gzip'])('and so it is with a county and a hall of which everything is on record, as %s', async (encoding) => {
    const { headers, bytes } = await send(server.port, 'GET', `/${mode}/check/result`, {
      Cookie: cookieOf(atHall.cookies()),
      'Accept-Encoding': encoding,
    })
    expect(headers['content-encoding']).toBe(encoding)
    expect(bytes.length).toBeGreaterThan(1000)
    expect(bytes.length).toBeLessThanOrEqual(7 * 1024)
    const { text } = await atHall.get(`/${mode}/check/result`)
    for (const language of languagesOf(mode)) expect(plain(textIn(text))).toContain(plain(sampleDetails[`way-${language}`]))
  })
})

describe.each(modes)('the page of a person and a service in %s', (mode) => {
  test('says what came of it, for everything the case says', async () => {
    for (const { service, member, verdict } of rows) {
      // What is judged for the household as a whole has its page there.
      const own = await family.get(pathOf(mode, service, member))
      const { status, text } = own.status === 303 ? await family.get(pathOf(mode, service, null)) : own
      expect([service, member, status]).toEqual([service, member, 200])
      expect([service, member, markIn(text)]).toEqual([service, member, verdict])
      for (const language of languagesOf(mode)) expect(textIn(text)).toContain(plain(textOf(language, `verdicts:${verdict}.name`)))
    }
  })

  test('tells articles and how sure they are under what is closed, and no fingerprint', async () => {
    const { text } = await family.get(pathOf(mode, 'school-compulsory', 'son'))
    const [open, whole] = [openIn(text), text]
    expect([open.includes('<cite'), whole.includes('<cite')]).toEqual([false, true])
    expect([open.includes('class="certainty'), whole.includes('certainty')]).toEqual([false, true])
    for (const language of languagesOf(mode))
      for (const key of ['result:why', 'result:bring', 'service:where', 'result:ask-window', 'result:would-change', 'result:basis'])
        expect([key, textIn(whole).includes(plain(textOf(language, key)))]).toEqual([key, true])
    expect(whole).not.toContain(rulesVersion.split('.')[1])
  })

  test('says once that settling costs nobody their land', async () => {
    const { text } = await family.get(pathOf(mode, 'settle-household', null))
    expect(text.split('class="promise"')).toHaveLength(2)
  })
})

test('a condition and what it came to are told once where the words are the same', async () => {
  const { text } = await family.get(pathOf('zh', 'resident-pension', 'grandmother'))
  expect(textIn(openIn(text)).split(plain(textOf('zh', 'services/resident-pension:conditions.H1.is')))).toHaveLength(2)
})

test('to whom it is open whether they work for others, nothing is told as if they did', async () => {
  const { text } = await family.get(pathOf('zh', 'wage-protection', 'father'))
  for (const id of ['no-contract', 'subcontractor', 'over-a-year'])
    expect([id, textIn(text).includes(plain(textOf('zh', `services/wage-protection:misunderstandings.${id}.right`)))]).toEqual([id, false])
})

test('of two things one can have one of, each names the other', async () => {
  const links = async (service: string, member: string | null) =>
    [...(await family.get(pathOf('zh', service, member))).text.matchAll(/\/zh\/check\/result\/(\w+\/[\w-]+)/g)].map(([, to]) => to)
  expect(await links('settle-household', null)).toEqual([1, 2, 3, 4, 5].map((number) => `${number}/residence-permit`))
  expect(await links('residence-permit', 'father')).toEqual(['household/settle-household'])
  expect(await links('flexible-worker-insurance', 'father')).toEqual(['1/resident-pension', '1/resident-medical'])
  expect(await links('public-rental-housing', null)).toEqual(['household/affordable-rental-housing'])
  expect(await links('job-services', 'mother')).toEqual([])
})

test.each([
  ['an unknown service', '/zh/check/result/1/nothing', 404, undefined],
  ['a member who is not there', '/zh/check/result/77/residence-permit', 303, '/zh/check/result'],
  ['a service that is judged for the household', '/zh/check/result/1/land-rights', 303, '/zh/check/result'],
  ['a service that is judged for members', '/zh/check/result/household/residence-permit', 303, '/zh/check/result'],
  ['nonsense for a member', '/zh/check/result/%3Cb%3E/residence-permit', 303, '/zh/check/result'],
])('the page of %s is not there', async (_name, path, status, to) => {
  const answer = await family.get(path)
  expect([answer.status, answer.headers.location]).toEqual([status, to])
})

test('nobody who answered nothing has such a page', async () => {
  const answer = await resident(server.port).get('/zh/check/result/1/residence-permit')
  expect([answer.status, answer.headers.location]).toEqual([303, '/zh/check'])
})

describe('applying', () => {
  const ticked = async (path: string) => formIn((await family.get(path)).text, 'start').pick?.values

  test('from the page of a person and a service carries exactly these', async () => {
    const { text } = await family.get(pathOf('zh', 'school-compulsory', 'son'))
    const [, to = ''] = /href="(\/zh\/apply\?[^"]+)"/.exec(text) ?? []
    expect(await ticked(to)).toEqual(['school-compulsory:5'])
  })

  test('from the result ticks what can be had now, counted as there, where nothing is to be chosen; what is to be asked about stands apart', async () => {
    const [result, start] = [(await family.get('/zh/check/result')).text, (await family.get('/zh/apply?pick=now')).text]
    expect(result).toContain('href="/zh/apply?pick=now"')
    const [now = '', asked = ''] = ['apply:start.now', 'verdicts:possible.group'].map((k) => partUnder(start, textOf('zh', k)))
    expect(result).toContain(textOf('zh', 'result:now-count').replace('{{count}}', /\((\d+)\)/.exec(now)?.[1] ?? ''))
    expect(now).toContain(textOf('zh', 'result:choose.insurance'))
    expect([now, asked].map((part) => [part.includes(' checked'), part.includes('verdict-eligible')])).toEqual([
      [true, true],
      [false, false],
    ])
  })

  test('for a service without saying for whom ticks those who may', async () => {
    expect(await ticked('/zh/apply?pick=resident-medical')).toEqual(['resident-medical:4', 'resident-medical:5'])
    expect(await ticked('/zh/apply?pick=settle-household')).toEqual(['settle-household'])
  })
})

test.each(modes)('on paper stands no fingerprint and no bare number, with details too, in %s', async (mode) => {
  for (const { text } of [await family.get(`/${mode}/check/print`), await family.post(`/${mode}/check/print`, { details: 'yes' })]) {
    expect(text).toContain('window-sheet')
    expect(text).not.toContain(rulesVersion.split('.')[1])
    expect(piecesIn(text).filter((piece) => /^\d+$/.test(piece))).toEqual([])
  }
})

test('disability, and a child’s work, are on paper only where they are ticked', async () => {
  const one = resident(server.port)
  await answerAll(one, 'zh', {
    ...request,
    household: { ...request.household, anyone: ['disability', 'wages-owed'] },
    members: request.members.map((member) =>
      member.id === 'daughter'
        ? { ...member, 'birth-date': '2013-06-01', 'school-stage': 'junior-12', 'wage-owed': 'owed-recent' }
        : member,
    ),
  })
  const notes = { disability: ['disability'], 'child-labour': ['wages', 'injury'] }
  const on = async (...show: string[]) => textIn((await one.post('/zh/check/print', { details: 'yes', show })).text)
  for (const [note, ticks] of Object.entries(notes)) {
    const says = plain(textOf('zh', `notes:${note}`))
    expect([note, (await on()).includes(says)]).toEqual([note, false])
    for (const tick of ticks) expect([note, tick, (await on(tick)).includes(says)]).toEqual([note, tick, true])
  }
})

test('a child is not told that work would change a result; an adult is', async () => {
  const says = plain(textOf('zh', 'services/employee-pension-medical:conditions.C1.change'))
  const isSaid = async (member: string) => textIn((await family.get(pathOf('zh', 'employee-pension-medical', member))).text).includes(says)
  expect([await isSaid('son'), await isSaid('daughter'), await isSaid('father')]).toEqual([false, false, true])
})
