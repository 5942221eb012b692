import { pinyin } from 'pinyin-pro'
import { neighbours, splitIntoSyllables } from './split.ts'

/*
 * Terms of pinyin begin with `~`, those of initials with `=`, so that neither is taken for a Latin word of a text.
 * Syllables are compared as many in Qinghai say them: zh, ch, sh as z, c, s, and -ng as -n.
 */

/** How each of the Chinese letters of a run is read, without tones: `ju zhu zheng`. */
const readingOf = (run: string): string[] => pinyin(run, { toneType: 'none', type: 'array', v: true })

/** Sounds as they are compared. */
const alike = (syllable: string) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n').replace('v', 'u')

/** The terms by which a run of Chinese letters is found in pinyin. */
export function pinyinTerms(run: string): string[] {
  const syllables = readingOf(run).map(alike)
  return [...syllables, ...neighbours(syllables, 2)].map((term) => `~${term}`)
}

/** The terms by which a run of Chinese letters is found by how two of its neighbours sound: for letters of the same sound. */
export const soundOf = (twoLetters: string): string => `~${readingOf(twoLetters).map(alike).join('')}`

/** The terms by which a run of Chinese letters is found by its initials: `jzz`. */
export function initialsTerms(run: string): string[] {
  const initials = readingOf(run).map((syllable) => syllable.charAt(0))
  return [...neighbours(initials, 2), ...neighbours(initials, 3)].map((term) => `=${term}`)
}

/** Every syllable some reading has: what is typed is split by them. */
export function syllablesOf(runs: Iterable<string>): ReadonlySet<string> {
  return new Set([...runs].flatMap(readingOf))
}

/** Terms of Latin words typed in a row: of pinyin with spaces or without, of initials, and the words themselves. */
export function latinTerms(words: readonly string[], known: ReadonlySet<string>): string[] {
  const terms: string[] = [...words]
  const sounds = new Set([...known].map(alike))
  /** Syllables as they are written cost less than those that only sound alike: `gong an`, not `gon gan`. */
  const cost = (syllable: string) => (known.has(syllable) ? 1 : sounds.has(alike(syllable)) ? 1.1 : undefined)
  let row: string[] = []
  let initials = ''
  const end = () => {
    const syllables = row.map(alike)
    terms.push(...(syllables.length === 1 ? syllables : neighbours(syllables, 2)).map((term) => `~${term}`))
    terms.push(...neighbours([...initials], Math.min(3, Math.max(2, initials.length))).map((term) => `=${term}`))
    row = []
    initials = ''
  }
  for (const word of words) {
    const syllables = splitIntoSyllables(word, cost, longestSyllable)
    if (syllables ? initials : row.length > 0) end()
    if (syllables) row.push(...syllables)
    else initials += word
  }
  end()
  return terms
}

/** In letters: `zhuang`. */
const longestSyllable = 6
