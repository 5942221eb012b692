import type { Difference } from '#app/cases/differences.ts'
import { isMoment } from '#app/domain/day.ts'
import type { FeedbackState } from '#app/domain/feedback.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { countyName, feedbackKindName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { DeskTable } from '#app/ui/desk-table.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { More } from '#app/ui/more.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

/** Feedback as staff see it. */
type Shown = {
  readonly id: string
  readonly createdAt: string
  readonly page: string
  readonly kind: string
  readonly message: string
  readonly county: string | null
  readonly state: FeedbackState
  readonly isDamaged: boolean
}

type InboxProps = { mode: Mode; at: string; staff: Staff; isOpen: boolean; count: number; rows: readonly Shown[]; more: string | null }

/** What people said of pages: what waits, or what was seen to. */
export function InboxPage({ mode, at, staff, isOpen, count, rows, more }: InboxProps): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['feedback', 'places']}>
      <Say as="h1" k="desk:nav.feedback" />
      <Say as="p" className="lead" k={count === 0 ? 'feedback:none' : 'feedback:open'} values={{ count }} />
      <p>
        <a className="text-link" href={paths.deskFeedback(mode, isOpen ? 'done' : undefined)}>
          <Say k={isOpen ? 'feedback:show-done' : 'feedback:show-open'} />
        </a>
      </p>
      {rows.length > 0 && (
        <DeskTable
          heads={['kind', 'page', 'when', 'place', 'state'].map((head) => `feedback:head.${head}`)}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="kind" className="text-link" href={paths.deskFeedbackOne(mode, row.id)}>
                <Say {...feedbackKindName(row.kind)} />
              </a>,
              row.page,
              <When key="when" at={row.createdAt} />,
              <Place key="place" county={row.county} />,
              <State key="state" of={row} />,
            ],
          }))}
        />
      )}
      <More href={more} />
    </DeskPage>
  )
}

type OneProps = {
  mode: Mode
  at: string
  staff: Staff
  one: Shown
  answer: string
  version: string
  errors: readonly FieldError[]
  differences: readonly Difference[]
}

/** One message, and what is done with it. */
export function FeedbackOnePage({ mode, at, staff, one, answer, version, errors, differences }: OneProps): JSX.Element {
  const error = errors.find(({ field }) => field === 'answer')
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['feedback', 'places']} switching={{ by: 'form', form: 'edit' }} script>
      <IconLink href={paths.deskFeedback(mode)} icon="arrow-left" k="feedback:back" />
      <ErrorSummary errors={errors} />
      <Conflict form={null} now={paths.deskFeedbackOne(mode, one.id)} differences={differences} />
      <Say as="h1" {...feedbackKindName(one.kind)} />
      <p>
        <State of={one} /> · <Place county={one.county} /> · <When at={one.createdAt} />
      </p>
      {one.page !== '' && (
        <p>
          <a className="text-link" href={one.page}>
            {one.page}
          </a>
        </p>
      )}
      <p className="card">
        <Typed>{one.message}</Typed>
      </p>
      <DeskForm id="edit" action={paths.deskFeedbackOne(mode, one.id)} noValidate className="card">
        <OpenedAt version={version} />
        <FieldMessage id="answer-error" error={error} />
        <label className="field" htmlFor="answer">
          <Say k="feedback:answer" />
          <textarea
            {...{ id: 'answer', name: 'answer', rows: 4, defaultValue: answer }}
            aria-describedby={error ? 'answer-error answer-help' : 'answer-help'}
            aria-invalid={error ? true : undefined}
          />
        </label>
        <p className="help" id="answer-help">
          <Say k="feedback:answer-help" />
        </p>
        <div className="actions">
          {(['answer', 'read', 'close'] as const).map((act, index) => (
            <button key={act} type="submit" name="do" value={act} className={index === 0 ? 'button' : 'button second'}>
              <Say k={`feedback:do.${act}`} />
            </button>
          ))}
        </div>
      </DeskForm>
    </DeskPage>
  )
}

/** When it was sent; of a damaged row, that this cannot be read. */
function When({ at }: { at: string }): JSX.Element {
  return isMoment(at) ? <InModes>{(language) => formatMoment(language, at)}</InModes> : <Say k="errors:unreadable" />
}

/** What became of it; of a damaged row, which it is: it waits until somebody has seen to it. */
function State({ of: { id, state, isDamaged } }: { of: Shown }): JSX.Element {
  return isDamaged ? <UnreadableRow table="feedback" id={id} /> : <Say k={`feedback:state.${state}`} />
}

function Place({ county }: { county: string | null }): JSX.Element {
  return county === null ? <Say className="quiet" k="feedback:no-place" /> : <Say {...countyName(county)} />
}
