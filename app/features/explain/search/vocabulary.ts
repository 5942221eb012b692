import type { InEvery } from '#app/domain/language.ts'
import bo from './vocabulary.bo.json'
import zh from './vocabulary.zh.json'

/** How people ask, in one language: `vocabulary.zh.json`, `vocabulary.bo.json`. An editor extends these; nothing else need change. */
export type Vocabulary = {
  /** What every question has, and no answer is found by. */
  readonly asking: readonly string[]
  /** Common words, each with the words of the texts that mean the same. */
  readonly same: Readonly<Record<string, string>>
  /** What is asked about somebody of an age, in words of the texts, by the last year of it. */
  readonly ages: readonly { readonly until: number; readonly means: string }[]
  /** What people call a service or an explanation, by its id. */
  readonly entries: Readonly<Record<string, string>>
}

export const vocabulary: InEvery<Vocabulary> = { zh, bo }
