import { type Day, dayOf } from './day.ts'
import { type HistoryEvent, isOfDecision, isTakenIn, kindOfEvent } from './event.ts'

/** Time in which a legal limit does not run: from a day, to the day it runs again, or null. */
export type Stoppage = { readonly from: Day; readonly to: Day | null }

/** The clock of the legal limits of a case: the day it was accepted, null where it is not, and when the clock stood still since. */
export type Clock = { readonly begun: Day | null; readonly stoppages: readonly Stoppage[] }

const notBegun: Clock = { begun: null, stoppages: [] }

/**
 * The clock by the history of a case. It begins when the hall accepts; an acceptance that is taken back never began it. One that ended
 * without a decision, and was taken up again, runs on; for one that was decided before no source names a limit: `begun` is null then too.
 */
export function clockOf(history: readonly HistoryEvent[]): Clock {
  return isDecidedAnew(history) ? notBegun : history.reduce(after, notBegun)
}

/** Was a case taken up again after it had been decided? A decision that was taken back counts as never taken. */
export function isDecidedAnew(history: readonly HistoryEvent[]): boolean {
  let decided = false
  for (const event of history) {
    const kind = kindOfEvent(event)
    if (kind === 'reopen' && decided) return true
    if (isOfDecision(event)) decided = true
    if (kind === 'take-back' || kind === 'take-back-decision') decided = false
  }
  return false
}

function after(clock: Clock, event: HistoryEvent): Clock {
  const kind = kindOfEvent(event)
  if (kind === 'take-back-acceptance') return notBegun
  if (clock.begun === null) return isTakenIn(event) && event.at !== null ? { begun: dayOf(event.at), stoppages: [] } : clock
  const running = clock.stoppages.filter(({ to }) => to !== null)
  const open = clock.stoppages.find(({ to }) => to === null)
  if (event.type === 'stop-clock' && !open) return { ...clock, stoppages: [...running, { from: event.on, to: null }] }
  if (event.type === 'resume-clock' && open) return { ...clock, stoppages: [...running, { ...open, to: event.on }] }
  return clock
}

/** Since when the clock stands still; null where it runs, or did not begin. */
export const stoppedSince = (history: readonly HistoryEvent[]): Day | null =>
  clockOf(history).stoppages.find(({ to }) => to === null)?.from ?? null

/** Has the hall accepted the case, and not taken that back? A case that was taken up again was accepted once. */
export function isAccepted(history: readonly HistoryEvent[]): boolean {
  return history.reduce((accepted, event) => {
    const kind = kindOfEvent(event)
    if (kind === 'take-back-acceptance') return false
    return accepted || isTakenIn(event)
  }, false)
}
