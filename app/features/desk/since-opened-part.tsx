import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { HistoryLines } from './history-part.tsx'
import type { SinceOpened } from './since-opened.server.ts'

/** Why a step at the desk was not taken: what is wrong in the form, or that the case changed meanwhile, and how. */
export function NotTaken({ errors, since }: { errors: readonly FieldError[]; since: SinceOpened | undefined }): JSX.Element {
  if (!since) return <ErrorSummary errors={errors} />
  return (
    <>
      <ErrorSummary errors={errors} title={since.history.length > 0 ? 'desk:since.changed' : 'desk:since.not-done'} />
      {since.history.length > 0 && <Since since={since} />}
    </>
  )
}

/** What happened to a case since the form was opened, and where it stands now; beside it stands what was typed. */
function Since({ since }: { since: SinceOpened }): JSX.Element {
  return (
    <section className="notice" id="since" aria-labelledby="since-title">
      <Say as="h2" id="since-title" k="desk:since.title" />
      <p>
        <Say k="desk:since.now" /> <StatusBadge status={since.status} />
      </p>
      <HistoryLines history={since.history} />
    </section>
  )
}
