import { namesServices, type Receivers } from '#app/domain/hall.ts'
import { countyName, nameIn, placeName } from '#app/i18n/stored-names.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { HallFacts } from '#app/ui/hall.tsx'

/** The hall that receives what is applied for here, by name; where and when one finds it, folded. Where none does, whom to ask. */
export function ResultHall({ receivers }: { receivers: Receivers | null }): JSX.Element | null {
  if (!receivers) return null
  const { county, halls } = receivers
  const place = halls[0]?.place
  if (place === undefined) return <HallUnknown county={county} />
  return (
    <details className="folded no-print" id="hall" data-county={county}>
      <summary>
        <Say
          k={place === county ? 'halls:received.by' : 'halls:received.elsewhere'}
          values={(language) => ({ county: nameIn(language, countyName(county)), place: nameIn(language, placeName(place)) })}
        />{' '}
        {halls.map(({ id, name }) => (
          <InModes key={id} as="strong" className="hall-name">
            {(language) => name[language]}
          </InModes>
        ))}
      </summary>
      {halls.map((hall) => (
        <div key={hall.id}>
          <HallFacts hall={hall} isNamed={halls.length === 1} />
          {namesServices(hall) && <Say as="p" k="halls:shown.others" />}
        </div>
      ))}
    </details>
  )
}

/** Of a county of which no hall is on record: whom to ask. @source fact base 2, 7.4 */
export function HallUnknown({ county }: { county: string }): JSX.Element {
  return (
    <p className="quiet" data-county={county}>
      <Say k="halls:received.unknown" values={(language) => ({ county: nameIn(language, countyName(county)) })} />
    </p>
  )
}
