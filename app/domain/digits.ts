import { withoutInvisible } from './characters.ts'
import { type InEvery, languages } from './language.ts'

/** The digits each language has of its own. */
const own: InEvery<string | null> = { zh: '０１２３４５６７８９', bo: '༠༡༢༣༤༥༦༧༨༩' }
/** What each of them stands for. */
const values = new Map(languages.flatMap((language) => [...(own[language] ?? '')].map((digit, value) => [digit, String(value)] as const)))

/** Writes the digits of every language as ASCII ones; every other character stays. */
export function asciiDigits(text: string): string {
  return text.replace(/[^ -~]/gu, (character) => values.get(character) ?? character)
}

/** A number, PIN or code as typed, in ASCII digits, without spaces and invisible characters. */
export function typedDigits(typed: string): string {
  return asciiDigits(withoutInvisible(typed)).replace(/\s/g, '')
}

/**
 * A whole number as typed, with or without commas between its thousands: the only way one is read. Undefined for anything else: what bears a
 * sign, a fraction or letters is another number, or none.
 */
export function typedNumber(typed: string): number | undefined {
  const digits = typedDigits(typed)
  return /^(\d+|\d{1,3}([,，]\d{3})+)$/.test(digits) ? Number(digits.replace(/[,，]/g, '')) : undefined
}

const numerals = '一二三四五六七八九'

/** The number a Chinese numeral from 一 to 九十九 writes; undefined for anything else. */
export function numberOfChinese(numeral: string): number | undefined {
  const parts = /^(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/.exec(numeral)
  if (!parts || numeral === '') return undefined
  const [, tens, ten, units] = parts
  return (ten ? 10 * (digitValue(tens) || 1) : 0) + digitValue(units)
}

const digitValue = (digit = '') => (digit ? numerals.indexOf(digit) + 1 : 0)
