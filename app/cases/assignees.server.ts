import { caseRoles, statusesFor } from '#app/domain/application.ts'
import { covers, type Place, practicePlace } from '#app/domain/place.ts'
import { isServed } from '#app/services/served.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { type AssignedCount, assignedCounts, casesAssignedTo } from '#db/assignees.server.ts'
import { staffByIds } from '#db/cases.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'

/** What decides which cases somebody can work on. */
export type Post = Pick<StoredStaff, 'state' | 'role' | 'roles' | 'serves' | 'hall'>

/**
 * Can somebody work on cases of a county: switched on, in a role that does, at a hall that has it, and serving the service where one is
 * named? Practice is everybody's.
 */
export function worksOn({ state, role, serves, hall }: Omit<Post, 'roles'>, county: string, service?: string): boolean {
  const isWorking = state === 'active' && caseRoles.some((one) => one === role) && hall !== null
  if (service !== undefined && !isServed(serves, service)) return false
  return isWorking && (county === practicePlace || covers(hall.place, county))
}

/** Has somebody in these roles something to do with a case as it stands? */
const hasPart = (roles: Post['roles'], { status }: Pick<StoredApplication, 'status'>) => statusesFor(roles).includes(status)

/** Does a case go from the hands of somebody who becomes another: can they not work on it any more, or not go on with it? */
export function leaves(was: Post, next: Post, one: StoredApplication): boolean {
  return !worksOn(next, one.county ?? '', one.service) || (hasPart(was.roles, one) && !hasPart(next.roles, one))
}

/** Why somebody cannot work on the cases they have: switched off, of another hall or role by now, or not on record. */
export type Away = 'off' | 'moved' | 'gone'

/** Somebody to whom open cases are assigned, and how many; `away`: why they cannot work on these, null where they can. */
export type Assignee = {
  readonly id: string
  /** Undefined where they are not on record. */
  readonly stored: StoredStaff | undefined
  readonly away: Away | null
  readonly cases: number
}

const awayFrom = (one: StoredStaff | undefined, county: string): Away | null =>
  one === undefined ? 'gone' : worksOn(one, county) ? null : one.state === 'off' ? 'off' : 'moved'

/** Everybody to whom open cases of a place are assigned, most cases first; who can work on some of theirs only is there twice. */
export async function assigneesIn(place: Place): Promise<Assignee[]> {
  const counts = await assignedCounts(place)
  const staff = await staffOf(counts)
  const all = new Map<string, Assignee>()
  for (const { assignee: id, county, found } of counts) {
    const stored = staff.get(id)
    const away = awayFrom(stored, county)
    const key = `${id} ${away}`
    all.set(key, { id, stored, away, cases: (all.get(key)?.cases ?? 0) + found })
  }
  return [...all.values()].sort((a, b) => b.cases - a.cases || (a.id < b.id ? -1 : 1))
}

const staffOf = async (counts: readonly AssignedCount[]) =>
  new Map((await staffByIds([...new Set(counts.map(({ assignee }) => assignee))])).map((one) => [one.id, one]))

/** The open cases of a place whose assignee cannot work on them, the oldest first. */
export async function abandonedCases(place: Place): Promise<StoredApplication[]> {
  const counts = await assignedCounts(place)
  const staff = await staffOf(counts)
  const isAbandoned = (assignee: string, county: string) => awayFrom(staff.get(assignee), county) !== null
  const ids = counts.filter(({ assignee, county }) => isAbandoned(assignee, county)).map(({ assignee }) => assignee)
  const cases = ids.length === 0 ? [] : await casesAssignedTo([...new Set(ids)], place)
  return cases.filter(({ assignee, county }) => isAbandoned(assignee ?? '', county ?? ''))
}

/** How many open cases of a place have an assignee who cannot work on them. */
export async function countAbandoned(place: Place): Promise<number> {
  return (await assigneesIn(place)).reduce((total, { away, cases }) => total + (away === null ? 0 : cases), 0)
}
