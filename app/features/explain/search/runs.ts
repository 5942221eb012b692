import { plainLetters, withoutInvisible } from '#app/domain/characters.ts'
import { asciiDigits } from '#app/domain/digits.ts'
import { neighbours } from './split.ts'

/** Letters as they are compared: without case, width and invisible characters, the digits of every language as 0 to 9. */
export const folded = (text: string) => asciiDigits(withoutInvisible(plainLetters(text)).normalize('NFKC').toLowerCase())

/** Runs of Chinese letters, of Tibetan ones, of Latin words, numbers, and words of any other script. */
export const runs =
  /(?<han>[\p{Script=Han}]+)|(?<tibetan>[\u0f0b\u0f0c\u0f40-\u0fbc]+)|(?<latin>[a-zü']+(?: +[a-zü']+)*)|(?<digits>\d+)|(?<word>[\p{L}\p{M}]+)/gu

/** A run of Chinese letters by each letter and each two. */
export const hanTerms = (run: string): string[] => [...run, ...neighbours([...run], 2)]
