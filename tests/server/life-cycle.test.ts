import { expect, test, vi } from 'vitest'
import { formatDay } from '#app/i18n/format.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { lifeOf } from '#tests/support/life.ts'
import { demand, deskOfSecondReaders } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

// The ways by which a case never gets stuck, each walked over HTTP.

vi.setConfig({ testTimeout: 60_000 })
const desk = deskOfSecondReaders()
const { as, act } = desk
const { inReview, eventsOf, statusOf, toldTo, asking } = lifeOf(desk)

const t = (key: string, language: 'zh' | 'bo' = 'zh') => textOf(language, key)

test('corrections are asked for until a day, which nobody invents; the resident reads it, and answers after it too', async () => {
  const one = await inReview()
  const path = `${one.url}/corrections`
  const page = (await as('reviewer').get(path)).text
  for (const part of ['year', 'month', 'day']) expect(page).toMatch(new RegExp(`name="until-${part}" value=""`))
  for (const [until, error] of [
    [{}, 'errors:field.day-incomplete'],
    [{ 'until-year': '2020', 'until-month': '1', 'until-day': '31' }, 'desk:error.day-early'],
    [{ 'until-year': '2099', 'until-month': '2', 'until-day': '31' }, 'errors:field.no-such-day'],
  ] as const) {
    const wrong = await act('reviewer', one.url, { ...asking, ...until }, path)
    expect([wrong.status, wrong.text.includes(t(error)), wrong.text.includes('写到门牌·测试')], error).toEqual([422, true, true])
    expect(wrong.text).toContain('id="until-error"')
    if ('until-day' in until) expect(wrong.text).toMatch(/name="until-day" value="31"/)
  }
  expect((await act('reviewer', one.url, { ...asking, ...answerBy }, path)).status).toBe(303)
  expect((await eventsOf(one)).at(-1)).toMatchObject({ type: 'ask-correction', until: '2099-12-31' })
  for (const language of ['zh', 'bo'] as const) {
    const day = formatDay(language, '2099-12-31')
    const list = (await one.one.get(`/${language}/applications/1`)).text
    expect(list).toContain(t('application:correct.until-day', language).replace('{{day}}', day))
    for (const at of ['', '/correct']) expect((await one.one.get(`/${language}/applications/1${at}`)).text).toContain(day)
  }
  expect((await as('reviewer').get(one.url)).text).toContain(t('desk:case.until').replace('{{day}}', formatDay('zh', '2099-12-31')))
})

test('the day stands in the form again where its texts came back from a second reader', async () => {
  const one = await inReview()
  const path = `${one.url}/corrections`
  const sent = await act('reviewer', one.url, { ...asking, ...answerBy, 'words-address/home/words': demand }, path)
  expect([sent.status, await statusOf(one), await toldTo(one)]).toEqual([303, 'in-review', expect.not.stringContaining('2099')])
  expect((await as('supervisor').get(one.url)).text).toContain(formatDay('zh', '2099-12-31'))
  expect((await as('reviewer').get(path)).text).toMatch(/name="until-year" value="2099"/)
  expect((await act('supervisor', one.url, { do: 'release-words' })).status).toBe(303)
  expect([await statusOf(one), await toldTo(one)]).toEqual(['correction-asked', expect.stringContaining('2099')])
})
