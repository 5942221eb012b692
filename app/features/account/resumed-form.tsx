import { Say } from '#app/ui/bilingual-text.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { TypedLines } from '#app/ui/typed-lines.tsx'
import type { ResumedFolderForm, ResumedForm } from './resumed-form.server.ts'

/** What was typed, in hidden fields, to be posted to its address; where it is known in words, to be read before. */
export function ResumedFormPost({ to, fields, typed = [] }: ResumedForm & Partial<ResumedFolderForm>): JSX.Element {
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
      <TypedLines lines={typed} />
    </form>
  )
}
