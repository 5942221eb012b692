import { requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Difference, differingLines, type Line, sameInBoth } from '#app/cases/differences.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, isConflictSwitched, openedAt } from '#app/cases/version.server.ts'
import type { FeedbackState } from '#app/domain/feedback.ts'
import { parseText } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changeFeedback, countFeedback, type FeedbackScope, feedbackById, feedbackIn, type StoredFeedback } from '#db/feedback.server.ts'
import { found } from '../page-data.ts'

type Params = { id?: string }

/** How many stand on a page. */
const onePage = 100
const longestAnswer = 500

/** Whose feedback somebody reads: the administrator all of it, a hall what is of its place. */
const scopeIn = (staff: Staff): FeedbackScope => ({ place: staff.role === 'administrator' ? null : (scopeOf(staff) ?? '') })

/** How much waits for whoever is here. */
export const feedbackWaiting = (staff: Staff): Promise<number> => countFeedback(scopeIn(staff))

/** Data of the inbox, a page of it. */
export async function inboxLoader(context: RequestContext) {
  const staff = requireStaff(context, 'feedback')
  const { mode, at, query } = context
  const show = query.get('show') === 'done' ? 'done' : undefined
  const isOpen = show === undefined
  const some = await feedbackIn(scopeIn(staff), isOpen, { after: query.get('after') ?? '', most: onePage + 1 })
  const rows = some.slice(0, onePage).map(logged)
  const more = some.length > onePage ? paths.deskFeedback(mode, show, rows.at(-1)?.id) : null
  return page({ mode, at, staff, isOpen, count: await feedbackWaiting(staff), rows, more })
}

const versionOf = ({ state, answer, changedAt }: StoredFeedback) => contentVersion([state, answer, changedAt])
const oneAt = async (staff: Staff, { id = '' }: Params) => logged(found(await feedbackById(id, scopeIn(staff))))

function logged(one: StoredFeedback): StoredFeedback {
  if (one.isDamaged) unreadable({ table: 'feedback', id: one.id })
  return one
}

/** Data of the page of one message. */
export async function feedbackOneLoader(context: RequestContext, params: Params) {
  const staff = requireStaff(context, 'feedback')
  const one = await oneAt(staff, params)
  return page({ mode: context.mode, at: context.at, staff, one, version: versionOf(one), answer: one.answer ?? '' })
}

/** The form shown again. */
type Again = { readonly answer: string; readonly version: string; readonly errors: FieldError[]; readonly differences: Difference[] }

const states: Readonly<Record<string, FeedbackState>> = { read: 'read', answer: 'answered', close: 'closed' }

/**
 * Notes that a message was read, answers it, or closes it. What a colleague did meanwhile is shown, and nothing is written. An answer that was
 * typed and is not sent with it is never dropped; closing with it emptied takes it back.
 */
export async function feedbackOneAction(context: RequestContext, form: FormValues, params: Params) {
  const staff = requireStaff(context, 'feedback')
  switchMode(form, context)
  const answer = String(form.get('answer') ?? '')
  const again: Again = { answer, version: openedAt(form), errors: [], differences: [] }
  if (form.has('switch-to') && !isConflictSwitched(form)) return page(again)
  const act = String(form.get('do') ?? '')
  const state = states[act] ?? 'read'
  const parsed = parseText(answer, longestAnswer)
  for (;;) {
    const one = await oneAt(staff, params)
    const version = versionOf(one)
    const isStale = openedAt(form) !== version
    const written = answerAfter(state, answer, parsed, one)
    const differences = isStale ? differingLines(linesOf(one, { state, answer: answer.trim() === '' ? written : answer })) : []
    const shown: Again = { ...again, version: afterConflict(version, openedAt(form)), differences }
    if (isConflictSwitched(form)) return page(differences.length > 0 ? shown : again)
    const errors = state === 'answered' ? errorsIn(parsed) : unsentIn(answer, one)
    if (errors.length > 0) return refused<Again>({ ...again, errors }, 'invalid')
    if (differences.length > 0) return refused<Again>(shown, 'conflict')
    // Read it was already, where anything became of it.
    const isDone = isStale || (state === 'read' && one.state !== 'new')
    if (isDone || (await refusingFullDisk(changeFeedback(one, { state, answer: written }, context.now))))
      return redirectTo(paths.deskFeedback(context.mode))
  }
}

/** The answer that stands afterwards: what was typed, none where it was emptied to close, else the one there is. */
function answerAfter(state: FeedbackState, answer: string, parsed: ReturnType<typeof parseText>, one: StoredFeedback): string | null {
  if (state === 'answered' && parsed.ok) return parsed.value
  return state === 'closed' && answer.trim() === '' ? null : one.answer
}

type Standing = Pick<StoredFeedback, 'state' | 'answer'>

const linesOf = (now: Standing, typed: Standing): Line[] => [
  { label: 'feedback:head.state', now: textInEvery(`feedback:state.${now.state}`), typed: textInEvery(`feedback:state.${typed.state}`) },
  { label: 'feedback:answer', now: sameInBoth(now.answer ?? ''), typed: sameInBoth(typed.answer ?? '') },
]

/** An answer that was typed, and would not be sent. */
const unsentIn = (answer: string, { answer: sent }: Standing): FieldError[] =>
  answer.trim() === '' || answer.trim() === (sent ?? '') ? [] : [{ key: 'feedback:unsent', field: 'answer' }]

function errorsIn(parsed: ReturnType<typeof parseText>): FieldError[] {
  if (!parsed.ok) return [{ key: `errors:field.${parsed.error}`, field: 'answer', values: { most: longestAnswer } }]
  return landDemandIn(parsed.value) ? [{ key: 'feedback:land', field: 'answer' }] : []
}
