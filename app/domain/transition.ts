import { type CaseEventType, type Role, ruleOf } from './application.ts'
import { isHandedOver, marksAfter, nothingHeld } from './case-marks.ts'
import type { CaseEvent, CaseState, Deadline, Given, Marks } from './case-state.ts'
import { type Day, dayOf, daysLater } from './day.ts'
import { isMoving, movedBy } from './event.ts'
import { type AboutInternal, isAboutInternal, mayAct, stepMeant } from './internal-texts.ts'
import { sourceLanguage } from './language.ts'
import { awaitsAnswer, type Rated } from './rating.ts'
import { isClosed, type Status, storedDays } from './status.ts'

/** What is told to the resident: the key of the text, the mode they read, and the day by which they are to answer where one was said. */
export type Notice = {
  readonly to: 'resident'
  readonly text: string
  readonly mode: string
  readonly until?: Day
  /** Before this moment it is not sent. */
  readonly notBefore?: string
}

/** What becomes of a case. `changes` is null where nothing but the history does. */
export type Transition = {
  readonly ok: true
  readonly changes: { readonly status: Status; readonly marks: Marks; readonly deadline: Deadline } | null
  readonly messages: readonly Notice[]
  /** What happens with it, after the event itself. */
  readonly further: readonly CaseEvent[]
}
/** Why nothing becomes of it. */
export type Refused = { readonly ok: false; readonly why: 'not-allowed' }

/** How long an answer of the hall can be read at the least, in days. */
export const answerStoredDays = 30

/** May somebody do this with a case now? Two people decline one: who proposed it does not confirm it. */
export function isAllowed(
  state: Pick<CaseState, 'status' | 'proposedBy' | 'heldBy' | keyof Rated> & Partial<Pick<CaseState, 'askedAt'>>,
  type: CaseEventType,
  actor: { readonly role: Role; readonly id?: string | undefined },
): boolean {
  const { leads, by, proposal, held, rating, asked } = ruleOf(type)
  if (leads[state.status] === undefined || !by.includes(actor.role)) return false
  if (proposal === 'nobody' && state.proposedBy !== null) return false
  if (proposal === 'any-staff' && state.proposedBy === null) return false
  if (proposal === 'other-staff' && (state.proposedBy === null || state.proposedBy === actor.id)) return false
  if (held === 'nobody-else' && state.heldBy !== null && state.heldBy !== actor.id) return false
  if (held === 'other-staff' && (state.heldBy === null || state.heldBy === actor.id)) return false
  if (held === 'self' && state.heldBy !== actor.id) return false
  if (asked && (state.askedAt ?? null) === null) return false
  if (rating === 'none' && state.rating !== null) return false
  return rating !== 'awaits-answer' || awaitsAnswer(state)
}

/**
 * Who gives a case to others, or takes it from somebody: an administrator in one act with what becomes of a colleague or a hall. Everybody
 * may take one on that nobody has, and put back their own.
 */
export const isAssigner = (role: Role): boolean => role === 'supervisor' || role === 'administrator'

/** Does a colleague work on the case, so that this is theirs to do until somebody takes the case over? */
export function isColleagues(
  { assignee }: Pick<CaseState, 'assignee'>,
  type: CaseEventType,
  actor: { readonly id?: string | undefined },
): boolean {
  return ruleOf(type).holder === true && assignee !== null && assignee !== actor.id
}

/** The only way a case changes: what becomes of it by an event, or why not. */
export function transition(state: CaseState, event: CaseEvent, given: Given = {}): Transition | Refused {
  const meant = event.type === 'hold-words' || event.type === 'hold-internal' ? event.step.type : event.type
  return isColleagues(state, meant, event.actor) ? { ok: false, why: 'not-allowed' } : allowed(state, event, given)
}

function allowed(state: CaseState, event: CaseEvent, given: Given): Transition | Refused {
  if (!isAllowed(state, event.type, event.actor) || !mayAssign(state, event)) return { ok: false, why: 'not-allowed' }
  if (event.type === 'resume' && event.why === 'unanswered' && !given.unanswered) return { ok: false, why: 'not-allowed' }
  if (given.barred) return { ok: false, why: 'not-allowed' }
  if (event.type === 'approve' && given.originalsMissing) return { ok: false, why: 'not-allowed' }
  if (event.type === 'take-back' && !given.pending) return { ok: false, why: 'not-allowed' }
  if (event.type === 'ask-correction' && isUntilOver(event, dayOf(event.at))) return { ok: false, why: 'not-allowed' }
  const holds = event.type === 'hold-words' || event.type === 'hold-internal'
  if (holds && !isAllowed(state, event.step.type, event.actor)) return { ok: false, why: 'not-allowed' }
  if (event.type === 'release-words') return released(state, given)
  if (isAboutInternal(event)) return internalAfter(state, event, given)
  const { beside } = ruleOf(event.type)
  return {
    ok: true,
    changes: beside ? null : changesOf(state, event, given),
    messages: noticesOf(state, event, given),
    further: handOverOf(state, event, given),
  }
}

/** Is the day by which a request for corrections is to be answered over? It may have waited for a second reader; then nobody is asked by it. */
export const isUntilOver = ({ until }: { readonly until?: Day | undefined }, today: Day): boolean => until !== undefined && until <= today

/** The held step happens, and nothing waits any more; who wrote it decided it, whoever let it go. */
function released(state: CaseState, { held, ...given }: Given): Transition | Refused {
  if (!held || held.type !== state.heldStep || held.actor.id !== state.heldBy) return { ok: false, why: 'not-allowed' }
  const result = allowed({ ...state, ...nothingHeld }, held, given)
  return result.ok ? { ...result, further: [held, ...result.further] } : result
}

/** Texts for staff are let go: their step happens beside, as if whoever wrote it took it now. Or they are given back, or taken back. */
function internalAfter(state: CaseState, event: AboutInternal, { internal, ...given }: Given): Transition | Refused {
  if (!internal || !mayAct(internal, event)) return { ok: false, why: 'not-allowed' }
  const own: Transition = { ok: true, changes: changesOf(state, event, given), messages: [], further: [] }
  if (event.type !== 'release-internal') return own
  const step = stepMeant(internal, event.at)
  if (!step) return { ok: false, why: 'not-allowed' }
  const result = allowed(state, step, given)
  return result.ok ? { ...result, changes: result.changes ?? own.changes, further: [step, ...result.further] } : result
}

function mayAssign({ assignee }: CaseState, event: CaseEvent): boolean {
  if (event.type !== 'assign' || isAssigner(event.actor.role)) return true
  if (event.to === null) return assignee === event.actor.id
  return event.to === event.actor.id && (assignee === null || assignee === event.from)
}

function changesOf(state: CaseState, event: CaseEvent, given: Given): NonNullable<Transition['changes']> {
  const status = (isMoving(event) && movedBy(state.status, event)) || state.status
  return { status, marks: marksAfter(state, status, event, given), deadline: deadlineAfter(state, status, event, given) }
}

/** A legal limit runs from the day the hall accepted; what has ended stays for a while, and an answer long enough to be read. */
function deadlineAfter(state: CaseState, status: Status, event: CaseEvent, given: Given): Deadline {
  const { dueOn, expiresAt } = state
  switch (event.type) {
    case 'accept':
    case 'start-review':
    case 'resume':
      return { dueOn: dueOn ?? given.limitEnds ?? null, expiresAt }
    // A limit ran to the decision there was; without one it runs on. An open case is not deleted.
    case 'reopen':
      return { dueOn: given.limitEnds ?? null, expiresAt: null }
    case 'take-back-acceptance':
      return { dueOn: null, expiresAt: null }
    // As if it had not been decided.
    case 'take-back':
    case 'take-back-decision':
      return { dueOn, expiresAt: null }
    // While the clock stands still no day is named.
    case 'stop-clock':
      return { dueOn: null, expiresAt }
    case 'resume-clock':
      return { dueOn: given.limitEnds ?? null, expiresAt }
    case 'answer-resident':
    case 'answer-rating': {
      if (!isClosed(status)) return { dueOn, expiresAt }
      const readableUntil = after(event.at, answerStoredDays)
      return { dueOn, expiresAt: expiresAt !== null && expiresAt > readableUntil ? expiresAt : readableUntil }
    }
    default:
      return { dueOn, expiresAt: isClosed(status) && !isClosed(state.status) ? after(event.at, storedDays(status) ?? 0) : expiresAt }
  }
}

const after = (at: string, days: number) => daysLater(new Date(at), days).toISOString()

/** What the resident is told, in the language they read. */
function noticesOf({ mode }: CaseState, event: CaseEvent, { language }: Given): Notice[] {
  const { tells } = ruleOf(event.type)
  const helped = 'helped' in event && event.helped !== undefined
  if (tells === undefined || (tells === 'if-helped' && !helped)) return []
  const readIn = 'language' in event ? event.language : (language ?? mode ?? sourceLanguage)
  const notice = { to: 'resident' as const, mode: readIn }
  if (event.type === 'remind') return [{ ...notice, text: 'remind', until: event.until }]
  if (event.type === 'ask-correction' && event.until) return [{ ...notice, text: 'ask-correction-until', until: event.until }]
  const waits = event.type === 'approve' && event.finalAt !== undefined ? { notBefore: event.finalAt } : {}
  return [{ ...notice, ...waits, text: helped ? `helped.${event.type}` : event.type }]
}

function handOverOf(state: CaseState, event: CaseEvent, given: Given): CaseEvent[] {
  if (event.type === 'send-on') return [{ type: 'hand-over', actor: event.actor, at: event.at, from: state.county ?? '', to: event.to }]
  if (!isHandedOver(state, event, given)) return []
  return [{ type: 'hand-over', actor: event.actor, at: event.at, from: state.county ?? '', to: given.county ?? '' }]
}
