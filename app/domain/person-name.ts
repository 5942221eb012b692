import { isLonger, middleDots, nameLetter, plainLetters, strangeIn, withoutInvisible, withoutInvisibleInName } from './characters.ts'
import { type IdentityParsed, right, wrong } from './identity.ts'

/** How long a name may be, in characters as a reader counts them. */
const longestName = 50

/** What most names are, a middle dot between their parts: nothing in one is folded or stands for another letter. */
const hanName = /^[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)*$/
/** An apostrophe may begin or end a name (Wylie writes འ so), a hyphen may not. */
const nameForm = new RegExp(`^'*${nameLetter}(?:${nameLetter}|[ ·\u0f0b'-])*(?<!-)$`, 'u')
const betweenLetters = /[ ·\u0f0b'-]/g
/**
 * Trimmed at either end of a name: space, dot, tsheg, shad. The lookbehind keeps the time linear in long runs;
 * with the flag `u` they would overflow the stack.
 */
const nameEnds = /^[ ·\u0f0b\u0f0d-\u0f12\u0f14]+|(?<![ ·\u0f0b\u0f0d-\u0f12\u0f14])[ ·\u0f0b\u0f0d-\u0f12\u0f14]+$/g

/**
 * Reads a name, one field without a forced surname: Han and Latin letters and those of the scripts identity cards bear, with
 * spaces, tsheg, apostrophes and hyphens, in NFC; radicals as the letters they look like; parts joined by `·` (U+00B7), tsheg
 * always U+0F0B, none at the end. 1 to 50 characters as a reader counts them. Errors: `name-required`, `name-too-long`, and
 * with the `letters` in question `name-characters` (digits, emoji, symbols), `name-script` (letters of other scripts),
 * `name-private` (shown only by the machine they were made on), `name-place` (a mark, hyphen or apostrophe where none stands).
 */
export function parseName(typed: string): IdentityParsed {
  if (typed.length <= longestName && hanName.test(typed)) return right(typed)
  const name = plainName(typed)
  if (name === '') return wrong('name-required')
  if (isLonger(name, longestName)) return wrong('name-too-long')
  if (nameForm.test(name)) return right(name)
  const { kind, letters } = strangeIn(name, betweenLetters) ?? { kind: 'place', letters: new Set(name.match(/['-]/g)) }
  return { ...wrong(`name-${kind}`), values: { letters: [...letters].join(' ') } }
}

/** A name, typed or read, as it is compared: without spaces, middle dots, invisible characters, and tsheg at the ends. No errors. */
export function comparableName(name: string): string {
  // What a space or a dot kept apart may come together.
  return plainLetters(withoutInvisible(plainName(name)).replace(/[ ·]/g, ''))
}

function plainName(typed: string): string {
  return withoutInvisibleInName(plainLetters(typed))
    .replace(/\u0f0c/gu, '\u0f0b')
    .replace(/[\u2018\u2019\u02bc\uff07]/gu, "'")
    .replace(/[\u2010-\u2015\u2212\uff0d]/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(middleDots, '·')
    .replace(/ (?=·)|(?<=·) /g, '')
    .replace(/·+/g, '·')
    .replace(nameEnds, '')
}
