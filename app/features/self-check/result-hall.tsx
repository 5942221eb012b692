import { namesServices, type Receivers } from '#app/domain/hall.ts'
import type { Language } from '#app/i18n/mode.ts'
import { countyName, nameIn, placeName } from '#app/i18n/stored-names.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { HallFacts } from '#app/ui/hall.tsx'

/** The hall that receives what is applied for here, by name; how one finds it, other halls and why it is one elsewhere, folded. Where none does, whom to ask. */
export function ResultHall({ receivers }: { receivers: Receivers | null }): JSX.Element | null {
  if (!receivers) return null
  const { county, halls } = receivers
  const [first, ...others] = halls
  if (!first) return <HallUnknown county={county} />
  const isElsewhere = first.place !== county
  const place = (language: Language) => nameIn(language, placeName(first.place))
  return (
    <details className="folded no-print" id="hall" data-county={county}>
      <summary>
        <Say k={isElsewhere ? 'halls:received.by' : 'halls:received.here'} values={(language) => ({ county: place(language) })} />{' '}
        <InModes as="strong" className="hall-name">
          {(language) => first.name[language]}
        </InModes>{' '}
        {others.length > 0 && <Say k="halls:received.more" values={{ count: others.length }} />}
      </summary>
      {isElsewhere && (
        <Say
          as="p"
          k="halls:received.elsewhere"
          values={(language) => ({ county: nameIn(language, countyName(county)), place: place(language) })}
        />
      )}
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
