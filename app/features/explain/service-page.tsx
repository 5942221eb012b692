import type { Day } from '#app/domain/day.ts'
import type { Condition } from '#app/domain/verdict.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { isWay } from '#app/services/before-settling.ts'
import { isLandTopic, type Service } from '#app/services/define.ts'
import { landStandsAt, serviceOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Misunderstanding } from '#app/ui/misunderstanding.tsx'
import { Page } from '#app/ui/page.tsx'
import { topicPictogram } from '#app/ui/pictograms.ts'
import { Statements } from '#app/ui/statements.tsx'
import { ServiceTiles } from './service-tiles.tsx'

/** One service: a function of its definition as of a day. */
export function ServicePage({ mode, service, asOf }: { mode: Mode; service: Service; asOf: Day }): JSX.Element {
  const at = `services/${service.id}`
  const landStands = service.topics.some(isLandTopic) || landStandsAt(...service.related)
  return (
    <Page mode={mode} at={paths.service(mode, service.id)} texts={[at]}>
      <TopicLine mode={mode} service={service} />
      <Say as="h1" k={`${at}:name`} />
      <Say as="p" className="lead" k={`${at}:plain`} />
      <div className="columns">
        <div>
          <CheckNow mode={mode} service={service} />
          <Say as="h2" k="service:gives" />
          <Statements statements={service.gives} at={`${at}:gives`} />
          <Say as="h2" k="service:for-whom" />
          <Say as="p" k={`${at}:audience`} />
          {isWay(service.id) && (
            <p>
              <IconLink href={paths.beforeSettling(mode)} icon="map-pin-house" k="before-settling:title" />
            </p>
          )}
          {landStands && <LandPromise />}
          <Say as="h2" k="service:conditions" />
          <ul className="conditions">
            {service.conditions.map((condition) => (
              <ConditionItem key={condition.id} at={at} condition={condition} />
            ))}
          </ul>
          <Say as="h2" k="service:documents" />
          <Say as="p" className="quiet" k="service:window-decides-documents" />
          <Statements statements={service.documents} at={`${at}:documents`} />
          <Say as="h2" k="service:where" />
          <Statements statements={service.where} at={`${at}:where`} />
          <Say as="h2" k="service:time-and-cost" />
          <Statements statements={service.timeAndCost} at={`${at}:timeAndCost`} />
          <Misunderstandings service={service} />
          <Say as="h2" k="service:otherwise" />
          <Statements statements={service.otherwise} at={`${at}:otherwise`} />
          <CheckNow mode={mode} service={service} />
        </div>
        <aside>
          <Say as="h2" k="service:in-charge" />
          <ul>
            {service.departments.map((department) => (
              <li key={department}>
                <Say k={`departments:${department}`} />
              </li>
            ))}
          </ul>
          <Hotlines numbers={service.hotlines} />
          <Say as="h2" k="service:related" />
          <ServiceTiles mode={mode} services={service.related.flatMap((id) => serviceOn(id, asOf) ?? [])} />
        </aside>
      </div>
    </Page>
  )
}

function TopicLine({ mode, service }: { mode: Mode; service: Service }): JSX.Element {
  return (
    <p className="quiet">
      {service.topics.map((topic) => (
        <a key={topic} className="text-link" href={paths.topic(mode, topic)}>
          <Icon name={topicPictogram[topic]} />
          <Say k={`topics:${topic}.name`} />
        </a>
      ))}
    </p>
  )
}

function CheckNow({ mode, service }: { mode: Mode; service: Service }): JSX.Element {
  return (
    <div className="actions">
      <IconLink className="button" href={paths.check(mode, service.id)} icon="list-checks" k="service:check-this" />
      {service.form && <IconLink className="button second" href={paths.apply(mode, service.id)} icon="pencil" k="apply:start-here" />}
      <a className="text-link" href={paths.check(mode)}>
        <Say k="service:check-all" />
      </a>
    </div>
  )
}

function ConditionItem({ at, condition }: { at: string; condition: Condition }): JSX.Element {
  const key = `${at}:conditions.${condition.id}`
  return (
    <li>
      <p>
        <strong>
          <Say k={`${key}.is`} />
        </strong>
      </p>
      {hasText(`${key}.note`) && <Say as="p" className="quiet" k={`${key}.note`} />}
      <p className="quiet">
        <Say k={`verdicts:kind.${condition.kind}`} />
        {condition.locallySet && (
          <>
            {' '}
            <Say k="service:locally-set" /> <Say k={`departments:${condition.asks}`} />
          </>
        )}
      </p>
      {condition.inferred && <Say as="p" className="quiet" k="service:scope-inferred" />}
      <Citations sources={condition.sources} certainty={condition.certainty} inferred={condition.inferred} />
    </li>
  )
}

function Misunderstandings({ service }: { service: Service }): JSX.Element {
  return (
    <>
      <Say as="h2" k="service:misunderstandings" />
      <ul className="facts">
        {service.misunderstandings.map(({ id, sources, certainty, inferred }) => (
          <li key={id}>
            <Misunderstanding service={service.id} id={id} />
            <Citations sources={sources} certainty={certainty} inferred={inferred} />
          </li>
        ))}
      </ul>
    </>
  )
}
