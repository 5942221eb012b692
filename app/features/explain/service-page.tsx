import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { isWay } from '#app/services/before-settling.ts'
import { isLandTopic, type Service } from '#app/services/define.ts'
import { landStandsAt, serviceOn } from '#app/services/index.ts'
import { BeforeSettlingLink } from '#app/ui/before-settling-link.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Layer } from '#app/ui/layer.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pictogram } from '#app/ui/pictogram.tsx'
import { PlainStatements } from '#app/ui/statements.tsx'
import { ServiceLayers } from './service-layers.tsx'
import { ServiceTiles } from './service-tiles.tsx'

/** One service: what one gets and what to do now; the rest in layers, closed. A function of its definition as of a day. */
export function ServicePage({ mode, service, asOf }: { mode: Mode; service: Service; asOf: Day }): JSX.Element {
  const at = `services/${service.id}`
  const landStands = service.topics.some(isLandTopic) || landStandsAt(...service.related)
  return (
    <Page mode={mode} at={paths.service(mode, service.id)} texts={[at]}>
      <TopicLine mode={mode} service={service} />
      <h1>
        <Pictogram of={service.id} />
        <Say k={`${at}:name`} />
      </h1>
      <Say as="p" className="lead" k={`${at}:plain`} />
      <div className="columns">
        <div>
          <Say as="h2" k="service:gives" />
          <PlainStatements statements={service.gives} at={`${at}:gives`} />
          <Say as="h2" k="service:now" />
          <Say as="p" k={`${at}:next`} />
          <CheckNow mode={mode} service={service} />
          {isWay(service.id) && (
            <p>
              <BeforeSettlingLink />
            </p>
          )}
          {landStands && <LandPromise />}
          <ServiceLayers service={service} />
        </div>
        <aside>
          <Hotlines numbers={service.hotlines} />
          <Layer level={2} k="service:related">
            <ServiceTiles mode={mode} services={service.related.flatMap((id) => serviceOn(id, asOf) ?? [])} />
          </Layer>
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
          <Pictogram of={topic} />
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
