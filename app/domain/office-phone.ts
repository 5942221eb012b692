import { withoutInvisible } from './characters.ts'
import { asciiDigits } from './digits.ts'
import { type IdentityParsed, parsePhone, right } from './identity.ts'

/** What begins an extension; a hyphen only after a whole number, since it stands between groups of digits as well. */
const extensionForm =
  /^(.*?)\s*(?:[,，;；]?\s*(?:转接|转|轉|分机|分機|ext\.?)\s*[:：]?|(?<=(?:^|\D)(?:\d{7,12}|[1-9]\d{2,4}))\s*[\p{Dash_Punctuation}\u2212]+)\s*(\d{1,6})$/iu
/** Numbers of services (110, 12333, 95588), with an area code before them or not, and those of 400 and 800. */
const serviceForm = /^(?:[19]\d{2,4}|[48]00\d{7})$/
const serviceThere = /^(010|02\d|0[3-9]\d{2})([19]\d{2,4})$/

/**
 * Reads a telephone number of an office: one of a person's kind, or of a service, each with an extension or without: `0971-1234567-12`,
 * `12333-2`. Errors: those of `parsePhone`.
 */
export function parseOfficePhone(typed: string): IdentityParsed {
  const written = asciiDigits(withoutInvisible(typed)).trim()
  const [, number = '', extension] = extensionForm.exec(written) ?? []
  const parsed = extension === undefined ? undefined : parseWithout(number)
  return parsed?.ok ? right(`${parsed.value}-${extension}`) : parseWithout(written)
}

function parseWithout(written: string): IdentityParsed {
  const digits = written.replace(/[\s\p{Dash_Punctuation}\u2212]/gu, '')
  if (serviceForm.test(digits)) return right(digits)
  return serviceThere.test(digits) ? right(digits.replace(serviceThere, '$1-$2')) : parsePhone(written)
}

/** What is dialled of such a number: all but its extension. */
export function dialledOf(phone: string): string {
  return /^(?:0\d{2,3}-)?\d+/.exec(phone)?.[0] ?? phone
}
