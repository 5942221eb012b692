import type { Receivers } from '#app/domain/hall.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { isWay } from '#app/services/before-settling.ts'
import type { Service } from '#app/services/define.ts'
import { serviceOn } from '#app/services/index.ts'
import { BeforeSettlingLink } from '#app/ui/before-settling-link.tsx'
import { Labelled, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Misunderstanding } from '#app/ui/misunderstanding.tsx'
import { Page } from '#app/ui/page.tsx'
import { HowFar, PlainStatements } from '#app/ui/statements.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import type { Instead, Told } from './result.ts'
import { Basis } from './result-basis.tsx'
import { Changes } from './result-changes.tsx'
import { AskTheWindow, Conditions } from './result-conditions.tsx'
import { Disagree, Errand } from './result-errand.tsx'
import { misunderstandingsAbout, Notes, Sentence } from './result-texts.tsx'

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  asOf: string
  /** Null: the household. */
  member: string | null
  told: Told
  instead: Instead | null
  names: readonly { readonly id: string; readonly name: string }[]
  county: string | null
  receivers: Receivers | null
}

/** The result of one service for one person: what it comes to and the way on; then why, what would change it, what to ask and bring, where. */
export function ServiceResultPage(props: Props): JSX.Element | null {
  const { mode, at, only, asOf, member, told } = props
  const service = serviceOn(told.service, asOf)
  if (!service) return null
  const texts = ['result', 'halls', 'verdicts', 'notes', `services/${service.id}`]
  return (
    <Page mode={mode} at={at} texts={texts} back={{ href: paths.result(mode, only), k: 'result:back-to-result' }} script>
      <p className="who">
        <Icon name={member === null ? 'users' : 'user'} />
        <Name {...props} of={member} />
      </p>
      <Say as="h1" k={`services/${service.id}:name`} />
      <VerdictBadge verdict={told.verdict} />
      <Sentence at={`services/${service.id}`} told={told} isApplied={service.form !== undefined} />
      <WayOn mode={mode} service={service} told={told} member={member} />
      <h2>
        <Say k="result:why" />
      </h2>
      <Conditions service={service} of={told.deciding} />
      <Notes ids={told.notes} level={2} />
      <Changes mode={mode} service={service} told={told} only={only} asOf={asOf} level={2} />
      <AskTheWindow service={service} told={told} level={2} />
      <InsteadOf {...props} />
      {isWay(service.id) && (
        <p>
          <BeforeSettlingLink />
        </p>
      )}
      {told.verdict === 'not-applicable' ? (
        <Disagree mode={mode} only={only} service={service} />
      ) : (
        <Errand service={service} told={told} county={props.county} receivers={props.receivers} />
      )}
      <Misunderstandings service={service} told={told} />
      {told.verdict === 'not-yet' && (
        <>
          <Say as="h2" k="service:otherwise" />
          <PlainStatements statements={service.otherwise} at={`services/${service.id}:otherwise`} />
        </>
      )}
      {service.landStands && <LandPromise />}
      <Basis service={service} told={told} asOf={asOf} />
      <p>
        <a className="text-link" href={paths.service(mode, service.id)}>
          <Icon name="arrow-right" />
          <Labelled label="result:about-service" of={{ k: `services/${service.id}:name` }} />
        </a>
      </p>
    </Page>
  )
}

/** Whom something is about. */
function Name({ names, of }: Pick<Props, 'names'> & { of: string | null }): JSX.Element {
  const name = of === null ? undefined : names.find(({ id }) => id === of)?.name
  return name === undefined ? <Say k="result:household" /> : <MemberName name={name} />
}

type WayOnProps = Pick<Props, 'mode' | 'told' | 'member'> & { service: Service }

/** The next act. What one has already, or needs not, is not applied for. */
function WayOn({ mode, service, told: { verdict }, member }: WayOnProps): JSX.Element | null {
  if (verdict === 'not-applicable' || verdict === 'already') return null
  return (
    <>
      <p>
        <strong>
          <Say k="result:next" />
        </strong>{' '}
        <Say k={`services/${service.id}:next`} />
      </p>
      <p>
        {service.form ? (
          <IconLink
            className={verdict === 'not-yet' ? 'button second' : 'button'}
            href={paths.apply(mode, member === null ? service.id : `${service.id}:${member}`)}
            icon="pencil"
            k="apply:start-here"
          />
        ) : (
          <IconLink className="button second" href={paths.help(mode)} icon="phone" k="common:nav.help" />
        )}
      </p>
    </>
  )
}

/** What else could be chosen, and what came of it: one can have one only. */
function InsteadOf(props: Props): JSX.Element | null {
  const { mode, only, instead } = props
  if (!instead) return null
  return (
    <section>
      <Say as="h2" k={`result:choose.${instead.choice}`} />
      <ul className="changes">
        {instead.lines.map(({ service, member, verdict }) => (
          <li key={`${service}-${member}`}>
            <a className="text-link" href={paths.serviceResult(mode, service, member, only)}>
              <Say k={`services/${service}:name`} />
              {' · '}
              <Name {...props} of={member} />
            </a>{' '}
            <VerdictBadge verdict={verdict} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Misunderstandings({ service, told }: { service: Service; told: Told }): JSX.Element | null {
  const about = misunderstandingsAbout(service, told)
  if (about.length === 0) return null
  return (
    <section>
      <Say as="h2" k="service:misunderstandings" />
      {about.map((one) => (
        <div className="notice" key={one.id}>
          <Misunderstanding service={service.id} id={one.id} />
          <HowFar of={one} />
        </div>
      ))}
    </section>
  )
}
