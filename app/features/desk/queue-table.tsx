import { isAssignable } from '#app/domain/application.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Status } from '#app/domain/status.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { modeName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { CachedPart } from '#app/ui/render-cache.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { assignManyForm } from './assign-many-part.tsx'
import { County, StaffName } from './text-parts.tsx'

/** One row of the queue. */
export type QueueRow = {
  id: string
  number: number
  title: InEvery<string>
  status: Status
  county: string
  mode: string | null
  dueOn: string | null
  /** How many days are left until then; fewer than none: so many are over. */
  left: number | null
  overdue: boolean
  /** The deadline is not certain yet, only that it is not before `dueOn`. */
  notBefore: boolean
  /** Of the folder; its id where it cannot be read. */
  code: string
  unreadable: boolean
  /** The row of the case itself is damaged. */
  damaged: boolean
  name: string
  /** Null where its row is damaged. */
  submitted: string | null
  days: number
  proposed: boolean
  assignee: { id: string; name: string | null } | null
}

type Props = {
  mode: Mode
  at: string
  staff: Staff
  rows: readonly QueueRow[]
  /** The filters of the list, for the way back to it. */
  from?: string
  /** What is ticked, where several can be assigned at once. */
  ticked?: readonly string[] | null
}

const columns = ['case', 'county', 'status', 'submitted', 'due', 'language', 'who'] as const

/** The cases of one page of the queue; each can be opened and taken on. */
export function QueueTable(props: Props): JSX.Element {
  return (
    <table className="queue cases">
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
          <CaseRow
            key={row.id}
            mode={props.mode}
            at={props.at}
            staff={props.staff}
            from={props.from}
            ticked={props.ticked ?? null}
            row={row}
          />
        ))}
      </tbody>
    </table>
  )
}

function CaseRow({ mode, at, staff, from, ticked = null, row }: Omit<Props, 'rows'> & { row: QueueRow }): JSX.Element {
  return (
    <tr data-row id={`case-${row.id}`}>
      <th scope="row">
        <a href={paths.deskCase(mode, row.id, undefined, { from })} data-open>
          <BilingualText text={row.title} />
        </a>
        <br />
        {row.unreadable ? <Say className="reason" k="errors:unreadable" /> : <Typed>{row.name}</Typed>}{' '}
        <span className="code">
          {row.code}/{row.number}
        </span>
        {row.damaged && <UnreadableRow table="applications" id={row.id} />}
      </th>
      <CachedPart as="td" by={`queue county ${row.county}`}>
        {() => <County code={row.county} />}
      </CachedPart>
      <CachedPart as="td" by={`queue status ${row.proposed} ${row.status}`}>
        {() => <StatusCell {...row} />}
      </CachedPart>
      <CachedPart as="td" by={`queue submitted ${row.days} ${row.submitted}`}>
        {() => <SubmittedCell {...row} />}
      </CachedPart>
      <CachedPart
        as="td"
        className={row.overdue ? 'reason-cell' : undefined}
        by={`queue due ${row.left} ${row.notBefore} ${row.overdue} ${row.dueOn}`}
      >
        {() => <DueCell {...row} />}
      </CachedPart>
      <CachedPart as="td" by={`queue language ${row.mode}`}>
        {() => <>{row.mode && <Say {...modeName(row.mode)} />}</>}
      </CachedPart>
      <td>
        {ticked && isAssignable(row.status) && <Tick row={row} ticked={ticked} />}
        {row.assignee && <Assignee staff={staff} {...row.assignee} />}
        {!row.assignee && isAssignable(row.status) && (
          <DeskForm action={at}>
            <input type="hidden" name="id" value={row.id} />
            <button type="submit" className="button second small" name="do" value="assign" data-row-key="assign">
              <Say k="desk:queue.assign-me" />
            </button>
          </DeskForm>
        )}
      </td>
    </tr>
  )
}

function StatusCell({ status, proposed }: Pick<QueueRow, 'status' | 'proposed'>): JSX.Element {
  return (
    <>
      <StatusBadge status={status} />
      {proposed && <Say as="p" className="reason" k="desk:queue.proposed" />}
    </>
  )
}

function SubmittedCell({ submitted, days }: Pick<QueueRow, 'submitted' | 'days'>): JSX.Element {
  if (submitted === null) return <Say className="reason" k="errors:unreadable" />
  return (
    <>
      <InModes>{(language) => formatDay(language, submitted)}</InModes>
      <br />
      <Say className="quiet" k="desk:queue.days" values={{ days }} />
    </>
  )
}

function DueCell({ dueOn, left, notBefore, overdue }: Pick<QueueRow, 'dueOn' | 'left' | 'notBefore' | 'overdue'>): JSX.Element {
  return (
    <>
      {dueOn && <InModes>{(language) => formatDay(language, dueOn)}</InModes>}
      {left !== null && left >= 0 && <Say as="p" className="quiet" k="desk:queue.left" values={{ days: left }} />}
      {notBefore && <Say as="p" className="quiet" k="desk:queue.not-before" />}
      {overdue && <Say as="p" className="reason" k="desk:queue.over-by" values={{ days: -(left ?? 0) }} />}
    </>
  )
}

/** Ticks a case to be assigned with others: as it is shown here, and no otherwise. */
function Tick({ row, ticked }: { row: QueueRow; ticked: readonly string[] }): JSX.Element {
  const value = `${row.id} ${row.status} ${row.assignee?.id ?? ''}`
  return (
    <label className="tick">
      <input type="checkbox" form={assignManyForm} name="case" value={value} defaultChecked={ticked.includes(value)} />
      <Say className="visually-hidden" k="colleagues:many.tick" values={{ code: `${row.code}/${row.number}` }} />
    </label>
  )
}

function Assignee({ staff, id, name }: Pick<Props, 'staff'> & { id: string; name: string | null }): JSX.Element {
  if (id === staff.id) return <Say k="desk:queue.me" />
  return <StaffName name={name} />
}
