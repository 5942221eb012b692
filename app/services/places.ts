import { province } from '#app/domain/place.ts'

/** A prefecture-level place of Qinghai and its counties, by GB/T 2260 code; names stand in `locales/…/places.json`. */
export type Prefecture = { readonly code: string; readonly counties: readonly string[] }

/** Qinghai, in the order of the codes. @source GB/T 2260; 632857 is 大柴旦行政委员会 */
export const prefectures: readonly Prefecture[] = [
  { code: '630100', counties: ['630102', '630103', '630104', '630105', '630106', '630121', '630123'] },
  { code: '630200', counties: ['630202', '630203', '630222', '630223', '630224', '630225'] },
  { code: '632200', counties: ['632221', '632222', '632223', '632224'] },
  { code: '632300', counties: ['632301', '632322', '632323', '632324'] },
  { code: '632500', counties: ['632521', '632522', '632523', '632524', '632525'] },
  { code: '632600', counties: ['632621', '632622', '632623', '632624', '632625', '632626'] },
  { code: '632700', counties: ['632701', '632722', '632723', '632724', '632725', '632726'] },
  { code: '632800', counties: ['632801', '632802', '632803', '632821', '632822', '632823', '632857'] },
]

/** The code of every county of Qinghai. */
export const countyCodes: ReadonlySet<string> = new Set(prefectures.flatMap(({ counties }) => counties))

/** Is this a place a hall can have: a county, a prefecture, or the province? */
export function isPlaceOfHalls(place: string): boolean {
  return place === province || countyCodes.has(place) || prefectures.some(({ code }) => code === place)
}
