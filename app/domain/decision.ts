import { type HallStep, type Role, roleFor } from './application.ts'
import { type ApplicationEvent, type HistoryEvent, kindOfEvent } from './event.ts'
import type { Rated } from './rating.ts'
import type { Status } from './status.ts'
import { isAllowed } from './transition.ts'
import type { Truth } from './truth.ts'
import type { Condition } from './verdict.ts'

/** Where a case stands at the desk: its status, who proposes to decline it, whose texts wait, how it was rated, and since when a question waits. */
export type AtDesk = Rated & {
  readonly status: Status
  readonly proposedBy: string | null
  readonly heldBy: string | null
  readonly askedAt?: string | null
}

/** The acting staff member; `roles`: all of theirs, where they have several, the one that may do most first. */
export type HallActor = { readonly role: Role; readonly id: string; readonly roles?: readonly Role[] }

/** The same in the role in which they take a step. */
export const inRoleFor = (step: HallStep, { role, roles = [role], id }: HallActor) => ({ role: roleFor(step, [role, ...roles]), id })

/** May this staff member do this with a case now? */
export const mayAtDesk = (atDesk: AtDesk, step: HallStep, who: HallActor): boolean => isAllowed(atDesk, step, inRoleFor(step, who))

/** Is a condition local, wholly or in part? Hall staff then decide it. */
export function isLocal({ kind, locallySet }: Pick<Condition, 'kind' | 'locallySet'>): boolean {
  return kind === 'local' || locallySet
}

/** How the hall that has a case last decided each condition it decides, by the id of the condition; how another hall did is not its decision. */
export function judgedIn(history: readonly HistoryEvent[]): ReadonlyMap<string, Extract<ApplicationEvent, { type: 'judge' }>> {
  const own = history.slice(history.findLastIndex((event) => kindOfEvent(event) === 'hand-over') + 1)
  return new Map(own.flatMap((event) => (event.type === 'judge' ? [[event.condition, event] as const] : [])))
}

/** Must an approval say why: is a condition the locality decides not yet decided, or decided against? */
export function needsWhy(conditions: readonly { readonly local: boolean; readonly judged: Truth | null }[]): boolean {
  return conditions.some(({ local, judged }) => local && judged !== 'yes')
}
