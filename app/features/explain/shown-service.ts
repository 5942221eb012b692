import { page, refused } from '#app/access/outcome.ts'
import type { Day } from '#app/domain/day.ts'
import { serviceOn } from '#app/services/index.ts'
import { retiredOf, successorOf } from '#app/services/retired.ts'
import { found } from '../page-data.ts'
import type { RetiredService } from './retired-service-page.tsx'

/** What the page of a service is given: the day for one there is on it; for one that went, its record, and that it is gone. Throws 404 where there never was one. */
export function shownService(id: string, asOf: Day) {
  if (serviceOn(id, asOf)) return page({ asOf })
  const { until } = found(retiredOf('services', id))
  return refused({ service: id, until, successor: successorOf('services', id) ?? null } satisfies RetiredService, 'retired')
}
