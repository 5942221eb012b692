import { type PublicHall, receiversOf } from '#app/domain/hall.ts'
import { type Place, practicePlace } from '#app/domain/place.ts'
import { isWithHall, statuses } from '#app/domain/status.ts'
import { queueCounts } from '#db/queue-counts.server.ts'

/** A county without a hall of its own, and how many of its cases wait for the larger hall that has them. */
export type WaitingCounty = { readonly county: string; readonly count: number }

/** Cases that wait in a place because their county has no hall nearer to it: those of a prefecture's hall, then the province's. */
export async function waitingWithoutHall(place: Place, halls: readonly PublicHall[]): Promise<WaitingCounty[]> {
  if (place === practicePlace || !place.endsWith('00')) return []
  const counts = await queueCounts({ place, statuses: statuses.filter(isWithHall) }, 'county')
  const isTheirs = (county: string) => county !== place && receiversOf(halls, county).halls[0]?.place === place
  return [...counts].flatMap(([county, count]) => (county !== null && count > 0 && isTheirs(county) ? [{ county, count }] : []))
}
