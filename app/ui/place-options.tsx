import { province } from '#app/domain/place.ts'
import { placeKey, prefectures } from '#app/services/places.ts'
import { usePlain } from './bilingual-text.tsx'

/** The province, every prefecture and every county, for a list to choose from; `open` is what choosing none is called. */
export function PlaceOptions({ open }: { open: string }): JSX.Element {
  const plain = usePlain()
  const option = (place: string) => (
    <option key={place} value={place}>
      {plain(placeKey(place))}
    </option>
  )
  return (
    <>
      <option value="">{plain(open)}</option>
      {option(province)}
      {prefectures.map(({ code, counties }) => (
        <optgroup key={code} label={plain(placeKey(code))}>
          {[code, ...counties].map(option)}
        </optgroup>
      ))}
    </>
  )
}
