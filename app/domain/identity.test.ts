import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format, isDay } from './day.ts'
import {
  birthOfIdentity,
  type IdentityParsed,
  isMobile,
  masked,
  parseIdentityNumber,
  parsePhone,
  parseText,
  sexOfIdentity,
} from './identity.ts'
import { comparableName, parseName } from './person-name.ts'

// No region begins 990: nobody has these numbers.
const today = '2026-11-24'
const number = '990000199003070013'
const withX = '99000019900307003X'

const value = (text: string) => ({ ok: true, value: text })
const error = (code: string) => ({ ok: false, error: code })
const parseHere = (typed: string) => parseIdentityNumber(typed, today)
const parseAddress = (typed: string) => parseText(typed, 20)

/** One row of a table is what is read, then the ways to type it. */
const each = (...rows: [read: string, ...typed: string[]][]) =>
  test.each(rows.flatMap(([read, ...writings]) => writings.map((typed) => [typed, read] as const)))

describe('an identity number', () => {
  each(
    [number, number, ' 990000 19900307 0013\n', '９９００００１９９００３０７００１３', '༩༩༠༠༠༠༡༩༩༠༠༣༠༧༠༠༡༣', '༩༩༠༠༠༠19900307００１３'],
    [number, '990000\u00a019900307\u30000013', '990000་19900307\u0f0c0013', '\u202a990000199003070013\u202c\u200b'],
    [number, '990000-19900307\u20110013', '990000–19900307—0013', '990000−19900307－0013', '990000\u00ad199003070013'],
    [number, '990000·19900307・0013', '990000•19900307．0013', '990000.19900307\u03870013'],
    [withX, withX, '99000019900307003x', '99000019900307003ｘ', '99000019900307003Ｘ'],
    [withX, '99000019900307003\u0425', '99000019900307003\u0445', '99000019900307003×', '９９００００ ༡༩༩༠༠༣༠༧ 003-\u0445'],
    ['990099200002290046', '990099200002290046'],
    ['990001202611240013', '990001202611240013'],
    ['99000118961124001X', '99000118961124001X'],
  )('typed %j is %s', (typed, read) => expect(parseHere(typed)).toEqual(value(read)))

  each(
    ['id-required', '', ' \u00a0་-·', '\u200b'],
    ['id-characters', '99000019900307001三', '99000019900307001Y', '990000/19900307/0013', '9900001990030700١3', '\ud800'],
    ['id-characters', '9900001990X3070013', '99000019900307003XX'],
    ['id-old', '990000900307001', '༩༩༠༠༠༠ ༩༠༠༣༠༧ ༠༠༡'],
    ['id-length', '99000090030700X', '99000019900307001', '9900001990030700133', 'X'],
    ['id-date', '990001199013010010', '990001199004310011', '990001199000010011', '990099202302290047', '99000119000229001X'],
    ['id-date', '990001202611250019', '990001189611230014', '990000199003700013'],
    ['id-checksum', '990000199003070014', '99000019900307001X', '990000199003070031', '990000199003070103'],
  )('typed %j is wrong: %s', (typed, code) => expect(parseHere(typed)).toEqual(error(code)))

  test('tells the day of birth', () => expect(birthOfIdentity(number)).toBe('1990-03-07'))
  test('tells a man by an odd 17th digit', () => expect(sexOfIdentity(number)).toBe('male'))
  test('tells a woman by an even 17th digit', () => expect(sexOfIdentity('990000199003070021')).toBe('female'))
})

describe('a telephone number', () => {
  each(
    [
      '13800001234',
      '13800001234',
      '138 0000 1234',
      '138-0000-1234',
      '138\u200b0000\u2060\u28001234\0',
      '１３８００００１２３４',
      '༡༣༨༠༠༠༠༡༢༣༤',
      '\u202d13800001234\u202c',
    ],
    ['13800001234', '+86 138 0000 1234', '＋８６１３８００００１２３４', '0086-13800001234', '8613800001234', '（+86）13800001234'],
    ['19900001234', '19900001234'],
    ['0971-1234567', '0971-1234567', '09711234567', '(0971) 123 4567', '（０９７１）１２３４５６７', '༠༩༧༡ ༡༢༣༤༥༦༧'],
    ['0971-1234567', '+86 971 1234567', '+86 0971 1234567', '86-971-1234567'],
    ['0971-12345678', '097112345678'],
    ['010-12345678', '010 12345678', '0086 10 12345678'],
    ['028-12345678', '02812345678'],
  )('typed %j is %s', (typed, read) => expect(parsePhone(typed)).toEqual(value(read)))

  each(
    ['phone-required', '', ' ( ) - '],
    ['phone-characters', '手机13800001234', '138000O1234', '138+00001234', '138＋00001234', '0971-1234567转8'],
    ['phone-length', '1380000123', '138000012345', '+86', '110', '1234567', '0971-123456', '+86 971 123456', '010-123456789'],
    ['phone-form', '12800001234', '86123456', '6123456', '400-000-0000', '0011-1234567', '013800001234', '+1 202 555 0100'],
  )('typed %j is wrong: %s', (typed, code) => expect(parsePhone(typed)).toEqual(error(code)))

  test('receives messages when it is a mobile', () => expect(isMobile('13800001234')).toBe(true))
  test('receives no messages when it is a landline', () => expect(isMobile('0971-1234567')).toBe(false))
})

describe('free text', () => {
  const heaped = (marks: number) => `东${'\u0301'.repeat(marks)}`
  each(
    ['东巷 三号院', '  东巷 \t 三号院 '],
    ['东巷\n三号院', '东巷 \r\n  三号院', '东巷\r三号院', '东巷\u2028三号院'],
    ['东巷', '东\0巷\u0007\u0085', '\ufeff东巷'],
    ['东巷', '\u202e东\u200b巷\u2069', '\u200e东\u{e0041}巷'],
    // What gives an emoji or a Mongolian letter its shape stays.
    ['\u2764\ufe0f \u1820\u180b', '\u2764\ufe0f \u1820\u180b\u200d'],
    ['é \u0f42\u0fb7', 'e\u0301 \u0f43'],
    ['👨‍👩‍👧‍👦'.repeat(20), '👨‍👩‍👧‍👦'.repeat(20)],
    // As many marks heaped on each letter as are taken for a letter.
    [heaped(15).repeat(20), heaped(15).repeat(20)],
  )('typed %j are %j', (typed, read) => expect(parseAddress(typed)).toEqual(value(read)))

  each(['一\n二', '一 \n二', '一\n 二', ' 一\r\n二 '])('typed %j is %j', (typed, read) => expect(parseAddress(typed)).toEqual(value(read)))

  each(
    ['text-required', '', ' \n\0 ', '\u200b'],
    ['text-too-long', '东'.repeat(21), 'e\u0301'.repeat(21), 'སྒྲོ'.repeat(21), `${heaped(15).repeat(19)}${heaped(16)}`],
  )('typed %j are wrong: %s', (typed, code) => expect(parseAddress(typed)).toEqual(error(code)))
})

describe('whatever is typed', () => {
  const readers: [string, (typed: string) => IdentityParsed][] = [
    ['identity numbers', parseHere],
    ['telephone numbers', parsePhone],
    ['names', parseName],
    ['a free text', parseAddress],
  ]
  const body = fc
    .tuple(fc.nat(99), fc.integer({ min: 1897, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.nat(999))
    .filter(([, year, month, date]) => isDay(format(year, month, date)))
    .map(([region, ...day]) => `${990000 + region}${format(day[0], day[1], day[2]).replaceAll('-', '')}${`${day[3]}`.padStart(3, '0')}`)
  const numbers = body.map((digits) => digits + checkByTheStandard(digits))
  const likely = [...`0123456789８６༡༣xX+＋()-· .་\u0f0c།'’\n\r\t\0\u200b\ufeffe\u0301Ａ扎西བ\u0f72\u0fb2\u0f43😀\ud800\udc00`]
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...likely) }),
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
    fc.integer({ min: 10 ** 9, max: 10 ** 12 }).map(String),
    fc.integer({ min: 10 ** 9, max: 10 ** 11 }).map((digits) => `0${digits}`),
    numbers,
  )

  test.each(readers)('the parser of %s never throws, and parses its result as the same value', (_, parse) => {
    fc.assert(
      fc.property(typed, (text) => {
        const first = parse(text)
        if (first.ok) expect(parse(first.value)).toEqual(first)
      }),
      { numRuns: 2000 },
    )
  })
  test.each(readers)('the parser of %s reads long runs of one character without delay', (_, parse) => {
    const units = [' ', '་', '·', '1', '扎', ' ·', ' \n', '\u0fb2']
    for (const unit of units) expect(parse(`扎${unit.repeat(2 ** 17)}${'1'.repeat(21)}`).ok).toBe(false)
  })
  test('the helpers of an identity number take any string', () => {
    fc.assert(fc.property(typed, (text) => [birthOfIdentity(text), sexOfIdentity(text)].length === 2))
  })
  test('an identity number with the right check character is read', () => {
    fc.assert(
      fc.property(numbers, (made) => {
        expect(parseHere(made)).toEqual(value(made))
      }),
    )
  })
  test('one wrong character in an identity number is always found', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.constantFrom(...'0123456789X'), (made, at, other) => {
        fc.pre(made[at] !== other)
        expect(parseHere(made.slice(0, at) + other + made.slice(at + 1)).ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
  test('a name is compared in one form however often', () =>
    fc.assert(
      fc.property(typed, (text) => comparableName(comparableName(text)) === comparableName(text)),
      { examples: [['Ａ \u0301'], ['A·\u0301']] },
    ))
})

/** The weights and check characters as GB 11643-1999 prints them. */
function checkByTheStandard(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

test('a masked number tells its length and its last two places', () => {
  expect(masked('990001198601120019')).toBe('****************19')
  expect(masked('1')).toBe('1')
})
