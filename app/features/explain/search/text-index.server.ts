import MiniSearch from 'minisearch'
import { initialsTerms, pinyinTerms, readingOf } from './pinyin.server.ts'
import { askedTerms, weights } from './question.server.ts'
import { folded, hanTerms, runs } from './runs.ts'
import { syllablesIn, tibetanTerms } from './tibetan.ts'

/** What is searched for: its texts in every language, those that say most of it first. */
export type Indexed = { readonly id: string; readonly name: string; readonly said: string; readonly plain: string; readonly body: string }
type Field = Exclude<keyof Indexed, 'id'>

/** How much a match says, by where it stands. */
const boost: Readonly<Record<Field, number>> = { name: 4, said: 4, plain: 2, body: 1 }
const fields = Object.keys(boost) as Field[]

/**
 * A text found. `covers`: the share of the question that stands in it, 0 to 1. `weak`: nothing of it but single letters does.
 */
export type Match = { readonly id: string; readonly score: number; readonly covers: number; readonly weak: boolean }

/** A letter says more where at most so many are called by it. */
const few = 6

/** Texts indexed at once, some thousandths of a second; between them the process answers whoever else asks. */
const chunkSize = 8

/** An index of texts in every language. @returns what finds in it, best first */
export async function indexOf(texts: readonly Indexed[]): Promise<(query: string) => Match[]> {
  const readings = new Set<string>()
  const syllables = new Set<string>()
  const terms = new Set<string>()
  const called = new Map<string, number>()
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
      if (field === 'said') for (const term of new Set(found)) called.set(term, (called.get(term) ?? 0) + 1)
      return found
    },
  })
  await index.addAllAsync(texts, { chunkSize })
  const rare = new Set([...called].filter(([, times]) => times <= few).map(([term]) => term))
  const known = { syllables, terms, readings, rare }

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
