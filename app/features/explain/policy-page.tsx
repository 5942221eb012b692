import type { Day } from '#app/domain/day.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { serviceOn } from '#app/services/index.ts'
import { plan } from '#app/services/instruments.ts'
import { type PlanPromise, planPromises } from '#app/services/promises.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citation } from '#app/ui/citation.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'

/** The plan explained: every promise to residents, how binding it is, who is responsible, where it leads. */
export function PolicyPage({ mode, asOf }: { mode: Mode; asOf: Day }): JSX.Element {
  const articles = [...new Set(planPromises.map(({ article }) => article))]
  return (
    <Page mode={mode} at={paths.policy(mode)} texts={['policy']}>
      <Say as="h1" k="policy:title" />
      <Say as="p" className="lead" k="policy:lead" />
      <Say as="p" k="policy:about-plan" />
      <dl className="strengths">
        {(['requires', 'supports', 'explores'] as const).map((strength) => (
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
      <LandPromise />
      {articles.map((article) => (
        <section key={article}>
          <h2>
            <Citation source={plan(article)} />
          </h2>
          <ul className="plain-list">
            {planPromises
              .filter((promise) => promise.article === article)
              .map((promise) => (
                <PromiseItem key={promise.id} mode={mode} promise={promise} asOf={asOf} />
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

function PromiseItem({ mode, promise, asOf }: { mode: Mode; promise: PlanPromise; asOf: Day }): JSX.Element {
  const { id, strengths, conditional, departments, explainOnly } = promise
  const services = promise.services.filter((service) => serviceOn(service, asOf))
  const at = `policy:promises.${id}`
  return (
    <li className="result" id={id}>
      <h3>
        <Say k={`${at}.title`} />
      </h3>
      <p className="strength">
        {strengths.length === 0 ? (
          <Say k="policy:strength.none" />
        ) : (
          strengths.map((strength) => <Say key={strength} k={`policy:strength.${strength}`} />)
        )}
        {conditional && <Say k="policy:conditional" />}
      </p>
      <Say as="p" k={`${at}.text`} />
      {hasText(`${at}.note`) && <Say as="p" className="quiet" k={`${at}.note`} />}
      <p className="quiet">
        <Say k="policy:in-charge" />
      </p>
      <ul className="quiet inline-list">
        {departments.map((department) => (
          <Say as="li" key={department} k={`policy:departments.${department}`} />
        ))}
      </ul>
      {services.length > 0 && (
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
      )}
      {explainOnly && services.length === 0 && (
        <p className="quiet">
          <Say k="policy:explain-only" />
        </p>
      )}
    </li>
  )
}
