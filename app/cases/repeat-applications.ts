import { type HistoryEvent, kindOfEvent } from '#app/domain/event.ts'
import type { Submission } from './submission.ts'

/**
 * What could have been asked for in the last request for corrections: everything that is now as it was then.
 * `undefined` counts too: what was missing then and is missing now.
 */
export function couldHaveBeenAsked(history: readonly HistoryEvent[], now: Submission): (target: string) => boolean {
  const last = history.findLast((event) => kindOfEvent(event) === 'resubmit')
  if (last?.type !== 'resubmit') return () => false
  const [before, current] = [standing(last.before as Submission | undefined), standing(now)]
  return (target) => before.get(target) === current.get(target)
}

/** The value of every target of a submission: the text of a field, the files of a paper. */
function standing(submission: Submission | undefined): ReadonlyMap<string, string> {
  const rows = submission?.rows.map(({ target, value }) => [target, value.zh] as const) ?? []
  const papers = submission?.papers.map(({ key, files }) => [`paper/${key}`, files.join()] as const) ?? []
  return new Map([...rows, ...papers.filter(([, files]) => files !== '')])
}

/** How often something was asked for that could have been asked before. */
export function askedAgain(history: readonly HistoryEvent[]): number {
  return history.filter((event) => event.type === 'ask-correction' && event.again !== undefined).length
}
