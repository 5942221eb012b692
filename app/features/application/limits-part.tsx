import type { InEvery } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

/** The legal limits of an application. */
export type LimitsProps = {
  limits: readonly { statement: string | null; says: InEvery<string> | null; ends: string; sure: boolean }[]
  /** Did the hall accept it, since when does the clock of the limits stand still, and is it decided anew? Null once it ended. */
  clock: { begun: boolean; stopped: string | null; anew: boolean } | null
  /** The limits there are for it, also before it is accepted; null where they were not stored. */
  named: readonly { says: InEvery<string> }[] | null
}
type Props = LimitsProps & { service: string; isAnswering: boolean }

/** The legal deadlines, until the decision: before the hall accepts none has begun, and nothing is presumed. What is decided anew has none. */
export function Limits({ service, limits, clock, named, isAnswering }: Props): JSX.Element {
  if (clock?.anew)
    return (
      <>
        <Say as="h2" k="application:limit" />
        <Say as="p" k="application:limit-anew" />
      </>
    )
  const waiting = limits.length === 0 ? (named ?? []) : []
  return (
    <>
      <Say as="h2" k="application:limit" />
      {limits.length === 0 && waiting.length === 0 && <Say as="p" k="application:no-limit" />}
      {waiting.map(({ says }) => (
        <p key={says.zh}>
          <BilingualText text={says} />
        </p>
      ))}
      {limits.map(({ statement, says, ends, sure }) => (
        <div key={ends}>
          {says ? (
            <p>
              <BilingualText text={says} />
            </p>
          ) : (
            statement !== null && <Say as="p" k={`services/${service}:timeAndCost.${statement}`} />
          )}
          <Say
            as="p"
            k={sure ? 'application:limit-ends' : 'application:limit-not-before'}
            values={(language) => ({ day: formatDay(language, ends) })}
          />
        </div>
      ))}
      {clock && !clock.begun && <Say as="p" className="notice" k="application:limit-not-begun" />}
      {clock?.stopped && (
        <Say
          as="p"
          className="notice"
          k="application:limit-stopped"
          values={(language) => ({ day: formatDay(language, clock.stopped ?? '') })}
        />
      )}
      {isAnswering && limits.length > 0 && <Say as="p" className="quiet" k="application:limit-runs" />}
    </>
  )
}
