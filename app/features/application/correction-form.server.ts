import { stepsAskedFor } from '#app/cases/corrected.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { type Folder, withUnsent } from '#app/cases/folder.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { contentVersion, standingVersion, stepVersion } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { isBlank } from '#app/domain/fields/index.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { withStep } from '#app/forms/application-step.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName, typedFrom } from '#app/forms/inputs.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { type AskedFor, isAskedFor } from './asked-for.server.ts'

/** The fields asked for, step by step: only these open again. */
export async function stepsOpened(folder: Folder, application: StoredApplication, asked: AskedFor, asOf: Day): Promise<FormStep[]> {
  const submitted = (await decryptSubmission(application))?.rows ?? []
  const targets = [...asked.items, ...submitted].map(({ target }) => target)
  return stepsAskedFor(folder, application, new Set(targets), (target) => isAskedFor(asked, target), asOf)
}

/** Fields of several steps are on one page: the inputs of each step have a prefix. */
export const prefixOf = ({ block, subject }: Pick<FormStep, 'block' | 'subject'>) => `f-${block}-${subject}`

/** What was typed into a field. */
export const typedOf = (form: FormValues) => (step: FormStep, field: FormField) => typedFrom(form, field, inputName(field, prefixOf(step)))

/** What was typed into every field that was asked for, by target. */
export function typedIn(form: FormValues, steps: readonly FormStep[]): Readonly<Record<string, TypedField>> {
  return Object.fromEntries(
    steps.flatMap((step) => step.fields.map((field) => [valueKey(step, field.id), typedOf(form)(step, field)] as const)),
  )
}

/** The version of a correction: of the request it answers, and of what stands in the fields that were asked for and beside them. */
export function correctionVersion(open: OpenFolder, application: StoredApplication, steps: readonly FormStep[]): string {
  const [standing, unsent] = [steps.map((step) => stepVersion(open, [application], step)), unsentOf(open, application)]
  return `${standingVersion(application)}.${contentVersion(unsent === '' ? standing : [...standing, unsent])}`
}

/** What was written beside a correction that is not sent yet. */
export const unsentOf = ({ folder }: Pick<OpenFolder, 'folder'>, { number }: Pick<StoredApplication, 'number'>): string =>
  folder.unsent?.[number] ?? ''

type CorrectionParsed = { readonly folder: Folder; readonly errors: readonly FieldError[] }

/** The folder with what was typed into the fields that were asked for. `mayWait`: a field left empty for now stays as it was. */
export function parseCorrection(
  { folder }: Pick<OpenFolder, 'folder'>,
  application: StoredApplication,
  steps: readonly FormStep[],
  form: FormValues,
  asOf: Day,
  mayWait: boolean,
): CorrectionParsed {
  return steps.reduce(
    (sofar: CorrectionParsed, step): CorrectionParsed => {
      const typed = Object.fromEntries(step.fields.map((field) => [field.id, typedOf(form)(step, field)]))
      const resultOf = (one: FormStep) => withStep(sofar.folder, [application], one, typed, asOf, prefixOf(step))
      const wrong = new Set(resultOf(step).errors.map(({ field }) => field))
      const waits = (field: FormField) =>
        mayWait && wrong.has(inputName(field, prefixOf(step))) && isBlank(field, typed[field.id] ?? { given: [] })
      const result = resultOf({ ...step, fields: step.fields.filter((field) => !waits(field)) })
      return { folder: result.form, errors: [...sofar.errors, ...result.errors] }
    },
    { folder, errors: [] },
  )
}

/** The folder with what was written beside the correction, to be sent with it later. */
export const withUnsentText = (folder: Folder, { number }: StoredApplication, text: string): Folder =>
  withUnsent(folder, number, text.trim())
