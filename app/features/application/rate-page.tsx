import { scores } from '#app/domain/rating.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Option } from '#app/ui/option.tsx'
import { ApplicationFormPage, type ApplicationFormProps, ServiceLead } from './application-form-page.tsx'
import { OptionalTextField } from './optional-text-field.tsx'

/** `rated`: it was rated elsewhere since the page was opened. */
type Props = ApplicationFormProps & { text: string; score: string; errors: readonly FieldError[]; rated?: boolean }

/** Five levels and a free text, after the case is closed. */
export function RatePage(props: Props): JSX.Element {
  const { title, text, score, errors, allowed, rated = false } = props
  // Nothing is left to be done: what was typed is shown beside what stands, and goes along with a switch of the language.
  if (!allowed)
    return (
      <ApplicationFormPage {...props} what="rate" conflict={rated ? 'rated' : 'act'}>
        <HiddenFields
          fields={[
            ['score', score],
            ['words', text],
          ]}
        />
      </ApplicationFormPage>
    )
  const errorOf = (name: string) => errors.find(({ field }) => field === name)
  const error = errorOf('score')
  return (
    <ApplicationFormPage {...props} what="rate" lead={<ServiceLead title={title} k="application:rate.lead" />}>
      <fieldset className="form-field" aria-describedby={error ? 'score-error' : undefined}>
        <legend>
          <Say k="application:rate.score" />
        </legend>
        <FieldMessage id="score-error" error={error} />
        <div className="options">
          {scores.map(String).map((one, index) => (
            <Option
              key={one}
              inputId={index === 0 ? 'score' : `score-${one}`}
              type="radio"
              name="score"
              value={one}
              checked={score === one}
            >
              <span className="option-text">
                <Say k={`application:rate.scores.${one}`} />
              </span>
            </Option>
          ))}
        </div>
      </fieldset>
      <OptionalTextField label="application:rate.text" typed={text} error={errorOf('words')} />
      <div className="actions">
        <button type="submit" className="button">
          <Say k="application:rate.button" />
        </button>
      </div>
    </ApplicationFormPage>
  )
}
