import { ageOn, type BirthDate, bornBetween, type Day, dayOf, timeOf } from '#app/domain/day.ts'
import { numberOfChinese } from '#app/domain/digits.ts'
import type { InEvery } from '#app/domain/language.ts'
import { text } from './messages.ts'
import type { Language } from './mode.ts'

/** A day in words: 2027年3月1日, 2027ལོའི་ཟླ3པའི་ཚེས1ཉིན. */
export function formatDay(language: Language, day: Day): string {
  const [y, m, d] = day.split('-').map(Number)
  return text(language, 'common:day', { y: y ?? 0, m: m ?? 0, d: d ?? 0 })
}

/** A moment in words, as clocks in Qinghai show it; `at` is an ISO timestamp. */
export function formatMoment(language: Language, at: string): string {
  return text(language, 'common:moment', { day: formatDay(language, dayOf(at)), time: timeOf(at) })
}

/** A birth date in words; of a range the age, as of a day. */
export function formatBirth(language: Language, birth: BirthDate, asOf: Day): string {
  const [from, to] = bornBetween(birth)
  if (from === to) return formatDay(language, from)
  return text(language, 'common:about-years-old', { years: ageOn(to, asOf) })
}

/** Several things in words: 甲、乙, ཀ དང་། ཁ. */
export function joinList(language: Language, items: readonly string[]): string {
  return items.reduce((a, b) => (a ? text(language, 'common:list-pair', { a, b }) : b), '')
}

/** A span of a day, stored as `9:00–12:00`, in words. */
export function formatSpan(language: Language, span: string): string {
  const [from = '', to = ''] = span.split('–')
  return text(language, 'halls:shown.span', { from, to })
}

/** The number of an article as each language writes it; Tibetan in words up to 20. */
const articleNumber: InEvery<(article: string) => string> = {
  zh: (article) => article,
  bo: (article) => {
    const number = /^\d+$/.test(article) ? Number(article) : numberOfChinese(article)
    if (number === undefined) return article
    return number <= 20 ? text('bo', `common:ordinal.${number}`) : `${number}པ`
  },
}

/** An article as its instrument numbers it (`六`, `15`, `12–14`) in words: 第六条, དོན་ཚན་དྲུག་པ. */
export function formatArticle(language: Language, article: string): string {
  if (article === 'part-eight') return text(language, 'common:part-eight')
  return text(language, 'common:article', { article: articleNumber[language](article) })
}
