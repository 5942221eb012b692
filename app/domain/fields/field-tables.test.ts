import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { offered } from './choice.ts'
import type { Around, FieldParsed, SamplePerson, Shown, TypedField, Value } from './field.ts'
import { sampleIdentityNumber } from './identity-number.ts'
import { type Field, kindOf, kinds, parseField, typedValue } from './index.ts'
import { rangeOf } from './number.ts'

const around: Around = { asOf: '2026-11-24', counties: new Set(['630102']), people: ['1', '2'] }
const options = ['a', 'b'] as const
const [born, day, rooms] = [
  { kind: 'birth-date', unsure: true },
  { kind: 'day' },
  { kind: 'number', min: 1, max: 99, unit: 'months', unsure: true, about: [{ min: 1, max: 9 }] },
] as const

/** As a reader sees a value; texts come from elsewhere. */
test.each<[Field, Value, Shown]>([
  [{ kind: 'choice', options }, 'a', { as: 'options', options: ['a'] }],
  [{ kind: 'many', options }, ['a', 'b'], { as: 'options', options: ['a', 'b'] }],
  [{ kind: 'many', options }, 'unsure', { as: 'options', options: ['unsure'] }],
  [born, '1986-01-12', { as: 'birth', birth: '1986-01-12' }],
  [born, 'unsure', { as: 'options', options: ['unsure'] }],
  [day, '2026-11-24', { as: 'day', day: '2026-11-24' }],
  [{ kind: 'text', most: 9 }, '测试', { as: 'text', text: '测试' }],
  [{ kind: 'name' }, '马测试', { as: 'text', text: '马测试' }],
  [{ kind: 'phone' }, '13800000000', { as: 'text', text: '13800000000' }],
  [{ kind: 'county' }, '630102', { as: 'county', county: '630102' }],
  [{ kind: 'people' }, ['1', '2'], { as: 'people', people: ['1', '2'] }],
  [{ kind: 'people' }, '1', { as: 'people', people: ['1'] }],
  [rooms, '12', { as: 'number', min: 12, max: 12, unit: 'months' }],
  [rooms, '1/9', { as: 'number', min: 1, max: 9, unit: 'months' }],
  [rooms, 'unsure', { as: 'options', options: ['unsure'] }],
])('%j: %j is shown as %j', (field, value, shown) => expect(kindOf(field).show(value, field)).toEqual(shown))

/** What stands in the inputs when a value comes back to them. */
test.each<[Field, Value | undefined, TypedField]>([
  [day, undefined, { given: [] }],
  [day, '1986-01-02', { given: [], year: '1986', month: '1', day: '2' }],
  [day, 'unsure', { given: ['unsure'] }],
  [day, ['1986-01-02'], { given: ['1986-01-02'] }],
  [born, 'unsure', { given: ['unsure'] }],
  [born, ['1986-01-02'], { given: ['1986-01-02'] }],
  [born, '1957-11-25/1958-11-24', { given: [], age: '68' }],
  [rooms, '12', { given: [], number: '12' }],
  [rooms, '1/9', { given: ['1/9'] }],
  [rooms, ['12'], { given: ['12'] }],
  [{ kind: 'people' }, ['1', '2'], { given: ['1', '2'] }],
  [{ kind: 'text', most: 9 }, '测试', { given: ['测试'] }],
])('the inputs of %j for %j are %j', (field, value, typed) => expect(typedValue(field, value, around.asOf)).toEqual(typed))

/** Errors with what their texts need. */
test.each<[Field, Partial<TypedField>, FieldParsed]>([
  [day, { year: '86x', month: '1', day: '1' }, { ok: false, error: 'not-digits', values: { example: 1986 } }],
  [day, { year: '1986', month: '1' }, { ok: false, error: 'day-incomplete' }],
  [rooms, { number: '，' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: '-4' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: '−4' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: '+4' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: '1,5' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: '3，5' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: '4.0' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [rooms, { number: ',4' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [{ kind: 'number', min: 1, max: 9_999_999 }, { number: '1,234，567' }, { ok: true, value: '1234567' }],
  [born, { age: '4x' }, { ok: false, error: 'not-digits', values: { example: 40 }, at: 'age' }],
  [rooms, { number: '1x' }, { ok: false, error: 'not-digits', values: { example: 99 } }],
  [{ ...rooms, max: 100 }, { number: 'x' }, { ok: false, error: 'not-digits', values: { example: 100 } }],
  [{ ...rooms, max: 5000 }, { number: 'x' }, { ok: false, error: 'not-digits', values: { example: 100 } }],
  [rooms, { number: '0' }, { ok: false, error: 'number-out-of-range', values: { min: 1, max: 99 } }],
  [rooms, { number: '1' }, { ok: true, value: '1' }],
  [rooms, { number: '12', given: ['', ''] }, { ok: true, value: '12' }],
  [rooms, { given: ['', '1/9'] }, { ok: true, value: '1/9' }],
  [{ kind: 'number', min: 1, max: 9 }, { given: ['1/9'] }, { ok: false, error: 'unknown-option' }],
  [{ kind: 'many', options }, { given: ['a', 'b'] }, { ok: true, value: ['a', 'b'] }],
  [{ kind: 'people' }, { given: ['2', '9'] }, { ok: false, error: 'unknown-option' }],
  [{ kind: 'text', most: 2 }, { given: ['测试啊'] }, { ok: false, error: 'text-too-long', values: { most: 2 } }],
  [{ kind: 'choice', options }, {}, { ok: false, error: 'choose-one' }],
])('%j typed as %j gives %j', (field, typed, parsed) => expect(parseField(field, { given: [], ...typed }, around)).toEqual(parsed))

/** Whatever a kind is asked to read or to hold, even what no page of ours sends. */
test.each<[Field, Value, boolean]>([
  [{ kind: 'choice', options }, 'a', true],
  [{ kind: 'many', options }, 'unsure', false],
  [{ kind: 'many', options, unsure: true }, 'a', false],
  [{ kind: 'birth-date' }, 'unsure', false],
  [born, ['1986-01-12'], false],
  [day, ['1986-01-12'], false],
  [{ kind: 'text', most: 9 }, '', false],
  [{ kind: 'text', most: 9 }, ['测试'], false],
  [{ kind: 'county' }, ['630102'], false],
  [{ kind: 'people' }, '1', false],
  [rooms, ['12'], false],
  [rooms, '0', false],
  [rooms, '99', true],
  [{ kind: 'number', min: 1, max: 99 }, 'unsure', false],
])('%j holds %j: %s', (field, value, holds) => expect(kindOf(field).holds(value, field, around)).toBe(holds))

test.each(['', 'x12', '12x', '1/2/3', '9/1', '1'.repeat(16)])('“%s” is no stored number', (value) => expect(rangeOf(value)).toBeUndefined())

/** What the API takes, and refuses. */
test.each<[Field, unknown, boolean]>([
  [{ kind: 'text', most: 2 }, '测试', true],
  [{ kind: 'text', most: 2 }, '测试啊', false],
  [{ kind: 'text', most: 2 }, '', false],
  [{ kind: 'name' }, '马测试', true],
  [{ kind: 'name' }, '', false],
  [{ kind: 'phone' }, '0971-1234567', true],
  [{ kind: 'phone' }, '', false],
  [{ kind: 'county' }, '630102', true],
  [{ kind: 'county' }, '63010', false],
  [{ kind: 'county' }, '6301022', false],
  [{ kind: 'county' }, 'x630102', false],
  [{ kind: 'county' }, '63010a', false],
  [{ kind: 'identity-number' }, '99000119860112001', false],
  [{ kind: 'many', options }, ['a'], true],
  [{ kind: 'many', options }, [], true],
  [{ kind: 'many', options }, ['a', 'b', 'a'], false],
  [{ kind: 'many', options }, 'unsure', false],
  [{ kind: 'many', options, unsure: true }, 'unsure', true],
  [{ kind: 'many', options, unsure: true }, ['b'], true],
  [rooms, 99, true],
  [rooms, { min: 1, max: 99 }, true],
  [{ kind: 'number', min: 1, max: 9 }, 'unsure', false],
])('JSON of %j takes %j: %s', (field, json, taken) => expect(kindOf(field).json(field).safeParse(json).success).toBe(taken))

test('on paper there is a box for every character, an option to tick, or lines', () => {
  expect(kinds['identity-number'].paper({ kind: 'identity-number' }).boxes).toEqual([{ count: 18, unit: null }])
  expect(kinds.phone.paper({ kind: 'phone' }).boxes).toEqual([{ count: 11, unit: null }])
  expect(kinds.day.paper(day).boxes.map(({ count, unit }) => `${count} ${unit}`)).toEqual(['4 year', '2 month', '2 day'])
  expect(kinds.many.paper({ kind: 'many', options, unsure: true })).toMatchObject({ options: ['a', 'b', 'unsure'], several: true })
  expect(kinds.choice.paper({ kind: 'choice', options })).toMatchObject({ options: ['a', 'b'], several: false })
})

test('an option that is not offered any more stands where it was given before', () => {
  const field = { kind: 'choice', options: ['a', 'old', 'b'], notOffered: ['old'], unsure: true } as const
  expect([offered(field), offered(field, ['a']), offered(field, ['old'])]).toEqual([
    ['a', 'b', 'unsure'],
    ['a', 'b', 'unsure'],
    ['a', 'old', 'b', 'unsure'],
  ])
  expect(kinds.choice.paper(field).options).toEqual(['a', 'b', 'unsure'])
})

const person: SamplePerson = { name: '马测试', text: '测试', born: '1986-01-12', county: '630102', number: 0 }
test.each<[Field, Value, Value]>([
  [rooms, '1', '99'],
  [{ kind: 'choice', options }, 'a', 'b'],
  [day, '2026-11-24', '2026-01-29'],
  [{ kind: 'people' }, ['1'], ['1']],
])('samples of %j go from %j to %j', (field, first, last) => {
  const sample = (random: number) => kindOf(field).sample(() => random, field, person, around)
  expect([sample(0), sample(0.9999)]).toEqual([first, last])
})

test('sample people born on the same day have other numbers, which are valid', () => {
  const numbers = [0, 14_000, 28_000].map((number) => sampleIdentityNumber(number, '1986-01-12', around.asOf))
  expect(numbers.map((number) => number.slice(0, 17))).toEqual(['99000019860112000', '99000019860112001', '99000019860112002'])
  expect(() => sampleIdentityNumber(1, '2027-01-12', around.asOf)).toThrow('No check character')
  expect(kinds['identity-number'].sample(randomFrom(1), { kind: 'identity-number' }, person, around)).toBe(numbers[0])
})
