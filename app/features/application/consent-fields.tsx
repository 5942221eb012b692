import type { Consent } from '#app/cases/folder.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'

type Props = { kinds: readonly Consent['kind'][]; agreed: readonly string[]; errors: readonly FieldError[] }

/** What is agreed to, each by itself: what it says, and a box. */
export function ConsentFields({ kinds, agreed, errors }: Props): JSX.Element {
  return (
    <>
      {kinds.map((kind) => {
        const error = errors.find(({ field }) => field === `agree-${kind}`)
        return (
          <fieldset key={kind} className="form-field card">
            <legend className="visually-hidden">
              <Say k={`consent:${kind}.label`} />
            </legend>
            <p id={`agree-${kind}-text`}>
              <Say k={`consent:${kind}.text`} />
            </p>
            <FieldMessage id={`agree-${kind}-error`} error={error} />
            <Option
              inputId={`agree-${kind}`}
              type="checkbox"
              name="agree"
              value={kind}
              checked={agreed.includes(kind)}
              describedBy={error ? `agree-${kind}-text agree-${kind}-error` : `agree-${kind}-text`}
            >
              <span className="option-text">
                <Say k={`consent:${kind}.label`} />
              </span>
            </Option>
          </fieldset>
        )
      })}
    </>
  )
}
