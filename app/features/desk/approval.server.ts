import { needsWhy } from '#app/domain/decision.ts'
import type { traceOf } from './case-trace.server.ts'
import type { Original } from './originals.server.ts'
import type { DeskPaper } from './submitted.server.ts'

/**
 * What the form shows by which a case is approved on its own page: must a reason be given, and which standard sentence is chosen already. None
 * is where a condition is open: then somebody says why in so many words.
 */
export function approvalOf(trace: ReturnType<typeof traceOf>, originals: readonly Original[], papers: readonly DeskPaper[]) {
  const why = needsWhy(trace)
  return {
    needsWhy: why,
    phrase: why ? '' : phraseFor(originals, papers),
    missing: originals.some(isMissing),
  }
}

const isMissing = ({ required, seen }: Original) => required && seen === null

/** The one standard sentence that is true of the papers; empty where none is. */
function phraseFor(originals: readonly Original[], papers: readonly DeskPaper[]): string {
  if (originals.length > 0 && originals.every(({ seen }) => seen !== null)) return 'approve.checked-at-window'
  return papers.length > 0 && papers.every(({ files }) => files.length > 0) ? 'approve.papers-match' : ''
}
