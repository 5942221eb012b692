import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Explanation } from '#app/services/explanations.ts'
import { serviceOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Layer } from '#app/ui/layer.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pictogram } from '#app/ui/pictogram.tsx'
import { PlainStatements, Statements } from '#app/ui/statements.tsx'
import { ServiceTiles } from './service-tiles.tsx'

/** A matter that is only explained: facts, and whom to contact. */
export function ExplanationPage({ mode, explanation, asOf }: { mode: Mode; explanation: Explanation; asOf: Day }): JSX.Element {
  const { id, facts, departments, hotlines, related } = explanation
  return (
    <Page mode={mode} at={paths.explanation(mode, id)} texts={['explanations']}>
      <h1>
        <Pictogram of={id} />
        <Say k={`explanations:${id}.name`} />
      </h1>
      <Say as="p" className="lead" k={`explanations:${id}.plain`} />
      <PlainStatements statements={facts} at={`explanations:${id}.facts`} />
      <Say as="h2" k="service:in-charge" />
      <ul>
        {departments.map((department) => (
          <Say as="li" key={department} k={`departments:${department}`} />
        ))}
      </ul>
      <Hotlines numbers={hotlines} />
      <section className="wide">
        <Say as="h2" k="service:related" />
        <ServiceTiles mode={mode} services={related.flatMap((one) => serviceOn(one, asOf) ?? [])} />
      </section>
      <Layer level={2} k="result:basis">
        <Statements statements={facts} at={`explanations:${id}.facts`} />
      </Layer>
    </Page>
  )
}
