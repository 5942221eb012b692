import type { Sex } from './age.ts'
import { isLonger, middleDots, withoutInvisible, withoutInvisibleInText } from './characters.ts'
import { addYears, type Day, isDay } from './day.ts'
import { asciiDigits } from './digits.ts'

/** Why something typed about a person was refused; sentences for the codes stand in `locales/`. */
export type IdentityError =
  | 'id-required'
  | 'id-characters'
  | 'id-old'
  | 'id-length'
  | 'id-date'
  | 'id-checksum'
  | 'phone-required'
  | 'phone-characters'
  | 'phone-length'
  | 'phone-form'
  | 'name-required'
  | 'name-characters'
  | 'name-script'
  | 'name-private'
  | 'name-place'
  | 'name-too-long'
  | 'text-required'
  | 'text-too-long'

/** What was typed, normalised (reading it again changes nothing); or the error code, with the values of its sentence. */
export type IdentityParsed = { ok: true; value: string } | { ok: false; error: IdentityError; values?: { readonly letters: string } }

/** The highest age of a person with an identity number, in years. */
const oldest = 130

/** What people write between groups of digits: spaces, hyphens, tsheg, middle dots. */
const betweenDigits = /[\s\p{Dash_Punctuation}\u2043\u2212\u0f0b\u0f0c·]/gu
/** X as keyboards give it: Latin, full-width, Cyrillic, the multiplication sign. */
const anyX = /[xXｘＸхХ×]/gu

const mobileForm = /^1[3-9]\d{9}$/
/** Three digits of area code in Beijing and the 02x cities, four elsewhere. */
const landlineForm = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/
/** As long as a telephone number, but none: begins with 12, an area code that does not exist, a landline without its area code. */
const phoneLikeForm = /^(?:1\d{10}|0(?!10)[01]\d{8,10}|[2-9]\d{6,11})$/
const countryCode = /^(?:\+86|0086|86(?=\d{10}))/
/** After the country code the zero of a landline's area is left out. */
const landlineFromAbroad = /^(?:10\d{8}|[2-9]\d{8,10})$/

/**
 * Reads a resident identity number (GB 11643-1999) as 18 ASCII characters, the last a digit or `X`.
 * Any region is taken; the day of birth exists, is not after `asOf` and not over 130 years before it.
 * Errors, in this order: `id-required`, `id-characters`, `id-old` (15 digits), `id-length`, `id-date`, `id-checksum`.
 */
export function parseIdentityNumber(typed: string, asOf: Day): IdentityParsed {
  const number = digitsOf(typed).replace(anyX, 'X')
  if (number === '') return wrong('id-required')
  if (/[^\dX]|X(?!$)/.test(number)) return wrong('id-characters')
  if (/^\d{15}$/.test(number)) return wrong('id-old')
  if (number.length !== 18) return wrong('id-length')
  const born = birthOfIdentity(number)
  if (!isDay(born) || born > asOf || born < addYears(asOf, -oldest)) return wrong('id-date')
  return number.at(-1) === checkCharacter(number.slice(0, -1)) ? right(number) : wrong('id-checksum')
}

/** The day of birth, `YYYY-MM-DD`, in an identity number as `parseIdentityNumber` gives it. No errors. */
export function birthOfIdentity(number: string): Day {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

/** The sex in an identity number as `parseIdentityNumber` gives it: an odd 17th digit is `male`. No errors. */
export function sexOfIdentity(number: string): Sex {
  return Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female'
}

/**
 * Reads a mainland telephone number: a mobile as `13800000000`, a landline as `0971-1234567` (area, hyphen, number).
 * The country code may stand before either. Errors: `phone-required`, `phone-characters`, `phone-length`, and
 * `phone-form` (long enough but no such number: begins 12, another country, a landline without its area code).
 */
export function parsePhone(typed: string): IdentityParsed {
  const dialled = digitsOf(typed)
    .replace(/[\p{Open_Punctuation}\p{Close_Punctuation}]/gu, '')
    .replace(/[＋﹢]/gu, '+')
  if (dialled === '') return wrong('phone-required')
  if (/[^\d+]|(?!^)\+/.test(dialled)) return wrong('phone-characters')
  const number = withinCountry(dialled)
  if (isMobile(number)) return right(number)
  if (landlineForm.test(number)) return right(number.replace(landlineForm, '$1-$2'))
  return wrong(number.startsWith('+') || phoneLikeForm.test(number) ? 'phone-form' : 'phone-length')
}

/** Does a telephone number, as `parsePhone` gives it, take short messages? No errors. */
export function isMobile(phone: string): boolean {
  return mobileForm.test(phone)
}

/**
 * Reads a free text, such as an address without its street number, in NFC: lines stay lines, each trimmed and with
 * single spaces; what is invisible goes. At most `most` characters as a reader counts them.
 * Errors: `text-required` (nothing to see), `text-too-long`.
 */
export function parseText(typed: string, most: number): IdentityParsed {
  const text = ordinaryText.test(typed) ? typed : tidied(typed)
  if (!/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)) return wrong('text-required')
  return isLonger(text, most) ? wrong('text-too-long') : right(text)
}

/** Visible ASCII and the first block of Han, single spaces between: nothing here is changed. */
const ordinaryText = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/

function tidied(typed: string): string {
  return withoutInvisibleInText(typed.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** A number of any length with all but its last two characters as `*`. */
export function masked(number: string): string {
  return '*'.repeat(Math.max(0, number.length - 2)) + number.slice(-2)
}

function digitsOf(typed: string): string {
  if (/^[\dX]*$/.test(typed)) return typed
  return asciiDigits(withoutInvisible(typed).replace(middleDots, '·').replace(betweenDigits, ''))
}

/** The check character by ISO 7064 MOD 11-2: finds every single wrong character and every swap of two neighbours. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((carried, digit) => ((carried + Number(digit)) * 2) % 11, 0)
  return '0123456789X'.charAt((12 - sum) % 11)
}

function withinCountry(dialled: string): string {
  const number = dialled.replace(countryCode, '')
  return number !== dialled && landlineFromAbroad.test(number) ? `0${number}` : number
}

/** What was read. */
export const right = (value: string): IdentityParsed => ({ ok: true, value })
/** Why it was refused. */
export const wrong = (error: IdentityError): Extract<IdentityParsed, { ok: false }> => ({ ok: false, error })
