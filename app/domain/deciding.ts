import { isClosed, isWithHall, moved, type Role, type Status } from './application.ts'
import type { ApplicationEvent } from './event.ts'
import { awaitsAnswer, type Rated } from './rating.ts'
import { ratingAnswerers } from './staff.ts'
import type { Truth } from './truth.ts'
import type { Condition } from './verdict.ts'

/** Where a case stands at the desk: its status, who proposes to decline it, and how it was rated. */
export type AtDesk = Rated & { readonly status: Status; readonly proposedBy: string | null }

/** Who of the hall acts. */
export type HallActor = { readonly role: Role; readonly id: string }

/** What somebody of the hall does with a case; what residents and time do is not theirs. */
export type HallStep = Extract<
  ApplicationEvent['type'],
  | ('accept' | 'start-review' | 'ask-correction' | 'approve' | 'decline' | 'propose-decline' | 'return-proposal')
  | ('judge' | 'assign' | 'note' | 'look' | 'answer-rating')
>

/** May somebody of the hall do this with a case now? Two people decline one: who proposed it does not confirm it. */
export function mayAtDesk(atDesk: AtDesk, step: HallStep, { role, id }: HallActor): boolean {
  const { status, proposedBy } = atDesk
  switch (step) {
    case 'accept':
    case 'start-review':
      return moved(status, step, role) !== undefined
    case 'ask-correction':
    case 'approve':
      return proposedBy === null && moved(status, step, role) !== undefined
    case 'propose-decline':
      return proposedBy === null && role === 'reviewer' && status === 'in-review'
    case 'return-proposal':
      return proposedBy !== null && role === 'supervisor' && status === 'in-review'
    case 'decline':
      return proposedBy !== null && proposedBy !== id && moved(status, step, role) !== undefined
    case 'judge':
      return proposedBy === null && role === 'reviewer' && isWithHall(status)
    case 'assign':
      return !isClosed(status)
    case 'answer-rating':
      return ratingAnswerers.some((one) => one === role) && awaitsAnswer(atDesk)
    case 'note':
    case 'look':
      return true
  }
}

/** Does the locality decide a condition, wholly or in part? Somebody of the hall then says how. */
export function isLocal({ kind, locallySet }: Pick<Condition, 'kind' | 'locallySet'>): boolean {
  return kind === 'local' || locallySet
}

/** How the hall that has a case last decided each condition it decides, by the id of the condition; how another hall did is not its decision. */
export function judgedIn(history: readonly ApplicationEvent[]): ReadonlyMap<string, Extract<ApplicationEvent, { type: 'judge' }>> {
  const own = history.slice(history.findLastIndex(({ type }) => type === 'hand-over') + 1)
  return new Map(own.flatMap((event) => (event.type === 'judge' ? [[event.condition, event] as const] : [])))
}

/** Must an approval say why: is a condition the locality decides not yet decided, or decided against? */
export function needsWhy(
  conditions: readonly Pick<Condition, 'id' | 'kind' | 'locallySet'>[],
  judged: ReadonlyMap<string, { readonly truth: Truth }>,
): boolean {
  return conditions.some((condition) => isLocal(condition) && judged.get(condition.id)?.truth !== 'yes')
}
