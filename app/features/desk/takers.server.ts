import { namesOf } from '#app/access/staff-names.server.ts'
import { worksOn } from '#app/cases/assignees.server.ts'
import { workers } from '#app/cases/workers.server.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Taker } from '#app/ui/give-to.tsx'
import { staffByIds } from '#db/cases.server.ts'

/**
 * To whom somebody can give cases of all of these counties, or of some of them: whoever was invited and never signed in is given none, and
 * practice stays within the hall.
 */
export async function takersOf(by: Staff, counties: readonly string[], of: 'every' | 'some' = 'every'): Promise<Taker[]> {
  const there = await staffByIds((await workers()).map(({ id }) => id))
  const near = there.filter(({ hall }) => !by.practice || hall?.id === by.hall?.id)
  const fit = near.filter((one) => counties[of]((county) => worksOn(one, county)))
  return fit.map((one) => ({ id: one.id, role: one.role, name: namesOf(one).name }))
}
