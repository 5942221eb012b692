import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentVersion } from '#app/cases/consent.ts'
import { daysLater } from '#app/domain/day.ts'
import { languages } from '#app/domain/language.ts'
import { type BuiltServer, outputWith, send, startBuilt, unansweredGateway } from '#tests/support/built-server.ts'
import { applyRetentionOn, hall } from '#tests/support/hall.ts'
import { sendFile } from '#tests/support/paper.ts'
import { agree, beginning, fillIn, pin, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const trade = { 'f-trade': '做饭' }
const count = (html: string, of: string) => html.split(of).length - 1

describe('applying', () => {
  let server: BuiltServer
  beforeAll(async () => {
    server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway })
  }, 60_000)
  afterAll(() => server.stop())

  test('drafts submitted ten times, at once and again later, is one application with one receipt', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    const form = await submitForm(one)
    const answers = await Promise.all(Array.from({ length: 10 }, () => resident(server.port, one.cookies()).post('/zh/apply/submit', form)))
    expect(answers.map(({ status, headers }) => `${status} ${headers.location}`)).toEqual(Array(10).fill('303 /zh/applications'))
    expect((await one.post('/zh/apply/submit', form)).headers.location).toBe('/zh/applications')
    const list = await one.get('/zh/applications')
    expect(count(list.text, 'class="status status-submitted"')).toBe(1)
    const status = await one.get('/zh/applications/1')
    expect(count(status.text, textOf('zh', 'application:event.submit'))).toBe(1)
  })

  test('drafts handed in from a page opened before an upgrade, where the submission token was called a round, are handed in once', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    const { 'submission-token': round = '', ...form } = await submitForm(one)
    for (let sent = 0; sent < 2; sent++) expect((await one.post('/zh/apply/submit', { round, ...form })).status).toBe(303)
    expect(count((await one.get('/zh/applications')).text, 'class="status status-submitted"')).toBe(1)
  })

  test('an old submission token never submits what was added since', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    const old = await submitForm(one)
    await one.post('/zh/apply/submit', old)
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    await one.post('/zh/apply/submit', old)
    const list = await one.get('/zh/applications')
    expect([count(list.text, 'status-submitted'), count(list.text, 'status-draft')]).toEqual([1, 1])
  })

  test('the values of the first application are filled in for one added later', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    const step = await one.get('/zh/apply/step/person/1')
    expect(step.text).toContain('value="扎西·测试"')
    expect(count(step.text, textOf('zh', 'forms:filled'))).toBe(2)
    const list = await one.get('/zh/apply/folder')
    expect(count(list.text, 'class="state done"')).toBeGreaterThanOrEqual(4)
  })

  test('a value filled in from earlier is shown as such until it is reviewed', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    await one.post('/zh/apply/step/address/home', { 'f-county': '630104', 'f-words': '测试街 1 号' })
    expect((await one.get('/zh/apply/step/address/home')).text).not.toContain(textOf('zh', 'forms:filled'))
    expect((await one.get('/zh/apply/step/person/1')).text).toContain(textOf('zh', 'forms:filled'))
  })

  test('a step with nothing to ask is left out, and whoever opens or posts it comes to the list: work of a child', async () => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: 'job-services', for: ['myself', 'daughter'] })
    const steps = async () =>
      [...(await one.get('/zh/apply/folder')).text.matchAll(/\/apply\/step\/((?:person|work)\/\d)"/g)].map(([, step]) => step)
    const all = ['person/1', 'person/2', 'work/1', 'work/2']
    expect([...new Set(await steps())].sort()).toEqual(all)
    await one.post('/zh/apply/step/person/1', { 'f-name': '扎西·测试', 'f-birth-date-age': '40' })
    const went = await one.post('/zh/apply/step/person/2', { 'f-name': '卓玛·测试', 'f-birth-date-age': '10' })
    expect(went.status).toBe(303)
    expect([...new Set(await steps())].sort()).toEqual(all.slice(0, 3))
    for (const { status, headers } of [await one.get('/zh/apply/step/work/2'), await one.post('/zh/apply/step/work/2', { version: '' })])
      expect([status, headers.location]).toEqual([303, '/zh/apply/folder'])
    expect((await one.get('/zh/apply/step/work/3')).status).toBe(404)
  })

  test('a draft is removed with its own values, the rest stays; also where it is the only draft left', async () => {
    const one = resident(server.port)
    await fillIn(one, ['job-services', 'skills-training'], { ...trade, 'f-matter': 'guidance' })
    await one.post('/zh/apply/folder', { remove: '2' })
    await one.post('/zh/apply', { pick: 'skills-training:1', agree })
    expect((await one.get('/zh/apply/step/own/n2')).text).not.toContain('value="做饭"')
    expect((await one.get('/zh/apply/step/person/1')).text).toContain('value="扎西·测试"')
    await one.post('/zh/apply/folder', { remove: '2' })
    await one.post('/zh/apply/submit', await submitForm(one))
    await one.post('/zh/apply', { pick: 'skills-training:1', agree })
    await one.post('/zh/apply/folder', { remove: '2' })
    const list = await one.get('/zh/applications')
    expect([count(list.text, 'status-submitted'), count(list.text, 'status-draft')]).toEqual([1, 0])
  })

  test('two applications of one person for one service: both are stored, the person is warned', async () => {
    const identity = { 'f-identity-number': '990001198601120019', 'f-birth-date-age': '' }
    const [first, second] = [resident(server.port), resident(server.port)]
    await fillIn(first, ['skills-training'], trade, 'zh', identity)
    await first.post('/zh/apply/submit', await submitForm(first))
    expect((await first.get('/zh/applications/1')).text).not.toContain(textOf('zh', 'application:twice'))
    await fillIn(second, ['skills-training'], trade, 'zh', identity)
    expect((await second.get('/zh/apply/submit')).text).toContain(textOf('zh', 'apply:submit.twice'))
    await second.post('/zh/apply/submit', await submitForm(second))
    for (const one of [first, second]) expect((await one.get('/zh/applications/1')).text).toContain(textOf('zh', 'application:twice'))
  })

  test('without an identity number too: by name, birth date and telephone; not where one of these is another', async () => {
    const filled = async (mode: string, phone: string) => {
      const one = resident(server.port)
      await fillIn(one, ['skills-training'], trade, mode, { 'f-phone': phone })
      const born = { 'f-birth-date-year': '1986', 'f-birth-date-month': '2', 'f-birth-date-day': '3' }
      expect((await one.post(`/${mode}/apply/step/person/1`, { 'f-name': '扎西·测试', ...born })).status).toBe(303)
      return one
    }
    const first = await filled('zh', '13800000077')
    await first.post('/zh/apply/submit', await submitForm(first))
    const second = await filled('bo', '13800000077')
    expect((await second.get('/bo/apply/submit')).text).toContain(textOf('bo', 'apply:submit.twice'))
    expect((await second.post('/bo/apply/submit', await submitForm(second, 'bo'))).status).toBe(303)
    expect((await first.get('/zh/applications/1')).text).toContain(textOf('zh', 'application:twice'))
    const other = await filled('zh', '13800000078')
    expect((await other.get('/zh/apply/submit')).text).not.toContain(textOf('zh', 'apply:submit.twice'))
  })

  test('without consent nothing is begun; given consents stay chosen', async () => {
    const one = resident(server.port)
    const answer = await one.post('/zh/apply', { ...beginning, pick: 'skills-training', agree: 'general' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(textOf('zh', 'errors:apply.agree-sensitive'))
    expect(/id="agree-general"[^>]*checked/.test(answer.text)).toBe(true)
    expect(one.cookies().folder).toBeUndefined()
  })

  test('an unfinished folder cannot be handed in', async () => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: 'job-services' })
    const answer = await one.get('/zh/apply/submit')
    expect(answer.headers.location).toMatch(/^\/zh\/apply\/step\//)
  })

  test('a folder opens with code and PIN on another device, and only then', async () => {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade)
    const other = resident(server.port)
    expect((await other.get('/bo/applications')).headers.location).toBe('/bo/applications/open?why=closed')
    expect((await other.post('/bo/applications/open', { code, pin: '000000' })).status).toBe(422)
    expect((await other.post('/bo/applications/open', { code: code.toLowerCase(), pin: '༤༨༡༥༩༢' })).headers.location).toBe(
      '/bo/applications',
    )
    expect((await other.get('/bo/apply/step/person/1')).text).toContain('扎西·测试')
  })

  test('opening a folder ends the session before it, closing ends it for good', async () => {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade)
    const before = one.cookies()
    await one.post('/zh/applications/open', { code, pin })
    expect((await resident(server.port, before).get('/zh/applications')).status).toBe(303)
    const held = one.cookies()
    await one.post('/zh/applications/close', {})
    expect(one.cookies()).not.toHaveProperty('folder')
    expect((await resident(server.port, held).get('/zh/applications')).status).toBe(303)
  })

  test('who closes it reads before that the self-check on the phone goes too, where there is one', async () => {
    const one = resident(server.port)
    const says = textOf('zh', 'application:close.check')
    expect((await one.get('/zh/applications/close')).text).not.toContain(says)
    await one.post('/zh/check/hukou-place', { answer: 'same-town' })
    expect((await one.get('/zh/applications/close')).text).toContain(says)
    await one.post('/zh/applications/close', {})
    expect(one.cookies()).not.toHaveProperty('check')
  })

  test('of what excludes each other only one can be had: said before handing in, of one person, and refused to nobody', async () => {
    const one = resident(server.port)
    await fillIn(one, ['public-rental-housing', 'affordable-rental-housing'], { 'f-kind': 'home' })
    expect((await one.get('/zh/apply/submit')).text).toContain(textOf('zh', 'result:choose.renting'))
    const other = resident(server.port)
    await fillIn(other, ['skills-training'], trade)
    expect((await other.get('/zh/apply/submit')).text).not.toContain(textOf('zh', 'result:choose.renting'))
  })

  test('nothing outside the open folder can be reached', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    for (const path of [
      '/zh/applications/2',
      '/zh/applications/0',
      '/zh/applications/x',
      '/zh/apply/step/person/2',
      '/zh/apply/step/own/n2',
      '/zh/applications/2/correct',
    ])
      expect((await one.get(path)).status, path).toBe(404)
    const stranger = resident(server.port, { folder: 'A'.repeat(43) })
    for (const path of [
      '/zh/applications',
      '/zh/applications/1',
      '/zh/apply/folder',
      '/zh/apply/answers',
      '/zh/applications/data.json',
      '/zh/applications/slip',
    ])
      expect((await stranger.get(path)).headers.location, path).toBe('/zh/applications/open?why=closed')
  })

  test('withdrawing asks once, and what was withdrawn stays readable', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await one.post('/zh/applications/1/withdraw', { words: '不办了' })
    await one.post('/zh/applications/1/withdraw', {})
    const status = await one.get('/zh/applications/1')
    expect(count(status.text, `<strong>${textOf('zh', 'application:event.withdraw')}`)).toBe(1)
    expect(status.text).toContain('做饭')
  })

  test('files nothing asks for any more are told of, and deleted when everything else is handed in', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training', 'resident-medical'], { ...trade, 'f-med': 'none' })
    for (const paper of ['id-card~1', 'residence-permit~home'])
      expect((await sendFile(server.port, one.cookies(), `/zh/apply/papers/${paper}`)).status).toBe(303)
    const toldIn = (html: string) => /id="unasked"[\s\S]*?<\/div>/.exec(html)?.[0] ?? ''
    const sent = async () => JSON.parse((await one.get('/zh/applications/data.json')).text).papers.length
    expect([toldIn((await one.get('/zh/apply/papers')).text), await sent()]).toEqual(['', 2])
    await one.post('/zh/apply/folder', { remove: '2', sure: 'yes' })
    for (const page of ['/zh/apply/papers', '/zh/apply/submit']) {
      const told = toldIn((await one.get(page)).text)
      expect(told).toContain(textOf('zh', 'apply:papers.unasked'))
      expect([told.includes(textOf('zh', 'forms:papers.residence-permit')), told.includes(textOf('zh', 'forms:papers.id-card'))]).toEqual([
        true,
        false,
      ])
    }
    expect(await sent()).toBe(2)
    await one.post('/zh/apply/submit', await submitForm(one))
    expect(await sent()).toBe(1)
    expect((await one.get('/zh/applications/1')).text).toContain(textOf('zh', 'forms:papers.id-card'))
    // What was handed in with one application is not taken for needless while another is handed in.
    await one.post('/zh/apply', { ...beginning, pick: 'job-services' })
    await one.post('/zh/apply/step/own/n2', { version: '', 'f-matter': 'guidance' })
    expect(toldIn((await one.get('/zh/apply/papers')).text)).toBe('')
    await one.post('/zh/apply/submit', await submitForm(one))
    expect(await sent()).toBe(1)
  })

  test('before it is handed in the papers are listed: what was sent, what is to be brought; each leads there and back', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    const listed = async () => (await one.get('/zh/apply/answers')).text.split('id="papers"')[1]?.split('</section>')[0] ?? ''
    const papers = ['id-card~1', 'skills-training.registration~n1']
    const before = await listed()
    for (const paper of papers) expect(before).toContain(`href="/zh/apply/papers/${paper}?then=answers"`)
    expect(count(before, textOf('zh', 'apply:answers.no-photograph'))).toBe(2)
    expect((await sendFile(server.port, one.cookies(), '/zh/apply/papers/id-card~1?then=answers')).headers.location).toBe(
      '/zh/apply/papers/id-card~1?then=answers',
    )
    const after = await listed()
    expect([
      count(after, textOf('zh', 'apply:answers.no-photograph')),
      after.includes(textOf('zh', 'apply:papers.sent').replace('{{count}}', '1')),
    ]).toEqual([1, true])
    const page = (await one.get('/zh/apply/papers/id-card~1?then=answers')).text
    expect(page).toContain('href="/zh/apply/answers"')
    expect(page).toContain('href="/zh/apply/papers/skills-training.registration~n1?then=answers"')
  })

  test('rating: once, after the end, with a text', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    expect((await one.get('/zh/applications/1/rate')).headers.location).toBe('/zh/applications/1')
    await one.post('/zh/applications/1/withdraw', {})
    expect((await one.post('/zh/applications/1/rate', { words: '好' })).status).toBe(422)
    await one.post('/zh/applications/1/rate', { score: '5', words: 'ཡག་པོ' })
    await one.post('/zh/applications/1/rate', { score: '1' })
    const copy = JSON.parse((await one.get('/zh/applications/data.json')).text)
    expect(copy.applications[0].history.filter(({ type }: { type: string }) => type === 'rate')).toMatchObject([
      { score: 5, words: { text: 'ཡག་པོ', language: 'bo' } },
    ])
  })

  test('the slip says in both languages what comes next and what to bring, whatever language it is asked in', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    const bring = ['forms:papers.id-card', 'services/skills-training:documents.registration', 'application:slip.bring']
    const says = async (mode: string, key: string) => {
      const { text } = await one.get(`/${mode}/applications/slip`)
      return languages.every((language) => text.includes(textOf(language, key)))
    }
    for (const key of [...bring, 'application:status.draft.next']) expect(await says('bo', key), key).toBe(true)
    await one.post('/zh/apply/submit', await submitForm(one))
    // No hall receives there: what one does next is not said.
    for (const key of bring) expect(await says('zh', key), key).toBe(true)
    expect(await says('zh', 'application:status.submitted.next')).toBe(false)
  })

  test('a copy of everything stored, readable and as JSON', async () => {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    const file = await one.get('/zh/applications/data.json')
    expect(file.headers['content-type']).toContain('application/json')
    expect(file.headers['cache-control']).toBe('no-store')
    const copy = JSON.parse(file.text)
    expect(copy).toMatchObject({
      code,
      consents: (['general', 'sensitive'] as const).map((kind) => ({
        ...{ kind, mode: 'zh', version: consentVersion(kind), at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      })),
      applications: [{ service: 'skills-training', status: 'submitted' }],
    })
    expect(JSON.stringify(copy)).toContain('扎西·测试')
    expect((await one.get('/zh/applications/data')).text).toContain('扎西·测试')
  })

  test('drafts are deleted whole; submitted applications are not', async () => {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/applications/delete', {})
    expect((await one.post('/zh/applications/open', { code, pin })).status).toBe(422)
    const two = resident(server.port)
    const later = await fillIn(two, ['skills-training'], trade)
    await two.post('/zh/apply/submit', await submitForm(two))
    await two.post('/zh/applications/delete', {})
    expect((await two.post('/zh/applications/open', { code: later, pin })).status).toBe(303)
  })

  test("errors are shown beside their field with what was typed, in the reader's language", async () => {
    const one = resident(server.port)
    await one.post('/bo/apply', { ...beginning, pick: 'job-services' })
    const answer = await one.post('/bo/apply/step/person/1', {
      'f-name': '123',
      'f-identity-number': '990001198601120018',
      'f-birth-date-age': '40',
    })
    expect(answer.status).toBe(422)
    expect(count(answer.text, textOf('bo', 'errors:field.name-characters').replace('{{letters}}', '1 2 3'))).toBe(2)
    expect(count(answer.text, textOf('bo', 'errors:field.id-checksum'))).toBe(2)
    expect(answer.text).toContain('value="990001198601120018"')
  })

  test('the log contains nothing personal: no name, no code, no PIN, no answer', async () => {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade, 'zh', {
      'f-phone': '13800000000',
      'f-identity-number': '990001198601120019',
    })
    await one.post('/zh/apply/submit', await submitForm(one))
    const from = server.output().length
    await one.get('/zh/applications/data.json')
    const output = await outputWith(server, '/zh/applications/data.json', from)
    for (const secret of [code, pin, '扎西', '13800000000', '990001198601120019', '做饭', one.cookies().folder ?? '-'])
      expect(output).not.toContain(secret)
  })

  test('every page of applying says that the hall decides', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    await one.post('/zh/apply/submit', await submitForm(one))
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    for (const path of ['', '/folder', '/papers', '/papers/id-card~1', '/step/person/1', '/answers'].map((end) => `/zh/apply${end}`))
      expect((await one.get(path)).text, path).toContain(textOf('zh', 'apply:intake'))
    for (const path of ['', '/1', '/1/withdraw', '/data', '/slip', '/open'].map((end) => `/zh/applications${end}`))
      expect((await one.get(path)).text, path).toContain(textOf('zh', 'apply:intake'))
  })

  test('no page of a folder may be cached, and titles name nobody', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    for (const path of ['apply/folder', 'apply/step/person/1', 'apply/answers', 'applications', 'applications/slip', 'applications/data']) {
      const page = await one.get(`/zh/${path}`)
      expect(page.headers['cache-control'], path).toBe('no-store')
      expect(/<title>([^<]*)/.exec(page.text)?.[1], path).not.toMatch(/扎西|我自己/)
    }
  })

  test('in lists, whom an item is for is set off from its words: Tibetan would run together', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade, 'bo')
    const own = textOf('bo', 'check:members.relatives.myself')
    const items = async (path: string) => {
      const list = /<(ol|ul) class="plain-list tasks">[\s\S]*?<\/\1>/g
      const text =
        (await one.get(path)).text
          .match(list)
          ?.join('')
          .replace(/<[^>]+>/g, '') ?? ''
      return text.split(own).slice(0, -1)
    }
    const lists = ['/bo/apply/folder', '/bo/apply/papers']
    for (const path of lists) expect((await items(path)).length, path).toBeGreaterThan(0)
    for (const path of lists) for (const before of await items(path)) expect(before, path).toMatch(/\S · $/)
    await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
    expect((await items('/bo/applications'))[0]).toMatch(/\S · $/)
  })

  test('a form another site sends is refused', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], trade)
    const cookie = `folder=${one.cookies().folder}`
    const body = new URLSearchParams(
      Object.entries(await submitForm(one)).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
    ).toString()
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie }
    const foreign: Record<string, string>[] = [
      { Origin: 'https://elsewhere.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ]
    for (const headers of foreign)
      expect((await send(server.port, 'POST', '/zh/apply/submit', { ...form, ...headers }, body)).status).toBe(403)
    expect((await send(server.port, 'POST', '/zh/apply/submit', { ...form, 'Content-Type': 'text/plain' }, body)).status).toBe(415)
    expect((await one.get('/zh/applications')).text).toContain('status-draft')
  })

  test('switching the language on a step keeps what was typed and saves nothing yet', async () => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: 'job-services' })
    const typed = { 'f-name': '扎', 'f-identity-number': '99', 'switch-to': 'bo' }
    const away = await one.post('/zh/apply/step/person/1', typed)
    expect([away.status, away.headers.location]).toEqual([307, '/bo/apply/step/person/1'])
    const there = await one.post('/bo/apply/step/person/1', typed)
    expect(there.status).toBe(200)
    expect(there.text).toContain('value="扎"')
    expect(there.text).toContain('value="99"')
    expect((await one.get('/bo/apply/step/person/1')).text).not.toContain('value="扎"')
  })

  test('invalid input never causes a server error', async () => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: 'job-services' })
    const odd = ['', '\u0000', '{{name}}', '"><script>', '9'.repeat(3000), '༠'.repeat(40), '__proto__', '💥'.repeat(80)]
    for (const text of odd) {
      const answers = await Promise.all([
        one.post('/zh/apply/step/person/1', { 'f-name': text, 'f-identity-number': text, 'f-birth-date-year': text }),
        one.post('/zh/apply/step/address/home', { 'f-county': text, 'f-words': text }),
        one.post('/zh/apply', { pick: text, for: text, who: text, pin: text, again: text }),
        one.post('/zh/apply/folder', { remove: text }),
        one.post('/zh/apply/submit', { 'submission-token': text, agree: text }),
        one.post('/zh/applications/open', { code: text, pin: text }),
      ])
      expect(
        answers.filter(({ status }) => status >= 500),
        text,
      ).toEqual([])
    }
  })
})

describe('with the hall', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-hall-'))
  let server: BuiltServer
  beforeAll(async () => {
    server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  }, 60_000)
  afterAll(() => server.stop())

  const handedIn = async (services: readonly string[], own: Readonly<Record<string, string>>, mode = 'zh') => {
    const one = resident(server.port)
    const code = await fillIn(one, services, own, mode)
    await one.post(`/${mode}/apply/submit`, await submitForm(one, mode))
    return { one, code }
  }

  test('a correction opens only what was asked for, each with its reason; the former submission stays in the history', async () => {
    const { one, code } = await handedIn(['skills-training'], trade, 'bo')
    expect((await one.get('/bo/applications/1/correct')).headers.location).toBe('/bo/applications/1')
    const items = [
      { target: 'own/n1/trade', reason: 'other' as const, words: { text: '请写清楚哪一种', language: 'zh' as const } },
      { target: 'paper/id-card~1', reason: 'unreadable' as const },
    ]
    expect(await hall(dataDir, code, 1, { type: 'ask-correction', items })).toBe('done')
    const page = await one.get('/bo/applications/1/correct')
    expect(page.text).toContain('name="f-own-n1-trade"')
    expect(page.text).not.toContain('f-person-1-name')
    for (const key of ['reason.other', 'reason.unreadable']) expect(page.text).toContain(textOf('bo', `application:${key}`))
    expect(/<bdi lang="zh-CN">请写清楚哪一种/.test(page.text)).toBe(true)
    expect((await one.post('/bo/applications/1/correct', { 'f-own-n1-trade': '' })).status).toBe(422)
    expect((await one.post('/bo/applications/1/correct', { 'f-own-n1-trade': '做面条', 'f-person-1-name': '别人' })).status).toBe(303)
    const copy = JSON.parse((await one.get('/bo/applications/data.json')).text)
    const [application] = copy.applications
    expect(application.status).toBe('resubmitted')
    expect(JSON.stringify(application.submitted)).toContain('做面条')
    expect(JSON.stringify(application.submitted)).not.toContain('别人')
    expect(JSON.stringify(application.history.at(-1).before)).toContain('做饭')
    expect((await one.post('/bo/applications/1/correct', { 'f-own-n1-trade': 'x' })).status).toBe(409)
    expect(JSON.parse((await one.get('/bo/applications/data.json')).text).applications[0].history).toHaveLength(3)
  })

  test('the status tells what happened, who has it and the legal time limit from the day it was accepted', async () => {
    const { one, code } = await handedIn(['unemployment-insurance'], {
      'f-jobloss': 'forced-ge1y',
      'f-registered': 'yes',
      'f-employer': '测试厂',
    })
    const tenDays = textOf('zh', 'services/unemployment-insurance:timeAndCost.ten-days')
    const before = await one.get('/zh/applications/1')
    // The law names it already; it runs from acceptance only.
    expect(before.text).toContain(tenDays)
    expect(before.text).toContain(textOf('zh', 'application:limit-not-begun'))
    expect(before.text).not.toContain(textOf('zh', 'application:no-limit'))
    expect(await hall(dataDir, code, 1, { type: 'accept' })).toBe('done')
    const status = await one.get('/zh/applications/1')
    expect(status.text).toContain(tenDays)
    expect(status.text).not.toContain(textOf('zh', 'application:limit-not-begun'))
    expect(status.text).toContain(textOf('zh', 'application:limit-ends').split('{{day}}')[0] ?? '')
    expect(status.text).not.toContain(textOf('zh', 'application:no-limit'))
    expect(status.text).toContain(textOf('zh', 'departments:social-insurance-agency'))
  })

  test('a move the life cycle does not allow is refused, and a refusal is shown with its reason', async () => {
    const { one, code } = await handedIn(['skills-training'], trade)
    expect(await hall(dataDir, code, 1, { type: 'approve' })).toBe('not-allowed')
    await hall(dataDir, code, 1, { type: 'accept' })
    await hall(dataDir, code, 1, { type: 'start-review' })
    const reason = { text: '不在目录里', language: 'zh' } as const
    expect(await hall(dataDir, code, 1, { type: 'decline', reason })).toBe('not-allowed')
    await hall(dataDir, code, 1, { type: 'propose-decline', reason })
    expect(await hall(dataDir, code, 1, { type: 'decline', actor: { role: 'supervisor', id: 's-1' }, reason })).toBe('done')
    const status = await one.get('/zh/applications/1')
    expect(status.text).toContain('不在目录里')
    expect(status.text).toContain(textOf('zh', 'application:status.declined.next'))
    expect((await one.get('/zh/applications/1/rate')).status).toBe(200)
  })

  test('who asks for short messages and gives no mobile number is told so beside the field, and nothing typed is lost', async () => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: ['skills-training'] })
    for (const phone of ['', '0971-8231234']) {
      const answer = await one.post('/zh/apply/step/contact/home', { 'f-messages': 'sms', 'f-phone': phone })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(
        textOf('zh', 'errors:field.mobile-needed').replace(
          '{{options}}',
          `“${textOf('zh', 'forms:fields.contact.messages.options.none')}”`,
        ),
      )
      expect(answer.text).toContain('id="f-phone-error"')
    }
    expect((await one.post('/zh/apply/step/contact/home', { 'f-messages': 'sms', 'f-phone': '13800000000' })).status).toBe(303)
    expect((await one.post('/zh/apply/step/contact/home', { 'f-messages': 'none', 'f-phone': '' })).status).toBe(303)
  })

  test.each([
    ['cross-region-care', 'medical'],
    ['insurance-transfer', 'social-insurance'],
    ['unemployment-insurance', 'hrss'],
  ])('the form of %s names the national platform that is the right way, and still takes the application in', async (service, channel) => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: [service] })
    const [, next = ''] = /href="(\/zh\/apply\/step\/own\/[^"]+)"/.exec((await one.get('/zh/apply/folder')).text) ?? []
    const { status, text } = await one.get(next)
    expect(status).toBe(200)
    expect(text).toContain(textOf('zh', `hotlines:channels.${channel}.name`))
    expect(text).toContain(textOf('zh', 'apply:platform-or'))
  })

  test('whose turn it is, and what was to be corrected, stay in the status', async () => {
    const { one, code } = await handedIn(['skills-training'], trade)
    const yourTurn = textOf('zh', 'application:your-turn')
    expect((await one.get('/zh/applications/1')).text).not.toContain(yourTurn)
    const eventText = { text: '请写全名', language: 'zh' as const }
    await hall(dataDir, code, 1, {
      type: 'ask-correction',
      items: [{ target: 'person/1/name', reason: 'does-not-match', words: eventText }],
    })
    expect((await one.get('/zh/applications/1')).text).toContain(yourTurn)
    await one.post('/zh/applications/1/correct', { 'f-person-1-name': '扎西·测试·才让' })
    const { text } = await one.get('/zh/applications/1')
    expect(text).not.toContain(yourTurn)
    expect(text).toContain(textOf('zh', 'application:reason.does-not-match'))
    expect(text).toContain('请写全名')
  })

  test('a message waits in the outbox for every step, and says nothing but the end of the code', async () => {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade, 'zh', { 'f-phone': '13800000000', 'f-messages': 'sms' })
    await one.post('/zh/apply/submit', await submitForm(one))
    await hall(dataDir, code, 1, { type: 'accept' })
    expect(count((await one.get('/zh/applications/1')).text, textOf('zh', 'application:sms.waiting'))).toBe(2)
  })

  test('drafts not saved for thirty days expire and lose their content; what was submitted stays', async () => {
    const draft = resident(server.port)
    const code = await fillIn(draft, ['skills-training'], trade)
    const handed = await handedIn(['job-services'], { 'f-matter': 'job' })
    await applyRetentionOn(dataDir, daysLater(new Date(), 31))
    const after = resident(server.port)
    await after.post('/zh/applications/open', { code, pin })
    expect((await after.get('/zh/applications')).text).toContain('status-expired')
    expect((await after.get('/zh/applications/data.json')).text).not.toContain('扎西·测试')
    await handed.one.post('/zh/applications/open', { code: handed.code, pin })
    expect((await handed.one.get('/zh/applications')).text).toContain('status-submitted')
    await applyRetentionOn(dataDir, daysLater(new Date(), 95))
    expect((await resident(server.port).post('/zh/applications/open', { code, pin })).status).toBe(422)
  })
})

test('what was acknowledged survives kill -9; nothing personal lies in clear on the disk', { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-kill-'))
  const codes: string[] = []
  let server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  for (let round = 0; round < 3; round++) {
    const people = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const one = resident(server.port)
        return { one, code: await fillIn(one, ['skills-training'], trade), form: await submitForm(one) }
      }),
    )
    // Killed in the middle of it: only what was answered counts.
    const answered = people.map(async ({ one, code, form }) => {
      const answer = await one.post('/zh/apply/submit', form).catch(() => undefined)
      if (answer?.status === 303) codes.push(code)
    })
    // The last time at least one was answered, however slow the machine.
    await (round < 2 ? new Promise((resolve) => setTimeout(resolve, 20 * round)) : Promise.any(answered))
    server.process.removeAllListeners('exit')
    server.process.kill('SIGKILL')
    await new Promise((resolve) => server.process.once('exit', resolve))
    await Promise.all(answered)
    server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
    for (const { code } of people) {
      const back = resident(server.port)
      expect((await back.post('/zh/applications/open', { code, pin })).status).toBe(303)
      const list = await back.get('/zh/applications')
      expect(list.text).toContain(codes.includes(code) ? 'status-submitted' : 'class="status status-')
      expect(count(list.text, 'class="status status-')).toBe(1)
    }
  }
  expect(codes.length).toBeGreaterThan(0)
  const bytes = readdirSync(dataDir)
    .filter((name) => name.startsWith('settle.sqlite'))
    .map((name) => readFileSync(join(dataDir, name)))
  for (const secret of ['扎西·测试', '做饭', '测试街'])
    expect(
      bytes.some((file) => file.includes(secret)),
      secret,
    ).toBe(false)
  await server.stop()
})
