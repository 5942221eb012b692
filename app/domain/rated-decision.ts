import { type DecisionEvent, type HistoryEvent, isDecision, kindOfEvent } from './event.ts'
import { decisionsIn } from './take-back.ts'

/** The decision a resident knew when they rated last; undefined where there was none. */
export function ratedDecision(history: readonly HistoryEvent[]): DecisionEvent | undefined {
  const rated = history.findLastIndex((event) => kindOfEvent(event) === 'rate')
  return decisionsIn(history.slice(0, Math.max(rated, 0))).findLast(isDecision)
}
