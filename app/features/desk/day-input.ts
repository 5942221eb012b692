import type { Day } from '#app/domain/day.ts'
import { type DayField, day, typedDay } from '#app/domain/fields/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { typedFrom } from '#app/forms/inputs.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

// Days staff write: year, month and day, as residents write theirs.

const dayField: DayField = { kind: 'day', ahead: true }
const nothing: TypedField = { given: [] }

/** What stands in the inputs of a day. */
export const typedDayIn = (form: FormValues, name: string): TypedField => typedFrom(form, dayField, name)
/** A stored day as it stands in the inputs; nothing where there is none. */
export const typedDayOf = (stored: Day | undefined): TypedField => (stored === undefined ? nothing : typedDay(stored))

/** Which days may be written: from one on, or until one, both included. */
export type Within = { readonly from?: Day | undefined; readonly to?: Day }

/** The day that was typed, or what is wrong with it. `early` and `late` are the keys of what is said of a day outside. */
export function parseDayIn(
  typed: TypedField,
  name: string,
  { from, to }: Within,
  { early, late }: { readonly early: string; readonly late: string } = {
    early: 'desk:error.day-early',
    late: 'errors:field.day-in-future',
  },
): { readonly day: Day; readonly error?: never } | { readonly day?: never; readonly error: FieldError } {
  const parsed = day.parse(typed, dayField, { asOf: '', counties: new Set(), people: [] })
  if (!parsed.ok)
    return { error: { key: `errors:field.${parsed.error}`, field: name, ...(parsed.values ? { values: parsed.values } : {}) } }
  const found = String(parsed.value)
  if (from !== undefined && found < from) return { error: { key: early, field: name } }
  if (to !== undefined && found > to) return { error: { key: late, field: name } }
  return { day: found }
}
