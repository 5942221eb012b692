import { namesOf } from '#app/access/staff-names.server.ts'
import { worksOn } from '#app/cases/assignees.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { reassigning } from '#app/cases/reassignment.server.ts'
import { contentVersion } from '#app/cases/version.server.ts'
import { type PublicHall, receiversOf } from '#app/domain/hall.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Hall, Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { publicHalls } from '#app/places/halls.server.ts'
import { isPlaceOfHalls } from '#app/services/places.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { casesAssignedTo, openCounts } from '#db/assignees.server.ts'
import { allStaff } from '#db/staff.server.ts'
import type { CaseChange } from '#db/transitions.server.ts'

/** What lies with a hall, in numbers: the open cases it receives, and its staff who are switched on. */
export type HallWork = { readonly cases: number; readonly staff: number }

const isAmong = (halls: readonly PublicHall[], county: string, id: string) =>
  receiversOf(halls, county).halls.some((hall) => hall.id === id)

const staffOf = async ({ id }: Pick<Hall, 'id'>) => (await allStaff()).filter(({ hall, state }) => hall?.id === id && state === 'active')

/** What lies with a hall. */
export async function workOfHall(hall: Pick<Hall, 'id' | 'place'>): Promise<HallWork> {
  const [halls, counts, staff] = [await publicHalls(), await openCounts(hall.place), await staffOf(hall)]
  const received = [...counts].filter(([county]) => isAmong(halls, county, hall.id))
  return { cases: received.reduce((total, [, found]) => total + found, 0), staff: staff.length }
}

/** What becomes of a hall's cases at another place: how many each hall receives then (none of them: nobody does), how many are put back. */
export type HallMove = HallWork & {
  readonly goes: readonly { readonly count: number; readonly halls: readonly InEvery<string>[] }[]
  readonly putBack: number
  /** Of all that, as it is confirmed. */
  readonly version: string
}

/** Where the cases a hall receives go once the halls are others. */
async function goingFrom(hall: Pick<Hall, 'id' | 'place'>, before: readonly PublicHall[], after: readonly PublicHall[]) {
  const goes = new Map<string, { count: number; halls: readonly InEvery<string>[] }>()
  let cases = 0
  for (const [county, found] of await openCounts(hall.place)) {
    if (!isAmong(before, county, hall.id)) continue
    cases += found
    const { halls } = receiversOf(after, county)
    if (halls.some(({ id }) => id === hall.id)) continue
    const key = halls.map(({ id }) => id).join(' ')
    goes.set(key, { count: (goes.get(key)?.count ?? 0) + found, halls: halls.map(({ name }) => name) })
  }
  return { cases, goes: [...goes.values()] }
}

/** What the closing of a hall comes to: where its cases go, and who still works in it. */
export type HallClosing = Pick<HallMove, 'cases' | 'goes' | 'version'> & {
  readonly staff: readonly { readonly id: string; readonly name: string }[]
}

/** What the closing of a hall comes to now. */
export async function closingOf(hall: Hall): Promise<HallClosing> {
  const [before, staff] = [await publicHalls(), await staffOf(hall)]
  const going = await goingFrom(
    hall,
    before,
    before.filter(({ id }) => id !== hall.id),
  )
  const told = { ...going, staff: staff.map((one) => ({ id: one.id, name: namesOf(one).name })) }
  return { ...told, version: contentVersion(told) }
}

/** What a move of a hall to another place comes to, and the cases its staff cannot work on from there. */
async function moveOf(hall: Hall, place: string): Promise<{ move: HallMove; lost: readonly StoredApplication[] }> {
  const [before, staff] = [await publicHalls(), await staffOf(hall)]
  const after = before.map((one) => (one.id === hall.id ? { ...one, place } : one))
  const { cases, goes } = await goingFrom(hall, before, after)
  const members = new Map(staff.map((one) => [one.id, one]))
  const assigned = members.size === 0 ? [] : await casesAssignedTo([...members.keys()])
  const lost = assigned.filter(({ assignee, county }) => {
    const one = members.get(assignee ?? '')
    const worksFrom = (from: Hall) => one !== undefined && worksOn({ ...one, hall: from }, county ?? '')
    return worksFrom(hall) && !worksFrom({ ...hall, place })
  })
  const told = { cases, staff: staff.length, goes, putBack: lost.length }
  return { move: { ...told, version: contentVersion([place, told]) }, lost }
}

/** The inputs that confirm a move: the version of what was shown, and that it was read. */
const [shownInput, sureInput] = ['moves', 'sure'] as const

/** Was it asked before whether a hall is to be moved? */
export const isMoveAsked = (form: FormValues): boolean => form.has(shownInput)

/** A hall whose place cannot be read has no cases: it is mended, not moved. */
const isMove = (hall: Hall, place: string) => hall.place !== place && isPlaceOfHalls(hall.place)

/** What a move comes to, as a form that was shown asks it. */
export const moveAsked = async (hall: Hall, place: string): Promise<HallMove | undefined> =>
  isMove(hall, place) ? (await moveOf(hall, place)).move : undefined

/**
 * The changes of cases that go with a hall's change, where that was confirmed as it is now, or nothing is there to confirm; else what is to
 * be confirmed, and whether that is otherwise than it was shown.
 */
export async function confirmedMove(
  hall: Hall,
  place: string,
  form: FormValues,
  by: Staff,
  at: Date,
): Promise<{ readonly cases: readonly CaseChange[] } | { readonly move: HallMove; readonly why: 'not-sure' | 'moved-on' }> {
  if (!isMove(hall, place)) return { cases: [] }
  const { move, lost } = await moveOf(hall, place)
  const isSure = form.has(sureInput)
  if (move.cases + move.staff + move.putBack > 0 && !(isSure && form.get(shownInput) === move.version))
    return { move, why: isSure ? 'moved-on' : 'not-sure' }
  return { cases: await reassigning(lost, { actor: eventActor(by.role, by.id), at, to: () => null }) }
}
