import { ageOn, type BirthDate, bornBetween, type Day } from '#app/domain/day.ts'
import { text } from './messages.ts'
import type { Language } from './mode.ts'

/** A day in words: 2027年3月1日, 2027ལོའི་ཟླ3པའི་ཚེས1ཉིན. */
export function formatDay(language: Language, day: Day): string {
  const [y, m, d] = day.split('-').map(Number)
  return text(language, 'common:day', { y: y ?? 0, m: m ?? 0, d: d ?? 0 })
}

/** A birth date in words; of a range the age, as of a day. */
export function formatBirth(language: Language, birth: BirthDate, asOf: Day): string {
  const [from, to] = bornBetween(birth)
  if (from === to) return formatDay(language, from)
  return text(language, 'common:about-years-old', { years: ageOn(to, asOf) })
}

/** Several things in words: 甲、乙, ཀ དང་། ཁ. */
export function joinList(language: Language, words: readonly string[]): string {
  return words.reduce((a, b) => (a ? text(language, 'common:list-pair', { a, b }) : b), '')
}
