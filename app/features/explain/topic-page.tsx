import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { isLandTopic, type TopicId } from '#app/services/define.ts'
import type { PlanPromise } from '#app/services/define-promise.ts'
import { servicesOf } from '#app/services/index.ts'
import { planPromises } from '#app/services/promises.ts'
import { topics } from '#app/services/topics.ts'
import { BeforeSettlingLink } from '#app/ui/before-settling-link.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Layer } from '#app/ui/layer.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pictogram } from '#app/ui/pictogram.tsx'
import { HowFar, PlainStatements, Statements } from '#app/ui/statements.tsx'
import { PromiseFold } from './promise-fold.tsx'
import { ExplanationTiles, ServiceTiles } from './service-tiles.tsx'

/** One topic: its services as of a day, and what everyone should know about it; what else the plan says and where it all stands, closed. */
export function TopicPage({ mode, topic, asOf }: { mode: Mode; topic: TopicId; asOf: Day }): JSX.Element {
  const { lead = [], keyPoints = [], explanations = [] } = topics.find(({ id }) => id === topic) ?? {}
  return (
    <Page mode={mode} at={paths.topic(mode, topic)} texts={['topics', 'policy']}>
      <h1>
        <Pictogram of={topic} />
        <Say k={`topics:${topic}.name`} />
      </h1>
      <p className="lead">
        <Say k={`topics:${topic}.lead`} /> <HowFar of={{ sources: lead }} />
      </p>
      <div className="actions">
        <IconLink className="button" href={paths.check(mode)} icon="list-checks" k="home:start-check" />
      </div>
      <section className="wide">
        <Say as="h2" k="service:of-topic" />
        <ServiceTiles mode={mode} services={servicesOf(topic, asOf)} />
        {explanations.length > 0 && <ExplanationTiles mode={mode} ids={explanations} />}
      </section>
      {topic === 'settlement' && (
        <p>
          <BeforeSettlingLink />
        </p>
      )}
      <Say as="h2" k="service:key-points" />
      <PlainStatements statements={keyPoints} at={`topics:${topic}.points`} />
      {isLandTopic(topic) && <LandPromise />}
      <PlanSays mode={mode} topic={topic} />
      <Layer level={2} k="result:basis">
        <Say as="p" k={`topics:${topic}.lead`} />
        <Citations sources={lead} />
        <Statements statements={keyPoints} at={`topics:${topic}.points`} />
      </Layer>
    </Page>
  )
}

/** What the plan says of a topic beside what its services give; what it takes away after one fixed sentence. */
export function PlanSays({ mode, topic }: { mode: Mode; topic: TopicId }): JSX.Element {
  const promises = planPromises.filter(({ topics: of }) => of.includes(topic))
  const [lessening, promised] = [promises.filter(({ lessens }) => lessens), promises.filter(({ lessens }) => !lessens)]
  return (
    <>
      {promises.length > 0 && <Say as="h2" k="policy:also-says" />}
      {promised.length > 0 && <PromiseList promises={promised} />}
      {lessening.length > 0 && (
        <>
          <Say as="p" k="policy:lessens.first" />
          <PromiseList promises={lessening} />
        </>
      )}
      <p>
        <IconLink href={paths.policy(mode)} icon="scale" k="home:read-policy" />
      </p>
    </>
  )
}

function PromiseList({ promises }: { promises: readonly PlanPromise[] }): JSX.Element {
  return (
    <ul className="plain-list">
      {promises.map((promise) => (
        <li key={promise.id}>
          <PromiseFold promise={promise} cited />
        </li>
      ))}
    </ul>
  )
}
