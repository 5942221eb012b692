import type { CaseEvent } from '#app/domain/case-state.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { secondReaders, type Worker } from '#app/domain/held-texts.ts'
import { type InternalText, isAboutInternal, isOfInternal, waitingInternal } from '#app/domain/internal-texts.ts'
import { province } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { type InternalCase, internalCases } from '#db/held-texts.server.ts'
import { historyOf } from './case-events.server.ts'
import { workers } from './workers.server.ts'

/** So many cases are looked through at the most, to count what waits. */
const mostCounted = 1000

/** The texts for staff that wait in a case, each with those who are to read it. */
export async function internalOf({ county }: Pick<StoredApplication, 'county'>, history: readonly HistoryEvent[]): Promise<InternalText[]> {
  if (!history.some(({ type }) => type === 'hold-internal' || type === 'unreadable')) return []
  return waitingIn(await workers(), county, history)
}

function waitingIn(all: readonly Worker[], county: string | null, history: readonly HistoryEvent[]): InternalText[] {
  return waitingInternal(history, (writer = '') => secondReaders(all, county ?? '', writer).map(({ id }) => id))
}

/** The texts for staff an event is about, where they wait. */
export async function internalFor(application: StoredApplication, event: CaseEvent): Promise<InternalText | undefined> {
  if (!isAboutInternal(event)) return undefined
  return (await internalOf(application, await historyOf(application.id))).find(({ id }) => id === event.of)
}

/** Texts for staff that wait, and their case. */
export type InternalInCase = InternalCase & { readonly text: InternalText }

/** Texts for staff that wait in any case, at the most `most` cases: those somebody is to read as the second, and their own. */
export async function internalTextsFor(
  staff: Staff,
  most: number,
): Promise<{ readonly toRead: readonly InternalInCase[]; readonly own: readonly InternalInCase[] }> {
  const place = scopeOf(staff)
  const cases = place === undefined ? [] : await internalCases(place, most)
  const all = cases.length > 0 ? await workers() : []
  const waiting: InternalInCase[] = []
  for (const one of cases) {
    const history = await historyOf(one.id, isOfInternal)
    waiting.push(...waitingIn(all, one.county, history).map((text) => ({ ...one, text })))
  }
  return {
    toRead: waiting.filter(({ text }) => text.readers.includes(staff.id)),
    own: waiting.filter(({ text }) => text.held?.actor.id === staff.id),
  }
}

/** In how many steps texts for staff wait that somebody wrote, in any place but practice. */
export async function countInternalOf(writer: string): Promise<number> {
  const cases = await internalCases(province, mostCounted)
  const waiting = await Promise.all(cases.map(async ({ id, county }) => waitingIn([], county, await historyOf(id, isOfInternal))))
  return waiting.flat().filter(({ held }) => held?.actor.id === writer).length
}
