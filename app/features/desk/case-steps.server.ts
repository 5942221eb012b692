import { denied, type FileOutcome, notFound, type RefusedWhy, redirectTo, shownAgain, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { parseFreeText } from '#app/cases/free-text.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { isConflictSwitched } from '#app/cases/version.server.ts'
import { kindOfEvent } from '#app/domain/event.ts'
import { longestText } from '#app/domain/event-text.ts'
import { isIdentityNumber } from '#app/domain/form.ts'
import type { InEvery } from '#app/domain/language.ts'
import { isAssigner } from '#app/domain/transition.ts'
import { type DecidedTruth, isDecidedTruth } from '#app/domain/truth.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { uploadBytes } from '#app/uploads/receive.server.ts'
import { found } from '../page-data.ts'
import { approveHere } from './approve-here.server.ts'
import {
  applyHallEvent,
  type CaseParams,
  caseAt,
  type DeskCase,
  eventBy,
  type HallEvent,
  movedOn,
  requireAllowed,
  servesIt,
} from './case.server.ts'
import { caseAddress } from './case-address.ts'
import { workersFor } from './case-staff.server.ts'
import { traceOf } from './case-trace.server.ts'
import { type SinceOpened, sinceOpened } from './since-opened.server.ts'

/** A case page shown again: errors, the note as typed, identity numbers asked for. */
type StepAgain = {
  readonly errors: readonly FieldError[]
  readonly note: string
  readonly phrase?: string
  readonly shown: Readonly<Record<string, InEvery<string>>>
  readonly seen?: string
  readonly since?: SinceOpened
}

const stepAgain = (more: Partial<StepAgain>, why?: RefusedWhy) => shownAgain<StepAgain>({ errors: [], note: '', shown: {}, ...more }, why)

/** Every action on the page of a case that needs no text but a note. */
export async function caseAction(context: RequestContext, form: FormValues, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  switchMode(form, context)
  const note = String(form.get('note') ?? '')
  // Of a button nothing was written, but what stands in the note.
  const notTaken = async (wrong: FieldError) => {
    const key = wrong.key === movedOn.key && note === '' ? 'desk:error.changed' : wrong.key
    return stepAgain({ errors: [{ ...wrong, key }], note, ...(await sinceOpened(context, params, form)) }, 'conflict')
  }
  if (isConflictSwitched(form, 'seen')) return notTaken(movedOn)
  if (form.has('switch-to')) return stepAgain({ note })
  const wanted = form.get('do')
  if (wanted === 'show') return shown(deskCase, String(form.get('target') ?? ''), context.now)
  if (wanted === 'approve-next') {
    const result = await approveHere(context, deskCase, form)
    if ('kind' in result) return result
    if (result.field === 'moves') return notTaken(result)
    return stepAgain({ errors: [result], note, phrase: String(form.get('phrase') ?? '') }, 'invalid')
  }
  const event = wanted === 'note' ? noteOf(deskCase, note, context.now) : await eventOf(deskCase, form, context.now)
  const wrong = 'key' in event ? event : await applyHallEvent(deskCase, event, form)
  if (wrong?.field === 'note') return stepAgain({ errors: [wrong], note }, wrong === event ? 'invalid' : 'conflict')
  if (wrong) return notTaken(wrong)
  return redirectTo(caseAddress(context, deskCase.application.id, partOf(form), nextAfter(form)))
}

/** The part of the page in which something was done: there it goes on. */
function partOf(form: FormValues): string {
  const given = (name: string) => String(form.get(name) ?? '').slice(0, 120)
  switch (given('do')) {
    case 'judge':
      return `condition-${given('condition')}`
    case 'see-original':
      return 'originals'
    case 'note':
      return 'notes'
    default:
      return ''
  }
}

/** The case somebody had gone on to when they took an approval back. */
function nextAfter(form: FormValues): string | undefined {
  return form.get('do') === 'take-back' ? String(form.get('next') ?? '').slice(0, 60) || undefined : undefined
}

function noteOf(deskCase: DeskCase, note: string, now: Date): HallEvent | FieldError {
  const { text, error } = parseFreeText(note, '')
  if (error) return { key: `desk:error.${error}`, field: 'note', values: { most: longestText } }
  if (!text) return { key: 'desk:error.note', field: 'note' }
  return { type: 'note', ...eventBy(deskCase, now), words: text }
}

/** The event of a button. @throws `malformed` for an unknown button, `not-found` for one the role may not use */
async function eventOf(deskCase: DeskCase, form: FormValues, now: Date): Promise<HallEvent | FieldError> {
  const [common, wanted] = [eventBy(deskCase, now), form.get('do')]
  switch (wanted) {
    case 'accept':
    case 'start-review':
    case 'release-words':
    case 'retract-words':
      return { type: wanted, ...common }
    case 'release-internal':
    case 'return-internal':
    case 'retract-internal':
      return { type: wanted, ...common, of: String(form.get('of') ?? '').slice(0, 60) }
    case 'take-on':
      if (!servesIt(deskCase)) return { key: 'desk:error.not-served', field: 'moves' }
      if (deskCase.application.assignee !== null && deskCase.application.assignee !== deskCase.who.id)
        return { key: 'desk:error.taken', field: 'moves' }
      return { type: 'assign', ...common, to: deskCase.who.id }
    case 'take-over':
      if (!servesIt(deskCase)) return { key: 'desk:error.not-served', field: 'moves' }
      // In so many words: from the colleague who was named on the page.
      return { type: 'assign', ...common, to: deskCase.who.id, from: String(form.get('from') ?? '').slice(0, 60) }
    case 'take-back':
      return { type: 'take-back', ...common }
    case 'see-original':
      return { type: 'see-original', ...common, ...originalIn(deskCase, form) }
    case 'put-back':
      return { type: 'assign', ...common, to: null }
    case 'reassign': {
      const to = await workerIn(deskCase, String(form.get('to') ?? ''))
      return to === undefined ? { key: 'desk:error.worker-gone', field: 'to' } : { type: 'assign', ...common, to }
    }
    case 'judge':
      return { type: 'judge', ...common, ...judgementIn(deskCase, form) }
    case 'decline': {
      requireAllowed(deskCase, 'decline')
      const proposed = deskCase.history.findLast((event) => kindOfEvent(event) === 'propose-decline')
      if (proposed?.type === 'unreadable')
        return { key: 'desk:error.proposal-unreadable', field: 'moves', values: { id: `events/${proposed.id}` } }
      // None stands: nobody proposed it, or their texts wait for a second reader.
      if (proposed?.type !== 'propose-decline') return { key: 'desk:error.not-now', field: 'moves' }
      return { type: 'decline', ...common, ...(proposed.condition ? { condition: proposed.condition } : {}), reason: proposed.reason }
    }
    default:
      throw stop(denied('malformed'))
  }
}

/** Whom a supervisor assigns a case to; null: nobody; undefined: somebody who does not work here, or does not any more. */
async function workerIn({ who, application }: DeskCase, to: string): Promise<string | null | undefined> {
  if (!isAssigner(who.role)) throw notFound()
  if (to === '') return null
  return (await workersFor(application)).find(({ id }) => id === to)?.id
}

function judgementIn(deskCase: DeskCase, form: FormValues): { condition: string; truth: DecidedTruth } {
  const [condition, truth] = [form.get('condition'), form.get('truth')]
  const known = traceOf(deskCase).find((one) => one.condition === condition)
  if (!known?.local || !isDecidedTruth(truth)) throw stop(denied('malformed'))
  return { condition: known.condition, truth }
}

function originalIn({ submission }: DeskCase, form: FormValues): { paper: string; seen: boolean } {
  const paper = submission.papers.find(({ key }) => key === form.get('original'))
  if (!paper) throw stop(denied('malformed'))
  return { paper: paper.key, seen: form.get('original-seen') !== 'no' }
}

/** Shows an identity number on request; the view is logged first. */
async function shown(deskCase: DeskCase, target: string, now: Date) {
  const row = found(deskCase.submission.rows.find((one) => one.target === target && isIdentityNumber(target)))
  await look(deskCase, 'identity-number', target, now)
  return stepAgain({ shown: { [target]: row.value } })
}

async function look(deskCase: DeskCase, what: 'identity-number' | 'file', target: string, now: Date): Promise<void> {
  const event: HallEvent = { type: 'look', ...eventBy(deskCase, now), what, target }
  await changeCase(deskCase, event)
}

/** A file of a submitted paper; the view is logged first. `not-found` for any other file. */
export async function deskFileLoader(context: RequestContext, params: CaseParams): Promise<FileOutcome> {
  const deskCase = await caseAt(context, params)
  const id = found(deskCase.submission.papers.flatMap(({ files }) => files).find((file) => file === params.file))
  const { type, bytes } = found(await uploadBytes(deskCase.application.folderId, id))
  await look(deskCase, 'file', id, context.now)
  return { kind: 'file', type, content: bytes }
}
