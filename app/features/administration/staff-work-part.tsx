import { Fragment } from 'react'
import { describedBy, Labelled } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { GiveTo } from '#app/ui/give-to.tsx'
import type { StaffWork } from './staff-work.server.ts'

/** How much lies with somebody, as rows of a description list: numbers only, and nothing where there is nothing. */
export function WorkFacts({ cases, proposals, texts }: StaffWork): JSX.Element {
  const facts = Object.entries({ cases, proposals, texts }).filter(([name, count]) => count > 0 || name === 'cases')
  return (
    <>
      {facts.map(([name, count]) => (
        <Fragment key={name}>
          <dt>
            <Say k={`colleagues:work.${name}`} />
          </dt>
          <dd>
            <Say k="colleagues:work.count" values={{ count }} />
          </dd>
        </Fragment>
      ))}
    </>
  )
}

type FieldProps = { id: 'cases' | 'cases-off'; work: StaffWork; chosen: string; errors: readonly FieldError[] }

/** What becomes of the cases of somebody who cannot work on them any more; not asked where there are none. */
export function CasesField({ id, work, chosen, errors }: FieldProps): JSX.Element | null {
  if (work.cases === 0) return null
  const props = { id, label: 'colleagues:left.label', help: `colleagues:left.${id}`, values: { count: work.cases }, errors }
  return (
    <Labelled {...props}>
      <GiveTo
        {...{ id, name: 'cases', chosen, takers: work.colleagues }}
        describedBy={describedBy(props)}
        invalid={errors.some(({ field }) => field === id)}
      />
    </Labelled>
  )
}
