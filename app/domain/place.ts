/** A place of cases by GB/T 2260 code: a county, a prefecture (ending in 00), the province (630000), or practice. */
export type Place = string

/** The place of practice cases: no such region exists. */
export const practicePlace: Place = '990000'

/** The whole province. */
export const province: Place = '630000'

/** Is a county within a place? The province contains every county of it, practice none. */
export function covers(place: Place, county: string): boolean {
  const [from, to] = countiesWithin(place)
  return county >= from && county <= to
}

/** The lowest and the highest code a county within a place can have. */
export function countiesWithin(place: Place): readonly [string, string] {
  if (place === practicePlace) return [place, place]
  if (place.endsWith('0000')) return [place, `${place.slice(0, 2)}9999`]
  return place.endsWith('00') ? [place, `${place.slice(0, 4)}99`] : [place, place]
}
