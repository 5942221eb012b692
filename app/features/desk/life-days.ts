import type { LifeStep } from '#app/domain/application.ts'
import { clockOf, stoppedSince } from '#app/domain/clock.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { isDecided, type Status } from '#app/domain/status.ts'
import { decisionsIn } from '#app/domain/take-back.ts'
import type { Within } from './day-input.ts'

type Of = { readonly status: Status; readonly submittedAt: Date | null }
/** From which day on it can have been, and the key of what is said of an earlier one. */
export type FirstDay = Pick<Within, 'from'> & { readonly early: string }

/** The first day any of a step can have been: before something was handed in there was no case, and each step follows another. */
export function daysOf(step: LifeStep, { status, submittedAt }: Of, history: readonly HistoryEvent[]): FirstDay {
  const submitted = { from: submittedAt === null ? undefined : dayOf(submittedAt), early: 'steps:error.day-early' }
  const since = (from: Day | null, what: string) => (from === null ? submitted : { from, early: `steps:error.day-before-${what}` })
  const decided = decisionsIn(history).at(-1)?.at ?? null
  switch (step) {
    case 'serve':
    case 'annul':
    case 'issue':
    case 'collect':
      return since(decided && dayOf(decided), 'decision')
    // What ended without a decision is taken up again too.
    case 'reopen':
      return since(decided && isDecided(status) ? dayOf(decided) : null, 'decision')
    case 'stop-clock':
      return since(clockOf(history).begun, 'acceptance')
    case 'resume-clock':
      return since(stoppedSince(history), 'stop')
    default:
      return submitted
  }
}
