import { requireApplicant, requireReopened } from '#app/access/guards.server.ts'
import { notFound, type RedirectTo, type Refused, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { noteAdded } from '#app/cases/assisted-session.server.ts'
import { sharedSteps } from '#app/cases/corrected.ts'
import { type Difference, typedBeside } from '#app/cases/differences.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { newApplication, type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { folderInput, folderMark, versionInput } from '#app/cases/version.server.ts'
import type { FormStep } from '#app/domain/form.ts'
import { type DraftApplication, formOf, offeredOn } from '#app/forms/application-form.ts'
import { type FormValues, postedValues } from '#app/forms/form-values.ts'
import { inputName, inputNames, typedFrom } from '#app/forms/inputs.ts'
import { memberOf } from '#app/forms/members.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { serviceById } from '#app/services/index.ts'

/** The hidden input of a step with own questions: which application it asks them for, as `applicationMark` says. */
export const ofInput = 'of'

/** The hidden input of a step: how many applications of the folder were handed in when it was opened. */
export const handedInInput = 'handed-in'

/** The applications of a folder that were handed in, whatever became of them. */
export const handedInOf = ({ applications }: Pick<OpenFolder, 'applications'>) =>
  applications.filter(({ submittedAt }) => submittedAt !== null)

/** Which service an application is for, and which member: numbers of drafts are given again. */
export const applicationMark = ({ service, member }: Omit<DraftApplication, 'number'>): string =>
  member === null ? service : `${service}:${member}`

/** A step that was open while what it belongs to was removed or handed in elsewhere. */
export type GoneStep = {
  readonly mode: Mode
  readonly at: string
  readonly kind: 'removed' | 'done' | 'unasked'
  readonly block: string
  readonly service: string | null
  /** May the application be begun again with what was typed? */
  readonly mayBegin: boolean
  readonly inFolder: string
  /** The page that shows what there is now. */
  readonly now: string
  /** Everything that was posted, to be posted again. */
  readonly fields: readonly (readonly [string, string])[]
  readonly differences: readonly Difference[]
}

/** What a form sends besides what was typed. */
const notTyped = ['switch-to', 'confirm', 'begin', versionInput, folderInput]

/**
 * Nothing of what was typed in a step that is not asked any more is lost: it is shown, and where its application was removed, another
 * can be begun with it. @throws `not-found` where there never was such a step
 */
export async function goneStep(
  open: OpenFolder,
  context: RequestContext,
  form: FormValues,
  { block = '', subject = '' }: { block?: string; subject?: string },
): Promise<RedirectTo | Refused<{ gone: GoneStep }>> {
  const { mode, today: asOf, at } = context
  const went = block === 'own' ? ownStep(open, form, subject) : sharedStep(open, form, block, subject)
  if (!went) throw notFound()
  const { kind, of } = went
  const mayBegin = kind === 'removed' && of !== undefined && offeredOn(asOf).includes(of.service)
  if (mayBegin && form.has('begin')) return redirectTo(paths.step(mode, 'own', `n${await begun(open, context, of)}`), { resend: true })
  const step = {
    ...went.step,
    fields: went.step.fields.filter((field) => inputNames(field, inputName(field)).some((name) => form.has(name))),
  }
  const typedOf: Parameters<typeof typedBeside>[3] = (_, field) => typedFrom(form, field, inputName(field))
  const differences = typedBeside(open.folder, of ? [of] : [], [step], typedOf, asOf)
  const list = draftsIn(open, asOf).length > 0 ? paths.folder(mode) : paths.applications(mode)
  const now = kind === 'done' && of ? paths.application(mode, of.number) : list
  if (differences.length === 0) return redirectTo(now)
  const shown = { mode, at, kind, block, service: of?.service ?? null, mayBegin, inFolder: folderMark(open.stored.id), now }
  return refused({ gone: { ...shown, fields: postedValues(form, notTyped), differences } }, 'conflict')
}

type Went = { readonly kind: GoneStep['kind']; readonly step: FormStep; readonly of?: DraftApplication }

/** The own questions of an application that was handed in, or that was removed: then the form says which it was. */
function ownStep({ folder, applications }: OpenFolder, form: FormValues, subject: string): Went | undefined {
  const number = Number(/^n(\d{1,4})$/.exec(subject)?.[1] ?? Number.NaN)
  const mark = form.get(ofInput)
  const stands = applications.find((one) => one.number === number && (mark === null || mark === applicationMark(one)))
  const [service = '', member] = String(mark ?? '').split(':')
  const of = stands ?? { number, service, member: member ?? null }
  const [known, fields] = [serviceById(of.service), formOf(of.service)?.own]
  if (Number.isNaN(number) || !known || !fields) return undefined
  const isFor = of.member === null ? known.unit === 'household' : memberOf(folder, of.member) !== undefined
  // A draft that asks nothing of its own any more is still there.
  const kind = stands === undefined ? 'removed' : stands.status === 'draft' ? 'unasked' : 'done'
  return isFor ? { kind, step: { block: 'own', subject, fields }, of } : undefined
}

/** A step applications share, which none asks for now: they were handed in, or removed, or what was answered elsewhere makes it needless. */
function sharedStep(open: OpenFolder, form: FormValues, block: string, subject: string): Went | undefined {
  const [step] = sharedSteps(new Set([`${block}/${subject}/`]))
  // Forms from before say nothing, and count as opened before anything was handed in.
  const kind = handedInOf(open).length > Number(form.get(handedInInput) ?? 0) ? 'done' : 'unasked'
  return step && (subject === 'home' || memberOf(open.folder, subject)) ? { kind, step } : undefined
}

/** The number of a draft like the one that was removed: added to the folder, unless there is one already. */
async function begun(opened: OpenFolder, context: RequestContext, of: DraftApplication): Promise<number> {
  for (let open = opened; ; open = await requireReopened(context, open)) {
    const same = draftsIn(open, context.today).find((one) => applicationMark(one) === applicationMark(of))
    if (same) return same.number
    const added = newApplication(Math.max(0, ...open.applications.map(({ number }) => number)) + 1, of.service, of.member)
    if (!(await saveOpenFolder(open, open.folder, context.now, { add: [added] }))) continue
    const actor = requireApplicant(context)
    if (actor.by === 'clerk') await noteAdded(actor.assisted, [added], context.now)
    return added.number
  }
}
