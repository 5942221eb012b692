import { modes } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'

type Props = { label: string; chosen: string; error?: FieldError | undefined }

/** Which language somebody reads: one, or every one beside the others. */
export function LanguageChoice({ label, chosen, error }: Props): JSX.Element {
  return (
    <fieldset className="form-field" aria-describedby={error ? 'language-error' : undefined}>
      <legend>
        <Say k={label} />
      </legend>
      <Say as="p" className="help" k="apply:language.lead" />
      <FieldMessage id="language-error" error={error} />
      <div className="options">
        {modes.map((mode, index) => (
          <Option
            key={mode}
            inputId={index === 0 ? 'language' : `language-${mode}`}
            type="radio"
            name="language"
            value={mode}
            checked={chosen === mode}
          >
            <span className="option-text">
              <Say k={`apply:language.options.${mode}`} />
            </span>
          </Option>
        ))}
      </div>
    </fieldset>
  )
}
