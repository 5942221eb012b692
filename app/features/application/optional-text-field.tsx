import { longestText } from '#app/domain/event-text.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'

type Props = { label: string; typed: string; error: FieldError | undefined }

/** A free text of a resident that may be left empty. */
export function OptionalTextField({ label, typed, error }: Props): JSX.Element {
  return (
    <div className="form-field">
      <label className="field" htmlFor="words">
        <Say k={label} />
        <textarea
          id="words"
          name="words"
          rows={3}
          defaultValue={typed}
          maxLength={longestText}
          aria-describedby={error ? 'words-error' : undefined}
          aria-invalid={error ? true : undefined}
        />
      </label>
      <FieldMessage id="words-error" error={error} />
    </div>
  )
}
