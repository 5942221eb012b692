import type { Day } from '#app/domain/day.ts'
import { type FormStep, valueKey } from '#app/domain/form.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import type { Folder } from './folder.ts'
import { type Bilingual, inBoth, inBothLanguages, type Row, submissionRows } from './submission.ts'

/** A field whose current value differs from the typed one, as shown; null where it is empty. */
export type Difference = {
  readonly id: string
  readonly label: Bilingual
  readonly now: Bilingual | null
  readonly typed: Bilingual | null
}

/** One line of a form of staff: the key of its label, what stands there now, and what was typed. */
export type Line = { readonly label: string; readonly now: Bilingual | null; readonly typed: Bilingual | null }

/** The lines of a form of staff in which something else stands now than what was typed. */
export function differingLines(lines: readonly Line[]): Difference[] {
  return lines
    .filter(({ now, typed }) => JSON.stringify(now) !== JSON.stringify(typed))
    .map(({ label, ...line }) => ({ id: label, label: inBothLanguages(label), ...line }))
}

/** The same words in both languages, as names are; null where there are none. */
export const sameInBoth = (words: string): Bilingual | null => (words === '' ? null : inBoth(() => words))

/** The fields of some steps whose value differs from what was typed. */
export function differencesIn(
  now: Folder,
  typed: Folder,
  wanted: readonly DraftApplication[],
  steps: readonly FormStep[],
  asOf: Day,
): Difference[] {
  const targets = new Set(steps.flatMap((step) => step.fields.map(({ id }) => valueKey(step, id))))
  const rowsIn = (folder: Folder) =>
    new Map(submissionRows(folder, wanted, asOf).flatMap((row) => (targets.has(row.target) ? [[row.target, row] as const] : [])))
  const [before, after] = [rowsIn(now), rowsIn(typed)]
  return [...targets].flatMap((target): Difference[] => {
    const [stands, would] = [before.get(target), after.get(target)]
    const row = stands ?? would
    if (!row || JSON.stringify(saidIn(stands)) === JSON.stringify(saidIn(would))) return []
    return [{ id: target, label: row.label, now: saidIn(stands), typed: saidIn(would) }]
  })
}

const saidIn = (row: Row | undefined): Bilingual | null => (row === undefined || row.empty ? null : row.value)
