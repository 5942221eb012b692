import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { requireFiling } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { Filed } from '#app/cases/assisted-session.server.ts'
import { corrected, stepsAskedFor } from '#app/cases/corrected.ts'
import { type Difference, differencesIn, typedBeside } from '#app/cases/differences.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { serviceOf, submissionOf } from '#app/cases/submission.ts'
import { handInAgain } from '#app/cases/transition.server.ts'
import {
  afterConflict,
  contentVersion,
  folderInput,
  folderMark,
  isConflictSwitched,
  openedAt,
  standingVersion,
  stepVersion,
  versionInput,
} from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { typedValue } from '#app/domain/fields/index.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { formOf } from '#app/forms/application-form.ts'
import { withStep } from '#app/forms/application-step.ts'
import { valueIn } from '#app/forms/application-values.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import { type FormValues, postedValues } from '#app/forms/form-values.ts'
import { inputName, inputNames, typedFrom } from '#app/forms/inputs.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'
import { type AskedFor, askedFor, isAskedFor, notAsked, papersAsked } from './asked-for.server.ts'
import { applicationAt, applicationNow } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** The fields asked for, step by step: only these open again. */
async function reopened(folder: Folder, application: StoredApplication, asked: AskedFor, asOf: Day): Promise<FormStep[]> {
  const submitted = (await decryptSubmission(application))?.rows ?? []
  const targets = [...asked.items, ...submitted].map(({ target }) => target)
  return stepsAskedFor(folder, application, new Set(targets), (target) => isAskedFor(asked, target), asOf)
}

/** Fields of several steps are on one page: the inputs of each step have a prefix. */
const prefixOf = ({ block, subject }: FormStep) => `f-${block}-${subject}`

/** The version of a correction: of the request it answers, and of what stands in the fields that were asked for. */
function correctionVersion(open: OpenFolder, application: StoredApplication, steps: readonly FormStep[]): string {
  const standing = steps.map((step) => stepVersion(open, [application], step))
  return `${standingVersion(application)}.${contentVersion(standing)}`
}

/** Data of the page that answers a request for corrections: only the items asked for, each with its reason. */
export async function correctionLoader(context: RequestContext, params: Params) {
  const { mode, today: asOf } = context
  const { open, application } = await applicationAt(context, params)
  const now = await askedFor(application)
  // Whoever corrects what was corrected elsewhere meanwhile is told on this page.
  if (!now && !context.afterPost) return redirectTo(paths.application(mode, application.number))
  const asked: AskedFor = now ?? { items: [], unreadable: null }
  const { folder } = open
  const steps = await reopened(folder, application, asked, asOf)
  const fields = steps.flatMap((step) =>
    step.fields.map((field) => ({
      field,
      target: valueKey(step, field.id),
      name: inputName(field, prefixOf(step)),
      texts: fieldTexts(step, serviceOf([application], step), field),
      typed: typedValue(field, valueIn(folder, [application], step, field), asOf),
    })),
  )
  const files = await uploadsIn(application.folderId)
  await logAccess(context, [application], numbersAmong(fields.map(({ target }) => target)))
  return page({
    ...{ mode, at: context.at, number: application.number, service: application.service, ...asked, fields },
    ...{ inFolder: folderMark(open.stored.id), version: correctionVersion(open, application, steps), allowed: now !== undefined },
    gone: await notAsked(application, asked, new Set(fields.map(({ target }) => target))),
    papers: (await papersAsked(folder, application, asOf)).map(({ key, words }) => ({
      ...{ key, words },
      count: files.filter(({ paper, state }) => paper === key && state === 'kept').length,
    })),
    people: folder.members.map(({ id, name }) => ({ id, name })),
  })
}

/**
 * Saves the corrections and resubmits the application; the former submission stays in its history. Where the request was answered or
 * made anew since the page was opened, or something else stands in the fields by now, nothing is saved: both are shown.
 */
export async function correctionAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, today: asOf, now } = context
  switchMode(form, context)
  for (let at = await applicationAt(context, params, form); ; at = await applicationNow(at)) {
    const { open, application } = at
    const asked = await askedFor(application)
    const opened = openedAt(form)
    if (!asked || !opened.startsWith(`${standingVersion(application)}.`)) return tooLate(open, application, form, mode, asOf)
    const steps = await reopened(open.folder, application, asked, asOf)
    const typedIn = (step: FormStep) =>
      Object.fromEntries(step.fields.map((field) => [field.id, typedFrom(form, field, inputName(field, prefixOf(step)))]))
    const typed = Object.fromEntries(
      steps.flatMap((step) => Object.entries(typedIn(step)).map(([id, words]) => [valueKey(step, id), words])),
    )
    const again: CorrectionAgain = { typed, version: opened, differences: [], errors: [] }
    const version = correctionVersion(open, application, steps)
    const conflict = (differences: readonly Difference[]) =>
      refused({ ...again, version: afterConflict(version, opened), differences }, 'conflict')
    if (form.has('switch-to')) {
      const typedOf = (step: FormStep, field: FormField) => typedFrom(form, field, inputName(field, prefixOf(step)))
      const differences =
        isConflictSwitched(form) && version !== opened ? typedBeside(open.folder, [application], steps, typedOf, asOf) : []
      return differences.length > 0 ? conflict(differences) : page(again)
    }
    const read = steps.reduce(
      (sofar, step) => {
        const { form: folder, errors } = withStep(sofar.folder, [application], step, typedIn(step), asOf, prefixOf(step))
        return { folder, errors: [...sofar.errors, ...errors] }
      },
      { folder: open.folder, errors: [] as FieldError[] },
    )
    if (read.errors.length > 0) return refused({ ...again, errors: read.errors }, 'invalid')
    const differences = version === opened ? [] : differencesIn(open.folder, read.folder, [application], steps, asOf)
    if (differences.length > 0) return conflict(differences)
    const filed = requireFiling(context, 'resubmit')
    const changed =
      asked.unreadable === null
        ? asked.items.map(({ target }) => target)
        : steps.flatMap((step) => step.fields.map(({ id }) => valueKey(step, id)))
    const came = await resubmitted(open, read.folder, application, changed, steps, mode, asOf, now, filed)
    // Saved elsewhere meanwhile, perhaps another step: tried again on the present content.
    if (came !== 'stale') return redirectTo(paths.application(mode, application.number))
  }
}

/** A correction that came too late: was the application withdrawn, and what was posted. */
export type LateCorrection = { readonly withdrawn: boolean; readonly values: readonly (readonly [string, string])[] }

/** A correction shown again: what was typed, and why. */
type CorrectionAgain = {
  readonly typed?: Readonly<Record<string, TypedField>>
  readonly version: string
  readonly errors: readonly FieldError[]
  readonly differences: readonly Difference[]
  /** What was posted, where the application was withdrawn, the request answered already, or another made. */
  readonly late?: LateCorrection
}

/** What a form sends besides what was typed. */
const notTyped = ['switch-to', versionInput, folderInput]

/** The request was answered elsewhere, or another was made: what was typed beside what stands now. The same once more is no conflict. */
async function tooLate(open: OpenFolder, application: StoredApplication, form: FormValues, mode: Mode, asOf: Day) {
  const submitted = (await decryptSubmission(application))?.rows ?? []
  const targets = new Set(submitted.map(({ target }) => target))
  const steps = stepsAskedFor(open.folder, application, targets, () => true, asOf).map((step) => ({
    ...step,
    fields: step.fields.filter((field) => inputNames(field, inputName(field, prefixOf(step))).some((name) => form.has(name))),
  }))
  const typedOf = (step: FormStep, field: FormField) => typedFrom(form, field, inputName(field, prefixOf(step)))
  const differences = typedBeside(open.folder, [application], steps, typedOf, asOf)
  if (differences.length === 0) return redirectTo(paths.application(mode, application.number))
  const late = { withdrawn: application.status === 'withdrawn', values: postedValues(form, notTyped) }
  return refused<CorrectionAgain>({ version: '', errors: [], differences, late }, 'conflict')
}

async function resubmitted(
  open: OpenFolder,
  folder: Folder,
  application: StoredApplication,
  changed: readonly string[],
  steps: readonly FormStep[],
  mode: Mode,
  asOf: Day,
  now: Date,
  filed: Filed,
) {
  const files = await uploadsIn(application.folderId)
  const kept = (key: string) => files.filter(({ paper, state }) => paper === key && state === 'kept').map(({ id }) => id)
  const before = await decryptSubmission(application)
  // What was handed in goes on being judged by the law of its day, whenever its corrections come.
  const submission =
    before && !formOf(application.service)
      ? corrected(before, folder, application, steps, kept, mode, asOf)
      : submissionOf(folder, application, before?.consents ?? [], kept, mode, before?.asOf ?? asOf)
  const event = {
    ...{ type: 'resubmit' as const, ...filed, at: now.toISOString(), language: mode },
    ...{ version: submission.version.forms, changed: [...changed], before },
  }
  return handInAgain(open, folder, application, event, submission)
}
