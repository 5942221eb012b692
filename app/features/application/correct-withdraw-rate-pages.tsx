import type { Bilingual } from '#app/cases/submission.ts'
import type { CorrectionItem } from '#app/domain/event.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import type { FieldTexts } from '#app/ui/field-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Option } from '#app/ui/option.tsx'
import { Page } from '#app/ui/page.tsx'
import { BilingualText, StaffWords } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

type CorrectionProps = {
  mode: Mode
  at: string
  number: number
  service: string
  items: readonly CorrectionItem[]
  /** The id of the event that asked, where it cannot be read; null where it can. */
  unreadable: string | null
  fields: readonly { field: FormField; target: string; name: string; texts: FieldTexts; typed: TypedField }[]
  /** What was asked for, while the form does not ask it any more. */
  gone: readonly { target: string; label: Bilingual; value: Bilingual }[]
  papers: readonly { key: string; words: string; count: number }[]
  people: readonly { id: string; name: string }[]
  inFolder: string
  typed?: Readonly<Record<string, TypedField>>
  errors: readonly FieldError[]
}

/** Answering a request for corrections: only what was asked for, each with its reason, on one page. */
export function CorrectionPage(props: CorrectionProps): JSX.Element {
  const { mode, at, number, service, items, unreadable, fields, gone, papers, people, inFolder, typed, errors } = props
  const why = (target: string) => items.find((item) => item.target === target)
  return (
    <Page
      mode={mode}
      at={at}
      texts={['application', 'forms', 'phrases', `services/${service}`]}
      switching={{ by: 'form', form: 'correct' }}
      script
    >
      <a className="text-link" href={paths.application(mode, number)}>
        <Icon name="arrow-left" />
        <Say {...serviceName(service)} />
      </a>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="application:correct.title" />
      {unreadable === null ? (
        <Say as="p" className="lead" k="application:correct.lead" />
      ) : (
        <div className="notice">
          <Say as="p" k="application:correct.unreadable" />
          <p>
            <UnreadableRow table="events" id={unreadable} />
          </p>
        </div>
      )}
      {papers.length > 0 && (
        <section>
          <Say as="h2" k="application:correct.papers" />
          {papers.map(({ key, words, count }) => (
            <div key={key} className="card">
              <p>
                <strong>
                  <Say {...paperName(words)} />
                </strong>{' '}
                <Say className="quiet" k={count > 0 ? 'application:files' : 'application:brought'} values={{ count }} />
              </p>
              <Reason item={why(`paper/${key}`)} />
              <a className="button second" href={paths.paper(mode, key)}>
                <Say k="application:correct.send-paper" />
              </a>
            </div>
          ))}
        </section>
      )}
      <form id="correct" method="post" action={paths.correct(mode, number)} noValidate>
        <OfFolder folder={inFolder} />
        {fields.map(({ field, target, name, texts, typed: before }) => (
          <div key={target} className="card">
            <Reason item={why(target)} />
            <FieldInput
              field={field}
              name={name}
              texts={texts}
              typed={typed?.[target] ?? before}
              error={errors.find((error) => error.field === name)}
              people={people}
            />
          </div>
        ))}
        {gone.map(({ target, label, value }) => (
          <div key={target} className="card">
            <p>
              <strong>
                <BilingualText words={label} />
              </strong>{' '}
              <BilingualText words={value} />
            </p>
            <Say as="p" k="retired:changed.not-asked" />
          </div>
        ))}
        <div className="actions">
          <button type="submit" className="button" id="send">
            <Say k="application:correct.button" />
            <Icon name="check" />
          </button>
        </div>
      </form>
    </Page>
  )
}

function Reason({ item }: { item: CorrectionItem | undefined }): JSX.Element | null {
  if (!item) return null
  return (
    <>
      <p className="reason">
        <Icon name="triangle-alert" />
        <Say k={`application:reason.${item.reason}`} />
      </p>
      {item.words && <StaffWords {...item.words} />}
    </>
  )
}

type WithdrawProps = { mode: Mode; at: string; number: number; service: string; inFolder: string; words: string }

/** Withdraws, after one confirmation; the reason is optional. */
export function WithdrawPage({ mode, at, number, service, inFolder, words }: WithdrawProps): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application']} switching={{ by: 'form', form: 'withdraw' }} script>
      <Say as="h1" k="application:withdraw.title" />
      <p className="lead">
        <Say {...serviceName(service)} />
      </p>
      <Say as="p" k="application:withdraw.lead" />
      <form id="withdraw" method="post" action={paths.withdraw(mode, number)} noValidate>
        <OfFolder folder={inFolder} />
        <label className="field" htmlFor="words">
          <Say k="application:withdraw.why" />
          <textarea id="words" name="words" rows={3} defaultValue={words} maxLength={1000} />
        </label>
        <div className="actions">
          <button type="submit" className="button">
            <Say k="application:withdraw.button" />
          </button>
          <a className="button second" href={paths.application(mode, number)}>
            <Say k="application:withdraw.keep" />
          </a>
        </div>
      </form>
    </Page>
  )
}

type RateProps = {
  mode: Mode
  at: string
  number: number
  service: string
  inFolder: string
  words: string
  score: string
  errors: readonly FieldError[]
}

/** Five levels and a free text, after the case is closed. */
export function RatePage({ mode, at, number, service, inFolder, words, score, errors }: RateProps): JSX.Element {
  const [error] = errors
  return (
    <Page mode={mode} at={at} texts={['application']} switching={{ by: 'form', form: 'rate' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="application:rate.title" />
      <p className="lead">
        <Say {...serviceName(service)} />
      </p>
      <Say as="p" k="application:rate.lead" />
      <form id="rate" method="post" action={paths.rate(mode, number)} noValidate>
        <OfFolder folder={inFolder} />
        <fieldset className="form-field" aria-describedby={error ? 'score-error' : undefined}>
          <legend>
            <Say k="application:rate.score" />
          </legend>
          <FieldMessage id="score-error" error={error} />
          <div className="options">
            {['5', '4', '3', '2', '1'].map((one, index) => (
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
        <label className="field" htmlFor="words">
          <Say k="application:rate.words" />
          <textarea id="words" name="words" rows={3} defaultValue={words} maxLength={1000} />
        </label>
        <div className="actions">
          <button type="submit" className="button">
            <Say k="application:rate.button" />
          </button>
        </div>
      </form>
    </Page>
  )
}
