import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import type { Seen } from './audit-log.server.ts'
import { Searches, type ShownSearch } from './searches-part.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  /** How many events there are; null for roles that may not know. */
  events: number | null
  searches: readonly ShownSearch[]
  /** For how many days they are listed. */
  days: number
  head: string
  errors: readonly FieldError[]
  result: Seen | null
}

/** Verifies that the audit log was not altered, or names the first break. */
export function AuditLogPage({ mode, at, staff, events, searches, days, head, errors, result }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['audit-log', 'people']} switching={{ by: 'form', form: 'audit' }} script>
      <h1>
        <Say k="audit-log:title" />
      </h1>
      <ErrorSummary errors={errors} />
      <Say as="p" k="audit-log:lead" />
      {events !== null && <Say as="p" k="audit-log:events" values={{ count: events }} />}
      {result && <Verification result={result} />}
      <DeskForm id="audit" className="stack">
        {events !== null && <HeadField head={head} errors={errors} />}
        <button type="submit" className="button">
          <Say k="audit-log:check" />
        </button>
      </DeskForm>
      <Searches mode={mode} searches={searches} days={days} />
    </DeskPage>
  )
}

/** The head of the last audit. It tells how many events there were. */
function HeadField({ head, errors }: Pick<Props, 'head' | 'errors'>): JSX.Element {
  return (
    <>
      <FieldMessage id="head-error" error={errors.find(({ field }) => field === 'head')} />
      <label className="field" htmlFor="head">
        <Say k="audit-log:head.label" />
        <input
          id="head"
          name="head"
          defaultValue={head}
          size={60}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? 'head-error head-help' : 'head-help'}
        />
      </label>
      <Say as="p" className="help" id="head-help" k="audit-log:head.hint" />
    </>
  )
}

function Verification({ result: { broken, counted } }: { result: Seen }): JSX.Element {
  if (broken)
    return (
      <div className="card alert" role="status">
        <Say as="h2" k="audit-log:broken" />
        <Say as="p" k={`audit-log:what.${broken.what}`} />
        {broken.position !== null && <Say as="p" k="audit-log:position" values={{ position: broken.position }} />}
        {broken.applicationId !== null && <Say as="p" k="audit-log:application" values={{ id: broken.applicationId }} />}
      </div>
    )
  return (
    <div className="card" role="status">
      <Say as="h2" k="audit-log:whole" />
      {counted && <Counted {...counted} />}
    </div>
  )
}

function Counted({ events, applications, head }: NonNullable<Seen['counted']>): JSX.Element {
  return (
    <>
      <Say as="p" k="audit-log:counted" values={{ events, applications }} />
      <Say as="p" k="audit-log:keep" />
      <p>
        <code>{`${head.position}:${head.chain}`}</code>
      </p>
    </>
  )
}
