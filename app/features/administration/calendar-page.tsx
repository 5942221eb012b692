import type { Day } from '#app/domain/day.ts'
import { onceInput, type Staff } from '#app/domain/staff.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Notice as Announced } from '#app/places/notices.ts'
import { describedBy, Labelled, Notice, TextField } from '#app/ui/account-fields.tsx'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import type { TypedNotice } from './calendar.server.ts'

type Entered = Announced & { readonly on: Day | null; readonly by: string | null }

type Props = {
  mode: Mode
  at: string
  staff: Staff
  notices: readonly Entered[]
  years: readonly string[]
  /** The last day of which it is known whether it is worked. */
  until: Day
  changed: boolean
  once: string
  typed: TypedNotice | null
  errors: readonly FieldError[]
}

/** Days off and worked as they were announced, and a form for another notice. */
export function CalendarPage({ mode, at, staff, notices, years, until, changed, once, errors, ...props }: Props): JSX.Element {
  const typed = props.typed ?? { year: years.at(-1) ?? '', notice: '', off: '', worked: '' }
  const ofYear = { id: 'year', label: 'account:days.year', help: 'account:days.year-help', errors }
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account']} switching={{ by: 'form', form: 'add' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="account:days.title" />
      {changed && errors.length === 0 && <Notice k="account:days.changed" />}
      <Say as="p" className="lead" k="account:days.known" values={(language) => ({ day: formatDay(language, until) })} />
      {notices.length === 0 && <Say as="p" k="account:days.none" />}
      {notices.map((one) => (
        <Entry key={one.id} mode={mode} one={one} />
      ))}
      <Say as="h2" k="account:days.add" />
      <Say as="p" k="account:days.add-help" />
      <DeskForm id="add" action={paths.deskCalendar(mode)} noValidate className="card">
        <input type="hidden" name={onceInput} value={once} />
        <Labelled {...ofYear}>
          <select id="year" name="year" defaultValue={typed.year} aria-describedby={describedBy(ofYear)}>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </Labelled>
        <TextField {...{ id: 'notice', label: 'account:days.notice', help: 'account:days.notice-help', value: typed.notice, errors }} />
        <DaysField id="off" value={typed.off} errors={errors} />
        <DaysField id="worked" value={typed.worked} errors={errors} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:days.button" />
          </button>
        </div>
      </DeskForm>
    </DeskPage>
  )
}

/** A notice that was entered, and the button that takes it back. */
function Entry({ mode, one }: { mode: Mode; one: Entered }): JSX.Element {
  return (
    <DeskForm id={`notice-${one.id}`} action={paths.deskCalendar(mode)} className="card">
      <h2>
        <Typed>{one.notice}</Typed>
      </h2>
      <dl className="table-of-facts">
        <dt>
          <Say k="account:days.year" />
        </dt>
        <dd>{one.year}</dd>
        {(['off', 'worked'] as const).map((kind) => one[kind].length > 0 && <Days key={kind} kind={kind} days={one[kind]} />)}
        <dt>
          <Say k="account:days.by" />
        </dt>
        <dd>
          {one.by && <Typed>{one.by}</Typed>} {one.on && <InModes>{(language) => formatDay(language, one.on ?? '')}</InModes>}
        </dd>
      </dl>
      <button type="submit" name="remove" value={one.id} className="button second">
        <Say k="account:days.remove" />
      </button>
    </DeskForm>
  )
}

function Days({ kind, days }: { kind: 'off' | 'worked'; days: readonly Day[] }): JSX.Element {
  return (
    <>
      <dt>
        <Say k={`account:days.${kind}`} />
      </dt>
      <dd>
        <InModes>
          {(language) =>
            joinList(
              language,
              days.map((day) => formatDay(language, day)),
            )
          }
        </InModes>
      </dd>
    </>
  )
}

type DaysFieldProps = { id: 'off' | 'worked'; value: string; errors: readonly FieldError[] }

function DaysField({ id, value, errors }: DaysFieldProps): JSX.Element {
  const props = { id, label: `account:days.${id}`, help: `account:days.${id}-help`, errors }
  return (
    <Labelled {...props}>
      <textarea
        {...{ id, name: id, rows: 4, maxLength: 4000, defaultValue: value, spellCheck: false }}
        aria-describedby={describedBy(props)}
        aria-invalid={errors.some(({ field }) => field === id) || undefined}
      />
    </Labelled>
  )
}
