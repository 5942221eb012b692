import { hallMoves, ruleOf } from './application.ts'
import type { CaseEvent, CaseState, Given, Marks } from './case-state.ts'
import { awaitsAnswer } from './rating.ts'
import { isClosed, isDecided, type Status } from './status.ts'
import { isReminder, wordedSteps } from './worded-step.ts'

/** What is known of a case after an event. */
export function marksAfter(state: CaseState, status: Status, event: CaseEvent, given: Given): Marks {
  return { ...ownMarksAfter(state, status, event, given), ...heldAfter(state, event, status) }
}

function ownMarksAfter(state: CaseState, status: Status, event: CaseEvent, given: Given): Marks {
  const before: Marks = {
    assignee: state.assignee,
    heldBy: state.heldBy,
    heldStep: state.heldStep,
    // A proposal ends with the status it was made in.
    proposedBy: status === state.status ? state.proposedBy : null,
    rating: state.rating,
    ratingAnsweredAt: state.ratingAnsweredAt,
    county: state.county,
    mode: state.mode,
    channel: state.channel,
    answeredAt: hallMoves.some((move) => move === event.type) ? (state.answeredAt ?? event.at) : state.answeredAt,
    decidedAt: decidedAfter(state, status, event),
    corrections: state.corrections,
    askedAt: status === 'withdrawn' ? null : state.askedAt,
    declinedFor: state.declinedFor,
  }
  switch (event.type) {
    case 'submit':
      return { ...before, county: given.county ?? '', mode: event.language, channel: event.helped?.channel ?? 'self' }
    case 'resubmit':
      return isHandedOver(state, event, given) ? { ...before, county: given.county ?? null, assignee: null } : before
    case 'ask-correction':
      // Asking again for what was never sent demands nothing new.
      return isReminder(event) ? before : { ...before, corrections: state.corrections + 1 }
    case 'decline':
      return { ...before, declinedFor: event.condition ?? state.declinedFor }
    case 'propose-decline':
      return { ...before, proposedBy: event.actor.id ?? null }
    case 'return-proposal':
      return { ...before, proposedBy: null }
    // Who begins to review what nobody has takes it on.
    case 'start-review':
      return { ...before, assignee: state.assignee ?? event.actor.id ?? null }
    // Whoever had it decided it: it is for anybody now.
    case 'reopen':
      return { ...before, ...ratedAnew(state), assignee: null, declinedFor: null }
    case 'take-back-decision':
      return { ...before, declinedFor: null }
    case 'send-on':
      return { ...before, county: event.to, assignee: null }
    case 'assign':
      return { ...before, assignee: event.to }
    case 'ask-hall':
      return { ...before, askedAt: state.askedAt ?? event.at }
    case 'answer-resident':
      return { ...before, askedAt: null }
    case 'rate':
      return { ...before, rating: event.score }
    case 'answer-rating':
      return isClosed(status) ? { ...before, ratingAnsweredAt: event.at } : { ...before, rating: null, ratingAnsweredAt: null }
    default:
      return before
  }
}

/** What is taken up again can be rated again; a low rating that waits for its answer keeps waiting. */
const ratedAnew = (state: CaseState): Pick<Marks, 'rating' | 'ratingAnsweredAt'> =>
  awaitsAnswer(state) ? { rating: state.rating, ratingAnsweredAt: state.ratingAnsweredAt } : { rating: null, ratingAnsweredAt: null }

/** When the case was decided; what is taken up again is not. */
function decidedAfter(state: CaseState, status: Status, event: CaseEvent): string | null {
  if (!isDecided(status)) return null
  return isDecided(state.status) ? state.decidedAt : event.at
}

/** Does another county stand in what is handed in now? The hall of that one has it from then on, and nobody there works on it yet. */
export function isHandedOver({ county: from }: CaseState, event: CaseEvent, { county: to }: Given): boolean {
  return event.type === 'resubmit' && to !== undefined && from !== null && to !== from
}

/** Nothing waits for a second reader. */
export const nothingHeld = { heldBy: null, heldStep: null } as const

/** What waits after an event: nothing once it was given back, its writer did something else about it, or the case went where it cannot happen. */
function heldAfter(state: CaseState, event: CaseEvent, status: Status): Pick<Marks, 'heldBy' | 'heldStep'> {
  if (event.type === 'hold-words') return { heldBy: event.actor.id ?? null, heldStep: event.step.type }
  const { heldBy, heldStep } = state
  if (heldBy === null || heldStep === null || event.type === 'return-words' || event.type === 'retract-words') return nothingHeld
  if (event.actor.id === heldBy && wordedSteps.some((step) => step === event.type)) return nothingHeld
  return ruleOf(heldStep).leads[status] === undefined ? nothingHeld : { heldBy, heldStep }
}
