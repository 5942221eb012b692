import type { Hall, Staff, StaffRole } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Post } from '#app/ui/account-facts.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { type QueueRow, QueueTable } from './queue-table.tsx'
import { ReassignConflict, ReassignForm, type ReassignProps, reassignForm } from './reassign-form.tsx'
import { StaffName } from './text-parts.tsx'

type Props = Omit<ReassignProps, 'action'> & {
  mode: Mode
  at: string
  staff: Staff
  id: string
  name: string | null
  roles: readonly StaffRole[] | null
  hall: Hall | null
  isOff: boolean
  /** How many open cases they have; the first of them are `rows`. */
  total: number
  rows: readonly QueueRow[]
}

/** What lies with a colleague, and a form that gives all of it to somebody else or puts it back. */
export function ColleaguePage(props: Props): JSX.Element {
  const { mode, at, staff, id, name, roles, hall, isOff, total, rows, errors = [], differences = [] } = props
  const action = paths.colleague(mode, id)
  const switching = total > 0 ? ({ by: 'form', form: reassignForm } as const) : ({ by: 'links' } as const)
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'application', 'colleagues']} switching={switching} script>
      <IconLink href={paths.colleagues(mode)} icon="arrow-left" k="colleagues:back" />
      <ErrorSummary errors={errors} />
      <ReassignConflict action={action} differences={total > 0 ? differences : []} />
      <h1>
        <StaffName name={name} />
      </h1>
      <dl className="table-of-facts">
        {roles && <Post roles={roles} hall={hall} />}
        <dt>
          <Say k="colleagues:work.cases" />
        </dt>
        <dd>
          <Say k="colleagues:work.count" values={{ count: total }} />
        </dd>
      </dl>
      {isOff && <Say as="p" className="notice" k="colleagues:away.off" />}
      {total > 0 && (
        <>
          <ReassignForm {...props} action={action} />
          {rows.length < total && <Say as="p" k="colleagues:listed" values={{ count: rows.length }} />}
          <div className="wide scrolling">
            <QueueTable mode={mode} at={paths.queue(mode)} staff={staff} rows={rows} />
          </div>
        </>
      )}
    </DeskPage>
  )
}
