import { hash } from 'node:crypto'
import { idOf } from '#app/access/once.server.ts'
import { assignNext } from '#app/cases/assignment.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { statusesFor } from '#app/domain/application.ts'
import type { Staff } from '#app/domain/staff.ts'
import { caseWithin, nextCase } from '#db/cases.server.ts'
import { type Chosen, filterOf, openStatuses } from './filters.ts'

type Asking = { readonly staff: Staff; readonly place: string; readonly now: Date }

/**
 * The next case of a list one may work on, assigned to whoever asks: the one that is due the soonest first. In a list of one's own it is the
 * next of them. `eventId`: what is sent twice is done once. Undefined where there is none.
 */
export async function assignNextIn(
  { staff, place, now }: Asking,
  chosen: Chosen,
  eventId: string,
  leftOut = '',
): Promise<string | undefined> {
  const { statuses = openStatuses, assignee: _, ...filter } = filterOf(chosen, place, staff, now)
  const own = statusesFor(staff.roles)
  const wanted = { ...filter, statuses: statuses.filter((status) => own.includes(status)) }
  if (chosen.who === 'me') return nextCase({ ...wanted, assignee: staff.id }, new Set([leftOut]))
  return assignNext(wanted, { type: 'assign', actor: eventActor(staff.role, staff.id), at: now.toISOString(), to: staff.id }, eventId)
}

/** The case to go on with after another: the one that was named, where it is still one's own, else the next of the list. */
export async function caseAfter(asking: Asking, chosen: Chosen, done: { id: string; seen: string }, named: string) {
  const { staff, place } = asking
  const open: readonly string[] = statusesFor(staff.roles)
  const one = named === '' ? undefined : await caseWithin(place, named)
  if (one && one.assignee === staff.id && open.includes(one.status)) return one.id
  const once = hash('sha256', JSON.stringify(['after', done.id, done.seen, staff.id]), 'buffer')
  return assignNextIn(asking, chosen, idOf(once), done.id)
}
