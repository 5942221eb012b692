import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { ApplicationFormPage, type ApplicationFormProps, ServiceLead } from './application-form-page.tsx'
import { OptionalTextField } from './optional-text-field.tsx'

/** `hasFiles`: photographs were handed in with it; `withdrawn`: it was withdrawn elsewhere since the page was opened. */
type Props = ApplicationFormProps & { text: string; errors: readonly FieldError[]; withdrawn?: boolean; hasFiles: boolean }

/** Withdraws, after one confirmation; the reason is optional. */
export function WithdrawPage(props: Props): JSX.Element {
  const { mode, number, title, text, errors, allowed, withdrawn = false } = props
  // Nothing is left to be done: what was typed is shown beside what stands, and goes along with a switch of the language.
  if (!allowed)
    return (
      <ApplicationFormPage {...props} what="withdraw" conflict={withdrawn ? 'withdrawn-already' : 'act'}>
        <HiddenFields fields={[['words', text]]} />
      </ApplicationFormPage>
    )
  return (
    <ApplicationFormPage {...props} what="withdraw" conflict="act" lead={<ServiceLead title={title} k="application:withdraw.lead" />}>
      {props.hasFiles && <Say as="p" k="application:withdraw.files" />}
      <OptionalTextField label="application:withdraw.why" typed={text} error={errors.find(({ field }) => field === 'words')} />
      <div className="actions">
        <button type="submit" className="button">
          <Say k="application:withdraw.button" />
        </button>
        <a className="button second" href={paths.application(mode, number)}>
          <Say k="application:withdraw.keep" />
        </a>
      </div>
    </ApplicationFormPage>
  )
}
