import type { LifeStep } from '#app/domain/application.ts'
import type { Day } from '#app/domain/day.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import type { EventText } from '#app/domain/event-text.ts'
import { attemptsNeeded, isUnanswered } from '#app/domain/unanswered.ts'
import { lawOf } from '#app/services/index.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { TypedFields } from './life-fields.ts'

type Values = Readonly<Record<string, string | EventText>>
type Of = { readonly service: string; readonly history: readonly HistoryEvent[]; readonly today: Day }

/** What is wrong with a step as a whole, where each of its fields is right. */
export function checkStep(step: LifeStep, values: Values, { service, history, today }: Of): FieldError[] {
  switch (step) {
    case 'reopen':
      return values.ground === 'ruling' && !values.number ? [{ key: 'steps:error.number', field: 'number' }] : []
    case 'serve':
    case 'collect':
      // Nobody took it for the resident then.
      if (values.recipient === 'resident')
        return [
          ...(values.name ? [{ key: 'steps:error.no-name', field: 'name' }] : []),
          ...(values.relation ? [{ key: 'steps:error.no-relation', field: 'relation' }] : []),
        ]
      return [
        ...(values.name ? [] : [{ key: 'steps:error.name', field: 'name' }]),
        ...(values.relation ? [] : [{ key: 'steps:error.relation', field: 'relation' }]),
      ]
    case 'resume':
      if (values.why === 'mistake' && !values.reason) return [{ key: 'steps:error.mistake', field: 'reason' }]
      if (values.why === 'unanswered' && !isUnanswered(history, today))
        return [{ key: 'steps:error.answered', field: 'why', values: { count: attemptsNeeded } }]
      return []
    case 'refuse-acceptance':
      return values.ground === 'not-competent' && !values.department ? [{ key: 'steps:error.where', field: 'department' }] : []
    case 'close':
      return values.why === 'death' && lawOf(service)?.act.inherited ? [{ key: 'steps:error.inherited', field: 'why' }] : []
    default:
      return []
  }
}

/** What is shown again of a step that was refused: an option nobody can unchoose is taken off where it is not to be chosen. */
export const typedAgain = (typed: TypedFields, errors: readonly FieldError[]): TypedFields =>
  errors.some(({ key }) => key === 'steps:error.no-relation') ? { ...typed, relation: '' } : typed
