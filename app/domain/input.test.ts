import { expect, test } from 'vitest'
import { questions } from '#app/services/household.ts'
import { parseAnswer } from './answer.ts'
import { caseCode, readCaseCode } from './case-code.ts'
import { asciiDigits, typedDigits } from './digits.ts'

const today = '2026-11-24'
const birth = (year: string, month: string, day: string, age = '', answer: string[] = []) =>
  parseAnswer(questions['birth-date'], { answer, year, month, day, age }, today)

test.each([
  ['1986', '1', '12', '1986-01-12'],
  ['１９８６', '０１', '１２', '1986-01-12'],
  ['༡༩༨༦', '༡', '༡༢', '1986-01-12'],
  [' 1986 ', '01', '12', '1986-01-12'],
  ['\u200e1986\u200f', '\u20600\u200b1', '12\ufeff', '1986-01-12'],
  ['2024', '2', '29', '2024-02-29'],
])('a birth date %s %s %s is %s', (year, month, day, value) => expect(birth(year, month, day)).toEqual({ ok: true, value }))

test.each([
  ['2023', '2', '29', '', 'no-such-day'],
  ['2023', '13', '1', '', 'no-such-day'],
  ['2030', '1', '1', '', 'in-the-future'],
  ['1800', '1', '1', '', 'too-long-ago'],
  ['1986', '', '12', '', 'date-incomplete'],
  ['八六', '1', '1', '', 'not-digits'],
  ['', '', '', '', 'required'],
  ['1986', '1', '1', '40', 'date-and-age'],
  ['', '', '', '200', 'age-out-of-range'],
  ['', '', '', '-3', 'not-digits'],
])('a birth date %s %s %s or age %s is %s', (year, month, day, age, error) =>
  expect(birth(year, month, day, age)).toEqual({ ok: false, error }),
)

test('an age is a range of birth dates', () => expect(birth('', '', '', '༦༨')).toEqual({ ok: true, value: '1957-11-25/1958-11-24' }))
test('"not sure" is an answer', () => expect(birth('', '', '', '', ['unsure'])).toEqual({ ok: true, value: 'unsure' }))

test.each([
  [['none', 'grassland'], 'alone-with-others'],
  [['unsure', 'grassland'], 'alone-with-others'],
  [['sea'], 'unknown-option'],
  [[], 'required'],
])('land %j is %s', (answer, error) => expect(parseAnswer(questions.land, { answer }, today)).toEqual({ ok: false, error }))

test('a PIN is the same whatever nobody sees in it', () => expect(typedDigits('\u202a1２ ༣\u200b4\u00ad5\u28006\0')).toBe('123456'))
test('digits of three scripts', () => expect(asciiDigits('༠༡༢３４5')).toBe('012345'))

const code = caseCode([1, 2, 3, 4, 5, 6, 7, 8, 9])
test('a case code has no look-alikes and a check character', () => {
  expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/)
  expect(readCaseCode(code)).toBe(code)
  expect(readCaseCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code)
  expect(readCaseCode(`\u2066${[...code].join('\u200b')}\ufe0f\0\u2069`)).toBe(code)
  for (const dash of ['\u2011', '\uff0d', '\u2212', '·', '་']) expect(readCaseCode(code.replace('-', dash))).toBe(code)
})
test('every single wrong character of a case code is noticed', () => {
  const plain = code.replace('-', '')
  for (let at = 0; at < plain.length; at++)
    for (const other of '34679ACDEFGHJKMNPQRTWXY')
      if (other !== plain[at]) expect(readCaseCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeUndefined()
})
test('two swapped neighbours of a case code are noticed', () => {
  const plain = code.replace('-', '')
  for (let at = 0; at < plain.length - 2; at++) {
    const swapped = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2)
    if (swapped !== plain) expect(readCaseCode(swapped)).toBeUndefined()
  }
})
