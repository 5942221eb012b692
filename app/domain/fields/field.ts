import type { z } from 'zod'
import type { Expr } from '../condition.ts'
import type { BirthDate, Day } from '../day.ts'
import type { IdentityError } from '../identity.ts'
import type { Random } from '../random.ts'

/** The value of a field, as stored: one text (a free text, an option, a day, a number), or several options. */
export type Value = string | readonly string[]

/** The value for "I do not know", where a field allows it. */
export const unsure = 'unsure'

/** Common to every field, whatever its kind. */
export type Common = {
  /** May be empty; the form says so. */
  readonly optional?: true
  /** "Not sure" can be chosen. */
  readonly unsure?: true
  /** When the field is shown; without it, always. */
  readonly when?: Expr
}

/** The inputs a field may have besides those that bear its own name; each is named `<name>-<part>`. */
export type Part = 'year' | 'month' | 'day' | 'age' | 'number'

/** What was typed into a field: every value under its own name, and its parts. The same shape fills the inputs again. */
export type TypedField = { readonly given: readonly string[] } & { readonly [P in Part]?: string }

/** Context of parsing: the day, and choices besides a field's own options. */
export type Around = { readonly asOf: Day; readonly counties: ReadonlySet<string>; readonly people: readonly string[] }

/** Why a value is invalid; the texts are in `locales/…/errors.json` under `field`. */
export type FieldErrorCode =
  | IdentityError
  | 'choose-one'
  | 'choose-one-or-unsure'
  | 'choose-some'
  | 'choose-some-or-unsure'
  | 'unknown-option'
  | 'alone-with-others'
  | 'not-digits'
  | 'day-incomplete'
  | 'no-such-day'
  | 'day-in-future'
  | 'day-too-late'
  | 'day-too-long-ago'
  | 'birth-required'
  | 'birth-incomplete'
  | 'age-out-of-range'
  | 'date-and-age'
  | 'number-required'
  | 'number-out-of-range'
  | 'number-and-about'
  | 'unsure-and-answer'

/** An error: a code, values of its text, and the part it belongs to where that is not the first input. */
export type FieldWrong = {
  readonly ok: false
  readonly error: FieldErrorCode
  readonly values?: Readonly<Record<string, string | number>>
  readonly at?: Part
}

/** A value (undefined: empty), or an error. */
export type FieldParsed = { readonly ok: true; readonly value: Value | undefined } | FieldWrong

/** Options named in a sentence, each by its own text; `at` is the key they stand under. */
export type NamedOptions = { readonly at: string; readonly options: readonly string[] }

/** A value as a reader sees it, without texts: those come from `i18n/field-text.ts`. */
export type Shown =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'options'; readonly options: readonly string[] }
  | { readonly as: 'people'; readonly people: readonly string[] }
  | { readonly as: 'county'; readonly county: string }
  | { readonly as: 'day'; readonly day: Day }
  | { readonly as: 'birth'; readonly birth: BirthDate }
  | { readonly as: 'number'; readonly min: number; readonly max: number; readonly unit: Unit | undefined }

/** What a number counts. */
export type Unit = 'yuan' | 'square-metres' | 'months'

/** A row of boxes for single characters, and the unit written after it. */
export type Boxes = { readonly count: number; readonly unit: 'year' | 'month' | 'day' | null }

/** A field on a paper form: options to tick, boxes for single characters, or lines. */
export type PaperShape = {
  readonly options: readonly string[]
  /** May several options be ticked? */
  readonly several: boolean
  readonly boxes: readonly Boxes[]
  readonly lines: number
}

/** A person who does not exist, for samples. `number` tells such people apart. */
export type SamplePerson = {
  readonly name: string
  readonly text: string
  readonly born: Day
  readonly county: string
  readonly number: number
}

/** Everything one kind of field knows. The self-check, the forms, corrections, paper and the API use this and nothing else. */
export type FieldKind<F> = {
  /** Parses what was typed, unless it is blank. Never throws. */
  parse(typed: TypedField, field: F, around: Around): FieldParsed
  /** The error code of a required field that is empty. */
  required(field: F): FieldErrorCode
  /** The inputs for a value. */
  typed(value: Value, asOf: Day): TypedField
  /** Is a stored value valid for this field? */
  holds(value: Value, field: F, around: Pick<Around, 'counties' | 'people'>): boolean
  /** Is one value chosen among those there are, so that `holds` says all that parsing it again would? */
  readonly isChosen?: true
  show(value: Value, field: F): Shown
  /** The JSON the API accepts, and its stored value. */
  json(field: F): z.ZodType<Value>
  /** Every error code of `parse` and `required`. */
  readonly errors: readonly FieldErrorCode[]
  readonly parts: readonly Part[]
  paper(field: F): PaperShape
  /** A sample value; undefined where there is none. */
  sample(random: Random, field: F, person: SamplePerson, around: Around): Value | undefined
}

/** What was typed is valid, and this value. */
export const right = (value: Value): FieldParsed => ({ ok: true, value })
/** What was typed is not valid; `more`: what the sentence about it needs. */
export const wrong = (error: FieldErrorCode, more: Omit<FieldWrong, 'ok' | 'error'> = {}): FieldWrong => ({ ok: false, error, ...more })

/** What was typed into a field of one input. */
export const typedText = ({ given }: TypedField): string => given[0] ?? ''

/** One line to write on. */
export const oneLine: PaperShape = { options: [], several: false, boxes: [], lines: 1 }

/** Options with "not sure" last, where the field has it. */
export const optionsOf = ({ options, unsure: open }: Common & { readonly options: readonly string[] }): readonly string[] =>
  open ? [...options, unsure] : options

/** Was "not sure" chosen in a field that has it? */
export const saysUnsure = ({ given }: TypedField, { unsure: open }: Common): boolean => open === true && given.includes(unsure)

/** Shared by the kinds whose value is a text as typed. */
export const asText = {
  typed: (value: Value): TypedField => ({ given: typeof value === 'string' ? [value] : value }),
  show: (value: Value): Shown => ({ as: 'text', text: String(value) }),
  holds: (value: Value): boolean => typeof value === 'string' && value !== '',
}
