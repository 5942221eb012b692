import type { Receivers } from '#app/domain/hall.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { Labelled, Say } from '#app/ui/bilingual-text.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { PlainStatements } from '#app/ui/statements.tsx'
import type { Told } from './result.ts'
import { HallUnknown } from './result-hall.tsx'

type ErrandProps = { service: Service; told: Told; county: string | null; receivers: Receivers | null }

/** What is brought, and where. */
export function Errand({ service, told, county, receivers }: ErrandProps): JSX.Element {
  return (
    <>
      {told.documents.length > 0 && (
        <>
          <Say as="h2" k="result:bring" />
          <Say as="p" className="quiet" k="service:window-decides-documents" />
          <ul>
            {told.documents.map((id) => (
              <Say as="li" key={id} k={`services/${service.id}:documents.${id}`} />
            ))}
          </ul>
        </>
      )}
      <Say as="h2" k="service:where" />
      {county !== null && (
        <p>
          <Labelled label="result:county" of={{ k: `places:counties.${county}` }} />
        </p>
      )}
      {service.form &&
        receivers &&
        (receivers.halls.length > 0 ? <ReceivedBy receivers={receivers} /> : <HallUnknown county={receivers.county} />)}
      <PlainStatements statements={service.where} at={`services/${service.id}:where`} />
      <Hotlines numbers={service.hotlines} />
    </>
  )
}

/** Who thinks that it is for them after all looks at their answers, or asks. */
export function Disagree({ mode, only, service }: { mode: Mode; only: string | undefined; service: Service }): JSX.Element {
  return (
    <>
      <Say as="p" k="result:disagree" />
      <IconLink href={paths.summary(mode, only)} icon="pencil" k="result:change-answers" />
      <Hotlines numbers={service.hotlines} />
    </>
  )
}
