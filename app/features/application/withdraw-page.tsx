import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { ApplicationFormPage, type ApplicationFormProps, ServiceLead } from './application-form-page.tsx'
import { OwnWordsField } from './own-words-field.tsx'

type Props = ApplicationFormProps & { words: string; errors: readonly FieldError[] }

/** Withdraws, after one confirmation; the reason is optional. */
export function WithdrawPage(props: Props): JSX.Element {
  const { mode, number, service, words, errors, allowed } = props
  return (
    <ApplicationFormPage {...props} what="withdraw" conflict="act" lead={<ServiceLead service={service} k="application:withdraw.lead" />}>
      <OwnWordsField
        label="application:withdraw.why"
        typed={words}
        readOnly={!allowed}
        error={errors.find(({ field }) => field === 'words')}
      />
      <div className="actions">
        {allowed && (
          <button type="submit" className="button">
            <Say k="application:withdraw.button" />
          </button>
        )}
        <a className="button second" href={paths.application(mode, number)}>
          <Say k="application:withdraw.keep" />
        </a>
      </div>
    </ApplicationFormPage>
  )
}
