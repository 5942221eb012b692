import { Say } from '#app/ui/bilingual-text.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { ResumedForm } from './resumed-form.server.ts'

/** What was typed, in hidden fields, to be posted to its address. */
export function ResumedFormPost({ to, fields }: ResumedForm): JSX.Element {
  return (
    <form method="post" action={to} className="card">
      <Say as="p" k="account:unlock.again" />
      <HiddenFields fields={fields} />
      <div className="actions">
        <button type="submit" className="button">
          <Say k="account:unlock.send" />
        </button>
        <a className="button second" href={to}>
          <Say k="account:unlock.not-now" />
        </a>
      </div>
    </form>
  )
}
