import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { requireApplicant, requireFolder, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { notFound, type Page, page, type RedirectTo, type Refused, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Difference, differencesIn, typedBeside } from '#app/cases/differences.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { countyOf, type Folder } from '#app/cases/folder.ts'
import { type OutdatedAnswer, outdatedIn } from '#app/cases/outdated-answers.ts'
import { confirm, isOneScreen, revokeConfirmation, sharedSession, typedInSharedSession } from '#app/cases/shared-session.server.ts'
import { serviceOf } from '#app/cases/submission.ts'
import { afterConflict, folderMark, isConflictSwitched, openedAt, stepVersion } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { typedValue } from '#app/domain/fields/index.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { applicationOf, type DraftApplication, formOf, mayAsk, stepsOf, subjectName } from '#app/forms/application-form.ts'
import { nextStep } from '#app/forms/application-progress.ts'
import { withStep } from '#app/forms/application-step.ts'
import { isFilledIn, valueIn } from '#app/forms/application-values.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName, typedFrom } from '#app/forms/inputs.ts'
import { shownInput } from '#app/forms/shown-inputs.ts'
import { isMode, type Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { applicantErrors } from './applicant-errors.ts'
import { besideResident } from './beside-resident.server.ts'
import { isToBeTold } from './county-told.ts'
import { applicationMark, type GoneStep, goneStep, handedInOf, ofInput } from './gone-step.server.ts'
import type { StepAgain } from './step-again.ts'

type Params = { mode?: string; block?: string; subject?: string }

/** The step a URL names; undefined where the folder has no such step. */
function stepIn(
  open: OpenFolder,
  { block, subject }: Params,
  asOf: Day,
): { steps: readonly FormStep[]; step: FormStep; wanted: DraftApplication[] } | undefined {
  const wanted = draftsIn(open, asOf)
  const steps = stepsOf(open.folder, wanted, asOf)
  const step = steps.find((one) => one.block === block && one.subject === subject)
  return step && { steps, step, wanted }
}

/** The step a URL names. @throws where the folder has no such step: `go` to its list where the step has nothing to ask any more, else `not-found` */
function stepAt(open: OpenFolder, params: Params, asOf: Day) {
  const at = stepIn(open, params, asOf)
  if (at) return at
  const { mode, block = '', subject = '' } = params
  // Somebody else answered meanwhile what makes it needless, it was handed in, or the address of the page is of then.
  const asking = [...draftsIn(open, asOf), ...handedInOf(open)]
  if (isMode(mode) && mayAsk(open.folder, asking, block, subject)) throw stop(redirectTo(paths.folder(mode)))
  throw notFound()
}

/** The mark of the application a step asks own questions for; null for a shared step. */
function markIn(wanted: readonly DraftApplication[], step: FormStep): string | null {
  const of = applicationOf(wanted, step)
  return of ? applicationMark(of) : null
}

/** Data of the page of a step; none where what was posted says what became of it. */
export async function stepLoader(context: RequestContext, params: Params) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  if (context.afterPost && !stepIn(open, params, asOf)) return page(null)
  const shown = stepShown(open, params, asOf)
  const actor = requireApplicant(context)
  const receivers = shown.block === 'address' ? await receiversFor(countyOf(open.folder)) : null
  if (actor.by === 'resident') return page({ mode, at: context.at, receivers, ...shown })
  // Empty or not: the clerk sees what is typed while they look at the field.
  const targets = shown.fields.map(({ field }) => valueKey(shown, field.id))
  await logAccess(context, draftsIn(open, asOf), numbersAmong(targets))
  const fields = shown.fields.map((one) => ({
    ...one,
    typed: answeredOr(actor.assisted.id, `apply/step/${shown.block}/${shown.subject}`, one),
  }))
  return page({ mode, at: context.at, receivers, ...shown, fields, isShared: true, oneScreen: isOneScreen(actor.assisted.id, mode) })
}

/** Finds a step for the screens of a shared session; null where it is no longer in the folder: the clerk is about to leave it. */
export const findStepOn = (asOf: Day) => (open: OpenFolder, place: Params) => {
  const at = stepIn(open, place, asOf)
  return at ? { step: at.step, wanted: at.wanted, shown: stepShown(open, place, asOf) } : null
}

/** What the resident typed on their own screen since the clerk opened the step, else the saved value. */
function answeredOr(sessionId: string, place: string, { field, typed }: { field: FormField; typed: TypedField }): TypedField {
  const shared = sharedSession(sessionId)
  return shared.place === place ? typedInSharedSession(shared, inputName(field), typed, 'resident') : typed
}

/** A step of a folder with its values. @throws as `stepAt` */
export function stepShown(open: OpenFolder, params: Params, asOf: Day) {
  const { steps, step, wanted } = stepAt(open, params, asOf)
  const { folder } = open
  const [index, service] = [steps.indexOf(step), serviceOf(wanted, step)]
  const changed = outdatedIn(folder, wanted, step, asOf)
  const standsIn = (field: FormField) =>
    changed.find((one) => one.field === field)?.successor?.value ?? valueIn(folder, wanted, step, field)
  return {
    ...{ block: step.block, subject: step.subject },
    ...{
      name: subjectName(folder, wanted, step),
      service,
      channel: formOf(service ?? '')?.channel ?? null,
      savedAt: open.stored.savedAt.toISOString(),
      of: markIn(wanted, step),
    },
    ...{ progress: { at: index + 1, of: steps.length }, version: stepVersion(open, wanted, step), inFolder: folderMark(open.stored.id) },
    handedIn: handedInOf(open).length,
    people: folder.members.map(({ id, name }) => ({ id, name })),
    fields: step.fields.map((field) => ({
      field,
      typed: typedValue(field, standsIn(field), asOf),
      filled: isFilledIn(folder, wanted, step, field),
    })),
    errors: changed.map(changeSaid),
  }
}

/** The message at a field whose value is no longer valid: what it was, and its successor. */
function changeSaid({ field, old, successor }: OutdatedAnswer): FieldError {
  const at = inputName(field)
  return successor
    ? { key: 'retired:changed.successor', field: at, texts: { old, new: successor.text } }
    : { key: 'retired:changed.field', field: at, texts: { old } }
}

/**
 * Saves a step and goes on. An invalid form comes back as typed, and nothing is saved; so does a form whose step was saved
 * elsewhere since it was opened, beside the present values, and one whose application was removed or handed in elsewhere.
 */
export async function stepAction(context: RequestContext, form: FormValues, params: Params) {
  switchMode(form, context)
  return saveStep(await requireFolderOf(context, form), context, form, params)
}

async function saveStep(open: OpenFolder, context: RequestContext, form: FormValues, params: Params): Promise<StepOutcome> {
  const { mode, today: asOf, now } = context
  const at = stepIn(open, params, asOf)
  const mark = at && markIn(at.wanted, at.step)
  // Removed or handed in elsewhere, and perhaps its number was given to another since.
  if (!at || (mark !== null && form.has(ofInput) && form.get(ofInput) !== mark)) return goneStep(open, context, form, params)
  const { step, wanted } = at
  const { typed, differences: answers } = besideResident(context, at, open, form)
  const shown = form.getAll(shownInput).map(String)
  const result = { typed, errors: [] as FieldError[], version: openedAt(form) }
  const version = stepVersion(open, wanted, step)
  const conflict = (differences: readonly Difference[]) =>
    refused({ ...result, version: afterConflict(version, result.version), differences }, 'conflict')
  if (form.has('switch-to')) {
    const differences =
      isConflictSwitched(form) && version !== result.version
        ? typedBeside(open.folder, wanted, [step], (_, field) => typedFrom(form, field, inputName(field)), asOf)
        : []
    return differences.length > 0 ? conflict(differences) : page({ ...result, shown })
  }
  // What the resident typed on their own screen, and this form was not shown: both are shown before anything is saved.
  if (answers.length > 0) return refused({ ...result, differences: answers, isAnswered: true }, 'conflict')
  const { form: folder, errors: wrong } = withStep(open.folder, wanted, step, typed, asOf)
  const errors = wrong.length > 0 ? wrong : applicantErrors(folder, wanted, step, asOf)
  if (errors.length > 0) return refused({ ...result, shown, errors: [...errors] }, 'invalid')
  const differences = version === result.version ? [] : differencesIn(open.folder, folder, wanted, [step], asOf)
  if (differences.length > 0) return conflict(differences)
  const receivers = step.block === 'address' ? await receiversFor(countyOf(folder)) : null
  if (isToBeTold(form, receivers)) return page({ ...result, shown, receivers, isTold: true })
  // Saved elsewhere meanwhile, perhaps another step: tried again on the present content.
  if (!(await saveOpenFolder(open, folder, now))) return saveStep(await requireReopened(context, open), context, form, params)
  const actor = requireApplicant(context)
  if (actor.by === 'clerk') {
    const place = `apply/step/${step.block}/${step.subject}`
    if (JSON.stringify(folder) !== JSON.stringify(open.folder)) revokeConfirmation(actor.assisted.id, place)
    if (form.has('confirm') && isOneScreen(actor.assisted.id, mode)) confirm(actor.assisted.id, place)
  }
  const then = context.query.get('then')
  return redirectTo(then === 'answers' ? paths.answers(mode) : placeAfter(mode, folder, wanted, step, asOf))
}

type StepOutcome = Page<StepAgain> | Refused<StepAgain> | Refused<{ gone: GoneStep }> | RedirectTo

/** The next step still to be done after this one, else the papers. */
function placeAfter(mode: Mode, folder: Folder, wanted: readonly DraftApplication[], step: FormStep, asOf: Day): string {
  const next = nextStep(folder, wanted, asOf, step)
  return next ? paths.step(mode, next.block, next.subject) : paths.papers(mode)
}
