import type { Day } from '#app/domain/day.ts'
import { formatArticle } from '#app/i18n/format.ts'
import { langOf, type Mode, sourceLanguage } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { type PlanPromise, sourceOf } from '#app/services/define-promise.ts'
import { serviceOn } from '#app/services/index.ts'
import { cite, plan } from '#app/services/instruments.ts'
import { planPromises } from '#app/services/promises.ts'
import { strengths, strengthsOf } from '#app/services/strength.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Citation } from '#app/ui/citation.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Layer } from '#app/ui/layer.tsx'
import { Page } from '#app/ui/page.tsx'
import { Strengths } from '#app/ui/strength.tsx'
import { PromiseFold } from './promise-fold.tsx'

/** The plan explained: every promise to residents, how binding it is, who is responsible, where it leads. */
export function PolicyPage({ mode, asOf }: { mode: Mode; asOf: Day }): JSX.Element {
  const promised = planPromises.filter(({ lessens }) => !lessens)
  const lessening = planPromises.filter(({ lessens }) => lessens)
  const articles = [...new Set(promised.map(({ article }) => article))]
  return (
    <Page mode={mode} at={paths.policy(mode)} texts={['policy']}>
      <Say as="h1" k="policy:title" />
      <p className="quiet">
        <Citation source={cite('qinghai-2024-48')} />
      </p>
      <Say as="p" className="lead" k="policy:lead" />
      <p>
        <a className="text-link" href="#lessens">
          <Say k="policy:lessens.title" />
        </a>
      </p>
      <Layer level={2} k="policy:how-binding">
        <StrengthMeanings />
      </Layer>
      <LandPromise folded />
      {articles.map((article) => (
        <section key={article} className="article">
          <h2>
            <InModes>{(language) => formatArticle(language, article)}</InModes>
          </h2>
          <Promises mode={mode} promises={promised.filter((one) => one.article === article)} asOf={asOf} />
        </section>
      ))}
      <section id="lessens">
        <Say as="h2" k="policy:lessens.title" />
        <Say as="p" k="policy:lessens.first" />
        <Promises mode={mode} promises={lessening} asOf={asOf} />
      </section>
    </Page>
  )
}

/** What the plan is, and what each strength of it means. */
function StrengthMeanings(): JSX.Element {
  return (
    <>
      <Say as="p" k="policy:about-plan" />
      <dl className="strengths">
        {strengths.map((strength) => (
          <div key={strength}>
            <dt>
              <strong>
                <Say k={`policy:strength.${strength}`} />
              </strong>
            </dt>
            <dd>
              <Say k={`policy:strengthMeaning.${strength}`} />
            </dd>
          </div>
        ))}
      </dl>
      <Say as="p" className="quiet" k="policy:conditionalMeaning" />
    </>
  )
}

type PromisesProps = { mode: Mode; promises: readonly PlanPromise[]; asOf: Day }

/** Promises, each with what stands behind it. */
export function Promises({ mode, promises, asOf }: PromisesProps): JSX.Element {
  return (
    <ul className="plain-list">
      {promises.map((promise) => (
        <li key={promise.id}>
          <PromiseFold promise={promise} cited={promise.lessens} anchored>
            <LeadsTo mode={mode} promise={promise} asOf={asOf} />
            <Behind promise={promise} />
          </PromiseFold>
        </li>
      ))}
    </ul>
  )
}

/** The plan's own words, in the language it is written in, each with its strength where they differ; and who is in charge. */
function Behind({ promise }: { promise: PlanPromise }): JSX.Element {
  const { words: quotations = [] } = sourceOf(promise)
  const differ = strengthsOf(sourceOf(promise)).length > 1
  return (
    <>
      <Say as="p" className="quiet" k="policy:quotation" />
      <ul>
        {quotations.map((one) => (
          <li key={one}>
            <q lang={langOf(sourceLanguage)}>{one}</q> {differ && <Strengths source={{ ...plan(promise.article), words: [one] }} />}
          </li>
        ))}
      </ul>
      <Say as="p" className="quiet" k="policy:in-charge" />
      <ul className="quiet inline-list">
        {promise.departments.map((department) => (
          <Say as="li" key={department} k={`policy:departments.${department}`} />
        ))}
      </ul>
      {promise.services.length === 0 && promise.explainOnly && <Say as="p" className="quiet" k="policy:explain-only" />}
    </>
  )
}

function LeadsTo({ mode, promise, asOf }: { mode: Mode; promise: PlanPromise; asOf: Day }): JSX.Element | null {
  const services = promise.services.filter((service) => serviceOn(service, asOf))
  if (services.length === 0) return null
  return (
    <>
      <p className="quiet">
        <Say k="policy:leads-to" />
      </p>
      <ul className="plain-list">
        {services.map((service) => (
          <li key={service}>
            <IconLink href={paths.service(mode, service)} icon="arrow-right" k={`services/${service}:name`} />
          </li>
        ))}
      </ul>
    </>
  )
}
