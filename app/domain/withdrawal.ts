import { type HistoryEvent, kindOfEvent } from './event.ts'

/** Why what is withdrawn was withdrawn, by the resident or by the hall: empty where no reason was given; undefined where it is not withdrawn. */
export function reasonWithdrawn(history: readonly HistoryEvent[]): string | undefined {
  const last = history.findLast((event) => ['withdraw', 'withdraw-requested', 'reopen'].includes(kindOfEvent(event)))
  if (last === undefined || kindOfEvent(last) === 'reopen') return undefined
  return last.type === 'withdraw' || last.type === 'withdraw-requested' ? (last.reason?.text ?? '') : ''
}
