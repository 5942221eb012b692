import { prefectures } from '#app/services/places.ts'
import { usePlain } from './bilingual-text.tsx'

/** Every county of Qinghai under its prefecture, as options; `open` is the label of the empty option. */
export function CountyOptions({ open }: { open: string }): JSX.Element {
  const plain = usePlain()
  return (
    <>
      <option value="">{plain(open)}</option>
      {prefectures.map(({ code, counties }) => (
        <optgroup key={code} label={plain(`places:prefectures.${code}`)}>
          {counties.map((one) => (
            <option key={one} value={one}>
              {plain(`places:counties.${one}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  )
}
