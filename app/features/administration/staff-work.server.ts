import { namesOf } from '#app/access/staff-names.server.ts'
import { leaves, type Post, worksOn } from '#app/cases/assignees.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { countInternalOf } from '#app/cases/internal-texts.server.ts'
import { reassigning } from '#app/cases/reassignment.server.ts'
import { workers } from '#app/cases/workers.server.ts'
import { practicePlace } from '#app/domain/place.ts'
import { putBack } from '#app/domain/put-back.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Taker } from '#app/ui/give-to.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { casesAssignedTo, countWaiting } from '#db/assignees.server.ts'
import { staffByIds } from '#db/cases.server.ts'
import { becomingOf, type Reassigned, type StoredStaff } from '#db/staff.server.ts'

/** What lies with somebody, as administrators see it: numbers, and the colleagues it could be given to. */
export type StaffWork = {
  readonly cases: number
  readonly proposals: number
  readonly texts: number
  readonly colleagues: readonly Taker[]
}

const isReal = ({ county }: StoredApplication) => county !== practicePlace

/** What lies with somebody. Practice does not count. */
export async function workOf(one: StoredStaff): Promise<StaffWork> {
  const [cases, waiting] = [(await casesAssignedTo([one.id])).filter(isReal).length, await countWaiting(one.id)]
  const texts = waiting.texts + (await countInternalOf(one.id))
  const colleagues = (await colleaguesOf(one)).map((stored) => ({ id: stored.id, role: stored.role, name: namesOf(stored).name }))
  return { ...{ cases, texts, colleagues }, proposals: waiting.proposals }
}

/** Who works at the same hall, can sign in, and works on its cases. */
async function colleaguesOf({ id, hall }: StoredStaff): Promise<StoredStaff[]> {
  if (hall === null) return []
  const others = (await workers()).filter((one) => one.id !== id)
  return (await staffByIds(others.map((one) => one.id))).filter((one) => one.hall?.id === hall.id)
}

/**
 * What becomes of the cases of somebody who is about to be another: those they cannot work on any more are given to a colleague as far as
 * their hall has them, or put back. `not-chosen`, `gone`: there are some, and nothing was chosen, or a colleague who is not there any more.
 */
export async function workLeft(
  one: StoredStaff,
  next: Post,
  chosen: string,
  by: Staff,
  at: Date,
): Promise<Reassigned | 'not-chosen' | 'gone'> {
  const all = await casesAssignedTo([one.id])
  const leaving = all.filter((application) => leaves(one, next, application))
  const colleague = (await colleaguesOf(one)).find(({ id }) => id === chosen)
  if (leaving.some(isReal) && chosen !== putBack && !colleague) return chosen === '' ? 'not-chosen' : 'gone'
  const to = ({ county, service }: StoredApplication) =>
    colleague && county !== practicePlace && worksOn(colleague, county ?? '', service) ? colleague.id : null
  const cases = await reassigning(leaving, { actor: eventActor(by.role, by.id), at, to })
  return { cases, staying: all.length - leaving.length, to: colleague ? becomingOf(colleague) : null }
}
