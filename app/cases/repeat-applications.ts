import { type HistoryEvent, kindOfEvent } from '#app/domain/event.ts'
import type { Shown, Submission } from './submission.ts'

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

/** What was asked for in the last request and did not come with the answer: as it was when it was asked for. Asking for it again is nothing new. */
export function stillMissing(history: readonly HistoryEvent[], now: Submission): (target: string) => boolean {
  const answer = history.findLastIndex((event) => kindOfEvent(event) === 'resubmit')
  const asked = history.slice(0, Math.max(answer, 0)).findLast((event) => kindOfEvent(event) === 'ask-correction')
  if (asked?.type !== 'ask-correction') return () => false
  const unchanged = couldHaveBeenAsked(history, now)
  return (target) => asked.items.some((item) => item.target === target) && unchanged(target)
}

/** Does this stand otherwise in one submission than in another? `undefined`: there is none. */
export function differsIn(before: Submission | undefined, after: StandingOf): (target: string) => boolean {
  const [was, is] = [standing(before), standing(after)]
  return (target) => was.get(target) !== is.get(target)
}

/** As much of a submission as says what stands in it. */
type StandingOf = {
  readonly rows: readonly { readonly target: string; readonly value: Shown }[]
  readonly papers: readonly { readonly key: string; readonly files: readonly string[] }[]
}

/** The value of every target of a submission: the text of a field, the files of a paper. */
function standing(submission: StandingOf | undefined): ReadonlyMap<string, string> {
  const rows = submission?.rows.map(({ target, value }) => [target, typeof value === 'string' ? value : value.zh] as const) ?? []
  const papers = submission?.papers.map(({ key, files }) => [`paper/${key}`, files.join()] as const) ?? []
  return new Map([...rows, ...papers.filter(([, files]) => files !== '')])
}

/** How often something was asked for that could have been asked before. */
export function askedAgain(history: readonly HistoryEvent[]): number {
  return history.filter((event) => event.type === 'ask-correction' && event.again !== undefined).length
}
