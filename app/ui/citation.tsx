import type { Certainty, Source } from '#app/domain/verdict.ts'
import { citation } from '#app/i18n/stored-names.ts'
import { type Instrument, type InstrumentId, instruments } from '#app/services/instruments.ts'
import { InModes, Say } from './bilingual-text.tsx'

/** Sources of a fact, and how well it was checked. */
export function Citations({ sources, certainty }: { sources: readonly Source[]; certainty?: Certainty }): JSX.Element {
  return (
    <span className="citations">
      {sources.map((source) => (
        <Citation key={`${source.instrument}-${source.article ?? ''}`} source={source} />
      ))}
      {certainty && <Say className="certainty" k={`instruments:certainty.${certainty}`} />}
    </span>
  )
}

/** One citation: short title, number, article. */
export function Citation({ source }: { source: Source }): JSX.Element {
  const instrument: Instrument | undefined = instruments[source.instrument as InstrumentId]
  return (
    <cite className="citation">
      <InModes>{(language) => citation(language, source, instrument?.number)}</InModes>
    </cite>
  )
}
