import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { serviceOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Misunderstanding } from '#app/ui/misunderstanding.tsx'
import { Cached } from '#app/ui/render-cache.tsx'
import { Statements } from '#app/ui/statements.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import type { Told } from './result.ts'
import { Changes } from './result-changes.tsx'
import { AskTheWindow, Conditions } from './result-conditions.tsx'
import { misunderstandingsAbout, Notes, Sentence } from './result-words.tsx'

type Props = { mode: Mode; told: Told; member: string | null; only: string | undefined; asOf: string; paper: boolean }

/** The result of one service. Many households have the same one, so it is cached. */
export function ResultCard(props: Props): JSX.Element {
  const { told, member, only, asOf, paper } = props
  return (
    <Cached as="li" className={`result result-${told.verdict}`} by={JSON.stringify([told, member, only, asOf, paper])}>
      {() => <CardContent {...props} />}
    </Cached>
  )
}

/** A plain sentence, why, what would change it, whom to ask, what to bring, the way on. */
function CardContent({ mode, told, member, only, asOf, paper }: Props): JSX.Element | null {
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
      <Changes mode={mode} service={service} told={told} only={only} asOf={asOf} level={5} paper={paper} />
      <AskTheWindow service={service} told={told} level={5} />
      <Notes ids={told.notes} level={5} />
      {told.verdict !== 'eligible' && <Misunderstandings service={service} told={told} />}
      {service.landStands && <LandPromise level={4} />}
      <WayOn mode={mode} service={service} told={told} member={member} paper={paper} />
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

type WayOnProps = { mode: Mode; service: Service; told: Told; member: string | null; paper: boolean }

function WayOn({ mode, service, told, member, paper }: WayOnProps): JSX.Element {
  const at = `services/${service.id}`
  const rest = (
    <>
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
      {told.others.length > 0 && !paper && (
        <>
          <h5>
            <Say k="result:other-conditions" />
          </h5>
          <Conditions service={service} of={told.others} cited />
        </>
      )}
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
      {paper ? (
        rest
      ) : (
        <details>
          <summary>
            <Say k="result:more" />
          </summary>
          {rest}
        </details>
      )}
      {!paper && !service.form && <IconLink className="button second small" href={paths.help(mode)} icon="phone" k="common:nav.help" />}
      {!paper && service.form && isToDo && (
        <IconLink
          className="button second small"
          href={paths.apply(mode, member === null ? service.id : `${service.id}:${member}`)}
          icon="pencil"
          k="apply:start-here"
        />
      )}
      {!paper && (
        <a className="text-link" href={paths.service(mode, service.id)}>
          <Icon name="arrow-right" />
          <Say k="result:about-service" /> <Say k={`${at}:name`} />
        </a>
      )}
    </>
  )
}
