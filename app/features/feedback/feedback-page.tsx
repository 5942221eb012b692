import { type FeedbackState, feedbackKinds } from '#app/domain/feedback.ts'
import type { InEvery } from '#app/domain/language.ts'
import { onceInput } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { CountyOptions } from '#app/ui/county-options.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Page } from '#app/ui/page.tsx'

/** The longest message, in characters. */
export const longestMessage = 2000

type Props = {
  mode: Mode
  at: string
  page: string
  kind: string
  county: string
  message: string
  errors: readonly FieldError[]
  /** The page after it was sent; `gone`: its address leads to nothing. Null: the form. */
  thanks: 'thanks' | 'gone' | null
  /** What was sent, where its page is opened. */
  sent: Sent | null
  once: string
}

/** What became of feedback, and the halls that read it besides the administrator. */
export type Sent = {
  readonly state: FeedbackState
  readonly answer: string | null
  readonly halls: readonly { readonly id: string; readonly name: InEvery<string> }[]
}

/** Anonymous feedback on a page. */
export function FeedbackPage({ mode, at, page, kind, county, message, errors, thanks, sent, once }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['feedback']} switching={thanks ? undefined : { by: 'form', form: 'feedback' }} script={!thanks}>
      <ErrorSummary errors={errors} />
      <Say as="h1" k={thanks === null ? 'feedback:title' : `feedback:${thanks}`} />
      {thanks === 'gone' && <GonePart mode={mode} />}
      {thanks === 'thanks' && <SentPart sent={sent} />}
      {thanks === null && (
        <>
          <Say as="p" className="lead" k="feedback:lead" />
          <form id="feedback" method="post" action={paths.feedback(mode, page || undefined)} noValidate>
            <input type="hidden" name={onceInput} value={once} />
            <fieldset>
              <legend>
                <Say k="feedback:kind" />
              </legend>
              <FieldMessage id="kind-error" error={errors.find(({ field }) => field === 'kind')} />
              <div className="options">
                {feedbackKinds.map((one, index) => (
                  <label className="option" key={one} htmlFor={index === 0 ? 'kind' : `kind-${one}`}>
                    <input id={index === 0 ? 'kind' : `kind-${one}`} type="radio" name="kind" value={one} defaultChecked={kind === one} />
                    <Say k={`feedback:kinds.${one}`} />
                  </label>
                ))}
              </div>
            </fieldset>
            <FieldMessage id="message-error" error={errors.find(({ field }) => field === 'message')} />
            <label className="field" htmlFor="message">
              <Say k="feedback:message" />
              <textarea id="message" name="message" rows={5} defaultValue={message} aria-describedby="message-help" />
            </label>
            <p className="help" id="message-help">
              <Say k="feedback:no-names" />
            </p>
            <FieldMessage id="county-error" error={errors.find(({ field }) => field === 'county')} />
            <label className="field" htmlFor="county">
              <Say k="feedback:county" />
              <select id="county" name="county" defaultValue={county} aria-describedby="county-help">
                <CountyOptions open="check:county.open" />
              </select>
            </label>
            <p className="help" id="county-help">
              <Say k="feedback:county-help" />
            </p>
            <button type="submit" className="button">
              <Say k="feedback:send" />
            </button>
          </form>
        </>
      )}
      <Say as="p" className="quiet" k="feedback:urgent" />
      <Hotlines numbers={['12345']} />
    </Page>
  )
}

/** An address after which nothing stands: cut off when it was copied, or deleted since. */
function GonePart({ mode }: Pick<Props, 'mode'>): JSX.Element {
  return (
    <>
      <Say as="p" className="lead" k="feedback:gone-text" />
      <div className="actions">
        <a className="button" href={paths.feedback(mode)}>
          <Say k="feedback:write-again" />
        </a>
      </div>
    </>
  )
}

/** That it is stored, who reads it, and its outcome so far. */
function SentPart({ sent }: Pick<Props, 'sent'>): JSX.Element {
  return (
    <>
      <p className="lead" role="status">
        <Say k="feedback:received" />
      </p>
      <Say as="p" k="feedback:readers" />
      {sent && sent.halls.length > 0 && (
        <>
          <Say as="p" k="feedback:readers-hall" />
          <ul>
            {sent.halls.map(({ id, name }) => (
              <InModes as="li" key={id}>
                {(language) => name[language]}
              </InModes>
            ))}
          </ul>
        </>
      )}
      {sent && (
        <div className="card" id="became">
          <p>
            <strong>
              <Say k={`feedback:state.${sent.state}`} />
            </strong>
          </p>
          {sent.answer !== null && (
            <p>
              <Typed>{sent.answer}</Typed>
            </p>
          )}
          {sent.answer === null && sent.state !== 'closed' && <Say as="p" k="feedback:come-back" />}
        </div>
      )}
    </>
  )
}
