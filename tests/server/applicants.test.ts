import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Folder } from '#app/cases/folder.ts'
import { type Language, languages } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { beside } from '#tests/support/child-process.ts'
import { agree, beginning, pin, type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

vi.setConfig({ testTimeout: 60_000 })
let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-applicants-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 120_000)
afterAll(() => server.stop())

/** A household whose members are so many years old; who fills in is the first. */
async function household(...ages: readonly [string, number][]): Promise<Resident> {
  const one = resident(server.port)
  await one.post('/zh/check/members', { do: 'done', who: ages.map(([who]) => who) })
  const year = new Date().getFullYear()
  for (const [index, [, age]] of ages.entries()) await one.post(`/zh/check/${index + 1}/birth-date`, { answer: `${year - age}0101` })
  return one
}

const start = (of: Readonly<Record<string, string | readonly string[]>>) => ({ agree, pin, again: pin, ...of })
const hasFolder = (one: Resident) => Object.hasOwn(one.cookies(), 'folder')
/** Is a message beside the field, and in the summary? */
const says = (html: string, field: string, key: string, language: Language = 'zh') =>
  html.split(`id="${field}-error"`)[1]?.split('</p>')[0]?.includes(textOf(language, key)) === true &&
  html.split('id="errors"')[1]?.includes(textOf(language, key)) === true

describe('whom it is for', () => {
  test.each(languages)('is asked, and never whoever fills in by silence: %s', async (language) => {
    const one = resident(server.port)
    const refused = await one.post(`/${language}/apply`, start({ pick: 'skills-training' }))
    expect([refused.status, says(refused.text, 'for', 'errors:apply.for', language), hasFolder(one)]).toEqual([422, true, false])
    expect(refused.text).toMatch(/checked=""[^>]*value="skills-training"/)
    expect((await one.post(`/${language}/apply`, start({ pick: 'skills-training', for: 'wife' }))).status).toBe(303)
    const list = (await one.get(`/${language}/apply/folder`)).text
    expect([list.includes('/apply/step/person/1'), list.includes('/apply/step/work/2'), list.includes('/apply/step/work/1')]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('of a service for the whole household it is known', async () => {
    const one = resident(server.port)
    expect((await one.post('/zh/apply', start({ pick: 'settle-household' }))).status).toBe(303)
  })
})

describe('who applies', () => {
  test('is an adult of the household; from 16 on oneself for what is named, under 16 nobody', async () => {
    const one = await household(['myself', 40], ['son', 17], ['daughter', 10])
    const page = (await one.get('/zh/apply')).text
    expect([1, 2, 3].map((id) => new RegExp(`name="who" value="${id}"`).test(page))).toEqual([true, true, false])
    const pick = 'skills-training:2'
    const errorOf = async (who: string, picked: readonly string[]) => {
      const { status, text } = await one.post('/zh/apply', start({ pick: picked, who }))
      const key = ['applicant-child', 'applicant-minor', 'who'].find((one) => says(text, 'who', `errors:apply.${one}`))
      return key ?? status
    }
    expect(await errorOf('3', [pick])).toBe('applicant-child')
    expect(await errorOf('2', [pick, 'settle-household'])).toBe('applicant-minor')
    expect(await errorOf('other', [pick])).toBe('who')
    expect(await errorOf('', [pick])).toBe('who')
    expect(hasFolder(one)).toBe(false)
    expect(await errorOf('2', [pick])).toBe(303)
    const added = await one.post('/zh/apply', { agree, pick: 'settle-household' })
    expect([added.status, says(added.text, 'pick', 'errors:apply.applicant-minor')]).toEqual([422, true])
  })

  test.each(languages)('where no adult is listed, is somebody named with what they are to the child: %s', async (language) => {
    const one = await household(['myself', 17])
    const chosen = { pick: 'exam-local:1', who: 'other' }
    const asked = await one.post(`/${language}/apply`, chosen)
    expect([asked.status, asked.text.includes('name="adult-name"'), hasFolder(one)]).toEqual([200, true, false])
    const wrong = await one.post(`/${language}/apply`, start({ ...chosen, 'adult-name': '扎西1', 'adult-phone': '12' }))
    expect([
      wrong.status,
      says(wrong.text, 'adult-relation', 'errors:apply.relation', language),
      wrong.text.includes('id="adult-name-error"'),
      says(wrong.text, 'adult-phone', 'errors:field.phone-length', language),
      wrong.text.includes('value="扎西1"'),
      hasFolder(one),
    ]).toEqual([422, true, true, true, true, false])
    const adult = { 'adult-name': '扎西·测试', 'adult-relation': 'maternal-grandmother', 'adult-phone': '13800000000' }
    expect((await one.post(`/${language}/apply`, start({ ...chosen, ...adult }))).status).toBe(303)
    const step = (await one.get(`/${language}/apply/step/person/2`)).text
    expect([step.includes('value="扎西·测试"'), step.includes(textOf(language, 'check:members.relatives.maternal-grandmother'))]).toEqual([
      true,
      true,
    ])
    expect((await one.get(`/${language}/apply/step/contact/home`)).text).toContain('value="13800000000"')
  })

  test.each(languages)('says in the form how old they are, and is refused beside it where that is too young: %s', async (language) => {
    const one = resident(server.port)
    await one.post(`/${language}/apply`, { ...beginning, pick: 'vocational-school' })
    const step = (age: string) => one.post(`/${language}/apply/step/person/1`, { 'f-name': '扎西·测试', 'f-birth-date-age': age })
    const child = await step('15')
    expect([child.status, says(child.text, 'f-birth-date', 'errors:apply.applicant-child', language)]).toEqual([422, true])
    expect(child.text).toContain('value="扎西·测试"')
    expect((await step('17')).status).toBe(303)
    const school = resident(server.port)
    await school.post(`/${language}/apply`, { ...beginning, pick: 'school-senior' })
    const minor = await school.post(`/${language}/apply/step/person/1`, { 'f-name': '扎西·测试', 'f-birth-date-age': '17' })
    expect([minor.status, says(minor.text, 'f-birth-date', 'errors:apply.applicant-minor', language)]).toEqual([422, true])
  })
})

describe('a folder whose only person is too young', () => {
  const adult = { 'adult-name': '扎西·测试', 'adult-relation': 'entrusted', 'adult-phone': '13800000000' }
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

  test.each(languages)('names an adult where that is found out, and goes on with them: %s', async (language) => {
    const one = resident(server.port)
    await one.post(`/${language}/apply`, { ...beginning, pick: 'vocational-school' })
    const step = await one.post(`/${language}/apply/step/person/1`, { 'f-name': '卓玛·测试', 'f-birth-date-age': '10' })
    expect(step.text).toContain(`href="/${language}/apply/adult"`)
    const page = (await one.get(`/${language}/apply/adult`)).text
    const of = { folder: hidden(page, 'folder'), instead: hidden(page, 'instead') }
    const wrong = await one.post(`/${language}/apply/adult`, { ...of, 'adult-name': '扎西1' })
    expect([
      wrong.status,
      says(wrong.text, 'adult-relation', 'errors:apply.relation', language),
      wrong.text.includes('value="扎西1"'),
    ]).toEqual([422, true, true])
    expect((await one.post(`/${language}/apply/adult`, { ...of, ...adult, agree })).status).toBe(303)
    // The same form again names nobody else.
    expect((await one.post(`/${language}/apply/adult`, { ...of, ...adult, agree })).status).toBe(303)
    const list = (await one.get(`/${language}/apply/folder`)).text
    expect(['person/1', 'person/2', 'person/3'].map((at) => list.includes(`/apply/step/${at}`))).toEqual([true, true, false])
    const named = (await one.get(`/${language}/apply/step/person/2`)).text
    expect([named.includes('value="扎西·测试"'), named.includes(textOf(language, 'check:members.relatives.entrusted'))]).toEqual([
      true,
      true,
    ])
    expect((await one.get(`/${language}/apply/step/contact/home`)).text).toContain('value="13800000000"')
    const child = await one.post(`/${language}/apply/step/person/1`, { 'f-name': '卓玛·测试', 'f-birth-date-age': '10' })
    expect(child.status).toBe(303)
  })

  test.each(languages)('of before, filled in already: its list says so, it is not handed in, an adult is named: %s', async (language) => {
    const folder: Folder = {
      answers: {},
      members: [{ id: '1', name: '我自己', answers: { 'birth-date': `${new Date().getFullYear() - 10}-01-12` } }],
      ...{ applicant: '1', filled: [], values: { 'person/1/name': '卓玛·测试', 'contact/home/phone': '13800000001' } },
      seen: ['person/1', 'contact/home', 'own/n1'],
    }
    const drafts = [{ id: randomUUID(), number: 1, service: 'job-services', member: '1' }]
    const code = await beside('folder-process', { dataDir, folder, drafts, pin })
    const one = resident(server.port)
    await one.post(`/${language}/applications/open`, { code, pin })
    const list = (await one.get(`/${language}/apply/folder`)).text
    expect([list.includes(textOf(language, 'errors:apply.applicant-child')), list.includes(`href="/${language}/apply/adult"`)]).toEqual([
      true,
      true,
    ])
    const there = `/${language}/apply/adult`
    expect((await one.get(`/${language}/apply/submit`)).headers.location).not.toBeUndefined()
    const page = (await one.get(there)).text
    const of = { folder: hidden(page, 'folder'), instead: hidden(page, 'instead') }
    // A telephone stands in the folder: it stays, and is not asked for.
    expect(page).not.toContain('name="adult-phone"')
    const unagreed = await one.post(there, { ...of, ...adult })
    expect([unagreed.status, says(unagreed.text, 'agree-general', 'errors:apply.agree-general', language)]).toEqual([422, true])
    expect((await one.post(there, { ...of, 'adult-name': adult['adult-name'], 'adult-relation': 'entrusted', agree })).status).toBe(303)
    const after = (await one.get(`/${language}/apply/folder`)).text
    expect([after.includes(`href="${there}"`), after.includes('/apply/step/person/2')]).toEqual([false, true])
    expect((await one.get(`/${language}/apply/step/contact/home`)).text).toContain('value="13800000001"')
  })
})

describe('what is agreed to', () => {
  const kindsIn = (html: string) => [...html.matchAll(/name="agree"[^>]*value="([^"]+)"/g)].map(([, kind]) => kind)

  test.each([
    ['wife', ['general', 'sensitive']],
    ['son', ['general', 'sensitive', 'child']],
  ])('comes before the first field about anybody, each where it applies: for %s', async (whom, kinds) => {
    const one = resident(server.port)
    const asked = await one.post('/zh/apply', { pick: 'resident-medical', for: whom })
    expect([asked.status, kindsIn(asked.text), hasFolder(one)]).toEqual([200, kinds, false])
    expect(asked.text.indexOf('name="agree"')).toBeLessThan(asked.text.indexOf('id="pin"'))
    const refused = await one.post('/zh/apply', start({ pick: 'resident-medical', for: whom, agree: kinds.slice(1), consenting: 'yes' }))
    expect([refused.status, says(refused.text, 'agree-general', 'errors:apply.agree-general'), hasFolder(one)]).toEqual([422, true, false])
    expect(refused.text).toMatch(/id="agree-sensitive"[^>]*checked/)
    const there = await one.post('/zh/apply', {
      pick: 'resident-medical',
      for: whom,
      agree: 'general',
      consenting: 'yes',
      'switch-to': 'bo',
    })
    expect([there.status, hasFolder(one)]).toEqual([307, false])
    expect((await one.post('/zh/apply', start({ pick: 'resident-medical', for: whom, agree: kinds }))).status).toBe(303)
  })

  test('is not asked again when it is handed in, and stands with what was handed in', async () => {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: 'vocational-school', agree: ['general', 'sensitive'] })
    for (const [step, fields] of [
      ['person/1', { 'f-name': '扎西·测试', 'f-birth-date-age': '40' }],
      ['contact/home', {}],
      ['address/home', { 'f-county': '630104', 'f-words': '测试街 0 号' }],
      ['school/1', { 'f-stage': 'unsure', 'f-register': 'unsure' }],
      ['own/n1', {}],
    ] as const)
      await one.post(`/zh/apply/step/${step}`, { version: '', ...fields })
    const page = (await one.get('/zh/apply/submit')).text
    expect(kindsIn(page)).toEqual([])
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
    expect(
      (
        await one.post('/zh/apply/submit', {
          'submission-token': hidden('submission-token'),
          version: hidden('version'),
          opened: hidden('opened'),
        })
      ).status,
    ).toBe(303)
    const copy = JSON.parse((await one.get('/zh/applications/data.json')).text)
    expect(JSON.stringify(copy)).toContain('"kind":"general"')
    // More is agreed to anew; the slip tells what is true of what was handed in.
    expect(kindsIn((await one.post('/zh/apply', { pick: 'job-services:1' })).text)).toEqual(['general', 'sensitive'])
    const slip = (await one.get('/zh/applications/slip')).text
    const told = (key: string) => slip.includes(textOf('zh', key).split('{{')[0] ?? '')
    expect([told('apply:stored-days'), told('application:stored-by-hall')]).toEqual([false, true])
    await one.post('/zh/apply', { pick: 'job-services:1', agree })
    const both = (await one.get('/zh/applications')).text
    expect(['apply:stored-days', 'application:stored-by-hall'].map((key) => both.includes(textOf('zh', key).split('{{')[0] ?? ''))).toEqual(
      [true, true],
    )
  })
})

test.each(languages)('a birth date that is wrong says whose it is: %s', async (language) => {
  const one = await household(['myself', 40], ['mother', 60])
  await one.post('/zh/check/hukou-place', { answer: 'same-town' })
  const wrong = await one.post(`/${language}/check/1/birth-date`, {
    answer: '19860112',
    also: '2-birth-date',
    '2-birth-date.answer': '198613',
  })
  expect(wrong.status).toBe(422)
  const summary = wrong.text.split('id="errors"')[1]?.split('</ul>')[0] ?? ''
  expect(summary).toContain(textOf(language, 'check:members.relatives.mother'))
})
