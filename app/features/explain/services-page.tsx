import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { topicIds } from '#app/services/define.ts'
import { explanations } from '#app/services/explanations.ts'
import { servicesOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pictogram } from '#app/ui/pictogram.tsx'
import { ExplanationTiles, ServiceTiles } from './service-tiles.tsx'

/** Every service in force on a day, under its main topic, and the matters that are only explained. */
export function ServicesPage({ mode, asOf }: { mode: Mode; asOf: Day }): JSX.Element {
  const all = servicesOn(asOf)
  return (
    <Page mode={mode} at={paths.services(mode)} texts={['topics', 'explanations', ...all.map(({ id }) => `services/${id}`)]}>
      <Say as="h1" k="service:all-title" />
      <Say as="p" className="lead" k="service:all-lead" values={{ count: all.length }} />
      {topicIds.map((topic) => (
        <section key={topic} className="wide">
          <h2>
            <Pictogram of={topic} />
            <a href={paths.topic(mode, topic)}>
              <Say k={`topics:${topic}.name`} />
            </a>
          </h2>
          <ServiceTiles mode={mode} services={all.filter(({ topics }) => topics[0] === topic)} />
        </section>
      ))}
      <section className="wide">
        <Say as="h2" k="service:only-explained" />
        <ExplanationTiles mode={mode} ids={explanations.map(({ id }) => id)} />
      </section>
      <LandPromise />
    </Page>
  )
}
