import { formatDay } from '#app/i18n/format.ts'
import type { Service } from '#app/services/define.ts'
import { rulesEdition } from '#app/services/index.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Statements } from '#app/ui/statements.tsx'
import type { Told } from './result.ts'
import { Conditions } from './result-conditions.tsx'
import { misunderstandingsAbout } from './result-texts.tsx'

/** What a result rests on, closed: every condition with its article and how well it was checked; where the rest stands; which rules of which day. */
export function Basis({ service, told, asOf }: { service: Service; told: Told; asOf: string }): JSX.Element {
  const at = `services/${service.id}`
  const about = misunderstandingsAbout(service, told)
  return (
    <details className="basis">
      <summary>
        <Say k="result:basis" />
      </summary>
      <Conditions service={service} of={[...told.deciding, ...told.others]} cited />
      {told.verdict !== 'not-applicable' && <Statements statements={service.where} at={`${at}:where`} />}
      {told.verdict === 'not-yet' && <Statements statements={service.otherwise} at={`${at}:otherwise`} />}
      <ul className="facts">
        {about.map(({ id, sources, certainty, inferred }) => (
          <li key={id}>
            <Say as="p" k={`${at}:misunderstandings.${id}.right`} />
            <Citations sources={sources} certainty={certainty} inferred={inferred} />
          </li>
        ))}
      </ul>
      <p className="quiet">
        <InModes>{(language) => formatDay(language, asOf)}</InModes> <Say k="result:rules" values={{ version: rulesEdition }} />
      </p>
    </details>
  )
}
