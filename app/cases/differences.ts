import type { Day } from '#app/domain/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { type DraftApplication, formOf } from '#app/forms/application-form.ts'
import { withStep } from '#app/forms/application-step.ts'
import { valueIn } from '#app/forms/application-values.ts'
import type { Folder } from './folder.ts'
import { type Row, rowsOfSteps, submissionRows, textInEvery } from './submission.ts'

/** A field whose current value differs from the typed one, as shown; null where it is empty. */
export type Difference = {
  readonly id: string
  readonly label: InEvery<string>
  readonly now: InEvery<string> | null
  readonly typed: InEvery<string> | null
}

/** One line of a form of staff: the key of its label, what stands there now, and what was typed. */
export type Line = { readonly label: string; readonly now: InEvery<string> | null; readonly typed: InEvery<string> | null }

/** The lines of a form of staff in which something else stands now than what was typed. */
export function differingLines(lines: readonly Line[]): Difference[] {
  return lines
    .filter(({ now, typed }) => JSON.stringify(now) !== JSON.stringify(typed))
    .map(({ label, ...line }) => ({ id: label, label: textInEvery(label), ...line }))
}

/** The same text in both languages, as names are; null where there are none. */
export const sameInBoth = (text: string): InEvery<string> | null => (text === '' ? null : inEvery(() => text))

/** The fields of some steps whose value differs from what was typed. */
export function differencesIn(
  now: Folder,
  typed: Folder,
  wanted: readonly DraftApplication[],
  steps: readonly FormStep[],
  asOf: Day,
): Difference[] {
  // Most saves change nothing of what somebody else saved: what stands there need not be put into words then.
  if (steps.every((step) => step.fields.every((field) => isSame(valueIn(now, wanted, step, field), valueIn(typed, wanted, step, field)))))
    return []
  const targets = new Set(steps.flatMap((step) => step.fields.map(({ id }) => valueKey(step, id))))
  // A service that went has no form any more that says which fields it asks.
  const allRows = (folder: Folder) =>
    wanted.every(({ service }) => formOf(service)) ? submissionRows(folder, wanted, asOf) : rowsOfSteps(folder, wanted, steps, asOf)
  const rowsIn = (folder: Folder) =>
    new Map(allRows(folder).flatMap((row) => (targets.has(row.target) ? [[row.target, row] as const] : [])))
  const [before, after] = [rowsIn(now), rowsIn(typed)]
  return [...targets].flatMap((target): Difference[] => {
    const [stands, would] = [before.get(target), after.get(target)]
    const row = stands ?? would
    if (!row || JSON.stringify(saidIn(stands)) === JSON.stringify(saidIn(would))) return []
    return [{ id: target, label: row.label, now: saidIn(stands), typed: saidIn(would) }]
  })
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const saidIn = (row: Row | undefined): InEvery<string> | null => (row === undefined || row.empty ? null : row.value)

/**
 * Everything that was typed in some steps and cannot be saved there any more, beside what stands there now. What is not valid is shown
 * as it was typed: somebody may want to copy it.
 */
export function typedBeside(
  folder: Folder,
  wanted: readonly DraftApplication[],
  steps: readonly FormStep[],
  typedOf: (step: FormStep, field: FormField) => TypedField,
  asOf: Day,
): Difference[] {
  return steps.flatMap((step) =>
    step.fields.flatMap((field): Difference[] => {
      const asTyped = typedAsText(folder, wanted, step, field, typedOf(step, field), asOf)
      const [now] = rowsOfSteps(folder, wanted, [{ ...step, fields: [field] }], asOf)
      if (!now || asTyped === null || JSON.stringify(saidIn(now)) === JSON.stringify(asTyped)) return []
      return [{ id: now.target, label: now.label, now: saidIn(now), typed: asTyped }]
    }),
  )
}

/** Fields of a step two people have open at once, where each typed something else: beside what is typed, what the other screen says. */
export function typedOnBoth(
  folder: Folder,
  wanted: readonly DraftApplication[],
  step: FormStep,
  fields: readonly FormField[],
  typedBy: Readonly<Record<'other' | 'own', (field: FormField) => TypedField>>,
  asOf: Day,
): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const typedText = (by: 'other' | 'own') => typedAsText(folder, wanted, step, field, typedBy[by](field), asOf)
    const [now, typed] = [typedText('other'), typedText('own')]
    const [row] = rowsOfSteps(folder, wanted, [{ ...step, fields: [field] }], asOf)
    return row && JSON.stringify(now) !== JSON.stringify(typed) ? [{ id: row.target, label: row.label, now, typed }] : []
  })
}

/** What was typed into a field, in words; as it was typed where it is not valid. */
function typedAsText(
  folder: Folder,
  wanted: readonly DraftApplication[],
  step: FormStep,
  field: FormField,
  typed: TypedField,
  asOf: Day,
): InEvery<string> | null {
  const alone = { ...step, fields: [field] }
  const { form, errors } = withStep(folder, wanted, alone, { [field.id]: typed }, asOf)
  return errors.length > 0
    ? sameInBoth(Object.values(typed).flat().filter(Boolean).join(' '))
    : saidIn(rowsOfSteps(form, wanted, [alone], asOf)[0])
}
