import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/account-fields.tsx'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type DeskRow, DeskTable } from '#app/ui/desk-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { ShownAssignee } from './colleagues.server.ts'
import { ReassignConflict, ReassignForm, type ReassignProps, reassignForm } from './reassign-form.tsx'
import { StaffName } from './text-parts.tsx'

type Props = Omit<ReassignProps, 'action'> & {
  mode: Mode
  at: string
  staff: Staff
  changed: boolean
  here: readonly ShownAssignee[]
  away: readonly ShownAssignee[]
  /** How many cases lie with those who are away. */
  abandoned: number
}

const heads = ['account:name', 'account:role', 'account:hall', 'colleagues:work.cases'] as const

/** To whom the cases of a place are assigned; what lies with people who cannot work on it is given to somebody or put back in one act. */
export function ColleaguesPage(props: Props): JSX.Element {
  const { mode, at, staff, changed, here, away, abandoned, errors = [], differences = [] } = props
  const action = paths.colleagues(mode)
  const switching = abandoned > 0 ? ({ by: 'form', form: reassignForm } as const) : ({ by: 'links' } as const)
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'colleagues']} switching={switching} script>
      <ErrorSummary errors={errors} />
      <ReassignConflict action={action} differences={abandoned > 0 ? differences : []} />
      <Say as="h1" k="colleagues:title" />
      {changed && errors.length + differences.length === 0 && <Notice k="colleagues:done" />}
      {away.length > 0 && (
        <section id="away">
          <Say as="h2" k="colleagues:away.title" />
          <Say as="p" k="colleagues:away.lead" values={{ count: abandoned }} />
          <DeskTable
            heads={[...heads, 'colleagues:away.why']}
            rows={away.map((one) => ({
              ...rowOf(mode, one, `${one.id} ${one.away}`),
              cells: [...cellsOf(mode, one), <Why key="why" {...one} />],
            }))}
          />
          <ReassignForm {...props} action={action} />
        </section>
      )}
      <Say as="h2" k="colleagues:here" />
      {here.length === 0 ? (
        <Say as="p" k="colleagues:none" />
      ) : (
        <DeskTable heads={heads} rows={here.map((one) => rowOf(mode, one, one.id))} />
      )}
    </DeskPage>
  )
}

const rowOf = (mode: Mode, one: ShownAssignee, key: string): DeskRow => ({ key, cells: cellsOf(mode, one) })

const cellsOf = (mode: Mode, { id, name, role, hall, cases }: ShownAssignee) => [
  <a key="name" className="text-link" href={paths.colleague(mode, id)}>
    <StaffName name={name} />
  </a>,
  role && <Say key="role" k={`desk:role.${role}`} />,
  hall && <InModes key="hall">{(language) => hall.name[language]}</InModes>,
  <Say key="cases" k="colleagues:work.count" values={{ count: cases }} />,
]

function Why({ away }: Pick<ShownAssignee, 'away'>): JSX.Element | null {
  return away && <Say k={`colleagues:away.${away}`} />
}
