import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BirthDate, bornForAge, format } from '../day.ts'
import { randomFrom } from '../random.ts'
import type { Around, FieldErrorCode, SamplePerson, TypedField, Value } from './field.ts'
import { type Field, isBlank, kindOf, kinds, parseField, typedValue } from './index.ts'

const around: Around = { asOf: '2026-11-24', counties: new Set(['630102', '632725']), people: ['1', '2', '3'] }
const options = ['a', 'b', 'c'] as const
const about = [
  { min: 0, max: 999 },
  { min: 1000, max: 1999 },
]

/** One field of each kind, and the values it can hold. A new kind needs its line here. */
const fields: { readonly [K in Field['kind']]: { field: Extract<Field, { kind: K }>; values: fc.Arbitrary<Value> } } = {
  choice: { field: { kind: 'choice', options, unsure: true }, values: fc.constantFrom(...options, 'unsure') },
  many: { field: { kind: 'many', options, alone: ['c'] }, values: fc.constantFrom(['a'], ['b'], ['a', 'b'], ['c']) },
  'birth-date': { field: { kind: 'birth-date', unsure: true }, values: fc.oneof(days(1897), ages(), fc.constant('unsure')) },
  'birth-text': { field: { kind: 'birth-text', unsure: true }, values: fc.oneof(days(1897), ages(), fc.constant('unsure')) },
  day: { field: { kind: 'day' }, values: days(1900) },
  text: { field: { kind: 'text', most: 20 }, values: fc.constantFrom('测试街 0 号', 'ཚོད་ལྟ།', 'two\nlines') },
  name: { field: { kind: 'name' }, values: fc.constantFrom('扎西·测试', 'བཀྲ་ཤིས་ཚོད་ལྟ', 'Tashi Test') },
  'identity-number': { field: { kind: 'identity-number' }, values: fc.constantFrom('990001198601120019') },
  phone: { field: { kind: 'phone' }, values: fc.constantFrom('13800000000', '0971-1234567') },
  county: { field: { kind: 'county' }, values: fc.constantFrom('630102', '632725') },
  people: { field: { kind: 'people' }, values: fc.constantFrom(['1'], ['1', '3']) },
  number: {
    field: { kind: 'number', min: 0, max: 100_000, unit: 'yuan', about, unsure: true },
    values: fc.oneof(fc.integer({ min: 0, max: 100_000 }).map(String), fc.constantFrom('0/999', '1000/1999', 'unsure')),
  },
}

function days(from: number): fc.Arbitrary<string> {
  const numbers = fc.record({
    y: fc.integer({ min: from, max: 2025 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  return numbers.map(({ y, m, d }) => format(y, m, d))
}

function ages(): fc.Arbitrary<BirthDate> {
  return fc.integer({ min: 0, max: 130 }).map((age) => bornForAge(age, around.asOf))
}

describe.each(Object.values(fields).map(({ field, values }) => ({ kind: field.kind, field: field as Field, values })))(
  'a field of kind $kind',
  ({ field, values }) => {
    const kind = kindOf(field)

    test('parses what it shows in its inputs as the same value', () =>
      fc.assert(
        fc.property(values, (value) => {
          expect(parseField(field, typedValue(field, value, around.asOf), around)).toEqual({ ok: true, value })
          expect(kind.holds(value, field, around)).toBe(true)
        }),
      ))

    if (kind.isChosen)
      test('holds nothing that would be refused if it were chosen today', () => {
        const parts = fc.constantFrom('', 'a', 'c', 'unsure', '630102', '999999', '1')
        fc.assert(
          fc.property(fc.oneof(values, parts, fc.array(parts, { maxLength: 3 })), (stored) => {
            const taken = parseField(field, typedValue(field, stored, around.asOf), around).ok
            expect([kind.holds(stored, field, around), taken]).not.toEqual([true, false])
          }),
        )
      })

    test('never throws, whatever is typed, and every error has a known code', () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(...'0 9 x 130 2026 2 29 unsure a 0/999'.split(' ')),
      )
      const typed = fc.record(
        { given: fc.array(text, { maxLength: 3 }), year: text, month: text, day: text, age: text, number: text },
        { requiredKeys: ['given'] },
      )
      fc.assert(
        fc.property(typed, (raw) => {
          const parsed = parseField(field, raw as TypedField, around)
          if (!parsed.ok) expect(kind.errors).toContain(parsed.error)
          else expect(kind.holds(parsed.value ?? '', field, around)).toBe(true)
        }),
        { numRuns: 500 },
      )
    })

    test('may stay empty only where it is optional', () => {
      const nothing = { given: [' '], year: '', month: '\u200b ' }
      expect(parseField({ ...field, optional: true }, nothing, around)).toEqual({ ok: true, value: undefined })
      expect(parseField(field, nothing, around)).toMatchObject({ ok: false, error: kind.required(field) })
      const unasked = kind.parse({ given: [] }, field, around)
      expect(unasked.ok ? unasked.value : [], 'no value comes of nothing').toEqual([])
      expect(kind.errors).toContain(kind.required(field))
      expect(kind.errors).toContain(kind.required({ ...field, unsure: true }))
    })

    test('generates samples it accepts itself, unless it has none', () => {
      const person: SamplePerson = { name: '马测试', text: '测试', born: '1986-01-12', county: '630102', number: 7 }
      for (let seed = 0; seed < 50; seed++) {
        const sample = kind.sample(randomFrom(seed), field, person, around)
        if (sample === undefined) expect(field.kind).toBe('phone')
        else expect(parseField(field, typedValue(field, sample, around.asOf), around)).toEqual({ ok: true, value: sample })
      }
    })

    test('has a shape on the paper form', () => {
      const { options: boxes, boxes: cells, lines } = kind.paper(field)
      expect(boxes.length + cells.length + lines).toBeGreaterThan(0)
    })
  },
)

const valueOrError = (field: Field, typed: Partial<TypedField>) => {
  const found = parseField(field, { given: [], ...typed }, around)
  return found.ok ? found.value : found.error
}
const date = (field: Field, year: string, month: string, day: string, age = '') => valueOrError(field, { year, month, day, age })
const [born, day, ahead] = [{ kind: 'birth-date', unsure: true }, { kind: 'day' }, { kind: 'day', ahead: true }] as const

test.each([
  ['1986', '1', '12', '1986-01-12'],
  ['１９８６', '０１', '１２', '1986-01-12'],
  ['༡༩༨༦', '༡', '༡༢', '1986-01-12'],
  [' 1986 ', '01', '12', '1986-01-12'],
  ['\u200e1986\u200f', '\u20600\u200b1', '12\ufeff', '1986-01-12'],
  ['2024', '2', '29', '2024-02-29'],
  ['2000', '2', '29', '2000-02-29'],
  ['1900', '2', '29', 'no-such-day'],
  ['2023', '2', '29', 'no-such-day'],
  ['2023', '13', '1', 'no-such-day'],
  ['2023', '0', '1', 'no-such-day'],
  ['2023', '4', '31', 'no-such-day'],
  ['20230', '4', '3', 'no-such-day'],
  ['2026', '11', '24', '2026-11-24'],
  ['2026', '11', '25', 'day-in-future'],
  ['2100', '1', '1', 'day-in-future'],
  ['1800', '1', '1', 'day-too-long-ago'],
  ['1899', '12', '31', 'day-too-long-ago'],
  ['1900', '1', '1', '1900-01-01'],
  ['1986', '', '12', 'day-incomplete'],
  ['19860112', '', '12', 'day-incomplete'],
  ['', '', '', 'day-incomplete'],
  ['八六', '1', '1', 'not-digits'],
  ['-1986', '1', '1', 'not-digits'],
  ['1986', '一', '1', 'not-digits'],
  ['1986', '1', '-1', 'not-digits'],
])('the day %s %s %s is %s', (year, month, dayOfMonth, expected) => expect(date(day, year, month, dayOfMonth)).toBe(expected))

test.each([
  ['2100', '1', '1', '2100-01-01'],
  ['2100', '12', '31', '2100-12-31'],
  ['2101', '1', '1', 'day-too-late'],
  ['9999', '12', '31', 'day-too-late'],
  ['20270228', '', '', '2027-02-28'],
  ['20270229', '', '', 'no-such-day'],
  ['2026', '11', '25', '2026-11-25'],
  ['1899', '12', '31', 'day-too-long-ago'],
])('a day that may lie ahead %s %s %s is %s', (year, month, dayOfMonth, expected) =>
  expect(date(ahead, year, month, dayOfMonth)).toBe(expected),
)

test.each([
  ['༡༩༨༦', '༡', '༡༢', '', '1986-01-12'],
  ['19860112', '', '', '', '1986-01-12'],
  ['༡༩༨༦༠༡༡༢', '', '', '', '1986-01-12'],
  ['19860230', '', '', '', 'no-such-day'],
  ['19860112', '1', '', '', 'birth-incomplete'],
  ['1986011', '', '', '', 'birth-incomplete'],
  ['19860112', '', '', '40', 'date-and-age'],
  ['2024', '2', '29', '', '2024-02-29'],
  ['2023', '2', '29', '', 'no-such-day'],
  ['2026', '11', '24', '', '2026-11-24'],
  ['2026', '11', '25', '', 'day-in-future'],
  ['2030', '1', '1', '', 'day-in-future'],
  ['1896', '1', '1', '', '1896-01-01'],
  ['1895', '12', '31', '', 'day-too-long-ago'],
  ['1800', '1', '1', '', 'day-too-long-ago'],
  ['1986', '', '12', '', 'birth-incomplete'],
  ['八六', '1', '1', '', 'not-digits'],
  ['', '', '', '', 'birth-required'],
  ['1986', '1', '1', '40', 'date-and-age'],
  ['1986', '', '', '40', 'date-and-age'],
  ['', '', '', '༦༨', '1957-11-25/1958-11-24'],
  ['', '', '', '0', '2025-11-25/2026-11-24'],
  ['', '', '', '130', '1895-11-25/1896-11-24'],
  ['', '', '', '131', 'age-out-of-range'],
  ['', '', '', '-3', 'not-digits'],
])('a birth date %s %s %s or age %s is %s', (year, month, dayOfMonth, age, expected) =>
  expect(date(born, year, month, dayOfMonth, age)).toBe(expected),
)

test('an age given on 29 February is a range of days that exist', () => {
  expect(kinds['birth-date'].holds(bornForAge(1, '2028-02-29'), born, around)).toBe(true)
  expect(bornForAge(1, '2028-02-29')).toBe('2026-03-01/2027-02-28')
})

test('the error of an age is at the age', () => {
  for (const age of ['200', 'x']) expect(parseField(born, { given: [], age }, around)).toMatchObject({ ok: false, at: 'age' })
  expect(parseField(born, { given: [], age: '40', year: '1986' }, around)).toMatchObject({ ok: false, at: 'age' })
})

test('"not sure" is taken where a field has it, and nowhere else', () => {
  const given = ['unsure']
  expect(valueOrError(born, { given })).toBe('unsure')
  expect(valueOrError({ kind: 'birth-date' }, { given })).toBe('birth-required')
  expect(valueOrError({ kind: 'choice', options }, { given })).toBe('unknown-option')
  expect(valueOrError({ kind: 'many', options, unsure: true }, { given })).toEqual(['unsure'])
  expect(valueOrError({ kind: 'many', options }, { given })).toBe('unknown-option')
  expect(valueOrError({ kind: 'number', min: 0, max: 9 }, { given })).toBe('unknown-option')
})

test('an answer together with "not sure" is refused, and neither is taken', () => {
  const given = ['unsure']
  expect(parseField(born, { given, age: '7' }, around)).toEqual({ ok: false, error: 'unsure-and-answer', at: 'age' })
  expect(parseField(born, { given, year: '1986', month: '1', day: '12' }, around)).toEqual({ ok: false, error: 'unsure-and-answer' })
  for (const typed of [{ given, number: '12' }, { given: ['0/999', 'unsure'] }, { given: ['unsure', '0/999'] }])
    expect(valueOrError(fields.number.field, typed), JSON.stringify(typed)).toBe('unsure-and-answer')
  expect(valueOrError(fields.number.field, { given: ['', 'unsure'], number: ' ' })).toBe('unsure')
})

test.each([
  [['c', 'a'], 'alone-with-others'],
  [['unsure', 'a'], 'alone-with-others'],
  [['sea'], 'unknown-option'],
  [['a', 'sea'], 'unknown-option'],
  [
    ['b', 'a', 'a'],
    ['a', 'b'],
  ],
  [[], 'choose-some-or-unsure'],
])('several options %j are %s', (given, expected) =>
  expect(valueOrError({ kind: 'many', options, alone: ['c'], unsure: true }, { given })).toEqual(expected),
)

test.each<[Partial<TypedField>, Value | FieldErrorCode]>([
  [{ number: '0' }, '0'],
  [{ number: '１２' }, '12'],
  [{ number: '༡༢' }, '12'],
  [{ number: ' 3,500 ' }, '3500'],
  [{ number: '007' }, '7'],
  [{ number: '100000' }, '100000'],
  [{ number: '100001' }, 'number-out-of-range'],
  [{ number: '-1' }, 'not-digits'],
  [{ number: '3.5' }, 'not-digits'],
  [{ number: '9'.repeat(400) }, 'number-out-of-range'],
  [{ given: ['0/999'] }, '0/999'],
  [{ given: ['0/998'] }, 'unknown-option'],
  [{ given: ['0/999'], number: '12' }, 'number-and-about'],
  [{}, 'number-required'],
])('the number %j is %s', (typed, expected) => expect(valueOrError(fields.number.field, typed)).toBe(expected))

test('JSON says a number as an integer, or about as a range, and both are stored as text', () => {
  const json = kinds.number.json(fields.number.field)
  const stored = (given: unknown) => json.safeParse(given).data
  expect([12, { min: 0, max: 999 }, { min: 5, max: 5 }, 'unsure'].map(stored)).toEqual(['12', '0/999', '5', 'unsure'])
  for (const refused of [-1, 1.5, '12', 100_001, { min: 9, max: 1 }, { min: 1 }, { min: 0, max: 1, about: true }])
    expect(json.safeParse(refused).success, JSON.stringify(refused)).toBe(false)
})

test('JSON has a day, and "not sure" where the field allows it', () => {
  expect(kinds['birth-date'].json(born).safeParse('unsure').success).toBe(true)
  expect(kinds['birth-date'].json({ kind: 'birth-date' }).safeParse('unsure').success).toBe(false)
  expect(kinds.day.json(day).safeParse('2023-02-29').success).toBe(false)
})

test.each<[Field, Value, boolean]>([
  [{ kind: 'choice', options }, 'd', false],
  [{ kind: 'choice', options }, ['a'], false],
  [{ kind: 'choice', options }, 'unsure', false],
  [{ kind: 'many', options, unsure: true }, 'unsure', true],
  [{ kind: 'many', options }, 'a', false],
  [{ kind: 'many', options }, ['a', 'd'], false],
  [{ kind: 'many', options }, [], true],
  [born, '1957-11-25/1958-11-24', true],
  [born, '1958-11-24/1957-11-25', false],
  [day, '2023-02-29', false],
  [{ kind: 'county' }, '999999', false],
  [{ kind: 'people' }, ['1', '9'], false],
  [fields.number.field, '100001', false],
  [fields.number.field, '999/0', false],
  [fields.number.field, 'many', false],
])('%j holding %j: %s', (field, value, expected) => expect(kindOf(field).holds(value, field, around)).toBe(expected))

test('only the inputs of a kind are read', () => {
  expect(isBlank({ kind: 'choice', options }, { given: [], year: '1986' })).toBe(true)
  expect(isBlank(born, { given: [''], year: '1986' })).toBe(false)
})
