import { page, refused } from '#app/access/outcome.ts'
import type { Day } from '#app/domain/day.ts'
import { endedOn, serviceAfter, serviceOn } from '#app/services/index.ts'
import { found } from '../page-data.ts'
import type { RetiredService } from './retired-service-page.tsx'

/**
 * Data of the page of a service: the day, where it is in force then; its record, refused as `retired`, where it is no more.
 * @throws `not-found` where there never was one, or it is yet to come
 */
export function shownService(id: string, asOf: Day) {
  if (serviceOn(id, asOf)) return page({ asOf })
  const { until } = found(endedOn(id, asOf))
  return refused({ service: id, until, successor: serviceAfter(id) ?? null } satisfies RetiredService, 'retired')
}
