import type { Status } from '#app/domain/application.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { InModes, Say, Typed, usePlain } from '#app/ui/say.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Chosen, chosenIn, queryOf } from './filters.ts'
import { Keys } from './keys.tsx'
import { type Counts, QueueFilters } from './queue-filters.tsx'
import { County, StaffName } from './said-parts.tsx'

type Row = {
  id: string
  number: number
  service: string
  status: Status
  county: string
  mode: string | null
  dueOn: string | null
  overdue: boolean
  code: string
  name: string
  submitted: string
  days: number
  proposed: boolean
  assignee: { id: string; name: string | null } | null
}

type Props = {
  mode: Mode
  at: string
  staff: Staff
  chosen: Chosen
  counties: readonly string[]
  counts: Counts
  rows: readonly Row[]
  more: string | null
  isFirst: boolean
  mayTake: boolean
  saved: readonly { id: string; name: string; query: string }[]
  code?: string
  name?: string
  errors?: readonly FieldError[]
}

/** The queue: what lies with the hall, the oldest first, and what one narrows it down by. */
export function QueuePage(props: Props): JSX.Element {
  const { mode, at, staff, rows, more, isFirst, mayTake, errors = [] } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['application']} script="keys">
      <ErrorSummary errors={errors} />
      <div className="wide desk-head">
        <Say as="h1" k="desk:queue.title" />
        {mayTake && (
          <form method="post" action={at}>
            <button type="submit" className="button small" id="take-next" name="do" value="take-next" data-key="t">
              <Say k="desk:queue.take-next" />
            </button>
          </form>
        )}
        <Find {...props} />
      </div>
      <Saved {...props} />
      <QueueFilters {...props} />
      {rows.length === 0 ? (
        <Say as="p" className="notice" k="desk:queue.empty" />
      ) : (
        <div className="wide scrolling">
          <Table {...props} />
        </div>
      )}
      <nav className="links">
        {!isFirst && (
          <a className="text-link" href={paths.queue(mode, queryOf(props.chosen))}>
            <Say k="desk:queue.first" />
          </a>
        )}
        {more && (
          <a className="text-link" href={more}>
            <Say k="desk:queue.more" />
          </a>
        )}
      </nav>
      <Keys of={['next', 'previous', 'open', 'assign', 'take', 'find', 'help']} />
    </DeskPage>
  )
}

function Find({ at, code = '', errors = [] }: Props): JSX.Element {
  const error = errors.find(({ field }) => field === 'code')
  return (
    <form method="post" action={at} className="find">
      <label className="field" htmlFor="code">
        <Say k="desk:queue.find" />
        <input
          id="code"
          name="code"
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          data-key="/"
          aria-describedby={error ? 'code-error' : undefined}
          aria-invalid={error ? true : undefined}
        />
      </label>
      <button type="submit" className="button second small" name="do" value="find">
        <Say k="desk:queue.find-button" />
      </button>
      <FieldMessage id="code-error" error={error} />
    </form>
  )
}

function Saved({ mode, at, saved }: Props): JSX.Element | null {
  const plain = usePlain()
  if (saved.length === 0) return null
  return (
    <nav className="wide saved" aria-label={plain('desk:queue.saved')}>
      <Say className="quiet" k="desk:queue.saved" />
      <ul className="inline-list">
        {saved.map(({ id, name, query }) => (
          <li key={id}>
            <a className="text-link" href={paths.queue(mode, queryOf(chosenIn(new URLSearchParams(query))))}>
              <Typed>{name}</Typed>
            </a>
            <form method="post" action={at}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="plain-button" name="do" value="forget" aria-label={plain('desk:queue.forget', { name })}>
                <span aria-hidden="true">×</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const columns = ['case', 'county', 'status', 'submitted', 'due', 'language', 'who'] as const

function Table(props: Props): JSX.Element {
  return (
    <table className="queue">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Say k={`desk:queue.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <CaseRow key={row.id} mode={props.mode} at={props.at} staff={props.staff} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function CaseRow({ mode, at, staff, row }: Pick<Props, 'mode' | 'at' | 'staff'> & { row: Row }): JSX.Element {
  return (
    <tr data-row id={`case-${row.id}`}>
      <th scope="row">
        <a href={paths.deskCase(mode, row.id)} data-open>
          <Say k={`services/${row.service}:name`} />
        </a>
        <br />
        <Typed>{row.name}</Typed>{' '}
        <span className="code">
          {row.code}/{row.number}
        </span>
      </th>
      <td>
        <County code={row.county} />
      </td>
      <td>
        <StatusBadge status={row.status} />
        {row.proposed && <Say as="p" className="reason" k="desk:queue.proposed" />}
      </td>
      <td>
        <InModes>{(language) => formatDay(language, row.submitted)}</InModes>
        <br />
        <Say className="quiet" k="desk:queue.days" values={{ days: row.days }} />
      </td>
      <td className={row.overdue ? 'reason-cell' : undefined}>
        {row.dueOn && <InModes>{(language) => formatDay(language, row.dueOn ?? '')}</InModes>}
        {row.overdue && <Say as="p" className="reason" k="desk:queue.over" />}
      </td>
      <td>{row.mode && <Say k={`desk:queue.mode.${row.mode}`} />}</td>
      <td>
        {row.assignee ? (
          <Assignee staff={staff} {...row.assignee} />
        ) : (
          <form method="post" action={at}>
            <input type="hidden" name="id" value={row.id} />
            <button type="submit" className="button second small" name="do" value="assign" data-row-key="a">
              <Say k="desk:queue.assign-me" />
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}

function Assignee({ staff, id, name }: Pick<Props, 'staff'> & { id: string; name: string | null }): JSX.Element {
  if (id === staff.id) return <Say k="desk:queue.me" />
  return <StaffName name={name} />
}
