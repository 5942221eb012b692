import { mayOpen } from '#app/domain/staff.ts'
import type { Actor } from './request-context.server.ts'

export type { HallStep } from '#app/domain/application.ts'
export { mayAtDesk } from '#app/domain/decision.ts'
export { type DeskPart, mayOpen, scopeOf } from '#app/domain/staff.ts'

/**
 * Is a folder that is open here their own? That of a resident, and of staff whose role helps nobody at the counter; behind a locked screen
 * none is.
 */
export const mayHaveOwnFolder = (actor: Actor): boolean =>
  actor.by === 'resident' || (actor.by === 'staff' && !actor.locked && !mayOpen(actor.session.stored.role, 'counter'))
