import { expect, test } from 'vitest'
import type { TypedField, Value } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import { inputName, inputNames, typedFrom } from './inputs.ts'
import { parseStep } from './read-step.ts'

const around = { asOf: '2026-11-24', counties: new Set(['630102']), people: ['1'] }
const person: FormField[] = [
  { id: 'name', kind: 'name' },
  { id: 'identity-number', kind: 'identity-number', optional: true },
  { id: 'birth-date', kind: 'birth-date', question: 'birth-date', unsure: true },
]
const contact: FormField[] = [
  { id: 'phone', kind: 'phone', optional: true },
  { id: 'messages', kind: 'choice', options: ['sms', 'none'], optional: true, needsMobile: { option: 'sms', in: 'phone' } },
]
const given = (...all: string[]): TypedField => ({ given: all })
const optionsAt = ({ id }: FormField) => `options of ${id}`
const parse = (fields: readonly FormField[], typed: Readonly<Record<string, TypedField>>, before: Readonly<Record<string, Value>> = {}) =>
  parseStep(fields, typed, { around, before: (id) => before[id], name: inputName, optionsAt })
const errors = (...all: Parameters<typeof parse>) =>
  parse(...all).errors.map(({ key, field }) => `${field} ${key.slice('errors:field.'.length)}`)
const number = '990001198601120019'

test('an identity number gives the birth date that was left out, or not known', () => {
  for (const left of [given(), given('unsure')])
    expect(parse(person, { name: given('马测试'), 'identity-number': given(number), 'birth-date': left }).values['birth-date']).toBe(
      '1986-01-12',
    )
})

test('a birth date that differs from the identity number is an error; an age that fits is replaced by the day', () => {
  const born = (date: Partial<TypedField>) => ({
    name: given('马测试'),
    'identity-number': given(number),
    'birth-date': { given: [], ...date },
  })
  expect(errors(person, born({ year: '1986', month: '1', day: '13' }))).toEqual(['f-birth-date birth-differs'])
  expect(errors(person, born({ year: '1986', month: '1', day: '11' }))).toEqual(['f-birth-date birth-differs'])
  expect(errors(person, born({ age: '30' }))).toEqual(['f-birth-date birth-differs'])
  expect(errors(person, born({ year: '1986', month: '2', day: '30' }))).toEqual(['f-birth-date no-such-day'])
  expect(errors(person, born({ year: '1986' }))).toEqual(['f-birth-date birth-incomplete'])
  expect(parse(person, born({ age: '40' }))).toMatchObject({ errors: [], values: { 'birth-date': '1986-01-12' } })
})

test('a birth date, or an age of which it is the first or the last day, agrees with the identity number', () => {
  const born = (date: Partial<TypedField>, asOf: string) =>
    parseStep(
      person,
      { name: given('马测试'), 'identity-number': given(number), 'birth-date': { given: [], ...date } },
      {
        around: { ...around, asOf },
        name: inputName,
        optionsAt,
      },
    )
  const fits = { errors: [], values: { 'birth-date': '1986-01-12' } }
  expect(born({ year: '1986', month: '1', day: '12' }, '2026-11-24')).toMatchObject(fits)
  for (const asOf of ['2027-01-11', '2026-01-12']) expect(born({ age: '40' }, asOf)).toMatchObject(fits)
  expect(born({ age: '40' }, '2027-01-12').errors).toHaveLength(1)
})

test('the number says nothing of the other fields', () =>
  expect(
    parse([...person, { id: 'since', kind: 'day' }], {
      ...{ name: given('马测试'), 'identity-number': given(number) },
      since: { given: [], year: '2020', month: '1', day: '1' },
    }).values.since,
  ).toBe('2020-01-01'))

test('where only the birth date is asked again, the saved identity number counts', () => {
  const again = person.slice(2)
  const typed = { 'birth-date': { given: [], year: '1990', month: '1', day: '1' } }
  expect(errors(again, typed, { 'identity-number': number })).toEqual(['f-birth-date birth-differs'])
  expect(errors(again, typed)).toEqual([])
})

test('while the identity number has an error, the birth date is not asked for as well', () =>
  expect(errors(person, { 'identity-number': given('123') })).toEqual(['f-name name-required', 'f-identity-number id-length']))

test('messages need a mobile number: typed here, or saved before', () => {
  const sms = given('sms')
  expect(errors(contact, { messages: sms })).toEqual(['f-phone mobile-needed'])
  expect(errors(contact, { messages: sms, phone: given('0971-1234567') })).toEqual(['f-phone mobile-needed'])
  expect(errors(contact, { messages: sms, phone: given('12') })).toEqual(['f-phone phone-length'])
  expect(errors(contact, { messages: sms, phone: given('13800000000') })).toEqual([])
  expect(errors(contact.slice(1), { messages: sms }, { phone: '13800000000' })).toEqual([])
  expect(errors(contact, { messages: sms, phone: given('') }, { phone: '13800000000' })).toEqual(['f-phone mobile-needed'])
  expect(errors(contact, { messages: given('none') })).toEqual([])
})

test('an error of another field hides none of a mobile number', () =>
  expect(errors([...person, ...contact], { messages: given('sms') })).toEqual([
    ...['f-name name-required', 'f-birth-date birth-required', 'f-phone mobile-needed'],
  ]))

test.each<[FormField, TypedField, string[]]>([
  [{ id: 'm', kind: 'many', options: ['none', 'a', 'quiet'], alone: ['none', 'quiet'], unsure: true }, given('none', 'a'), ['none']],
  [{ id: 'm', kind: 'many', options: ['none', 'a'], alone: ['none'], unsure: true }, given('a', 'unsure'), ['unsure']],
  [{ id: 'm', kind: 'many', options: ['a'], unsure: true }, given(), ['unsure']],
  [{ id: 'c', kind: 'choice', options: ['a'], unsure: true }, given(), ['unsure']],
  [{ id: 'n', kind: 'number', min: 0, max: 9, unsure: true }, { given: ['unsure'], number: '3' }, ['unsure']],
])('an error that names an option of %o says which, and where its own text stands', (field, typed, options) =>
  expect(parse([field], { [field.id]: typed }).errors.map(({ named }) => named)).toEqual([{ at: `options of ${field.id}`, options }]),
)

test('who wants messages and gives no mobile number is told what the other choice is called', () =>
  expect(parse(contact, { messages: given('sms') }).errors[0]?.named).toEqual({ at: 'options of messages', options: ['none'] }))

test("values of an error's text come with its code", () =>
  expect(parse([{ id: 'what', kind: 'text', most: 3 }], { what: given('四个字呀') }).errors).toEqual([
    { key: 'errors:field.text-too-long', field: 'f-what', values: { most: 3 } },
  ]))

test('a form is read by the names its inputs bear, each text only so long', () => {
  const [born] = person.slice(2)
  if (!born) throw new Error('There is no such field')
  expect(inputNames(born, inputName(born, 'g'))).toEqual([
    'g-birth-date',
    ...['year', 'month', 'day', 'age'].map((part) => `g-birth-date-${part}`),
  ])
  const form = new FormData()
  form.append('f-birth-date', 'unsure')
  form.append('f-birth-date-year', '1'.repeat(5000))
  form.append('f-birth-date-number', '7')
  form.append('f-birth-date', new Blob(['x']))
  expect(typedFrom(form, born, 'f-birth-date')).toEqual({ given: ['unsure'], year: '1'.repeat(20), month: '', day: '', age: '' })
})

test('whoever gives no birth date is told that it need not be known', () =>
  expect(
    parseStep([{ id: 'born', kind: 'birth-text', unsure: true }], {}, { around, name: ({ id }) => id, optionsAt: () => 'here' }).errors,
  ).toEqual([{ key: 'errors:field.birth-required', field: 'born', named: { at: 'here', options: ['unsure'] } }]))
