import { plainLetters, withoutInvisible } from '#app/domain/characters.ts'
import { type InEvery, scriptOf, sourceLanguage } from '#app/domain/language.ts'

/**
 * Matches texts that contain every word of the query. Han and Latin words match as
 * substrings; Tibetan words as whole syllables in a row, so that ལོ is not found in ལོང.
 */
export function matcher(query: string): ((text: string) => boolean) | undefined {
  const words = folded(query)
    .split(/[\s།༎,，。、;；]+/)
    .filter(Boolean)
    .slice(0, 8)
  const tests = words.map(wordTest)
  if (tests.length === 0) return undefined
  return (text) => {
    const plain = folded(text)
    const spelled = syllables(plain)
    return tests.every((test) => test(plain, spelled))
  }
}

/** Letters as they are compared: without case, width and invisible characters. */
const folded = (text: string) => withoutInvisible(plainLetters(text)).normalize('NFKC').toLowerCase()

type WordTest = (plain: string, spelled: string) => boolean

/** How a word in the letters of each language is found. */
const wordTests: InEvery<(word: string) => WordTest> = {
  zh: (word) => (plain) => plain.includes(word),
  bo: (word) => {
    const wanted = syllables(word)
    return wanted === '་' ? wordTests.zh(word) : (_plain, spelled) => spelled.includes(wanted)
  },
}
const wordTest = (word: string): WordTest => wordTests[scriptOf(word) ?? sourceLanguage](word)

/** The Tibetan syllables of a text, each between two tsheg. */
function syllables(text: string): string {
  return `་${(text.match(/[\u0f40-\u0fbc]+/g) ?? []).map((syllable) => `${syllable}་`).join('')}`
}
