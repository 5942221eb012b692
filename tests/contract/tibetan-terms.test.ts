import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { flat, namespaces, texts } from '../../locales/stamp.js'

// One name for one thing: a term of the glossary in a Chinese text is rendered by its Tibetan, or by a variant the glossary names.

/** A term, and its Tibetan: the preferred one first. */
type Term = { readonly zh: string; readonly bo: readonly string[] }
type Pair = readonly [source: string, target: string]

const cleaned = (text: string) => text.normalize('NFC').replaceAll('\u0f0c', '\u0f0b')
const withoutEnd = (text: string) => cleaned(text).replace(/[\u0f0b\u0f0d\s]+$/u, '')

/** The terms of the glossary, the longest Chinese first: a shorter one within it is not meant. */
function termsOf(glossary: string): Term[] {
  const rows = glossary.split(/\r?\n/).slice(1).filter(Boolean)
  const terms = rows.map((row): Term => {
    const [, zh = '', bo = '', , , note = ''] = row.split('\t')
    const variants = /variant: ([^;.]*)/.exec(note)?.[1]?.split(',') ?? []
    return { zh, bo: [bo, ...variants.map((one) => one.replace(/\(.*?\)/g, '').trim())].map(withoutEnd).filter(Boolean) }
  })
  return terms.sort((a, b) => b.zh.length - a.zh.length)
}

/** The terms in a Chinese text; one of a single letter only where it is the whole text. */
function termsIn(source: string, terms: readonly Term[]): Term[] {
  let rest = source
  return terms.filter(({ zh }) => {
    if ([...zh].length < 2) return source.trim() === zh
    if (!rest.includes(zh)) return false
    rest = rest.replaceAll(zh, '\u0001')
    return true
  })
}

const letter = '\\u0f40-\\u0fbc'
/** Does a Tibetan text hold a term as syllables of its own, whatever particle is joined to its end? */
const holds = (target: string, bo: string) =>
  new RegExp(`(?<![${letter}])${bo.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=(?:འིའོ|འི|འོ|འང|འམ|ར|ས)?(?:[^${letter}]|$))`).test(target)

/** How many terms the texts hold, and how many of them are rendered otherwise. */
function rendered(pairs: readonly Pair[], terms: readonly Term[]): { all: number; otherwise: number } {
  const count = { all: 0, otherwise: 0 }
  for (const [source, target] of pairs)
    for (const { bo } of termsIn(source, terms)) {
      count.all += 1
      if (!bo.some((one) => holds(cleaned(target), one))) count.otherwise += 1
    }
  return count
}

const glossary = termsOf(readFileSync('tests/fixtures/glossary.tsv', 'utf8'))

test('at least 98.5 % of the terms are rendered as the glossary says', () => {
  const pairs = namespaces('zh').flatMap((namespace) => {
    const tibetan = new Map(flat(texts('bo', namespace)))
    return flat(texts('zh', namespace)).map(([key, text]): Pair => [text, tibetan.get(key) ?? ''])
  })
  const { all, otherwise } = rendered(pairs, glossary)
  expect(all).toBeGreaterThan(5000)
  expect(1 - otherwise / all).toBeGreaterThanOrEqual(0.985)
})

test.each<[string, Pair, number]>([
  ['a term by its Tibetan', ['报名', 'མིང་ཐོ་འགོད་པ།'], 0],
  ['a term by a variant', ['报名', 'མིང་ཐོ་བཀོད་ཟིན།'], 0],
  ['a term with a particle joined to it', ['省', 'ཞིང་ཆེན་ས།'], 0],
  ['a term by another word', ['报名', 'ཐོ་འགོད་པ།'], 1],
  ['letters of another syllable', ['省里报名', 'མིང་ཐོ་འགོདཔ།'], 1],
])('%s is counted', (_, pair, otherwise) => expect(rendered([pair], glossary).otherwise).toBe(otherwise))
