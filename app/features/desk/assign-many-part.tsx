import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { describedBy, Labelled } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { wrongClass } from '#app/ui/document-title.ts'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { GiveTo, type Taker } from '#app/ui/give-to.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { ManyAgain } from './assign-many.server.ts'

/** The id of the form that assigns several cases, which the ticks of the table belong to. */
export const assignManyForm = 'assign-many'

type Props = { at: string; takers: readonly Taker[]; to?: string; errors: readonly FieldError[] }

/** Gives the ticked cases to somebody, or puts them back. */
export function AssignMany({ at, takers, to = '', errors }: Props): JSX.Element {
  const props = { id: 'give-to', label: 'colleagues:many.label', help: 'colleagues:many.help', errors }
  return (
    <DeskForm id={assignManyForm} action={at} className="card">
      <FieldMessage id="assign-many-error" error={errors.find(({ field }) => field === assignManyForm)} />
      <Labelled {...props}>
        <GiveTo
          {...{ id: 'give-to', name: 'to', chosen: to, takers }}
          describedBy={describedBy(props)}
          invalid={errors.some(({ field }) => field === 'give-to')}
        />
      </Labelled>
      <div className="actions">
        <button type="submit" className="button second" name="do" value="assign-many">
          <Say k="colleagues:give.button" />
        </button>
      </div>
    </DeskForm>
  )
}

/** Which of the ticked cases were left as they are, and why. */
export function LeftOut({ mode, left }: { mode: Mode; left: NonNullable<ManyAgain['left']> }): JSX.Element {
  const { done, cases, unseen } = left
  return (
    // biome-ignore lint/a11y/noAutofocus: what became of it must be read first
    <div className={wrongClass} role="alert" tabIndex={-1} autoFocus id="left-out">
      <Say as="p" k="colleagues:many.done" values={{ count: done }} />
      <Say as="p" k="colleagues:many.left" values={{ count: cases.length + unseen }} />
      <ul>
        {cases.map(({ row, why }) => (
          <li key={row.id}>
            <a href={paths.deskCase(mode, row.id)}>
              <BilingualText text={row.title} /> <span className="code">{`${row.code}/${row.number}`}</span>
            </a>{' '}
            <Say k={`colleagues:many.${why}`} />
          </li>
        ))}
      </ul>
    </div>
  )
}
