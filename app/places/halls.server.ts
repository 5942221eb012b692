import { type Receivers, receiversOf } from '#app/domain/hall.ts'
import { practicePlace } from '#app/domain/place.ts'
import { publicHalls } from '#db/halls.server.ts'

/** Who receives what is handed in for a county, as residents read it; null where no county is known, or it is practice. */
export async function receiversFor(county: string | null | undefined, services: readonly string[] = []): Promise<Receivers | null> {
  if (!county || county === practicePlace) return null
  return receiversOf(await publicHalls(), county, services)
}
