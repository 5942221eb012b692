import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { casesOf } from '#tests/support/clerk.ts'
import { damageIn } from '#tests/support/damage.ts'
import { hall } from '#tests/support/hall.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { sendFile } from '#tests/support/paper.ts'
import { agree, fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// From the hall's request for corrections to the answer, without script: everything asked for has its name, nothing typed is lost, an
// answer says something, and what never came is asked for again without being held against anybody.

vi.setConfig({ testTimeout: 30_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-correction-'))
let server: BuiltServer
let reviewer: Resident
let clerk: Resident
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  const cookies = await openDesk(dataDir, '630104', [
    { id: 'reviewer-1', name: '审核甲·测试', role: 'reviewer' },
    { id: 'clerk-1', name: '窗口甲·测试', role: 'clerk' },
  ])
  reviewer = resident(server.port, cookies['reviewer-1'])
  clerk = resident(server.port, cookies['clerk-1'])
}, 60_000)
afterAll(() => server.stop())

const [trade, phone, paper, correct] = ['own/n1/trade', 'contact/home/phone', 'paper/id-card~1', '/bo/applications/1/correct']
const phoneName = (language: (typeof languages)[number]) => textOf(language, 'forms:fields.contact.phone.label')
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"')

async function handedIn() {
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'bo')
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  const url = String((await clerk.post('/zh/desk/cases', { do: 'find', code })).headers.location)
  return { one, code, url }
}

/** Asks for corrections on the screen of the desk. */
async function asks(url: string, targets: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { text } = await reviewer.get(`${url}/corrections`)
  const items = targets.flatMap((target) => [
    [`ask-${target}`, 'on'],
    [`reason-${target}`, 'missing'],
  ])
  const seen = /name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
  return reviewer.post(`${url}/corrections`, { seen, ...answerBy, ...Object.fromEntries(items), ...more })
}

const told = async (one: Resident, mode: string) =>
  /<ol class="plain-list timeline">[\s\S]*?<\/ol>/.exec((await one.get(`/${mode}/applications/1`)).text)?.[0] ?? ''
const statusOf = async (one: Resident) => JSON.parse((await one.get('/zh/applications/data.json')).text).applications[0].status

describe('what is asked for', () => {
  test('has its name on the status and on the page of the correction, also where nothing stands in it', async () => {
    const { one, url } = await handedIn()
    expect((await asks(url, [trade, phone, paper])).status).toBe(303)
    for (const language of languages) {
      const [status, page] = [plain(await told(one, language)), plain((await one.get(`/${language}/applications/1/correct`)).text)]
      for (const key of ['services/skills-training:form.trade.label', 'forms:fields.contact.phone.label', 'forms:papers.id-card'])
        for (const html of [status, page]) expect(html, key).toContain(textOf(language, key))
    }
    expect((await told(one, 'zh-bo')).split(phoneName('zh')).length).toBe(2)
    expect(plain((await reviewer.get(url)).text)).toContain(phoneName('zh'))
  })

  test('has its name too where it was asked for before names were kept with it', async () => {
    const { one, code, url } = await handedIn()
    await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: phone, reason: 'missing' }] })
    for (const language of languages) expect(plain(await told(one, language))).toContain(phoneName(language))
    expect(plain((await reviewer.get(url)).text)).toContain(phoneName('zh'))
  })

  test('has its name where no form asks for it any more', async () => {
    const { one, code } = await handedIn()
    const label = { zh: '以前的一项', bo: 'སྔོན་གྱི་དོན་ཚན།' }
    await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'person/1/gone', label, reason: 'other' }] })
    for (const language of languages) {
      expect(plain(await told(one, language))).toContain(label[language])
      expect(plain((await one.get(`/${language}/applications/1/correct`)).text)).toContain(label[language])
    }
    // Nothing of it can be changed here: it is not demanded either.
    expect((await one.post(correct, {})).status).toBe(303)
  })
})

describe('what was not asked for', () => {
  test('stays as it was submitted, whatever the folder holds by now for a draft: the case, its county, its lines and its papers', async () => {
    const { one, code, url } = await handedIn()
    const submitted = async () => {
      const { rows, papers } = JSON.parse((await one.get('/zh/applications/data.json')).text).applications[0].submitted
      return { rows: rows as { target: string; value: { zh: string } }[], papers: papers as { key: string; files: string[] }[] }
    }
    const before = await submitted()
    await one.post('/bo/apply', { pick: 'job-services:1', agree })
    const address = { 'f-county': '632723', 'f-words': '草稿街 9 号' }
    expect((await one.post('/bo/apply/step/address/home', address)).status).toBe(303)
    expect((await one.post('/bo/apply/step/person/1', { 'f-name': '卓玛·测试', 'f-birth-date-age': '41' })).status).toBe(303)
    expect((await sendFile(server.port, one.cookies(), '/bo/apply/papers/id-card~1')).status).toBe(303)
    await asks(url, ['address/home/words', trade])
    const opened = plain((await one.get('/zh/applications/1/correct')).text)
    expect(opened).toContain(textOf('zh', 'application:correct.submitted').replace('{{value}}', '测试街 0 号'))
    const typed = { 'f-address-home-words': '测试街 5 号', 'f-own-n1-trade': '做面条' }
    expect((await one.post(correct, typed)).status).toBe(303)

    const after = await submitted()
    const corrected: Readonly<Record<string, string>> = { 'address/home/words': '测试街 5 号', [trade]: '做面条' }
    expect(after.rows.map(({ target, value }) => [target, value.zh])).toEqual(
      before.rows.map(({ target, value }) => [target, corrected[target] ?? value.zh]),
    )
    expect(after.papers).toEqual(before.papers)
    expect((await reviewer.get(url)).status).toBe(200)
    const [found] = await casesOf(dataDir, code)
    expect([found?.county, found?.events.some(({ type }) => type === 'hand-over')]).toEqual(['630104', false])
    const draft = (await one.get('/zh/apply/step/address/home')).text
    for (const part of ['value="632723" selected', '测试街 5 号']) expect(draft).toContain(part)
  })

  test('of a county that was asked for it is said who receives it there, before it is sent', async () => {
    const { one, url } = await handedIn()
    await asks(url, ['address/home/county'])
    const typed = { 'f-address-home-county': '632723' }
    for (const language of languages) {
      const first = await one.post(`/${language}/applications/1/correct`, typed)
      const nobody = textOf(language, 'halls:received.nobody').replace('{{county}}', textOf(language, 'places:counties.632723'))
      expect([first.status, plain(first.text).includes(nobody)]).toEqual([422, true])
      expect(first.text).toContain('name="moves-to" value="632723"')
    }
    expect(await statusOf(one)).toBe('correction-asked')
    expect((await one.post(correct, { ...typed, 'moves-to': '632723' })).status).toBe(303)
    expect((await reviewer.get(url)).status).toBe(404)
  })

  test('the list of a folder begins with what is to be corrected, and calls only that done which is', async () => {
    const { one, url } = await handedIn()
    await fillIn(one, ['job-services:1'], { 'f-matter': 'guidance' }, 'bo')
    await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
    await asks(url, [trade, paper])
    const { text } = await one.get('/zh/applications')
    const [first = '', done = ''] = text.split('id="handed-in"')
    expect(first).toContain('id="your-turn"')
    expect(first).toContain('href="/zh/applications/1/correct"')
    const box = done.split('</section>')[0] ?? ''
    const [mine, other] = ['skills-training', 'job-services'].map((id) => textOf('zh', `services/${id}:name`))
    expect([box.includes(other ?? '?'), (box.split('</ul>')[0] ?? '').includes(mine ?? '?')]).toEqual([true, false])
    expect(box).toContain(textOf('zh', 'forms:papers.id-card'))
  })
})

describe('on the way to the papers', () => {
  test('what was typed is saved, with what was written beside it, and stands there again', async () => {
    const { one, url } = await handedIn()
    await asks(url, [trade, phone, paper])
    expect((await one.get(correct)).text).not.toContain(`href="/bo/apply/papers/id-card~1"`)
    const typed = { 'f-own-n1-trade': '做面条', 'f-contact-home-phone': '', words: '电话没有·测试' }
    const went = await one.post(correct, { ...typed, 'to-paper': 'id-card~1' })
    expect([went.status, went.headers.location]).toEqual([303, '/bo/apply/papers/id-card~1'])
    expect(await statusOf(one)).toBe('correction-asked')
    expect((await one.get('/bo/apply/papers/id-card~1')).text).toContain(`href="${correct}"`)
    expect((await sendFile(server.port, one.cookies(), '/bo/apply/papers/id-card~1')).status).toBe(303)
    const back = await one.get(correct)
    for (const text of ['value="做面条"', '电话没有·测试']) expect(back.text).toContain(text)
    expect(JSON.stringify(JSON.parse((await one.get('/bo/applications/data.json')).text).filledIn)).toContain('电话没有·测试')
    expect((await one.post(correct, typed)).status).toBe(303)
    expect((await reviewer.get(url)).text).toContain('电话没有·测试')
    expect(JSON.stringify(JSON.parse((await one.get('/bo/applications/data.json')).text).filledIn)).not.toContain('电话没有·测试')
  })

  test('what cannot be saved is told beside its field; what is still empty waits', async () => {
    const { one, url } = await handedIn()
    await asks(url, [trade, phone, paper])
    const wrong = await one.post(correct, { 'f-own-n1-trade': '做面条', 'f-contact-home-phone': '12', 'to-paper': 'id-card~1' })
    expect(wrong.status).toBe(422)
    for (const text of ['value="做面条"', 'value="12"', textOf('bo', 'errors:field.phone-length')]) expect(wrong.text).toContain(text)
    const empty = await one.post(correct, { 'f-own-n1-trade': '', 'f-contact-home-phone': '13800000000', 'to-paper': 'id-card~1' })
    expect(empty.headers.location).toBe('/bo/apply/papers/id-card~1')
    for (const text of ['value="做饭"', 'value="13800000000"']) expect((await one.get(correct)).text).toContain(text)
  })
})

describe('an answer', () => {
  test.each(languages)('that changes nothing of what was asked for is refused, and says what is missing: %s', async (language) => {
    const { one, url } = await handedIn()
    await asks(url, [trade, phone, paper])
    const same = { 'f-own-n1-trade': '做饭', 'f-contact-home-phone': '' }
    const refused = await one.post(`/${language}/applications/1/correct`, same)
    expect([refused.status, await statusOf(one)]).toEqual([422, 'correction-asked'])
    const says = (key: string, item: string) => textOf(language, key).replace('{{item}}', item)
    const summary = plain(/class="error-summary"[\s\S]*?<\/div>/.exec(refused.text)?.[0] ?? '')
    for (const name of [phoneName(language), textOf(language, 'services/skills-training:form.trade.label')]) expect(summary).toContain(name)
    expect(summary).toContain(textOf(language, 'forms:papers.id-card'))
    expect(summary).toContain(says('errors:correct.unchanged', '').slice(-20))
    expect(summary).toContain(says('errors:correct.no-file', '').slice(-20))
    for (const id of ['f-own-n1-trade', 'f-contact-home-phone', 'paper-id-card~1']) {
      expect(refused.text).toContain(`href="#${id}"`)
      expect(refused.text).toContain(`id="${id}"`)
    }
  })

  test('that says why nothing is changed is one: both sides read it, and it is not called a correction', async () => {
    const { one, url } = await handedIn()
    await asks(url, [trade, paper])
    const said = { 'f-own-n1-trade': '做饭', words: '身份证带到窗口·测试' }
    const toLong = await one.post(correct, { ...said, words: '字'.repeat(1200) })
    expect([toLong.status, toLong.text.includes(textOf('bo', 'errors:field.text-too-long').replace('{{most}}', '1000'))]).toEqual([
      422,
      true,
    ])
    expect((await one.post(correct, said)).status).toBe(303)
    const timeline = await told(one, 'zh')
    for (const text of ['身份证带到窗口·测试', textOf('zh', 'application:event.explained')]) expect(timeline).toContain(text)
    expect(timeline).not.toContain(textOf('zh', 'application:event.resubmit'))
    expect((await reviewer.get(url)).text).toContain('身份证带到窗口·测试')
  })

  test('a field that must be filled in cannot be emptied; one that is right already may stay where one says so', async () => {
    const { one, url } = await handedIn()
    await asks(url, ['person/1/name'])
    expect((await one.post(correct, { 'f-person-1-name': '' })).status).toBe(422)
    expect((await one.post(correct, { 'f-person-1-name': '扎西·测试', words: '没有错·测试' })).status).toBe(303)
  })

  test('a sent paper alone is one', async () => {
    const { one, url } = await handedIn()
    await asks(url, [paper])
    expect((await one.post(correct, {})).status).toBe(422)
    await sendFile(server.port, one.cookies(), '/bo/apply/papers/id-card~1')
    expect((await one.post(correct, {})).status).toBe(303)
  })
})

describe('asking again', () => {
  const demands = (url: string) => {
    const { database } = damageIn(dataDir)
    const count = database.prepare('select corrections from applications where id = ?').pluck().get(url.split('/').at(-1))
    database.close()
    return count
  }

  test('for what never came is no new demand: no reason is asked for, nothing is counted, and the resident reads that it is waited for', async () => {
    const { one, url } = await handedIn()
    await asks(url, [trade, phone])
    expect(demands(url)).toBe(1)
    await one.post(correct, { 'f-own-n1-trade': '做面条', 'f-contact-home-phone': '' })
    const page = await reviewer.get(`${url}/corrections`)
    expect(plain(page.text)).toContain(textOf('zh', 'desk:correct.still'))
    expect((await asks(url, [phone])).status).toBe(303)
    expect(demands(url)).toBe(1)
    expect((await reviewer.get(url)).text).not.toContain(textOf('zh', 'desk:case.again').replace('{{count}}', '1'))
    for (const language of languages) {
      const timeline = await told(one, language)
      for (const key of ['event.reminder', 'correct.still']) expect(timeline).toContain(textOf(language, `application:${key}`))
      expect((await one.get(`/${language}/applications/1/correct`)).text).toContain(textOf(language, 'application:correct.still'))
    }
  })

  test('for something else beside it is one, and what could have been asked for before needs a reason', async () => {
    const { one, url } = await handedIn()
    await asks(url, [trade, phone])
    await one.post(correct, { 'f-own-n1-trade': '做面条', 'f-contact-home-phone': '' })
    expect((await asks(url, [phone, 'person/1/name'])).status).toBe(422)
    expect((await asks(url, [phone, 'person/1/name'], { again: '上次看漏了·测试' })).status).toBe(303)
    expect(demands(url)).toBe(2)
    expect(await told(one, 'zh')).not.toContain(textOf('zh', 'application:event.reminder'))
  })
})
