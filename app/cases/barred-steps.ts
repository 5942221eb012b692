import type { CaseEventType } from '#app/domain/application.ts'
import { clockOf, isAccepted, stoppedSince } from '#app/domain/clock.ts'
import { type HistoryEvent, isDecision, isOfDecision, kindOfEvent } from '#app/domain/event.ts'
import { practicePlace } from '#app/domain/place.ts'
import { withoutTakenBack } from '#app/domain/take-back.ts'
import { lawOf } from '#app/services/index.ts'

/** What is known of a case where a step is asked for. */
type Of = {
  readonly service: string
  readonly county: string | null
  readonly dueOn: string | null
  readonly history: readonly HistoryEvent[]
  /** Who takes the step. */
  readonly who: string | undefined
}

/** Steps against which more can speak than the status of a case. */
const depending = [
  ...(['approve', 'propose-decline', 'decline', 'refuse-acceptance', 'stop-clock', 'resume-clock', 'send-on'] as const),
  ...(['ask-hall', 'offer-to-relatives', 'take-back-acceptance', 'take-back-decision', 'annul', 'collect', 'answer-rating'] as const),
] satisfies readonly CaseEventType[]

/** Can more speak against a step than the status of a case? Its history need not be read for the others. */
export const isDepending = (step: CaseEventType): boolean => depending.some((one) => one === step)

/** Why a step cannot be taken with this case, by its service and its history: the key of a sentence; null where nothing speaks against it. */
export function whyBarred(step: CaseEventType, of: Of): `steps:barred.${string}` | null {
  const { service } = of
  const history = withoutTakenBack(of.history)
  const act = lawOf(service)?.act
  switch (step) {
    case 'propose-decline':
    case 'decline':
      return act?.placed ? 'steps:barred.placed' : null
    case 'refuse-acceptance':
      if (act?.placed) return 'steps:barred.placed'
      return isAccepted(history) ? 'steps:barred.accepted' : decidedAlone(history, of.who)
    case 'approve':
      return decidedAlone(history, of.who)
    case 'answer-rating':
      return isRatedOwn(history, of.who) ? 'steps:barred.own-rating' : null
    case 'annul':
      return lastDecider(history) === of.who ? 'steps:barred.decided-before' : null
    case 'stop-clock':
      return act?.stops && of.dueOn !== null ? null : 'steps:barred.no-clock'
    case 'resume-clock':
      return stoppedSince(history) === null ? 'steps:barred.not-stopped' : null
    case 'ask-hall':
      return waitingQuestions(history) < mostQuestions ? null : 'steps:barred.asked-enough'
    case 'send-on':
      return of.county === practicePlace ? 'steps:barred.practice' : null
    case 'offer-to-relatives':
      return act?.inherited ? null : 'steps:barred.ends-with-death'
    case 'take-back-acceptance':
      return clockOf(history).begun === null ? 'steps:barred.not-accepted' : null
    case 'take-back-decision':
      return sinceDecision(history).some((kind) => handedOver.some((one) => one === kind)) ? 'steps:barred.served' : null
    case 'collect':
      return sinceDecision(history).includes('issue') ? null : 'steps:barred.not-issued'
    default:
      return null
  }
}

/** So many questions of a case wait for one answer at the most. */
export const mostQuestions = 3

/** How many questions were asked since the hall answered last. */
function waitingQuestions(history: readonly HistoryEvent[]): number {
  const kinds = history.map(kindOfEvent)
  return kinds.slice(kinds.lastIndexOf('answer-resident') + 1).filter((kind) => kind === 'ask-hall').length
}

/** What shows that a decision reached the resident. */
const handedOver = ['serve', 'issue', 'rate'] as const satisfies readonly CaseEventType[]

/** The kinds of events since the last decision. */
function sinceDecision(history: readonly HistoryEvent[]): string[] {
  return history.slice(history.findLastIndex(isOfDecision) + 1).map(kindOfEvent)
}

/** Who decided last; undefined where nobody did, or where it cannot be read. */
const lastDecider = (history: readonly HistoryEvent[]) => history.findLast(isDecision)?.actor.id

/** Did somebody approve what was rated, or propose to decline it? Nobody answers for that themselves; whoever confirmed a refusal looks over it. */
function isRatedOwn(history: readonly HistoryEvent[], who: string | undefined): boolean {
  const last = history.findLast((event) => event.type === 'approve' || event.type === 'propose-decline')
  return who !== undefined && last?.actor.id === who
}

/** Whoever decided a case does not decide it alone once it was taken up again. To decline it takes two people anyway. */
function decidedAlone(history: readonly HistoryEvent[], who: string | undefined): 'steps:barred.decided-before' | null {
  const reopened = history.findLastIndex((event) => kindOfEvent(event) === 'reopen')
  if (reopened < 0) return null
  const before = history.slice(0, reopened)
  const proposed = before.findLast((event) => event.type === 'propose-decline')
  return [lastDecider(before), proposed?.type === 'propose-decline' ? proposed.actor.id : undefined].includes(who) && who !== undefined
    ? 'steps:barred.decided-before'
    : null
}
