import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dayOf, daysLater } from '#app/domain/day.ts'
import { administratorOf, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { casesOf } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { fillIn, pin, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// What halls and the province keep for everybody: announcements, and phrase books.

vi.setConfig({ testTimeout: 120_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-place-texts-'))
let server: BuiltServer
let administrator: StaffMember
let [supervisor, reviewer, elsewhere]: StaffMember[] = []
let code = ''
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  administrator = await administratorOf(server)
  const [hall, other] = [await makeHall(administrator, '630104'), await makeHall(administrator, '632723')]
  supervisor = await makeStaff(administrator, { role: 'supervisor', hall })
  reviewer = await makeStaff(administrator, { role: 'reviewer', hall })
  elsewhere = await makeStaff(administrator, { role: 'supervisor', hall: other })
  const one = resident(server.port)
  code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': '630104' })
  await one.post('/zh/apply/submit', await submitForm(one))
}, 120_000)
afterAll(() => server.stop())

const [today, later] = [dayOf(new Date()), dayOf(daysLater(new Date(), 10))]
const page = async (path: string, one?: StaffMember) => (await (one?.browser ?? resident(server.port)).get(path)).text
async function applications(language: string) {
  const one = resident(server.port)
  await one.post('/zh/applications/open', { code, pin })
  return (await one.get(`/${language}/applications`)).text
}

describe('announcements', () => {
  const path = '/zh/desk/announcements'
  const said = { audience: 'everybody', from: today, until: later, zh: '大厅十二月一日停电一天。', bo: '' }

  test('of a hall are read by residents and staff of its place, in Chinese only where it is so, until they are taken down', async () => {
    const by = supervisor ?? expect.fail()
    const fields = { ...hiddenIn(await page(path, by)), ...said }
    for (const _ of ['once', 'twice']) expect((await by.browser.post(path, fields)).status).toBe(303)
    expect((await page(path, by)).split(said.zh)).toHaveLength(2)
    const bo = await applications('bo')
    expect([bo.includes(said.zh), bo.includes(textOf('bo', 'place-texts:only-zh'))]).toEqual([true, true])
    for (const one of [supervisor, reviewer]) expect(await page('/zh/desk', one)).toContain(said.zh)
    for (const [at, one] of [
      ['/zh', undefined],
      ['/zh/desk', elsewhere],
      ['/zh/desk/announcements', elsewhere],
    ] as const)
      expect(await page(at, one)).not.toContain(said.zh)
    const id = /name="end" value="([^"]+)"/.exec(await page(path, by))?.[1] ?? ''
    expect((await (elsewhere ?? expect.fail()).browser.post(path, { end: id })).status).toBe(303)
    expect(await applications('zh')).toContain(said.zh)
    expect((await by.browser.post(path, { end: id })).status).toBe(303)
    expect(await applications('zh')).not.toContain(said.zh)
  })

  test('of the province stand on the start page, in both languages', async () => {
    const bo = 'ཟླ་འདིའི་ཉིན་ཉེར་ལྔ་ནས་རེ་ཞུ་དང་ལེན་བྱེད།'
    expect((await administrator.browser.post(path, { ...said, zh: '本月二十五日起收件。', bo })).status).toBe(303)
    expect(await page('/zh')).toContain('本月二十五日起收件。')
    expect([(await page('/bo')).includes(bo), (await page('/bo')).includes(textOf('bo', 'place-texts:only-zh'))]).toEqual([true, false])
    expect(await page('/zh/desk', elsewhere)).toContain('本月二十五日起收件。')
  })

  test('that ask for land, or for no day, are not saved', async () => {
    for (const [more, key] of [
      [{ zh: '请先退出承包地，再来办。' }, 'errors.land'],
      [{ until: '2020-01-01' }, 'errors.until'],
      [{ bo: '只有汉字' }, 'errors.bo'],
      [{ audience: 'x' }, 'errors.audience'],
    ] as const) {
      const answer = await administrator.browser.post(path, { ...said, ...more })
      const why =
        textOf('zh', `place-texts:${key}`)
          .split(/\{\{\w+\}\}/)
          .at(-1) ?? ''
      expect([key, answer.status, answer.text.includes(why)]).toEqual([key, 422, true])
    }
  })
})

describe('the phrase book of a hall', () => {
  const path = '/zh/desk/phrases'
  const said = { kind: 'approve', zh: '下周一来窗口签字。', bo: 'གཟའ་འཁོར་རྗེས་མའི་གཟའ་ཟླ་བར་སྒེའུ་ཁུང་དུ་མིང་རྟགས་འགོད་པར་ཤོག' }
  const formOf = (html: string) => hiddenIn(/<form [^>]*id="phrase-[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')

  test('is offered where sentences are chosen; what was sent stays as it was when it is changed', async () => {
    const [by, one] = [supervisor ?? expect.fail(), reviewer ?? expect.fail()]
    expect((await by.browser.post(path, said)).status).toBe(303)
    const url = String((await one.browser.post('/zh/desk/cases', { do: 'find', code })).headers.location).split('?')[0] ?? ''
    const seen = async (at = url) => hiddenIn(await page(at, one)).seen ?? ''
    for (const step of ['take-on', 'accept', 'start-review']) await one.browser.post(url, { do: step, seen: await seen() })
    const form = await page(`${url}/approve`, one)
    const key = /value="(own\.[^"]+)"/.exec(form)?.[1] ?? ''
    expect(form).toContain(said.zh)
    expect(await page(`${url}/approve`, elsewhere)).not.toContain(said.zh)
    const fields = formOf(await page(path, by))
    expect((await by.browser.post(path, { ...fields, zh: '下周二来窗口签字。', bo: said.bo })).status).toBe(303)
    expect((await by.browser.post(path, { ...fields, zh: '下周三来窗口签字。', bo: said.bo })).status).toBe(409)
    const answer = await one.browser.post(`${url}/approve`, { seen: await seen(), phrase: key, words: '' })
    expect(answer.status).toBe(303)
    const events = (await casesOf(dataDir, code))[0]?.events ?? []
    expect(events.findLast(({ type }) => type === 'approve')).toMatchObject({ reason: { phrase: key, said: { zh: said.zh, bo: said.bo } } })
    const now = formOf(await page(path, by))
    expect((await by.browser.post(path, { ...now, leave: 'yes' })).status).toBe(303)
    expect(await page(path, by)).not.toContain('下周二来窗口签字。')
  })

  test('takes no sentence that asks for land, nor one in one language', async () => {
    for (const [more, key] of [
      [{ zh: '请先退出承包地，再来办。' }, 'errors.land'],
      [{ bo: '' }, 'errors.bo'],
    ] as const) {
      const answer = await administrator.browser.post(path, { ...said, ...more })
      const why =
        textOf('zh', `place-texts:${key}`)
          .split(/\{\{\w+\}\}/)
          .at(-1) ?? ''
      expect([key, answer.status, answer.text.includes(why)]).toEqual([key, 422, true])
    }
  })
})
