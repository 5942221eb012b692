import type { Around, TypedField, Value } from '#app/domain/fields/field.ts'
import { type Field, parseField } from '#app/domain/fields/index.ts'
import { type HallDetails, isAfter, parseCoordinates, parseSpan } from '#app/domain/hall.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { type Language, languages, letters } from '#app/domain/language.ts'
import { departmentIds } from '#app/services/departments.ts'
import { services } from '#app/services/index.ts'
import type { FormValues } from './form-values.ts'
import { inputName, typedFrom } from './inputs.ts'

/** A field of what residents need to know of a hall. `of`: what it tells in one language, where it has a field for each. */
export type HallField = {
  readonly id: string
  readonly field: Field
  readonly of?: { readonly what: string; readonly language: Language }
}

const inEach = (what: string, most: number, lines?: number): HallField[] =>
  languages.map((language) => ({
    ...{ id: `${what}-${language}`, of: { what, language } },
    field: { kind: 'text', most, optional: true, ...(lines ? { lines } : {}) },
  }))

/** The days of a week as they are told. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Everything the administrator can say of a hall; all of it may be left out. */
export const hallFields: readonly HallField[] = [
  ...inEach('address', 120),
  ...inEach('way', 200, 2),
  { id: 'coordinates', field: { kind: 'text', most: 40, optional: true } },
  { id: 'phone', field: { kind: 'phone', office: true, optional: true } },
  { id: 'morning', field: { kind: 'text', most: 20, optional: true } },
  { id: 'afternoon', field: { kind: 'text', most: 20, optional: true } },
  { id: 'closed', field: { kind: 'many', options: weekdays, optional: true } },
  ...inEach('note', 200, 2),
  { id: 'appointment', field: { kind: 'choice', options: ['needed', 'not-needed', 'not-said'], optional: true } },
  { id: 'speaks', field: { kind: 'many', options: [...languages, 'other'], optional: true } },
  { id: 'step-free', field: { kind: 'choice', options: ['yes', 'no', 'not-said'], optional: true } },
  { id: 'departments', field: { kind: 'many', options: departmentIds, optional: true } },
  { id: 'mandated', field: { kind: 'many', options: departmentIds, optional: true } },
  { id: 'mandate-number', field: { kind: 'text', most: 120, optional: true } },
  { id: 'services', field: { kind: 'many', options: services.map(({ id }) => id), optional: true } },
]

/** The name of the inputs of a field of a hall. */
export const hallInput = (id: string): string => inputName({ id })

/** What was typed into the form of a hall. */
export function hallTyped(form: FormValues): Readonly<Record<string, TypedField>> {
  return Object.fromEntries(hallFields.map(({ id, field }) => [id, typedFrom(form, field, hallInput(id))]))
}

/** What was typed of a hall as it is stored. */
export const typedDetails = (details: HallDetails): Readonly<Record<string, TypedField>> =>
  Object.fromEntries(hallFields.map(({ id }) => [id, { given: [details[id] ?? []].flat() }]))

type HallError = { readonly key: string; readonly field: string; readonly values?: Readonly<Record<string, string | number>> }

/** The details of a hall, and what is wrong with them. Never throws. */
export function parseHall(typed: Readonly<Record<string, TypedField>>, around: Around): { details: HallDetails; errors: HallError[] } {
  const details: Record<string, Value> = {}
  const errors: HallError[] = []
  const wrong = (id: string, key: string, values?: HallError['values']) =>
    errors.push({ key, field: hallInput(id), ...(values ? { values } : {}) })
  for (const { id, field, of } of hallFields) {
    const parsed = parseField(field, typed[id] ?? { given: [] }, around)
    if (!parsed.ok) wrong(id, `errors:field.${parsed.error}`, parsed.values)
    else if (parsed.value !== undefined && parsed.value !== 'not-said' && parsed.value.length > 0) {
      const { value, error } = storedAs(id, parsed.value, of?.language)
      if (error) wrong(id, `halls:errors.${error}`)
      else details[id] = value
    }
  }
  for (const { id, of } of hallFields) {
    const others = hallFields.filter((one) => one.of && one.of.what === of?.what)
    // Whoever reads one language only is told as much as everybody else.
    if (details[id] === undefined && others.some((one) => details[one.id]) && !errors.some(({ field }) => field === hallInput(id)))
      wrong(id, 'halls:errors.each-language')
  }
  if (details.morning && details.afternoon && !isAfter(String(details.afternoon), String(details.morning)))
    wrong('afternoon', 'halls:errors.order')
  if (details.mandated && !details['mandate-number']) wrong('mandate-number', 'halls:errors.mandate')
  if (details.closed?.length === weekdays.length && (details.morning || details.afternoon)) wrong('closed', 'halls:errors.never-open')
  return { details, errors }
}

type Stored = { value: Value; error?: 'hours' | 'coordinates' | 'script' | 'land' }

/** A value as it is stored, or what is wrong with it. */
function storedAs(id: string, value: Value, language: Language | undefined): Stored {
  const said = String(value)
  if (id === 'morning' || id === 'afternoon') return orWrong(parseSpan(said), 'hours')
  if (id === 'coordinates') return orWrong(parseCoordinates(said), 'coordinates')
  if (language !== undefined && !letters[language].test(said)) return { value, error: 'script' }
  return landDemandIn(said) ? { value, error: 'land' } : { value }
}

const orWrong = (value: string | undefined, error: NonNullable<Stored['error']>): Stored =>
  value === undefined ? { value: '', error } : { value }
