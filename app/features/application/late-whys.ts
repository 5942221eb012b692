import { type HistoryEvent, kindOfEvent } from '#app/domain/event.ts'
import { isClosed, type Status } from '#app/domain/status.ts'

/** What of a paper came too late, since it was handed in or is not asked for any more: a photograph, or the deletion of one. */
export const lateWhys = ['late-photos', 'late-deletion'] as const

/**
 * Why a correction came too late: the application is withdrawn, or was and is taken up again; the hall asked anew, goes on without an answer,
 * or has ended it; or it was answered elsewhere. The kind of conflict it is.
 */
export type LateWhy = 'withdrawn' | 'taken-up-again' | 'asked-anew' | 'resumed' | 'ended' | 'done'

/** What ends a request for corrections, and how that is told. */
const endings: Readonly<Record<string, LateWhy>> = {
  resubmit: 'done',
  resume: 'resumed',
  close: 'resumed',
  withdraw: 'taken-up-again',
  'withdraw-requested': 'taken-up-again',
}

/** Why a correction comes too late, by where its application stands and by what became of the request that was made last. */
export function whyLate(status: Status, history: readonly HistoryEvent[]): LateWhy {
  if (status === 'withdrawn') return 'withdrawn'
  if (status === 'correction-asked') return 'asked-anew'
  const kinds = history.map(kindOfEvent)
  const ended = kinds.slice(kinds.lastIndexOf('ask-correction') + 1).find((kind) => endings[kind] !== undefined)
  const why = endings[ended ?? ''] ?? 'done'
  return why !== 'done' && isClosed(status) ? 'ended' : why
}
