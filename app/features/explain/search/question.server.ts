import { languages } from '#app/domain/language.ts'
import { agesMean } from './ages.ts'
import { latinTerms, soundOf } from './pinyin.server.ts'
import { folded, runs } from './runs.ts'
import { neighbours } from './split.ts'
import { syllablesIn, tibetanTerms } from './tibetan.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** How much a term says beside those of the letters typed. */
export const weights = { sound: 0.6, letter: 0.15, rare: 0.4, same: 0.7, syllable: 0.4, absent: 0.3 }

/** What the indexed texts hold: Tibetan syllables, terms, how Chinese letters are read, and terms by which only few are called. */
export type Known = Readonly<Record<'syllables' | 'terms' | 'readings' | 'rare', ReadonlySet<string>>>

/** The terms of a question, each with its weight. */
export function askedTerms(query: string, known: Known): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const add = (term: string, weight: number) => found.set(term, Math.max(weight, found.get(term) ?? 0))
  const spelled = spell(query, known.syllables)
  const { rest, same } = understood(spelled)
  for (const { groups = {} } of rest.matchAll(runs)) addRun(groups, 1)
  for (const { groups = {} } of same.matchAll(runs)) addRun(groups, weights.same)
  return found

  function addRun({ han, tibetan, latin, digits, word }: Readonly<Record<string, string | undefined>>, weight: number) {
    if (han) {
      const isAlone = [...han].length === 1
      for (const letter of han) add(letter, isAlone ? weight : weight * (known.rare.has(letter) ? weights.rare : weights.letter))
      for (const two of neighbours([...han], 2)) known.terms.has(two) ? add(two, weight) : add(soundOf(two), weight * weights.sound)
    }
    if (tibetan) {
      const row = tibetanTerms(syllablesIn(tibetan))
      for (const term of row) add(term, row.length > 1 && !term.includes('་') ? weight * weights.syllable : weight)
    }
    if (latin) for (const term of latinTerms(latin.replaceAll("'", ' ').split(/ +/).filter(Boolean), known.readings)) add(term, weight)
    // A short number is in many texts; a long one is a hotline.
    if (digits) add(digits, digits.length > 3 ? weight : weight * weights.letter)
    if (word) add(word, weight)
  }
}

/** A text in letters as they are compared, Tibetan as syllables with a tsheg on both sides. */
function spell(text: string, syllables?: ReadonlySet<string>): string {
  return folded(text).replace(/[\u0f0b\u0f0c\u0f40-\u0fbc]+/gu, (run) => `་${syllablesIn(run, syllables).join('་')}་`)
}

type Phrase = { readonly phrase: string; readonly same: string }

/** Phrases of the tables, longest first. */
const phrases: readonly Phrase[] = languages
  .flatMap((language): Phrase[] => {
    const { asking, same }: Vocabulary = vocabulary[language]
    return [
      ...asking.map((phrase) => ({ phrase: spell(phrase), same: '' })),
      ...Object.entries(same).map(([phrase, means]) => ({ phrase: spell(phrase), same: spell(means) })),
    ]
  })
  .sort((a, b) => b.phrase.length - a.phrase.length)

/** Days and months: they say when, not what. `15年` may be a condition. */
const dates = /(?:\d{4} ?年|\d+ ?[月日号点])(?:份|底|初)?/g

/** A question without what every question has, and the words of the texts that mean the same as common ones in it. */
function understood(spelled: string): { readonly rest: string; readonly same: string } {
  const same: string[] = [agesMean(spelled)]
  let rest = spelled.replace(dates, ' ')
  let unclaimed = rest
  for (const phrase of phrases) {
    if (!unclaimed.includes(phrase.phrase)) continue
    const gap = phrase.phrase.startsWith('་') ? '་ ་' : ' '
    unclaimed = unclaimed.replaceAll(phrase.phrase, gap)
    if (phrase.same) same.push(phrase.same)
    else rest = rest.replaceAll(phrase.phrase, gap)
  }
  return { rest, same: same.join(' ') }
}
