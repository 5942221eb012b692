import { type Page, page, type RedirectTo, type Refused, redirectTo, refused } from '#app/access/outcome.ts'
import { assistedSessionOfScreen, endExpiredOnScreen } from '#app/access/pairing.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { AssistedSession } from '#app/cases/assisted-session.server.ts'
import { type Difference, typedBeside, typedOnBoth } from '#app/cases/differences.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { confirm, isOneScreen, pointAt, sharedSession, typedInSharedSession, writeFields } from '#app/cases/shared-session.server.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import { isChangedInput, type SortedInputs, type StandingInput, sortInputs } from '#app/domain/shared-inputs.ts'
import type { SharedSession, Writer } from '#app/domain/shared-session.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName, inputNames, typedFrom } from '#app/forms/inputs.ts'
import { sentInputs, shownInput, standingInputs } from '#app/forms/shown-inputs.ts'
import { paths } from '#app/paths.ts'
import { folderOfAssisted, isOtherOverview, type StepFinder, stepOf } from './resident-screen.server.ts'

/** What became of what one screen sent. `left`: the clerk has left the page, and what was changed on it stands nowhere. */
export type ReceivedInputs = SortedInputs & {
  readonly place: string
  readonly left: boolean
  /** Was not all shown as it stands by now? Then nothing is confirmed. */
  readonly outdated: boolean
  readonly open: OpenFolder | undefined
  /** Who the inputs were compared with: what stood there when they came. */
  readonly state: SharedSession
}

const textIn = (form: FormValues, name: string) => String(form.get(name) ?? '').slice(0, 200)

/** Receives input, focus, pointing or a confirmation from one screen. What both changed is written by neither, and confirms nothing. */
export async function receiveInputs(
  { mode, today }: Pick<RequestContext, 'mode' | 'today'>,
  form: FormValues,
  assisted: Pick<AssistedSession, 'id' | 'folderId'>,
  as: Writer,
  findStep: StepFinder,
): Promise<ReceivedInputs> {
  const [sent, place] = [sentInputs(form), textIn(form, 'place')]
  const open = await folderOfAssisted(assisted)
  // What the clerk's page shows as saved, for the other screen: fills only what nobody has typed yet.
  const known = form.has('known') ? sent.filter((one) => !isChangedInput(one)) : []
  writeFields(assisted.id, place, as, Object.fromEntries(known.map(({ name, given }) => [name, given])), true)
  const state = sharedSession(assisted.id)
  if (state.place !== place) {
    const sorted = sortInputs(sent, () => undefined, as)
    return { ...sorted, outdated: false, left: Object.keys(sorted.changed).length > 0, place, open, state }
  }
  const sorted = sortInputs(sent, standingIn(state, open, findStep), as)
  writeFields(assisted.id, place, as, sorted.changed)
  if (as === 'clerk' && form.has('focus')) pointAt(assisted.id, { focus: textIn(form, 'focus') || null })
  if (as === 'resident' && form.has('pointed')) pointAt(assisted.id, { pointed: textIn(form, 'pointed') || null })
  const outdated = sorted.both.length + sorted.moved.length > 0 || isOtherOverview(form, open, state, today)
  const mayConfirm = as === 'resident' || isOneScreen(assisted.id, mode)
  if (form.has('confirm') && mayConfirm && !outdated) confirm(assisted.id, place)
  return { ...sorted, outdated, left: false, place, open, state }
}

/** What stands in an input of the clerk's page: what was typed since it was opened, else what was saved. */
function standingIn(state: SharedSession, open: OpenFolder | undefined, findStep: StepFinder): (name: string) => StandingInput | undefined {
  let saved: ReadonlyMap<string, readonly string[]> | undefined
  const savedIn = () => {
    const place = stepOf(state)
    const fields = (open && place && findStep(open, place)?.shown.fields) || []
    return new Map(fields.flatMap(({ field, typed }) => standingInputs(field, inputName(field), typed)))
  }
  return (name) => {
    if (Object.hasOwn(state.values, name)) return state.values[name]
    saved ??= savedIn()
    const given = saved.get(name)
    return given && { given, by: null }
  }
}

/** The resident's page again: what was typed, beside what stands there now. */
export type ResidentAgain = {
  /** What was typed, by the ids of the fields. */
  readonly typed: Readonly<Record<string, TypedField>>
  /** What the inputs were shown with, where the page was only switched to another language. */
  readonly shown?: readonly string[]
  readonly differences: readonly Difference[]
  readonly left: boolean
  /** Was a confirmation not taken, as not all was shown as it stands by now? */
  readonly outdated: boolean
}

/** The form of the resident's own screen without script. It comes back where something was typed on both screens since. */
export async function residentAction(
  context: RequestContext,
  form: FormValues,
  findStep: StepFinder,
): Promise<RedirectTo | Page<ResidentAgain> | Refused<ResidentAgain>> {
  switchMode(form, context)
  const { mode, cookies, now, today } = context
  await endExpiredOnScreen(cookies, now)
  const assisted = await assistedSessionOfScreen(cookies, now)
  const back = redirectTo(paths.sharedSession(mode))
  if (!assisted) return back
  const nothing = { typed: {}, differences: [], left: false, outdated: false }
  if (form.has('switch-to')) {
    const open = await folderOfAssisted(assisted)
    const [place, at] = [textIn(form, 'place'), sharedSession(assisted.id).place]
    const fields = (place === at && open && findStepAt(open, place, findStep)?.step.fields) || []
    return page({ ...nothing, typed: typedIn(fields, form), shown: form.getAll(shownInput).map(String) })
  }
  const result = await receiveInputs(context, form, assisted, 'resident', findStep)
  const { open, state, both, left } = result
  const outdated = form.has('confirm') && result.outdated
  if (!left && both.length === 0 && !outdated) return back
  const at = open && findStepAt(open, result.place, findStep)
  if (!open || !at) return outdated ? refused({ ...nothing, outdated }, 'conflict') : back
  const { wanted, step, shown } = at
  const own = (field: FormField) => typedFrom(form, field, inputName(field))
  if (left) {
    const changed = step.fields.filter((field) => isAmong(field, Object.keys(result.changed)))
    const differences = typedBeside(open.folder, wanted, [{ ...step, fields: changed }], (_, field) => own(field), today)
    return differences.length > 0 ? refused({ ...nothing, differences, left }, 'conflict') : back
  }
  const fields = step.fields.filter((field) => isAmong(field, both))
  const saved = (field: FormField) => shown.fields.find((one) => one.field.id === field.id)?.typed ?? { given: [] }
  const other = (field: FormField) => typedInSharedSession(state, inputName(field), saved(field))
  const differences = typedOnBoth(open.folder, wanted, step, fields, { other, own }, today)
  return refused({ ...nothing, typed: typedIn(fields, form), differences, outdated }, 'conflict')
}

const typedIn = (fields: readonly FormField[], form: FormValues): Readonly<Record<string, TypedField>> =>
  Object.fromEntries(fields.map((field) => [field.id, typedFrom(form, field, inputName(field))]))

const isAmong = (field: FormField, names: readonly string[]) => inputNames(field, inputName(field)).some((name) => names.includes(name))

function findStepAt(open: OpenFolder, place: string, findStep: StepFinder): ReturnType<StepFinder> {
  const at = stepOf({ place })
  return at ? findStep(open, at) : null
}
