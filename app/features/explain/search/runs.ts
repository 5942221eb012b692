import { plainLetters, withoutInvisible } from '#app/domain/characters.ts'
import { neighbours } from './split.ts'

/** Letters as they are compared: without case, width and invisible characters, Tibetan digits as 0 to 9. */
export const folded = (text: string) =>
  withoutInvisible(plainLetters(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0f20-\u0f29]/gu, (digit) => String(digit.charCodeAt(0) - 0x0f20))

/** Runs of Chinese letters, of Tibetan ones, of Latin words, numbers, and words of any other script. */
export const runs =
  /(?<han>[\p{Script=Han}]+)|(?<tibetan>[\u0f0b\u0f0c\u0f40-\u0fbc]+)|(?<latin>[a-zü']+(?: +[a-zü']+)*)|(?<digits>\d+)|(?<word>[\p{L}\p{M}]+)/gu

/** A run of Chinese letters by each letter and each two. */
export const hanTerms = (run: string): string[] => [...run, ...neighbours([...run], 2)]
