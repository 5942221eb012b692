import { wordReaders } from '#app/domain/application.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { placeOfSecondReader, type Worker } from '#app/domain/held-words.ts'
import { type Place, practicePlace } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { eventsOf } from '#db/audit-log.server.ts'
import { caseWorkers } from '#db/cases.server.ts'
import { type HeldCase, heldCases } from '#db/held-words.server.ts'
import { decryptEvent } from './case-events.server.ts'

/** Words that wait for a second reader: the event that holds them. */
export type HeldWords = Extract<ApplicationEvent, { type: 'hold-words' }>

/** The words that wait in a case; undefined where none do, or the last that were held cannot be read: older ones do not stand for them. */
export async function heldOf({ id, heldBy }: Pick<StoredApplication, 'id' | 'heldBy'>): Promise<HeldWords | undefined> {
  if (heldBy === null) return undefined
  const last = (await eventsOf(id)).findLast(({ type }) => type === 'hold-words')
  const read = last && decryptEvent(last)
  return read?.ok && read.value.type === 'hold-words' && read.value.actor.id === heldBy ? read.value : undefined
}

/** The step of somebody that waits, to be written otherwise; undefined where none of theirs does. */
export async function ownHeldStep(application: StoredApplication, id: string): Promise<HeldWords['step'] | undefined> {
  return application.heldBy === id ? (await heldOf(application))?.step : undefined
}

/** The step that waits, as it happens when it is released: whoever wrote it took it, at the moment it goes. */
export function stepReleased({ step, actor }: HeldWords, at: string): CaseEvent {
  return { ...step, actor, at }
}

/** Everybody who works on cases now, with the place of their hall. */
async function workers(): Promise<Worker[]> {
  return (await caseWorkers()).flatMap(({ id, role, hall }) => (hall ? [{ id, role, place: hall.place }] : []))
}

/** The place whose people are to read words of somebody in a case of a county; undefined where there is nobody but who wrote them. */
export async function secondReaderOf(county: string | null, writer: string | undefined): Promise<Place | undefined> {
  return placeOfSecondReader(await workers(), county ?? '', writer ?? '')
}

/** So many cases are looked through at the most; what waits longest comes first. */
const mostCases = 200

/** Cases in which words wait: those whose words somebody is to read as the second, and those in which their own wait. */
export async function heldCasesFor(staff: Staff): Promise<{ readonly toRead: readonly HeldCase[]; readonly own: readonly HeldCase[] }> {
  const place = scopeOf(staff)
  if (place === undefined) return { toRead: [], own: [] }
  const [held, all] = [await heldCases(place, mostCases), await workers()]
  const isTheirs = ({ heldBy, county }: HeldCase) =>
    heldBy !== staff.id && placeOfSecondReader(all, county, heldBy) === (staff.practice ? practicePlace : staff.hall?.place)
  return { toRead: held.filter(isTheirs), own: held.filter(({ heldBy }) => heldBy === staff.id) }
}

/** In how many cases words wait for somebody to read them; null where that is nobody's of their role. */
export async function countToRead(staff: Staff): Promise<number | null> {
  if (!wordReaders.some((role) => role === staff.role)) return null
  return (await heldCasesFor(staff)).toRead.length
}
