import { expect, test } from 'vitest'
import { asciiDigits, numberOfChinese, typedNumber } from './digits.ts'

const digits = ['', ...'一二三四五六七八九']
const written = digits.flatMap((_, tens) => digits.map((unit) => (tens === 0 ? unit : `${tens === 1 ? '' : digits[tens]}十${unit}`)))

test.each(written.map((numeral, number) => [numeral, number] as const).slice(1))('%s is %i', (numeral, number) =>
  expect(numberOfChinese(numeral)).toBe(number),
)

test.each(['十', '二十', '三十九', '九十九'])('the table above is written as people write: %s is in it', (numeral) =>
  expect(written).toContain(numeral),
)

test.each(['', '零', '一十', '十十', '一二', '百', '一百', '12', '十 ', 'part-eight'])('%j is no numeral up to 99', (numeral) =>
  expect(numberOfChinese(numeral)).toBeUndefined(),
)

test('digits of three scripts are the same', () => expect(asciiDigits('0１༢三-')).toBe('012三-'))

test.each([
  ['1234', 1234],
  ['12,345', 12345],
  ['1,234，567', 1234567],
  ['12,34', undefined],
  ['1234,567', undefined],
  ['1,2345', undefined],
  ['-12,345', undefined],
])('%s is the number %s', (typed, number) => expect(typedNumber(typed)).toBe(number))
