import { isCaseEventType, ruleOf } from './application.ts'
import { type DecisionEvent, type HistoryEvent, isOfDecision, kindOfEvent } from './event.ts'

type Approval = Extract<DecisionEvent, { type: 'approve' }>

/** For how many seconds an approval can be taken back before anybody is told. */
export const takeBackSeconds = 10
/** What a request may take longer on its way, in seconds: what was pressed in time counts. */
const graceSeconds = 3

/** Until when an approval that is taken now may be taken back, and is told to nobody. */
export const finalFrom = (now: Date): string => new Date(now.getTime() + (takeBackSeconds + graceSeconds) * 1000).toISOString()

/** How many whole seconds are left to be shown; 0 where the time is over. */
export function secondsLeft({ finalAt }: { readonly finalAt?: string | undefined }, now: Date): number {
  if (finalAt === undefined) return 0
  return Math.max(0, Math.ceil((Date.parse(finalAt) - now.getTime()) / 1000) - graceSeconds)
}

/** The history without approvals that were taken back, nor that they were: as if they had not been. */
export function withoutTakenBack<E extends HistoryEvent>(history: readonly E[]): E[] {
  return history.filter((event, index) => kindOfEvent(event) !== 'take-back' && !isTakenBack(history, index))
}

/** What was decided, and stands: every decision that was not taken back, first things first. */
export const decisionsIn = (history: readonly HistoryEvent[]): HistoryEvent[] => withoutTakenBack(history).filter(isOfDecision)

/** Of an approval: is the next thing that changed the case that it was taken back? */
function isTakenBack(history: readonly HistoryEvent[], index: number): boolean {
  const event = history[index]
  if (event === undefined || kindOfEvent(event) !== 'approve') return false
  const next = history.slice(index + 1).find(isChange)
  return next !== undefined && kindOfEvent(next) === 'take-back'
}

/** Views, notes and the like stand beside a case. */
function isChange(event: HistoryEvent): boolean {
  const kind = kindOfEvent(event)
  return isCaseEventType(kind) && ruleOf(kind).beside !== true
}

/** The approval that is not told to anybody yet; undefined where there is none, or something happened on it. */
export function pendingIn(history: readonly HistoryEvent[], now: Date): Approval | undefined {
  const last = history.findLast(isChange)
  if (last?.type !== 'approve' || last.finalAt === undefined) return undefined
  return Date.parse(last.finalAt) > now.getTime() ? last : undefined
}

/** May this member of staff take the last approval back? Only whoever gave it. */
export function isPending(history: readonly HistoryEvent[], by: string | undefined, now: Date): boolean {
  const pending = pendingIn(history, now)
  return pending !== undefined && by !== undefined && pending.actor.id === by
}

/** The history as the resident is told it: without what is not told yet. */
export function toldHistory(history: readonly HistoryEvent[], now: Date): HistoryEvent[] {
  const pending = pendingIn(history, now)
  return withoutTakenBack(history).filter((event) => event !== pending)
}
