import { onceInput, type Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, Typed, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import type { Taker } from '#app/ui/give-to.tsx'
import { Scan } from '#app/ui/scan.tsx'
import type { ManyAgain } from './assign-many.server.ts'
import { AssignMany, assignManyForm, LeftOut } from './assign-many-part.tsx'
import { type Chosen, chosenIn, queryOf } from './filters.ts'
import type { JustApproved } from './just-approved.server.ts'
import { type Counts, QueueFilters } from './queue-filters.tsx'
import { type QueueRow, QueueTable } from './queue-table.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { TakeBack } from './take-back-part.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  chosen: Chosen
  counties: readonly string[]
  counts: Counts
  rows: readonly QueueRow[]
  more: string | null
  isFirst: boolean
  /** What tells this page's way to the next case from any other. */
  once: string
  mayTake: boolean
  saved: readonly { id: string; name: string; query: string }[]
  colleagues: readonly { id: string; name: string | null; isOff: boolean }[]
  /** To whom several cases can be given; null where that is not theirs. */
  takers: readonly Taker[] | null
  /** How many cases were just assigned at once. */
  given: string | null
  /** The filters of this list. */
  from: string
  /** What was approved just now, and can be taken back. */
  done: JustApproved | null
  ticked?: readonly string[]
  to?: string
  left?: ManyAgain['left']
  code?: string
  name?: string
  errors?: readonly FieldError[]
}

/** The queue: the oldest first, with its filters. */
export function QueuePage(props: Props): JSX.Element {
  const { mode, at, staff, rows, more, isFirst, mayTake, takers, given, ticked = [], left, errors = [] } = props
  const enter = { name: 'do', value: 'assign-many' }
  const switching = takers ? ({ by: 'form', form: assignManyForm, enter } as const) : ({ by: 'links' } as const)
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['application', 'colleagues']} switching={switching} script>
      <ErrorSummary errors={errors} />
      {props.done && (
        <>
          <TakeBack mode={mode} done={props.done} />
          <script type="module" src="/desk/case.js" />
        </>
      )}
      {left && <LeftOut mode={mode} left={left} />}
      {given !== null && /^\d{1,3}$/.test(given) && !left && errors.length === 0 && <Given count={Number(given)} />}
      <div className="wide desk-head">
        <Say as="h1" k="desk:queue.title" />
        {mayTake && (
          <DeskForm action={at}>
            <input type="hidden" name={onceInput} value={props.once} />
            <button type="submit" className="button small" id="take-next" name="do" value="take-next" data-key="take">
              <Say k="desk:queue.take-next" />
            </button>
          </DeskForm>
        )}
        <Find {...props} />
      </div>
      <Saved {...props} />
      <QueueFilters {...props} />
      {rows.length === 0 ? (
        <Say as="p" className="notice" k="desk:queue.empty" />
      ) : (
        <div className="wide scrolling">
          <QueueTable {...{ mode, at, staff, rows }} from={props.from} ticked={takers ? ticked : null} />
        </div>
      )}
      {takers && <AssignMany {...{ at, takers, errors }} to={props.to ?? ''} />}
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
      {rows.length > 0 && <TakeAlong {...props} />}
      <Shortcuts of={['next', 'previous', 'open', 'assign', 'take', 'find', 'take-back', 'help']} />
    </DeskPage>
  )
}

function Given({ count }: { count: number }): JSX.Element {
  return (
    <p className="notice" role="status">
      <Say k="colleagues:many.done" values={{ count }} />
    </p>
  )
}

/** Exports the list; the export is logged. */
function TakeAlong({ mode, chosen }: Props): JSX.Element {
  return (
    <DeskForm action={paths.queueList(mode, queryOf(chosen))} className="find" data-again>
      {(['csv', 'xlsx'] as const).map((format) => (
        <button key={format} type="submit" className="button second small" name="format" value={format}>
          <Say k={`desk:list.${format}`} />
        </button>
      ))}
      <Say as="p" className="quiet" k="desk:list.hint" />
    </DeskForm>
  )
}

function Find({ at, code = '', errors = [] }: Props): JSX.Element {
  const error = errors.find(({ field }) => field === 'code')
  return (
    <DeskForm action={at} className="find">
      <label className="field" htmlFor="code">
        <Say k="desk:queue.find" />
        <input
          id="code"
          name="code"
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          data-key="find"
          data-scanned
          aria-describedby={error ? 'code-error' : undefined}
          aria-invalid={error ? true : undefined}
        />
      </label>
      <button type="submit" className="button second small" name="do" value="find">
        <Say k="desk:queue.find-button" />
      </button>
      <Scan field="code" />
      <FieldMessage id="code-error" error={error} />
    </DeskForm>
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
            <DeskForm action={at}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="plain-button" name="do" value="forget" aria-label={plain('desk:queue.forget', { name })}>
                <span aria-hidden="true">×</span>
              </button>
            </DeskForm>
          </li>
        ))}
      </ul>
    </nav>
  )
}
