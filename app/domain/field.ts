import type { Expr } from './condition.ts'
import { type BirthDate, type Day, format, isDay } from './day.ts'
import { typedDigits } from './digits.ts'
import { type IdentityError, type Reading, readIdentityNumber, readName, readPhone, readWords } from './identity.ts'

type Common = {
  /** Unique within its block. */
  readonly id: string
  /** May be left empty; the form says so. */
  readonly optional?: true
  /** When the field is shown; without it, always. */
  readonly when?: Expr
}

/**
 * One field of a form: a closed set of kinds. `question` is a question of the self-check, asked again only where it
 * has no answer yet. `people` chooses among the members of the household.
 */
export type Field = Common &
  (
    | { readonly kind: 'question'; readonly question: string }
    | { readonly kind: 'choice' | 'many'; readonly options: readonly string[]; readonly needsMobile?: NeedsMobile }
    | { readonly kind: 'words'; readonly most: number; readonly lines?: number }
    | { readonly kind: 'name' | 'identity-number' | 'phone' | 'day' | 'county' | 'people' }
  )

/** An option that is of no use without a mobile number in another field of the step. */
type NeedsMobile = { readonly option: string; readonly in: string }

/** What stands in a field: words, an option, a day, or several options. */
export type Value = string | readonly string[]

/** Why a value was not taken; sentences for the codes stand in `locales/…/errors.json`. */
export type FieldFault =
  | IdentityError
  | 'choose-one'
  | 'choose-some'
  | 'unknown-option'
  | 'day-incomplete'
  | 'day-digits'
  | 'no-such-day'
  | 'day-in-future'
  | 'day-too-long-ago'

/** A value (undefined: left empty), or the code of what is wrong with it. */
export type FieldReading =
  | { readonly ok: true; readonly value: Value | undefined }
  | {
      readonly ok: false
      readonly error: FieldFault
      readonly values?: { readonly letters: string }
    }

/** What a form sends for one field: every value under its name, and the parts of a day. */
export type RawField = { readonly given: readonly string[]; readonly year?: string; readonly month?: string; readonly day?: string }

/** What a field may be filled with besides its own options. */
export type Choices = { readonly counties: ReadonlySet<string>; readonly people: readonly string[] }

/** The kinds of fields that are read here; questions are read by `parseAnswer`. */
export type OwnField = Exclude<Field, { kind: 'question' }>

/** Reads what somebody typed into a field. Never throws. */
export function readField(field: OwnField, raw: RawField, choices: Choices, asOf: Day): FieldReading {
  const [first = ''] = raw.given
  switch (field.kind) {
    case 'choice':
      return oneOf(field, first, new Set(field.options))
    case 'county':
      return oneOf(field, first, choices.counties)
    case 'many':
      return someOf(field, raw.given, field.options)
    case 'people':
      return someOf(field, raw.given, choices.people)
    case 'day':
      return readDay(field, raw, asOf)
    case 'words':
      return typed(field, first, (words) => readWords(words, field.most))
    case 'name':
      return typed(field, first, readName)
    case 'phone':
      return typed(field, first, readPhone)
    case 'identity-number':
      return typed(field, first, (words) => readIdentityNumber(words, asOf))
  }
}

function oneOf({ optional }: OwnField, given: string, options: ReadonlySet<string>): FieldReading {
  if (given === '') return optional ? empty : wrong('choose-one')
  return options.has(given) ? right(given) : wrong('unknown-option')
}

function someOf({ optional }: OwnField, given: readonly string[], options: readonly string[]): FieldReading {
  const chosen = options.filter((option) => given.includes(option))
  if (given.some((one) => !options.includes(one))) return wrong('unknown-option')
  if (chosen.length === 0) return optional ? empty : wrong('choose-some')
  return right(chosen)
}

function typed({ optional }: OwnField, given: string, reader: (words: string) => Reading): FieldReading {
  return optional && given.trim() === '' ? empty : reader(given)
}

function readDay({ optional }: OwnField, raw: RawField, asOf: Day): FieldReading {
  const [year, month, day] = [raw.year, raw.month, raw.day].map((part) => typedDigits(part ?? ''))
  if (!year && !month && !day) return optional ? empty : wrong('day-incomplete')
  if (!year || !month || !day) return wrong('day-incomplete')
  if (![year, month, day].every((part) => /^\d+$/.test(part))) return wrong('day-digits')
  const found: BirthDate = format(Number(year), Number(month), Number(day))
  if (!isDay(found)) return wrong('no-such-day')
  if (found > asOf) return wrong('day-in-future')
  return found < '1900-01-01' ? wrong('day-too-long-ago') : right(found)
}

const empty: FieldReading = { ok: true, value: undefined }
const right = (value: Value): FieldReading => ({ ok: true, value })
const wrong = (error: FieldFault): FieldReading => ({ ok: false, error })
