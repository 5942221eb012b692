import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { OpenBeside } from '#app/ui/lock.tsx'

type Props = { action?: string; kept: string; errors: readonly FieldError[] }

/** What was typed waits here, locked, while whoever typed it signs in with the account of their unit on a page beside. */
export function ResumedFormBeside({ action, kept, errors }: Props): JSX.Element {
  return (
    <form method="post" action={action} className="card">
      <FieldMessage id="unlock-beside-error" error={errors.find(({ field }) => field === 'unlock-beside')} />
      <input type="hidden" name="kept" value={kept} />
      <OpenBeside id="unlock-beside" />
    </form>
  )
}
