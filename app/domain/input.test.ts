import { expect, test } from 'vitest'
import { caseCode, parseCaseCode } from './case-code.ts'
import { asciiDigits, typedDigits } from './digits.ts'

test('a PIN is the same with invisible characters', () => expect(typedDigits('\u202a1２ ༣\u200b4\u00ad5\u28006\0')).toBe('123456'))
test('digits of three scripts are read', () => expect(asciiDigits('༠༡༢３４5')).toBe('012345'))

const code = caseCode([1, 2, 3, 4, 5, 6, 7, 8, 9])
test('a case code has no look-alikes and a check character', () => {
  expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/)
  expect(parseCaseCode(code)).toBe(code)
  expect(parseCaseCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code)
  expect(parseCaseCode(`\u2066${[...code].join('\u200b')}\ufe0f\0\u2069`)).toBe(code)
  const digits = caseCode([1, 2, 3, 4, 0, 1, 2, 3, 4])
  for (const script of ['༠༡༢༣༤༥༦༧༨༩', '０１２３４５６７８９'])
    expect(parseCaseCode(digits.replace(/\d/g, (digit) => script[Number(digit)] ?? ''))).toBe(digits)
  for (const dash of ['\u2011', '\uff0d', '\u2212', '·', '་']) expect(parseCaseCode(code.replace('-', dash))).toBe(code)
})
test('the whole address a scanner types has the code behind its #', () =>
  expect(parseCaseCode(`https://hall.example/zh/status#${code}`)).toBe(code))
test('one character too many, one too few, and one no code has are noticed', () => {
  const plain = caseCode(Array(9).fill(22)).replace('-', '')
  expect(plain).toMatch(/^Y{9}.$/)
  for (const wrong of ['', plain.slice(1), `${plain.slice(0, 9)}3${plain.slice(9)}`, `${plain}${plain.at(-1)}`, plain.replace('Y', '0')])
    expect(parseCaseCode(wrong), wrong).toBeUndefined()
})
test('every single wrong character of a case code is noticed', () => {
  const plain = code.replace('-', '')
  for (let at = 0; at < plain.length; at++)
    for (const other of '34679ACDEFGHJKMNPQRTWXY')
      if (other !== plain[at]) expect(parseCaseCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeUndefined()
})
test('two swapped neighbours of a case code are noticed', () => {
  const plain = code.replace('-', '')
  for (let at = 0; at < plain.length - 2; at++) {
    const swapped = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2)
    if (swapped !== plain) expect(parseCaseCode(swapped)).toBeUndefined()
  }
})
