import type { EventText } from '#app/domain/event-text.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { StaffText } from '#app/ui/stored-text.tsx'
import { ApplicationFormPage, type ApplicationFormProps, ServiceLead } from './application-form-page.tsx'
import { OptionalTextField } from './optional-text-field.tsx'

/** `last`: the answer there is, where nothing was asked since; `why`: why it cannot be asked any more. */
type Props = ApplicationFormProps & { text: string; errors: readonly FieldError[]; last: EventText | null; why?: 'over' | 'enough' }

/** A question to the hall about one application. */
export function AskPage(props: Props): JSX.Element {
  const { mode, number, title, text, errors, allowed, last, why } = props
  if (!allowed)
    return (
      <ApplicationFormPage {...props} what="ask" conflict={why === 'enough' ? 'asked-enough' : 'asked-late'}>
        <HiddenFields fields={[['words', text]]} />
      </ApplicationFormPage>
    )
  return (
    <ApplicationFormPage {...props} what="ask" lead={<ServiceLead title={title} k="application:ask.lead" />}>
      {last && (
        <section className="card" aria-labelledby="last-answer">
          <Say as="h2" id="last-answer" k="application:event.answer-resident" />
          <StaffText {...last} />
        </section>
      )}
      <OptionalTextField label="application:ask.text" typed={text} error={errors.find(({ field }) => field === 'words')} />
      <Say as="p" className="quiet" k="application:ask.no-numbers" />
      <div className="actions">
        <button type="submit" className="button">
          <Say k="application:ask.button" />
        </button>
        <a className="button second" href={paths.application(mode, number)}>
          <Say k="application:ask.back" />
        </a>
      </div>
    </ApplicationFormPage>
  )
}
