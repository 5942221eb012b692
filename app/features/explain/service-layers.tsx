import type { Condition } from '#app/domain/verdict.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Service } from '#app/services/define.ts'
import { Labelled, Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Layer } from '#app/ui/layer.tsx'
import { Misunderstanding } from '#app/ui/misunderstanding.tsx'
import { Statements } from '#app/ui/statements.tsx'

/** All that is known of a service, by question, closed; last where stands what one gets. */
export function ServiceLayers({ service }: { service: Service }): JSX.Element {
  const at = `services/${service.id}`
  return (
    <div className="layers">
      <Layer level={2} k="service:for-whom">
        <Say as="p" k={`${at}:audience`} />
      </Layer>
      <Layer level={2} k="service:conditions">
        <ul className="conditions">
          {service.conditions.map((condition) => (
            <ConditionItem key={condition.id} at={at} condition={condition} />
          ))}
        </ul>
      </Layer>
      <Layer level={2} k="service:documents">
        <Say as="p" className="quiet" k="service:window-decides-documents" />
        <Statements statements={service.documents} at={`${at}:documents`} />
      </Layer>
      <Layer level={2} k="service:where">
        <Statements statements={service.where} at={`${at}:where`} />
      </Layer>
      <Layer level={2} k="service:time-and-cost">
        <Statements statements={service.timeAndCost} at={`${at}:timeAndCost`} />
      </Layer>
      <Layer level={2} k="service:misunderstandings">
        <Misunderstandings service={service} />
      </Layer>
      <Layer level={2} k="service:otherwise">
        <Statements statements={service.otherwise} at={`${at}:otherwise`} />
      </Layer>
      <Layer level={2} k="service:in-charge">
        <ul>
          {service.departments.map((department) => (
            <li key={department}>
              <Say k={`departments:${department}`} />
            </li>
          ))}
        </ul>
      </Layer>
      <Layer level={2} k="result:basis">
        <Statements statements={service.gives} at={`${at}:gives`} />
      </Layer>
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
            <Labelled label="service:locally-set" of={{ k: `departments:${condition.asks}` }} />
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
    <ul className="facts">
      {service.misunderstandings.map(({ id, sources, certainty, inferred }) => (
        <li key={id}>
          <Misunderstanding service={service.id} id={id} />
          <Citations sources={sources} certainty={certainty} inferred={inferred} />
        </li>
      ))}
    </ul>
  )
}
