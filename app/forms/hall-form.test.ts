import { expect, test } from 'vitest'
import type { TypedField } from '#app/domain/fields/field.ts'
import { languages } from '#app/domain/language.ts'
import { hasText, text } from '#app/i18n/messages.ts'
import { hallFields, hallTyped, parseHall, typedDetails, weekdays } from './hall-form.ts'

const around = { asOf: '2026-11-29', counties: new Set<string>(), people: [] }
const typed = (values: Readonly<Record<string, string | readonly string[]>>): Record<string, TypedField> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { given: [value].flat() }]))
const parse = (values: Readonly<Record<string, string | readonly string[]>>) => parseHall(typed(values), around)
const wrong = (values: Readonly<Record<string, string | readonly string[]>>) =>
  parse(values).errors.map(({ key, field }) => `${field} ${key}`)

test('nothing need be said, and what was not is not kept', () => {
  expect(parse({})).toEqual({ details: {}, errors: [] })
  expect(parse({ appointment: 'not-said', 'step-free': 'not-said', closed: [], phone: ' ' })).toEqual({ details: {}, errors: [] })
})

test('what was said is kept in one way of writing, and stands in its inputs again', () => {
  const { details, errors } = parse({
    ...{ 'address-zh': '测试路 0 号', 'address-bo': 'ཚོད་ལྟའི་ལམ། 0', morning: '9-12', afternoon: '14:30-17:30', coordinates: '101.5, 36.5' },
    ...{ phone: '0971-0000000', closed: ['6', '7'], appointment: 'needed', speaks: ['bo'], services: ['job-services'] },
  })
  expect(errors).toEqual([])
  expect(details).toMatchObject({ morning: '9:00–12:00', coordinates: '36.5,101.5', closed: ['6', '7'], appointment: 'needed' })
  expect(parseHall(typedDetails(details), around)).toEqual({ details, errors: [] })
})

test('what is typed is read from the inputs of its fields', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['f-phone', '12'],
    ['f-closed', '6'],
    ['f-closed', '7'],
    ['phone', '34'],
  ] as const)
    form.append(name, value)
  const { phone, closed, morning } = hallTyped(form)
  expect([phone, closed, morning]).toEqual([{ given: ['12'] }, { given: ['6', '7'] }, { given: [] }])
})

test('digits of every script, service numbers and extensions are taken; what is invisible is not kept', () => {
  expect(parse({ morning: '༩:༠༠-༡༢:༠༠', coordinates: '༣༦.༥, ༡༠༡.༥', phone: '༡༢༣༤༥' }).details).toEqual({
    ...{ morning: '9:00–12:00', coordinates: '36.5,101.5', phone: '12345' },
  })
  expect(parse({ 'note-zh': '\u202e测试\u200b', 'note-bo': '\u2067ཚོད་\u2069ལྟ', phone: '0971-0000000 转12' }).details).toEqual({
    ...{ 'note-zh': '测试', 'note-bo': 'ཚོད་ལྟ', phone: '0971-0000000-12' },
  })
})

test('half a day may be told without the other', () => {
  expect(parse({ morning: '9-12' })).toEqual({ details: { morning: '9:00–12:00' }, errors: [] })
  expect(parse({ afternoon: '14-17' })).toEqual({ details: { afternoon: '14:00–17:00' }, errors: [] })
})

test.each([
  [{ 'address-zh': '测试路 0 号' }, ['f-address-bo halls:errors.each-language']],
  [{ 'address-zh': '测试路', 'address-bo': '测试路' }, ['f-address-bo halls:errors.script']],
  [{ morning: '很早' }, ['f-morning halls:errors.hours']],
  [{ morning: '9:00-12:00', afternoon: '11:00-17:00' }, ['f-afternoon halls:errors.order']],
  [{ closed: weekdays, morning: '9-12' }, ['f-closed halls:errors.never-open']],
  [{ closed: weekdays, afternoon: '14-17' }, ['f-closed halls:errors.never-open']],
  [{ closed: weekdays }, []],
  [{ closed: weekdays.slice(1), morning: '9-12' }, []],
  [{ coordinates: '39.9,116.4' }, ['f-coordinates halls:errors.coordinates']],
  [{ phone: '12' }, ['f-phone errors:field.phone-length']],
  [{ phone: '12', 'address-zh': '测试路 0 号' }, ['f-phone errors:field.phone-length', 'f-address-bo halls:errors.each-language']],
  [{ services: ['nothing'] }, ['f-services errors:field.unknown-option']],
  [{ 'note-zh': '先退出承包地再来', 'note-bo': 'ཚོད་ལྟ' }, ['f-note-zh halls:errors.land']],
])('%j is wrong: %j', (values, errors) => expect(wrong(values)).toEqual(errors))

test('a text that is too long is told how long it may be', () =>
  expect(parse({ 'note-zh': '测'.repeat(201) }).errors).toEqual([
    { key: 'errors:field.text-too-long', field: 'f-note-zh', values: { most: 200 } },
  ]))

test('every field and every fault has words in every language', () => {
  for (const { id } of hallFields) expect(hasText(`halls:fields.${id}.label`), id).toBe(true)
  for (const language of languages)
    for (const fault of ['each-language', 'script', 'hours', 'order', 'never-open', 'coordinates', 'land'])
      expect(text(language, `halls:errors.${fault}`)).not.toContain('errors.')
})
