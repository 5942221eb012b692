import { isCaseEventType, ruleOf } from './application.ts'
import { type HistoryEvent, kindOfEvent } from './event.ts'

/** Is an application withdrawn by an event of this kind? */
const withdraws = (kind: string): boolean =>
  isCaseEventType(kind) && ruleOf(kind).moves && Object.values(ruleOf(kind).leads).includes('withdrawn')

/** Why what is withdrawn was withdrawn, by the resident or by the hall: empty where no reason was given; undefined where it is not withdrawn. */
export function reasonWithdrawn(history: readonly HistoryEvent[]): string | undefined {
  const last = history.findLast((event) => kindOfEvent(event) === 'reopen' || withdraws(kindOfEvent(event)))
  if (last === undefined || kindOfEvent(last) === 'reopen') return undefined
  return last.type === 'withdraw' || last.type === 'withdraw-requested' ? (last.reason?.text ?? '') : ''
}
