import { carriedForInput } from '#app/domain/staff.ts'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { OpenBeside } from '#app/ui/lock.tsx'

type Props = { action?: string; carried: string; carriedFor?: string; errors: readonly FieldError[] }

/** Holds a typed form, encrypted, while its owner signs in through single sign-on in a second window. */
export function ResumedFormBeside({ action, carried, carriedFor = '', errors }: Props): JSX.Element {
  return (
    <DeskForm action={action} className="card">
      <FieldMessage id="unlock-beside-error" error={errors.find(({ field }) => field === 'unlock-beside')} />
      <input type="hidden" name="kept" value={carried} />
      <input type="hidden" name={carriedForInput} value={carriedFor} />
      <OpenBeside id="unlock-beside" />
    </DeskForm>
  )
}
