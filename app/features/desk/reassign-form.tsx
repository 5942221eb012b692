import type { Difference } from '#app/cases/differences.ts'
import { describedBy, Labelled } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { GiveTo, type Taker } from '#app/ui/give-to.tsx'

/** Cases to be given to somebody or put back all at once, and what was chosen. */
export type ReassignProps = {
  action: string
  takers: readonly Taker[]
  version: string
  chosen?: string
  errors?: readonly FieldError[]
  differences?: readonly Difference[]
}

/** The id of the form. */
export const reassignForm = 'reassign'

/** Other cases lie there than when the page was opened: nothing was done. */
export function ReassignConflict({ action, differences = [] }: Pick<ReassignProps, 'action' | 'differences'>): JSX.Element | null {
  return <Conflict form={reassignForm} now={action} differences={differences} />
}

/** The form that gives some cases to somebody, all of them, or puts them back. */
export function ReassignForm({ action, takers, version, chosen = '', errors = [] }: ReassignProps): JSX.Element {
  const props = { id: 'to', label: 'colleagues:give.label', help: 'colleagues:give.help', errors }
  return (
    <DeskForm id={reassignForm} action={action} className="card">
      <OpenedAt version={version} />
      <Labelled {...props}>
        <GiveTo {...{ id: 'to', name: 'to', chosen, takers }} describedBy={describedBy(props)} invalid={errors.length > 0} />
      </Labelled>
      <div className="actions">
        <button type="submit" className="button">
          <Say k="colleagues:give.button" />
        </button>
      </div>
    </DeskForm>
  )
}
