import MiniSearch from 'minisearch'
import { plainLetters, withoutInvisible } from '#app/domain/characters.ts'
import { languages } from '#app/domain/language.ts'
import { initialsTerms, latinTerms, pinyinTerms, readingOf, soundOf } from './pinyin.server.ts'
import { neighbours } from './split.ts'
import { syllablesIn, tibetanTerms } from './tibetan.ts'
import { type Words, words } from './words.ts'

/** What is searched for: its texts in every language, those that say most of it first. */
export type Indexed = { readonly id: string; readonly name: string; readonly said: string; readonly plain: string; readonly body: string }
type Field = Exclude<keyof Indexed, 'id'>

/** How much a match says, by where it stands. */
const boost: Readonly<Record<Field, number>> = { name: 4, said: 4, plain: 2, body: 1 }
const fields = Object.keys(boost) as Field[]

/** How much a term says beside those of the letters typed. */
const weights = { sound: 0.6, letter: 0.15, same: 0.7, syllable: 0.4, absent: 0.3 }

/** Letters as they are compared: without case, width and invisible characters. */
export const folded = (text: string) => withoutInvisible(plainLetters(text)).normalize('NFKC').toLowerCase()

/** Runs of Chinese letters, of Tibetan ones, of Latin words, numbers, and words of any other script. */
const runs =
  /(?<han>[\p{Script=Han}]+)|(?<tibetan>[\u0f0b\u0f0c\u0f40-\u0fbc]+)|(?<latin>[a-zü']+(?: +[a-zü']+)*)|(?<digits>\d+)|(?<word>[\p{L}\p{M}]+)/gu

/**
 * A text found. `covers`: the share of the question that stands in it, 0 to 1. `weak`: nothing of it but single letters does.
 */
export type Match = { readonly id: string; readonly score: number; readonly covers: number; readonly weak: boolean }

/** An index of texts in every language. @returns what finds in it, best first */
export function indexOf(texts: readonly Indexed[]): (query: string) => Match[] {
  const readings = new Set<string>()
  const syllables = new Set<string>()
  const terms = new Set<string>()
  const index = new MiniSearch<Indexed>({
    fields,
    processTerm: (term) => term,
    tokenize: (text, field) => {
      const found = [...folded(text).matchAll(runs)].flatMap(({ groups = {} }) => {
        const { han, tibetan, latin, digits, word } = groups
        if (han && field === 'body') return hanTerms(han)
        if (han) {
          const reading = readingOf(han)
          for (const syllable of reading) readings.add(syllable)
          return [...hanTerms(han), ...pinyinTerms(reading), ...(field === 'plain' ? [] : initialsTerms(reading))]
        }
        if (tibetan) {
          const row = syllablesIn(tibetan)
          for (const one of row) syllables.add(one)
          return tibetanTerms(row)
        }
        return latin?.split(' ') ?? [digits ?? word ?? '']
      })
      for (const term of found) terms.add(term)
      return found
    },
  })
  index.addAll(texts)
  const known = { syllables, terms, readings }

  return (query) => {
    const asked = askedTerms(query, known)
    if (asked.size === 0) return []
    const options = {
      tokenize: () => [...asked.keys()],
      boostTerm: (term: string) => asked.get(term) ?? 1,
      boost,
      bm25: { k: 1.2, b: 0.4, d: 0.5 },
    }
    const shared = (fuzzy: (term: string) => number | false) =>
      index
        .search(query, { ...options, fuzzy })
        .map(({ id, score, queryTerms }): Match => ({ id, score, ...share(asked, queryTerms, terms) }))
    const found = shared(() => false)
    return found.some(({ weak }) => !weak) ? found : shared((term) => mayBeMistyped(term) && 1)
  }
}

/** How much of a question the matched ones of its terms are. What is in no text at all counts little: it may be a name, or a mistake. */
function share(
  asked: ReadonlyMap<string, number>,
  matched: readonly string[],
  existing: ReadonlySet<string>,
): Pick<Match, 'covers' | 'weak'> {
  const all = [...asked].reduce((sum, [term, weight]) => sum + weight * (existing.has(term) ? 1 : weights.absent), 0)
  const found = matched.map((term) => asked.get(term) ?? 0)
  return { covers: found.reduce((sum, weight) => sum + weight, 0) / all, weak: found.every((weight) => weight <= weights.letter) }
}

/** Long enough that one letter more or less is a mistake, not another word. */
const mayBeMistyped = (term: string) => (term.startsWith('~') ? term.length > 6 : /[\u0f40-\u0fbc]་/u.test(term))

/** A run of Chinese letters by each letter and each two. */
const hanTerms = (run: string): string[] => [...run, ...neighbours([...run], 2)]

type Known = { readonly syllables: ReadonlySet<string>; readonly terms: ReadonlySet<string>; readonly readings: ReadonlySet<string> }

/** The terms of a question, each with its weight. */
function askedTerms(query: string, known: Known): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const add = (term: string, weight: number) => found.set(term, Math.max(weight, found.get(term) ?? 0))
  const spelled = spell(query, known.syllables)
  const { rest, same } = understood(spelled)
  for (const { groups = {} } of rest.matchAll(runs)) addRun(groups, 1)
  for (const { groups = {} } of same.matchAll(runs)) addRun(groups, weights.same)
  return found

  function addRun({ han, tibetan, latin, digits, word }: Readonly<Record<string, string | undefined>>, weight: number) {
    if (han) {
      for (const letter of han) add(letter, [...han].length === 1 ? weight : weight * weights.letter)
      for (const two of neighbours([...han], 2)) known.terms.has(two) ? add(two, weight) : add(soundOf(two), weight * weights.sound)
    }
    if (tibetan) {
      const row = tibetanTerms(syllablesIn(tibetan))
      for (const term of row) add(term, row.length > 1 && !term.includes('་') ? weight * weights.syllable : weight)
    }
    if (latin) for (const term of latinTerms(latin.replaceAll("'", ' ').split(/ +/).filter(Boolean), known.readings)) add(term, weight)
    if (digits) add(digits, weight * weights.syllable)
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
    const { asking, same }: Words = words[language]
    return [
      ...asking.map((phrase) => ({ phrase: spell(phrase), same: '' })),
      ...Object.entries(same).map(([phrase, means]) => ({ phrase: spell(phrase), same: spell(means) })),
    ]
  })
  .sort((a, b) => b.phrase.length - a.phrase.length)

/** Days and months: they say when, not what. */
const dates = /\d+ ?[年月日号点](?:份|底|初)?/g

/** A question without what every question has, and the words of the texts that mean the same as common ones in it. */
function understood(spelled: string): { readonly rest: string; readonly same: string } {
  const same: string[] = []
  let rest = spelled.replace(dates, ' ')
  let unclaimed = rest
  for (const phrase of phrases) {
    if (!unclaimed.includes(phrase.phrase)) continue
    unclaimed = unclaimed.replaceAll(phrase.phrase, ' ')
    if (phrase.same) same.push(phrase.same)
    else rest = rest.replaceAll(phrase.phrase, phrase.phrase.startsWith('་') ? '་ ་' : ' ')
  }
  return { rest, same: same.join(' ') }
}
