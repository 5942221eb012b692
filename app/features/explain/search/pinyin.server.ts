import { pinyin } from 'pinyin-pro'
import { neighbours, splitIntoSyllables } from './split.ts'

/*
 * Terms of pinyin begin with `~`, those of initials with `=`, so that neither is taken for a Latin word of a text.
 * Syllables are compared as many in Qinghai say them: zh, ch, sh as z, c, s, and -ng as -n.
 */

/** How each of the Chinese letters of a run is read, without tones: `ju`, `zhu`, `zheng`. */
export const readingOf = (run: string): string[] => pinyin(run, { toneType: 'none', type: 'array', v: true })

/** Sounds as they are compared. */
const alike = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace('v', 'u')

/** The terms by which Chinese letters are found in pinyin. */
export function pinyinTerms(reading: readonly string[]): string[] {
  const syllables = reading.map(alike)
  return [...syllables, ...neighbours(syllables, 2)].map((term) => `~${term}`)
}

/** The term by which two Chinese letters are found by their sound, where others were meant. */
export const soundOf = (letters: string): string => `~${readingOf(letters).map(alike).join('')}`

/** The terms by which Chinese letters are found by their initials: `jzz`. */
export function initialsTerms(reading: readonly string[]): string[] {
  const initials = reading.map((syllable) => syllable.charAt(0))
  return [...neighbours(initials, 2), ...neighbours(initials, 3)].map((term) => `=${term}`)
}

/**
 * Terms of Latin words typed in a row: the words themselves, their syllables, and, where not all of it is syllables, its initials.
 * @param known every syllable by which what is typed is split
 */
export function latinTerms(typed: readonly string[], known: ReadonlySet<string>): string[] {
  const sounds = new Set([...known].map(alike))
  /** Syllables that only sound alike cost more: `gong an`, not `gon gan`. A letter is an initial where nothing else fits. */
  const cost = (part: string) => (known.has(part) ? 1 : sounds.has(alike(part)) ? 1.1 : part.length === 1 ? 3 : undefined)
  const parts = typed.flatMap((word) => splitIntoSyllables(word, cost, longestSyllable) ?? [])
  const isWhole = (part: string) => cost(part) !== 3
  const syllables = parts.map((part) => (isWhole(part) ? alike(part) : ''))
  const sound = syllables.length === 1 ? syllables : neighbours(syllables, 2).filter((_, at) => syllables[at] && syllables[at + 1])
  const initials = parts.every(isWhole)
    ? []
    : neighbours(
        parts.map((part) => part.charAt(0)),
        Math.min(3, Math.max(2, parts.length)),
      )
  return [...typed, ...sound.map((term) => `~${term}`), ...initials.map((term) => `=${term}`)]
}

/** In letters: `zhuang`. */
const longestSyllable = 6
