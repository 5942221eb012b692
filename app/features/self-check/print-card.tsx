import type { Mode } from '#app/i18n/mode.ts'
import type { Service } from '#app/services/define.ts'
import { serviceOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Misunderstanding } from '#app/ui/misunderstanding.tsx'
import { Cached } from '#app/ui/render-cache.tsx'
import { Statements } from '#app/ui/statements.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import type { Told } from './result.ts'
import { Changes } from './result-changes.tsx'
import { AskTheWindow, Conditions } from './result-conditions.tsx'
import { misunderstandingsAbout, Notes, Sentence } from './result-texts.tsx'

type Props = { mode: Mode; told: Told; asOf: string }

/** The result of one service on paper. Many households have the same one, so it is cached. */
export function PrintCard(props: Props): JSX.Element {
  const { told, asOf } = props
  return (
    <Cached as="li" className={`result result-${told.verdict}`} by={JSON.stringify(['print', told, asOf])}>
      {() => <CardContent {...props} />}
    </Cached>
  )
}

/** A plain sentence, why, what would change it, whom to ask, what to bring. */
function CardContent({ mode, told, asOf }: Props): JSX.Element | null {
  const service = serviceOn(told.service, asOf)
  if (!service) return null
  const at = `services/${service.id}`
  return (
    <>
      <h4>
        <Say k={`${at}:name`} />
      </h4>
      <VerdictBadge verdict={told.verdict} />
      <Sentence at={at} told={told} isApplied={service.form !== undefined} />
      <Conditions service={service} of={told.deciding} cited />
      <Changes mode={mode} service={service} told={told} only={undefined} asOf={asOf} level={5} paper />
      <AskTheWindow service={service} told={told} level={5} />
      <Notes ids={told.notes} level={5} />
      {told.verdict !== 'eligible' && <Misunderstandings service={service} told={told} />}
      {service.landStands && <LandPromise level={4} />}
      <WayOn service={service} told={told} />
    </>
  )
}

/** Common misunderstandings about the deciding conditions. */
function Misunderstandings({ service, told }: { service: Service; told: Told }): JSX.Element | null {
  const about = misunderstandingsAbout(service, told)
  if (about.length === 0) return null
  return (
    <section>
      <h5>
        <Say k="service:misunderstandings" />
      </h5>
      {about.map(({ id, sources, inferred }) => (
        <div className="notice" key={id}>
          <Misunderstanding service={service.id} id={id} />
          <Citations sources={sources} inferred={inferred} />
        </div>
      ))}
    </section>
  )
}

function WayOn({ service, told }: { service: Service; told: Told }): JSX.Element {
  const at = `services/${service.id}`
  // What one has already, or needs not, is not applied for.
  const isToDo = told.verdict !== 'not-applicable' && told.verdict !== 'already'
  return (
    <>
      {isToDo && (
        <p>
          <strong>
            <Say k="result:next" />
          </strong>{' '}
          <Say k={`${at}:next`} />
        </p>
      )}
      {told.documents.length > 0 && (
        <>
          <h5>
            <Say k="result:bring" />
          </h5>
          <Say as="p" className="quiet" k="service:window-decides-documents" />
          <ul>
            {told.documents.map((id) => (
              <Say as="li" key={id} k={`${at}:documents.${id}`} />
            ))}
          </ul>
        </>
      )}
      {told.verdict === 'eligible' && <Misunderstandings service={service} told={told} />}
      {told.verdict === 'not-yet' && (
        <>
          <h5>
            <Say k="service:otherwise" />
          </h5>
          <Statements statements={service.otherwise} at={`${at}:otherwise`} />
        </>
      )}
    </>
  )
}
