import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ApplicationFormPage, type ApplicationFormProps, ServiceLead } from './application-form-page.tsx'

type Props = ApplicationFormProps & { words: string }

/** Withdraws, after one confirmation; the reason is optional. */
export function WithdrawPage(props: Props): JSX.Element {
  const { mode, number, service, words, allowed } = props
  return (
    <ApplicationFormPage {...props} what="withdraw" conflict="act" lead={<ServiceLead service={service} k="application:withdraw.lead" />}>
      <label className="field" htmlFor="words">
        <Say k="application:withdraw.why" />
        <textarea id="words" name="words" rows={3} defaultValue={words} maxLength={1000} readOnly={!allowed} />
      </label>
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
