import { describedBy, Labelled } from '#app/ui/account-fields.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'

type Props = { id: string; label: string; help?: string | undefined; value: string; errors: readonly FieldError[] }

/** A text in one language. */
export function TextBox({ value, ...props }: Props): JSX.Element {
  const { id, errors } = props
  return (
    <Labelled {...props}>
      <textarea
        {...{ id, name: id, rows: 3, maxLength: 2000, defaultValue: value }}
        aria-describedby={describedBy(props)}
        aria-invalid={errors.some(({ field }) => field === id) || undefined}
      />
    </Labelled>
  )
}
