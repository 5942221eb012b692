import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import type { Receivers } from '#app/domain/hall.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import type { FieldTexts } from '#app/ui/field-frame.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { ApplicationFormPage, type ApplicationFormProps } from './application-form-page.tsx'
import { AnswerUntil, AskedReason } from './asked-reason.tsx'
import { movesToInput, paperId, toPaperInput } from './correction-ids.ts'
import type { LateCorrection } from './late-correction.server.ts'
import { OptionalTextField } from './optional-text-field.tsx'

type CorrectionProps = ApplicationFormProps & {
  items: readonly CorrectionItem[]
  /** The id of the event that asked, where it cannot be read; null where it can. */
  unreadable: string | null
  /** The last day on which it is to be answered; null where none was said. */
  until: string | null
  fields: readonly {
    field: FormField
    target: string
    /** The step it stands in, with whose it is. */
    title: InEvery<string> | null
    /** What was handed in, where something else stands in the field by now. */
    submitted: InEvery<string> | null
    name: string
    texts: FieldTexts
    typed: TypedField
  }[]
  /** What was asked for, while the form does not ask it any more. */
  gone: readonly { target: string; label: InEvery<string>; value: InEvery<string> | null }[]
  papers: readonly { key: string; title: InEvery<string>; count: number }[]
  /** What is written beside the corrections. */
  text: string
  people: readonly { id: string; name: string }[]
  typed?: Readonly<Record<string, TypedField>>
  errors: readonly FieldError[]
  /** Who receives it where the county that was typed is another. */
  moving?: Receivers | null
  /** What was posted after the application had been withdrawn, the hall gone on with it, the request answered elsewhere, or another made. */
  late?: LateCorrection
}

/** Answering a request for corrections: only what was asked for, each with its reason, on one page. */
export function CorrectionPage(props: CorrectionProps): JSX.Element {
  const { service, fields, gone, people, typed, errors, text, late, moving } = props
  if (late)
    return (
      <ApplicationFormPage {...props} what="correct" conflict={late.why} allowed={false}>
        <HiddenFields fields={late.values} />
      </ApplicationFormPage>
    )
  return (
    <ApplicationFormPage
      {...props}
      what="correct"
      texts={['forms', 'phrases', `services/${service}`, ...(moving ? ['halls', 'places'] : [])]}
      lead={<Asked {...props} />}
    >
      {fields.map(({ field, target, title, submitted, name, texts, typed: before }) => (
        <div key={target} className="card">
          {title && (
            <p className="quiet">
              <BilingualText text={title} />
            </p>
          )}
          <AskedReason item={itemFor(props, target)} />
          {submitted && (
            <Say as="p" className="quiet" k="application:correct.submitted" values={(language) => ({ value: submitted[language] })} />
          )}
          <FieldInput
            field={itemFor(props, target) ? demanded(field) : field}
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
              <BilingualText text={label} />
            </strong>{' '}
            {value && <BilingualText text={value} />}
          </p>
          <Say as="p" k="retired:changed.not-asked" />
        </div>
      ))}
      {/* Not everything asked for can be changed or sent from here: whoever says so answers too. */}
      <OptionalTextField label="application:correct.text" typed={text} error={errors.find(({ field }) => field === 'words')} />
      {moving && (
        <div id={movesToInput}>
          <input type="hidden" name={movesToInput} value={moving.county} />
          <ReceivedBy receivers={moving} as="brief" />
        </div>
      )}
      <div className="actions">
        <button type="submit" className="button" id="send">
          <Say k="application:correct.button" />
          <Icon name="check" />
        </button>
      </div>
    </ApplicationFormPage>
  )
}

/** What a correction asks for may not be left out, though the form leaves it open. */
function demanded({ optional: _, ...field }: FormField): FormField {
  return field
}

const itemFor = ({ items }: Pick<CorrectionProps, 'items'>, target: string) => items.find((item) => item.target === target)

/** What was asked for, as a whole, and the papers that can be sent again. */
function Asked({ title, items, unreadable, until, papers, errors }: CorrectionProps): JSX.Element {
  return (
    <>
      <p>
        <BilingualText text={title} />
      </p>
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
      {until && <AnswerUntil day={until} />}
      {papers.length > 0 && (
        <section>
          <Say as="h2" k="application:correct.papers" />
          {papers.map(({ key, title, count }) => (
            <div key={key} id={paperId(key)} className="card">
              <p>
                <strong>
                  <BilingualText text={title} />
                </strong>{' '}
                <Say className="quiet" k={count > 0 ? 'application:files' : 'application:brought'} values={{ count }} />
              </p>
              <AskedReason item={itemFor({ items }, `paper/${key}`)} />
              <FieldMessage id={`${paperId(key)}-error`} error={errors.find(({ field }) => field === paperId(key))} />
              {/* Leads on as the steps of an application do: what was typed below is saved first. */}
              <div className="actions">
                <button type="submit" form="correct" className="button second" name={toPaperInput} value={key}>
                  <Say k="application:correct.send-paper" />
                </button>
              </div>
            </div>
          ))}
        </section>
      )}
    </>
  )
}
