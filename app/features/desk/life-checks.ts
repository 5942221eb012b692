import type { LifeStep } from '#app/domain/application.ts'
import type { Day } from '#app/domain/day.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { attemptsNeeded, isUnanswered } from '#app/domain/unanswered.ts'
import type { EventText } from '#app/domain/worded-step.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

type Values = Readonly<Record<string, string | EventText>>

/** What is wrong with a step as a whole, where each of its fields is right. */
export function checkStep(step: LifeStep, values: Values, history: readonly HistoryEvent[], today: Day): FieldError[] {
  switch (step) {
    case 'contact':
    case 'withdraw-requested':
      return []
    case 'reopen':
      return values.ground === 'ruling' && !values.number ? [{ key: 'steps:error.number', field: 'number' }] : []
    case 'serve':
      if (values.recipient === 'resident') return []
      return [
        ...(values.name ? [] : [{ key: 'steps:error.name', field: 'name' }]),
        ...(values.relation ? [] : [{ key: 'steps:error.relation', field: 'relation' }]),
      ]
    case 'resume':
      if (values.why === 'mistake' && !values.reason) return [{ key: 'steps:error.mistake', field: 'reason' }]
      if (values.why === 'unanswered' && !isUnanswered(history, today))
        return [{ key: 'steps:error.answered', field: 'why', values: { count: attemptsNeeded } }]
      return []
  }
}
