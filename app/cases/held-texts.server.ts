import { wordReaders } from '#app/domain/application.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import type { EventText } from '#app/domain/event-text.ts'
import { placeOfSecondReader, returnedHeld } from '#app/domain/held-texts.ts'
import { returnedInternal } from '#app/domain/internal-texts.ts'
import { type Place, practicePlace } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { InternalStep, WordedStep } from '#app/domain/worded-step.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { eventsOf } from '#db/audit-log.server.ts'
import { type HeldCase, heldCases, type InternalCase, returnedCases } from '#db/held-texts.server.ts'
import { decryptEvent, historyOf } from './case-events.server.ts'
import { type InternalInCase, internalTextsFor } from './internal-texts.server.ts'
import { workers } from './workers.server.ts'

/** Texts that wait for a second reader: the event that holds them. */
export type HeldText = Extract<ApplicationEvent, { type: 'hold-words' }>

/** The texts that wait in a case; undefined where none do, or the last that were held cannot be read: older ones do not stand for them. */
export async function heldOf({ id, heldBy }: Pick<StoredApplication, 'id' | 'heldBy'>): Promise<HeldText | undefined> {
  if (heldBy === null) return undefined
  const last = (await eventsOf(id)).findLast(({ type }) => type === 'hold-words')
  const read = last && decryptEvent(last)
  return read?.ok && read.value.type === 'hold-words' && read.value.actor.id === heldBy ? read.value : undefined
}

/** The step of somebody that waits, to be written otherwise; undefined where none of theirs does. */
export async function ownHeldStep(application: StoredApplication, id: string): Promise<HeldText['step'] | undefined> {
  return application.heldBy === id ? (await heldOf(application))?.step : undefined
}

/** The step that waits, as it happens when it is released: whoever wrote it took it, at the moment it goes. */
export function stepReleased({ step, actor }: HeldText, at: string): CaseEvent {
  return { ...step, actor, at }
}

/** The place whose people are to read texts of somebody in a case of a county; undefined where there is nobody but who wrote them. */
export async function secondReaderOf(county: string | null, writer: string | undefined): Promise<Place | undefined> {
  return placeOfSecondReader(await workers(), county ?? '', writer ?? '')
}

/** So many cases are looked through at the most, of each kind; what waits longest comes first. */
const mostCases = 200

/** What waits: what somebody is to read as the second, and their own. */
type Waiting<Of> = { readonly toRead: readonly Of[]; readonly own: readonly Of[] }

/** The texts that wait for a second reader: those residents read, one step a case, and those staff read. */
export async function heldTextsFor(
  staff: Staff,
): Promise<{ readonly held: Waiting<HeldCase>; readonly internal: Waiting<InternalInCase> }> {
  return { held: await heldCasesFor(staff), internal: await internalTextsFor(staff, mostCases) }
}

async function heldCasesFor(staff: Staff): Promise<Waiting<HeldCase>> {
  const place = scopeOf(staff)
  if (place === undefined) return { toRead: [], own: [] }
  const [held, all] = [await heldCases(place, mostCases), await workers()]
  const isTheirs = ({ heldBy, county }: HeldCase) =>
    heldBy !== staff.id && placeOfSecondReader(all, county, heldBy) === (staff.practice ? practicePlace : staff.hall?.place)
  return { toRead: held.filter(isTheirs), own: held.filter(({ heldBy }) => heldBy === staff.id) }
}

/** Texts returned to their author: in which case, of which step, why where residents were to read them, and from whom. */
export type ReturnedText = InternalCase & {
  readonly step: WordedStep['type'] | InternalStep['type']
  readonly reason: EventText | null
  readonly at: string
  readonly by: string | undefined
}

/** Everything that was returned to somebody and that they did nothing about yet, the latest first. */
export async function returnedTo(staff: Staff): Promise<ReturnedText[]> {
  const place = scopeOf(staff)
  if (place === undefined) return []
  const found: ReturnedText[] = []
  for (const one of await returnedCases(place, mostCases)) {
    const history = await historyOf(one.id)
    const result = returnedHeld(history, staff.id)
    if (result)
      found.push({ ...one, step: result.held.step.type, reason: result.back.reason, at: result.back.at, by: result.back.actor.id })
    for (const { held, by, at } of returnedInternal(history, staff.id)) found.push({ ...one, step: held.step.type, reason: null, at, by })
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** In how many steps texts wait for somebody to read them; null where that is nobody's of their role. */
export async function countToRead(staff: Staff): Promise<number | null> {
  if (!wordReaders.some((role) => role === staff.role)) return null
  const { held, internal } = await heldTextsFor(staff)
  return held.toRead.length + internal.toRead.length
}
