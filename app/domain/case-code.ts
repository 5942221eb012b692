import { withoutInvisible } from './characters.ts'
import { asciiDigits } from './digits.ts'

/** Why a code and a PIN open nothing. A code that does not exist is no match, as a wrong PIN is. */
export const openingErrors = ['code-form', 'pin-form', 'no-match', 'locked'] as const
/** Why one code and PIN open nothing. */
export type OpeningError = (typeof openingErrors)[number]

/** Digits and capitals without those that look alike (0 O, 1 I L, 2 Z, 5 S, 8 B) or sound alike (U V). */
const alphabet = '34679ACDEFGHJKMNPQRTWXY'
const length = 9

/** A case code: nine characters from random numbers below 2³², and a check character; groups of five. */
export function caseCode(random: readonly number[]): string {
  const body = Array.from({ length }, (_, index) => alphabet[(random[index] ?? 0) % alphabet.length]).join('')
  return grouped(body + checkCharacter(body))
}

/** How many random numbers a case code takes. */
export const randomBytesForCaseCode = length

/**
 * The code somebody typed, in its one form, whatever script its digits are in; undefined where it cannot be one (a wrong character, a slip
 * of the finger). A hand scanner types the whole address of a slip: the code stands behind its `#`.
 */
export function parseCaseCode(typed: string): string | undefined {
  const seen = asciiDigits(withoutInvisible(typed).normalize('NFKC'))
  const code = seen
    .slice(seen.lastIndexOf('#') + 1)
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u2212·.་]/gu, '')
  const body = code.slice(0, length)
  if (code.length !== length + 1 || [...code].some((character) => !alphabet.includes(character))) return undefined
  return code.at(-1) === checkCharacter(body) ? grouped(code) : undefined
}

/** Weighted sum modulo 23, a prime: one wrong character or two swapped neighbours never go unseen. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + alphabet.indexOf(character) * (index + 2), 0)
  return alphabet[sum % alphabet.length] ?? ''
}

const grouped = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`
