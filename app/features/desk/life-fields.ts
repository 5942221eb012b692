import { parseFreeText } from '#app/cases/free-text.ts'
import type { LifeField } from '#app/cases/life-forms.ts'
import { unitsPerCharacter } from '#app/domain/characters.ts'
import { type EventText, longestText } from '#app/domain/event-text.ts'
import { parseText } from '#app/domain/identity.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { parseDayIn, typedDayIn, typedDayOf, type Within } from './day-input.ts'
import type { FirstDay } from './life-days.ts'

/** What stands in the inputs of a step, by their names. */
export type TypedFields = Readonly<Record<string, string>>

/** The input of the standard sentence beside a text, by the name of that text. */
export const phraseInput = (name: string): string => `${name}-phrase`

const parts = ['year', 'month', 'day'] as const
/** The inputs of a day. */
const dayInputs = (name: string, typed: Readonly<Partial<Record<(typeof parts)[number], string>>>) =>
  parts.map((part) => [`${name}-${part}`, typed[part] ?? ''] as const)

/** The inputs of a field that is no day: a text may have standard sentences beside it. */
const inputsOf = (field: LifeField) => (field.kind === 'text' && field.phrases ? [field.name, phraseInput(field.name)] : [field.name])

/** What was typed into the form of a step. */
export function typedFieldsIn(fields: readonly LifeField[], form: FormValues): TypedFields {
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.kind === 'day'
        ? dayInputs(field.name, typedDayIn(form, field.name))
        : inputsOf(field).map((input) => [input, String(form.get(input) ?? '')] as const),
    ),
  )
}

/** A step that was written before, as it stands in its inputs; all empty where there is none. */
export function typedFieldsOf(fields: readonly LifeField[], step: object = {}): TypedFields {
  const stored = step as Readonly<Record<string, string | EventText | undefined>>
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { kind, name } = field
      const value = stored[name]
      if (kind === 'text' && field.phrases && typeof value === 'object')
        return [[name, value.text] as const, [phraseInput(name), value.phrase ?? ''] as const]
      if (kind === 'day') return dayInputs(name, typedDayOf(typeof value === 'string' ? value : undefined))
      return [[name, typeof value === 'object' ? value.text : (value ?? '')] as const]
    }),
  )
}

/** The options of each field whose options follow from the case, by its name. */
export type FieldOptions = Readonly<Record<string, readonly { readonly value: string; readonly said: InEvery<string> }[]>>

/** On which days a step can have been, and what a sentence of the hall or the province says. */
type Given = Within & FirstDay & { readonly own?: (key: string) => InEvery<string> | undefined }

/** What is written of a step, by the names of the event, and what is wrong with it. `within`: on which days it can have been; `options`: which there are. */
export function parseFields(fields: readonly LifeField[], typed: TypedFields, within: Given, options: FieldOptions) {
  const values: Record<string, string | EventText> = {}
  const errors: FieldError[] = []
  for (const field of fields) {
    const { value, error } = parseOne(field, typed, within, options)
    if (error) errors.push(error)
    else if (value !== undefined) values[field.name] = value
  }
  return { values, errors }
}

type Parsed = { readonly value?: string | EventText | undefined; readonly error?: FieldError }

function parseOne(field: LifeField, typed: TypedFields, within: Given, options: FieldOptions): Parsed {
  const { kind, name, optional } = field
  const given = typed[name] ?? ''
  switch (kind) {
    case 'choice':
    case 'one-of':
      if ((kind === 'choice' ? field.options : (options[name] ?? []).map(({ value }) => value)).includes(given)) return { value: given }
      return optional && given === '' ? {} : { error: { key: 'errors:field.choose-one', field: name } }
    case 'day': {
      const day = { given: [], ...Object.fromEntries(parts.map((part) => [part, typed[`${name}-${part}`] ?? ''])) }
      const parsed = parseDayIn(day, name, within, { early: within.early, late: 'errors:field.day-in-future' })
      return parsed.error ? { error: parsed.error } : { value: parsed.day }
    }
    case 'line':
      return parseLine(given, name, field.most, optional)
    case 'text': {
      const { text, error } = parseFreeText(given, field.phrases ? (typed[phraseInput(name)] ?? '') : '', within.own)
      if (error) return { error: { key: `desk:error.${error}`, field: name, values: { most: longestText } } }
      return text || optional ? { value: text } : { error: { key: 'desk:error.note', field: name } }
    }
  }
}

function parseLine(given: string, name: string, most: number, optional?: true): Parsed {
  const parsed = parseText(given.slice(0, (most + 1) * unitsPerCharacter), most)
  if (parsed.ok) return { value: parsed.value }
  if (parsed.error === 'text-too-long') return { error: { key: 'desk:error.text-too-long', field: name, values: { most } } }
  return optional ? {} : { error: { key: 'desk:error.note', field: name } }
}
