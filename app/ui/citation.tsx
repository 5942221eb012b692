import { Fragment } from 'react'
import type { Certainty, CitedSource } from '#app/domain/verdict.ts'
import { citation } from '#app/i18n/stored-names.ts'
import { type Instrument, type InstrumentId, instruments } from '#app/services/instruments.ts'
import { InModes, Say } from './bilingual-text.tsx'
import { Strengths } from './strength.tsx'

type CitationsProps = { sources: readonly CitedSource[]; certainty?: Certainty; inferred?: true }

/** Sources of a fact, how strongly the plan promises it, and how well it was checked; of our own reading, that it is one. */
export function Citations({ sources, certainty, inferred }: CitationsProps): JSX.Element {
  return (
    <span className="citations">
      {sources.map((source) => (
        <Fragment key={`${source.instrument}-${source.article ?? ''}`}>
          <Citation source={source} />
          {!inferred && <Strengths source={source} />}
        </Fragment>
      ))}
      {inferred && <Say className="inferred" k="instruments:inferred" />}
      {certainty && <Say className="certainty" k={`instruments:certainty.${certainty}`} />}
    </span>
  )
}

/** One citation: short title, number, article; as they were, where that was stored. */
export function Citation({ source }: { source: CitedSource }): JSX.Element {
  const instrument: Instrument | undefined = instruments[source.instrument as InstrumentId]
  return (
    <cite className="citation">
      <InModes>{(language) => source.cited?.[language] ?? citation(language, source, instrument?.number)}</InModes>
    </cite>
  )
}
