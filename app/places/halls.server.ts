import { type HallDetails, type PublicHall, parseHallDetails, type Receivers, receiversOf, receivingPlaces } from '#app/domain/hall.ts'
import { practicePlace } from '#app/domain/place.ts'
import { parseStored, type Read } from '#app/security/stored-value.server.ts'
import { type HallWithDetails, hallsWithDetails, hallsWithDetailsIn } from '#db/halls.server.ts'

/** A hall with what residents need to know of it, as it was read. */
export type ReadHall = HallWithDetails & { readonly details: Read<HallDetails> }

const read = (hall: HallWithDetails): ReadHall => ({
  ...hall,
  details: parseStored({ table: 'halls', id: hall.id }, () => parseHallDetails(hall.stored)),
})

const asPublic = ({ id, place, name, details }: ReadHall): PublicHall => ({ id, place, name, details: details.ok ? details.value : {} })

/** Every hall, by place. */
export async function readHalls(): Promise<ReadHall[]> {
  return (await hallsWithDetails()).map(read)
}

/** Every hall as residents see it, by place: what cannot be read of one is not there. */
export async function publicHalls(): Promise<PublicHall[]> {
  return (await readHalls()).map(asPublic)
}

/** What residents need to know of one hall; nothing where it cannot be read. */
export async function hallDetails({ id, place }: Pick<HallWithDetails, 'id' | 'place'>): Promise<HallDetails> {
  const found = (await hallsWithDetailsIn([place])).find((one) => one.id === id)
  return found ? asPublic(read(found)).details : {}
}

/** Who receives what is handed in for a county, as residents read it; null where no county is known, or it is practice. */
export async function receiversFor(county: string | null | undefined, services: readonly string[] = []): Promise<Receivers | null> {
  if (!county || county === practicePlace) return null
  const halls = await hallsWithDetailsIn(receivingPlaces(county))
  return receiversOf(halls.map(read).map(asPublic), county, services)
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
