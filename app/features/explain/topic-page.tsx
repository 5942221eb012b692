import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { isLandTopic, type TopicId } from '#app/services/define.ts'
import type { PlanPromise } from '#app/services/define-promise.ts'
import { servicesOf } from '#app/services/index.ts'
import { planPromises } from '#app/services/promises.ts'
import { topics } from '#app/services/topics.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { topicPictogram } from '#app/ui/pictograms.ts'
import { Statements } from '#app/ui/statements.tsx'
import { PromiseSays } from './promise-says.tsx'
import { ExplanationTiles, ServiceTiles } from './service-tiles.tsx'

/** One topic: what everyone should know about it, and its services as of a day. */
export function TopicPage({ mode, topic, asOf }: { mode: Mode; topic: TopicId; asOf: Day }): JSX.Element {
  const { lead = [], keyPoints = [], explanations = [] } = topics.find(({ id }) => id === topic) ?? {}
  return (
    <Page mode={mode} at={paths.topic(mode, topic)} texts={['topics', 'policy']}>
      <h1>
        <Icon name={topicPictogram[topic]} />
        <Say k={`topics:${topic}.name`} />
      </h1>
      <Say as="p" className="lead" k={`topics:${topic}.lead`} />
      <Citations sources={lead} />
      <div className="actions">
        <IconLink className="button" href={paths.check(mode)} icon="list-checks" k="home:start-check" />
      </div>
      <Say as="h2" k="service:key-points" />
      <Statements statements={keyPoints} at={`topics:${topic}.points`} />
      {isLandTopic(topic) && <LandPromise />}
      <section className="wide">
        <Say as="h2" k="service:of-topic" />
        <ServiceTiles mode={mode} services={servicesOf(topic, asOf)} />
        {explanations.length > 0 && <ExplanationTiles mode={mode} ids={explanations} />}
      </section>
      <PlanSays mode={mode} topic={topic} />
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
        <li key={promise.id} className="result">
          <PromiseSays promise={promise} cited={true} />
        </li>
      ))}
    </ul>
  )
}
