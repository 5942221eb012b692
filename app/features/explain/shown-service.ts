import { page, refused } from '#app/access/outcome.ts'
import type { Day } from '#app/domain/day.ts'
import { serviceOn } from '#app/services/index.ts'
import { retiredOf, successorOf } from '#app/services/retired.ts'
import { found } from '../page-data.ts'
import type { RetiredService } from './retired-service-page.tsx'

/**
 * Data of the page of a service: the day, where it is in force then; its record, refused as `retired`, where it was retired.
 * @throws `not-found` where there never was one
 */
export function shownService(id: string, asOf: Day) {
  if (serviceOn(id, asOf)) return page({ asOf })
  const { until } = found(retiredOf('services', id))
  return refused({ service: id, until, successor: successorOf('services', id) ?? null } satisfies RetiredService, 'retired')
}
