import { namesOf } from '#app/access/staff-names.server.ts'
import { worksOn } from '#app/cases/assignees.server.ts'
import { workers } from '#app/cases/workers.server.ts'
import type { Taker } from '#app/ui/give-to.tsx'
import { staffByIds } from '#db/cases.server.ts'

/** Who can work on cases of all of these counties, or of some of them; whoever was invited and never signed in is given none. */
export async function takersOf(counties: readonly string[], of: 'every' | 'some' = 'every'): Promise<Taker[]> {
  const there = await staffByIds((await workers()).map(({ id }) => id))
  const fit = there.filter((one) => counties[of]((county) => worksOn(one, county)))
  return fit.map((one) => ({ id: one.id, role: one.role, name: namesOf(one).name }))
}
