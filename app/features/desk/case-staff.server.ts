import { namesOf } from '#app/access/staff-names.server.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { covers } from '#app/domain/place.ts'
import { caseWorkers } from '#db/cases.server.ts'

/** Everybody of the staff a history names. */
export function staffIn(history: readonly HistoryEvent[]): string[] {
  const readable = history.flatMap((event) => (event.type === 'unreadable' ? [] : [event]))
  return readable
    .flatMap((event) => [event.actor.id, ...(event.type === 'assign' ? [event.to, event.from] : [])])
    .filter((id): id is string => id != null)
}

/** Who may work on a case of a county: id, name and role. */
export async function workersFor(county: string) {
  const workers = (await caseWorkers()).filter(({ hall }) => hall !== null && covers(hall.place, county))
  return workers.map((one) => ({ id: one.id, role: one.role, name: namesOf(one).name }))
}
