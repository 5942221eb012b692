import { Say } from '#app/ui/bilingual-text.tsx'
import type { ResumedForm } from './resumed-form.server.ts'

/** What was typed, in hidden fields, to be posted to its address. */
export function ResumedFormPost({ to, fields }: ResumedForm): JSX.Element {
  return (
    <form method="post" action={to} className="card">
      <Say as="p" k="account:unlock.again" />
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one fixed form
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <div className="actions">
        <button type="submit" className="button">
          <Say k="account:unlock.send" />
        </button>
      </div>
    </form>
  )
}
