import { Say } from '#app/ui/bilingual-text.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { HistoryLines } from './history-part.tsx'
import type { SinceOpened } from './since-opened.server.ts'

/** What happened to a case since the form below was opened, and where it stands now; beside it stands what was typed. */
export function Since({ since }: { since: SinceOpened | undefined }): JSX.Element | null {
  if (!since) return null
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
