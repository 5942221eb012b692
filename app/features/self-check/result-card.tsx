import type { Change } from '#app/domain/assessment.ts'
import type { Truth } from '#app/domain/truth.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { serviceOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Misunderstanding } from '#app/ui/misunderstanding.tsx'
import { Cached } from '#app/ui/render-cache.tsx'
import { Statements } from '#app/ui/statements.tsx'
import { TruthMark, VerdictBadge } from '#app/ui/verdict.tsx'
import type { Told } from './result.ts'
import { AnswerText } from './summary-page.tsx'

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
      <Say as="p" k={`${at}:verdict.${told.verdict}`} />
      <Conditions service={service} of={told.deciding} />
      <Changes mode={mode} service={service} told={told} member={member} only={only} asOf={asOf} paper={paper} />
      <AskTheWindow service={service} told={told} />
      {told.verdict !== 'eligible' && <Misunderstandings service={service} told={told} />}
      {service.landStands && <LandPromise level={4} />}
      <WayOn mode={mode} service={service} told={told} member={member} paper={paper} />
    </>
  )
}

function Conditions({ service, of }: { service: Service; of: readonly { id: string; truth: Truth }[] }): JSX.Element {
  return (
    <ul className="conditions">
      {of.map(({ id, truth }) => {
        const condition = service.conditions.find((one) => one.id === id)
        const key = `services/${service.id}:conditions.${id}`
        return (
          <li key={id}>
            <p>
              <TruthMark truth={truth} /> <Say k={`${key}.is`} />
            </p>
            <Say as="p" k={`${key}.${truth}`} />
            {truth !== 'yes' && hasText(`${key}.note`) && <Say as="p" className="quiet" k={`${key}.note`} />}
            {condition && <Citations sources={condition.sources} certainty={condition.certainty} />}
          </li>
        )
      })}
    </ul>
  )
}

type ChangesProps = Props & { service: Service }

/** "What would change this": the text of the condition, and single answers that would improve the result. */
function Changes({ mode, service, told, only, asOf, paper }: ChangesProps): JSX.Element | null {
  const said = told.deciding.filter(({ id, truth }) => truth === 'no' && hasText(`services/${service.id}:conditions.${id}.change`))
  if (said.length === 0 && told.changes.length === 0) return null
  return (
    <section>
      <h5>
        <Say k="result:would-change" />
      </h5>
      {said.map(({ id }) => (
        <Say as="p" key={id} k={`services/${service.id}:conditions.${id}.change`} />
      ))}
      <ul className="changes">
        {told.changes.map((change) => (
          <li key={`${change.question}-${String(change.to)}`}>
            <p>
              <Say k="result:if" /> <Say k={`questions:${change.question}.short`} />{' '}
              <strong>
                <AnswerText question={change.question} answer={change.to} asOf={asOf} />
              </strong>
              {' → '}
              <VerdictBadge verdict={change.verdict} />
            </p>
            {!paper && <TryIt mode={mode} change={change} only={only} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TryIt({ mode, change: { question, member, to }, only }: { mode: Mode; change: Change; only: string | undefined }): JSX.Element {
  return (
    <form method="post" action={paths.whatIf(mode, only, question, member)} className="no-print">
      {[to].flat().map((option) => (
        <input key={option} type="hidden" name="answer" value={option} />
      ))}
      <button type="submit" className="button second small">
        <Say k="result:try-it" />
      </button>
    </form>
  )
}

function AskTheWindow({ service, told }: { service: Service; told: Told }): JSX.Element | null {
  if (told.verdict === 'not-applicable') return null
  const open = told.deciding.filter(({ truth }) => truth === 'unknown')
  if (open.length === 0) return null
  return (
    <section>
      <h5>
        <Say k="result:ask-window" />
      </h5>
      <ul className="facts">
        {open.map(({ id }) => {
          const condition = service.conditions.find((one) => one.id === id)
          return (
            <li key={id}>
              <p>
                <strong>
                  <Say k={`departments:${condition?.asks}`} />
                </strong>
              </p>
              <Say as="p" k={`services/${service.id}:conditions.${id}.ask`} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Common misunderstandings about the deciding conditions. */
function Misunderstandings({ service, told }: { service: Service; told: Told }): JSX.Element | null {
  const about = service.misunderstandings.filter((one) => told.deciding.some(({ id }) => id === one.about))
  if (about.length === 0) return null
  return (
    <section>
      <h5>
        <Say k="service:misunderstandings" />
      </h5>
      {about.map(({ id }) => (
        <div className="notice" key={id}>
          <Misunderstanding service={service.id} id={id} />
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
          <Conditions service={service} of={told.others} />
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
  return (
    <>
      {told.verdict !== 'not-applicable' && (
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
      {!paper && !service.form && (
        <a className="button second small" href={paths.help(mode)}>
          <Icon name="phone" />
          <Say k="common:nav.help" />
        </a>
      )}
      {!paper && service.form && told.verdict !== 'not-applicable' && (
        <a className="button second small" href={paths.apply(mode, member === null ? service.id : `${service.id}:${member}`)}>
          <Icon name="pencil" />
          <Say k="apply:start-here" />
        </a>
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
