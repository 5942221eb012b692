import { type Receivers, receiversOf } from '#app/domain/hall.ts'
import { practicePlace } from '#app/domain/place.ts'
import { publicHalls } from '#db/halls.server.ts'

/** Who receives what is handed in for a county, as residents read it; null where no county is known, or it is practice. */
export async function receiversFor(county: string | null | undefined, services: readonly string[] = []): Promise<Receivers | null> {
  if (!county || county === practicePlace) return null
  return receiversOf(await publicHalls(), county, services)
}

/** Who receives several applications, each county once. */
export async function receiversForAll(
  all: readonly { readonly county: string | null | undefined; readonly service: string }[],
): Promise<Receivers[]> {
  const counties = [...new Set(all.map(({ county }) => county))]
  const of = (county: string | null | undefined) => all.filter((one) => one.county === county).map(({ service }) => service)
  const received = await Promise.all(counties.map((county) => receiversFor(county, of(county))))
  return received.filter((one) => one !== null)
}
