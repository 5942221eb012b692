import { type CaseEventType, hallMoves, isClosed, isDecided, keptDays, type Role, ruleOf, type Status } from './application.ts'
import { type Day, daysLater } from './day.ts'
import { type ApplicationEvent, wordedSteps } from './event.ts'
import { sourceLanguage } from './language.ts'
import { awaitsAnswer, type Rated } from './rating.ts'

/** An event of a case. */
export type CaseEvent = Extract<ApplicationEvent, { type: CaseEventType }>

/** What the desk knows of a case besides its status: who works on it, who proposes to decline it, whose words wait. */
export type DeskMarks = {
  readonly assignee: string | null
  readonly proposedBy: string | null
  /** Whose words wait for a second reader, and in which step; null where none do. */
  readonly heldBy: string | null
  readonly heldStep: CaseEventType | null
}

/** What is known of a case besides its status. Moments are ISO timestamps. */
export type Marks = DeskMarks &
  Rated & {
    /** Six digits of the county whose hall has it; null while a draft. */
    readonly county: string | null
    /** The mode it was handed in with. */
    readonly mode: string | null
    /** How it was handed in: `self`, or with a clerk: `counter`, `paper`. */
    readonly channel: string
    /** When the hall first answered, and when it decided. */
    readonly answeredAt: string | null
    readonly decidedAt: string | null
    /** How often corrections were asked for. */
    readonly corrections: number
    /** The condition it was declined for. */
    readonly declinedFor: string | null
  }

/** The day a legal time limit ends, and when the case is taken away; null where there is none. */
export type Deadline = { readonly dueOn: Day | null; readonly expiresAt: string | null }

/** A case as a transition needs it. */
export type CaseState = Marks & Deadline & { readonly status: Status }

/** What is told to the resident: the key of the text, and the mode they read. */
export type Notice = { readonly to: 'resident'; readonly text: string; readonly mode: string }

/** What a transition needs to know besides: the first legal limit to end from now on, and the county that stands in the folder. */
export type Given = {
  readonly limitEnds?: Day | null | undefined
  readonly county?: string | undefined
  /** The step that waits, as it happens once its words are released. */
  readonly held?: CaseEvent | undefined
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

/** How long the answer to a rating can be read at the least, in days. */
export const answerKeptDays = 30

/** May somebody do this with a case now? Two people decline one: who proposed it does not confirm it. */
export function isAllowed(
  state: Pick<CaseState, 'status' | 'proposedBy' | 'heldBy' | keyof Rated>,
  type: CaseEventType,
  actor: { readonly role: Role; readonly id?: string | undefined },
): boolean {
  const { leads, by, proposal, held, rating } = ruleOf(type)
  if (leads[state.status] === undefined || !by.includes(actor.role)) return false
  if (proposal === 'nobody' && state.proposedBy !== null) return false
  if (proposal === 'somebody' && state.proposedBy === null) return false
  if (proposal === 'somebody-else' && (state.proposedBy === null || state.proposedBy === actor.id)) return false
  if (held === 'nobody-else' && state.heldBy !== null && state.heldBy !== actor.id) return false
  if (held === 'somebody-else' && (state.heldBy === null || state.heldBy === actor.id)) return false
  if (held === 'self' && state.heldBy !== actor.id) return false
  if (rating === 'none' && state.rating !== null) return false
  return rating !== 'awaits-answer' || awaitsAnswer(state)
}

/** Who gives a case to others, or takes it from somebody; everybody may take one on that nobody has. */
export const isAssigner = (role: Role): boolean => role === 'supervisor'

/** The only way a case changes: what becomes of it by an event, or why not. */
export function transition(state: CaseState, event: CaseEvent, given: Given = {}): Transition | Refused {
  if (!isAllowed(state, event.type, event.actor) || !mayAssign(state, event)) return { ok: false, why: 'not-allowed' }
  if (event.type === 'hold-words' && !isAllowed(state, event.step.type, event.actor)) return { ok: false, why: 'not-allowed' }
  if (event.type === 'release-words') return released(state, given)
  const { beside } = ruleOf(event.type)
  return {
    ok: true,
    changes: beside ? null : changesOf(state, event, given),
    messages: noticesOf(state, event),
    further: handOverOf(state, event, given),
  }
}

/** The held step happens, and nothing waits any more; who wrote it decided it, whoever let it go. */
function released(state: CaseState, { held, ...given }: Given): Transition | Refused {
  if (!held || held.type !== state.heldStep || held.actor.id !== state.heldBy) return { ok: false, why: 'not-allowed' }
  const came = transition({ ...state, ...nothingHeld }, held, given)
  return came.ok ? { ...came, further: [held, ...came.further] } : came
}

const nothingHeld = { heldBy: null, heldStep: null } as const

/** What waits after an event: nothing once it was given back, its writer did something else about it, or the case went where it cannot happen. */
function heldAfter(
  state: CaseState,
  event: CaseEvent,
  after: Pick<CaseState, 'status' | 'ratingAnsweredAt'>,
): Pick<Marks, 'heldBy' | 'heldStep'> {
  if (event.type === 'hold-words') return { heldBy: event.actor.id ?? null, heldStep: event.step.type }
  const { heldBy, heldStep } = state
  if (heldBy === null || heldStep === null || event.type === 'return-words' || event.type === 'retract-words') return nothingHeld
  if (event.actor.id === heldBy && wordedSteps.some((step) => step === event.type)) return nothingHeld
  const { leads, rating } = ruleOf(heldStep)
  const isOver = leads[after.status] === undefined || (rating === 'awaits-answer' && after.ratingAnsweredAt !== null)
  return isOver ? nothingHeld : { heldBy, heldStep }
}

function mayAssign({ assignee }: CaseState, event: CaseEvent): boolean {
  if (event.type !== 'assign' || isAssigner(event.actor.role)) return true
  return assignee === null && event.to === event.actor.id
}

function changesOf(state: CaseState, event: CaseEvent, given: Given): NonNullable<Transition['changes']> {
  const status = ruleOf(event.type).leads[state.status] ?? state.status
  const marks = marksAfter(state, status, event, given)
  return {
    status,
    marks: { ...marks, ...heldAfter(state, event, { ...marks, status }) },
    deadline: deadlineAfter(state, status, event, given),
  }
}

function marksAfter(state: CaseState, status: Status, event: CaseEvent, given: Given): Marks {
  const before: Marks = {
    ...{
      assignee: state.assignee,
      heldBy: state.heldBy,
      heldStep: state.heldStep,
      proposedBy: state.proposedBy,
      rating: state.rating,
      ratingAnsweredAt: state.ratingAnsweredAt,
    },
    ...{ county: state.county, mode: state.mode, channel: state.channel, answeredAt: state.answeredAt, decidedAt: state.decidedAt },
    ...{ corrections: state.corrections, declinedFor: state.declinedFor },
    ...(hallMoves.some((move) => move === event.type) ? { answeredAt: state.answeredAt ?? event.at } : {}),
    ...(isDecided(status) && !isDecided(state.status) ? { decidedAt: event.at } : {}),
    // A proposal ends with the status it was made in.
    ...(status === state.status ? {} : { proposedBy: null }),
  }
  switch (event.type) {
    case 'submit':
      return { ...before, county: given.county ?? '', mode: event.language, channel: event.helped?.channel ?? 'self' }
    case 'resubmit':
      return isHandedOver(state, event, given) ? { ...before, county: given.county ?? null, assignee: null } : before
    case 'ask-correction':
      return { ...before, corrections: state.corrections + 1 }
    case 'decline':
      return { ...before, declinedFor: event.condition ?? state.declinedFor }
    case 'propose-decline':
      return { ...before, proposedBy: event.actor.id ?? null }
    case 'return-proposal':
      return { ...before, proposedBy: null }
    case 'assign':
      return { ...before, assignee: event.to }
    case 'rate':
      return { ...before, rating: event.score }
    case 'answer-rating':
      return { ...before, ratingAnsweredAt: event.at }
    default:
      return before
  }
}

/** A legal limit runs from the day the hall accepted; what has ended is kept for a while, and an answer long enough to be read. */
function deadlineAfter({ dueOn, expiresAt, ...state }: CaseState, status: Status, event: CaseEvent, given: Given): Deadline {
  switch (event.type) {
    case 'accept':
    case 'start-review':
      return { dueOn: dueOn ?? given.limitEnds ?? null, expiresAt }
    case 'answer-rating': {
      const read = after(event.at, answerKeptDays)
      return { dueOn, expiresAt: expiresAt !== null && expiresAt > read ? expiresAt : read }
    }
    default:
      return { dueOn, expiresAt: isClosed(status) && !isClosed(state.status) ? after(event.at, keptDays(status) ?? 0) : expiresAt }
  }
}

const after = (at: string, days: number) => daysLater(new Date(at), days).toISOString()

/** What the resident is told, in the language they read when they handed in. */
function noticesOf({ mode }: CaseState, event: CaseEvent): Notice[] {
  const { tells } = ruleOf(event.type)
  const helped = 'helped' in event && event.helped !== undefined
  if (tells === undefined || (tells === 'if-helped' && !helped)) return []
  const read = 'language' in event ? event.language : (mode ?? sourceLanguage)
  return [{ to: 'resident', text: helped ? `helped.${event.type}` : event.type, mode: read }]
}

/** Does another county stand in what is handed in now? The hall of that one has it from then on, and nobody there works on it yet. */
function isHandedOver({ county: from }: CaseState, event: CaseEvent, { county: to }: Given): boolean {
  return event.type === 'resubmit' && to !== undefined && from !== null && to !== from
}

function handOverOf(state: CaseState, event: CaseEvent, given: Given): CaseEvent[] {
  if (!isHandedOver(state, event, given)) return []
  return [{ type: 'hand-over', actor: event.actor, at: event.at, from: state.county ?? '', to: given.county ?? '' }]
}
