import { expect, test } from 'vitest'
import type { InEvery, Language } from '#app/domain/language.ts'
import { formatArticle } from '#app/i18n/format.ts'
import { matters, wayLines } from '#app/services/before-settling.ts'
import { explanations } from '#app/services/explanations.ts'
import { services } from '#app/services/index.ts'
import { cite } from '#app/services/instruments.ts'
import { planPromises } from '#app/services/promises.ts'
import { topics } from '#app/services/topics.ts'

/** The articles of every source anywhere in these values. */
function articlesIn(value: unknown, found = new Set<string>(), seen = new Set<unknown>()): Set<string> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found
  seen.add(value)
  if ('article' in value && typeof value.article === 'string') found.add(value.article)
  for (const one of Object.values(value)) articlesIn(one, found, seen)
  return found
}

const tens = ['', '十', '二十', '三十', '四十', '五十', '六十', '七十', '八十', '九十']
const chinese = tens.flatMap((ten) => ['', ...'一二三四五六七八九'].map((unit) => ten + unit))
const tibetan =
  'དང་པོ གཉིས་པ གསུམ་པ བཞི་པ ལྔ་པ དྲུག་པ བདུན་པ བརྒྱད་པ དགུ་པ བཅུ་པ བཅུ་གཅིག་པ བཅུ་གཉིས་པ བཅུ་གསུམ་པ བཅུ་བཞི་པ བཅོ་ལྔ་པ བཅུ་དྲུག་པ བཅུ་བདུན་པ བཅོ་བརྒྱད་པ བཅུ་དགུ་པ ཉི་ཤུ་པ'.split(
    ' ',
  )

const citation: InEvery<RegExp> = { zh: /^第(.+)[条部]分?$/, bo: /^(?:དོན་ཚན་|ལེའུ་)(.+)$/ }
const numberIn: InEvery<(number: string) => string> = {
  zh: (number) => String(chinese.indexOf(number)),
  bo: (number) => (/^\d+པ$/.test(number) ? number.slice(0, -1) : String(tibetan.indexOf(number) + 1)),
}

/** Which articles (`7`, `12–14`) a citation in words names; the number is looked up, not computed. */
function named(language: Language, text: string): string {
  const [, number = ''] = citation[language].exec(text) ?? []
  return /^\d+(?:–\d+)?$/.test(number) ? number : numberIn[language](number)
}

const sameNumber = (zh: string, bo: string) => Number.parseInt(named('zh', zh), 10) > 0 && named('zh', zh) === named('bo', bo)

const cited = [...articlesIn([services, planPromises, topics, explanations, matters, wayLines])]

test.each(cited)('article %s has one number in both languages', (article) => {
  const [zh, bo] = [formatArticle('zh', article), formatArticle('bo', article)]
  expect(sameNumber(zh, bo), `${zh} ${bo}`).toBe(true)
})

test('articles are found wherever a source stands', () => {
  expect([...articlesIn({ a: [{ b: { sources: [cite('land-contract-law', '27')] } }] })]).toEqual(['27'])
  for (const article of ['十', '15', '12–14', '三十五']) expect(cited).toContain(article)
})

test.each([
  ['第十条', 'དོན་ཚན་བཅུ་གཅིག་པ'],
  ['第二十条', 'དོན་ཚན་21པ'],
  ['第12–14条', 'དོན་ཚན་12–15'],
  ['第七条', 'དོན་ཚན་'],
  ['第廿条', 'དོན་ཚན་ཉི་ཤུ'],
])('%s is not %s', (zh, bo) => expect(sameNumber(zh, bo)).toBe(false))
