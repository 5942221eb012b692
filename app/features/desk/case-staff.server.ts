import { namesOf } from '#app/access/staff-names.server.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { covers } from '#app/domain/place.ts'
import { isServed } from '#app/services/served.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { caseWorkers } from '#db/cases.server.ts'

/** Everybody of the staff a history names. */
export function staffIn(history: readonly HistoryEvent[]): string[] {
  const readable = history.flatMap((event) => (event.type === 'unreadable' ? [] : [event]))
  return readable
    .flatMap((event) => [event.actor.id, ...(event.type === 'assign' ? [event.to, event.from] : [])])
    .filter((id): id is string => id != null)
}

/** Who may work on a case: id, name and role. */
export async function workersFor({ county, service }: Pick<StoredApplication, 'county' | 'service'>) {
  const near = (await caseWorkers()).filter(({ hall }) => hall !== null && covers(hall.place, county ?? ''))
  const workers = near.filter(({ serves }) => isServed(serves, service))
  return workers.map((one) => ({ id: one.id, role: one.role, name: namesOf(one).name }))
}
