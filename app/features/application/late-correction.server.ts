import { type RedirectTo, type Refused, redirectTo, refused } from '#app/access/outcome.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { stepsAskedFor } from '#app/cases/corrected.ts'
import { type Difference, differingLines, sameInBoth, typedBeside } from '#app/cases/differences.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { folderInput, versionInput } from '#app/cases/version.server.ts'
import { withoutInvisibleInText } from '#app/domain/characters.ts'
import type { Day } from '#app/domain/day.ts'
import { type FormValues, postedValues } from '#app/forms/form-values.ts'
import { inputName, inputNames } from '#app/forms/inputs.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { prefixOf, typedOf } from './correction-form.server.ts'
import { movesToInput, toPaperInput } from './correction-ids.ts'
import { type LateWhy, whyLate } from './late-whys.ts'

/** A correction that came too late: why, as the kind of conflict it is, and what was posted. */
export type LateCorrection = { readonly why: LateWhy; readonly values: readonly (readonly [string, string])[] }

/** What its page shows. */
type Late = {
  readonly version: string
  readonly errors: readonly FieldError[]
  readonly differences: readonly Difference[]
  readonly late: LateCorrection
}

/** What a form sends besides what was typed. */
const notTyped = ['switch-to', versionInput, folderInput, toPaperInput, movesToInput]

/** The request was answered elsewhere, or another was made: what was typed beside what stands now. The same once more is no conflict. */
export async function tooLate(
  open: OpenFolder,
  application: StoredApplication,
  form: FormValues,
  mode: Mode,
  asOf: Day,
): Promise<RedirectTo | Refused<Late>> {
  const submitted = (await decryptSubmission(application))?.rows ?? []
  const targets = new Set(submitted.map(({ target }) => target))
  const steps = stepsAskedFor(open.folder, application, targets, () => true, asOf).map((step) => ({
    ...step,
    fields: step.fields.filter((field) => inputNames(field, inputName(field, prefixOf(step))).some((name) => form.has(name))),
  }))
  const typed = withoutInvisibleInText(String(form.get('words') ?? '')).trim()
  const differences = [
    ...typedBeside(open.folder, [application], steps, typedOf(form), asOf),
    ...textBeside(typed === '' ? '' : await textSent(application), typed),
  ]
  if (differences.length === 0) return redirectTo(paths.application(mode, application.number))
  const late = { why: whyLate(application.status, await historyOf(application.id)), values: postedValues(form, notTyped) }
  return refused({ version: '', errors: [], differences, late }, 'conflict')
}

/** What is written beside a correction, where something else stands there. */
export function textBeside(now: string, typed: string): Difference[] {
  return differingLines([{ label: 'application:correct.text', now: sameInBoth(now), typed: sameInBoth(typed) }])
}

/** What was sent with the last correction. */
async function textSent({ id }: StoredApplication): Promise<string> {
  const last = (await historyOf(id)).findLast((event) => event.type === 'resubmit')
  return last?.type === 'resubmit' ? (last.words?.text ?? '') : ''
}
