import type { Receivers } from '#app/domain/hall.ts'
import { countyName, nameIn, placeName } from '#app/i18n/stored-names.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { HallFacts } from '#app/ui/hall.tsx'

/** The hall that receives what is applied for here: one line, the rest folded. Nothing where no hall does: that is told before handing in. */
export function ResultHall({ receivers }: { receivers: Receivers | null }): JSX.Element | null {
  const place = receivers?.halls[0]?.place
  if (!receivers || place === undefined) return null
  return (
    <details className="folded no-print" id="hall">
      <summary>
        <Say
          k={place === receivers.county ? 'halls:received.by' : 'halls:received.elsewhere'}
          values={(language) => ({ county: nameIn(language, countyName(receivers.county)), place: nameIn(language, placeName(place)) })}
        />
      </summary>
      {receivers.halls.map((hall) => (
        <HallFacts key={hall.id} hall={hall} />
      ))}
    </details>
  )
}
