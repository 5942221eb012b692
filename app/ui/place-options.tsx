import { province } from '#app/domain/place.ts'
import { placeName } from '#app/i18n/stored-names.ts'
import { isPlaceOfHalls, prefectures } from '#app/services/places.ts'
import { usePlain } from './bilingual-text.tsx'

/** The province, every prefecture and every county, for a list to choose from; `open` is what choosing none is called, `chosen` a place that may be none any more. */
export function PlaceOptions({ open, chosen = '' }: { open: string; chosen?: string }): JSX.Element {
  const plain = usePlain()
  const plainPlace = (place: string) => {
    const { k, values } = placeName(place)
    return plain(k, values)
  }
  const option = (place: string) => (
    <option key={place} value={place}>
      {plainPlace(place)}
    </option>
  )
  return (
    <>
      <option value="">{plain(open)}</option>
      {chosen !== '' && !isPlaceOfHalls(chosen) && option(chosen)}
      {option(province)}
      {prefectures.map(({ code, counties }) => (
        <optgroup key={code} label={plainPlace(code)}>
          {[code, ...counties].map(option)}
        </optgroup>
      ))}
    </>
  )
}
