import { type LifeField, lifeForms } from '#app/cases/life-forms.ts'
import type { LifeStep } from '#app/domain/application.ts'
import { longestText } from '#app/domain/event-text.ts'
import type { OwnPhrase } from '#app/domain/phrase.ts'
import { hasText } from '#app/i18n/messages.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Option } from '#app/ui/option.tsx'
import { type Question, Questions } from './asked-part.tsx'
import type { CaseFormProps } from './case-form-props.ts'
import { DayField } from './day-field.tsx'
import { CaseLink } from './decision-page.tsx'
import { OwnPhrases, PhraseSelect } from './free-text-field.tsx'
import { type FieldOptions, phraseInput, type TypedFields } from './life-fields.ts'
import { NotPossible, UnsentText } from './not-possible-part.tsx'
import { OneOf } from './one-of-field.tsx'
import { NotTaken } from './since-opened-part.tsx'
import { typedFacts } from './typed-facts.ts'

type Props = CaseFormProps & {
  step: LifeStep
  typed: TypedFields
  options: FieldOptions
  /** What the resident asks, where it is answered here. */
  asked: readonly Question[]
  /** The sentences of the hall and the province. */
  phrases: readonly OwnPhrase[]
  errors?: readonly FieldError[]
}

/** The page of a step by which a case never gets stuck: what it asks, and who reads it. */
export function LifeStepPage(props: Props): JSX.Element {
  const { mode, at, staff, step, id, service, seen, whyNot, errors = [] } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['steps', `services/${service}`]} switching={{ by: 'form', form: 'step' }} script>
      <CaseLink mode={mode} at={at} id={id} title={props.title} />
      <NotTaken errors={errors} since={props.since} />
      <Say as="h1" k={`steps:${step}.title`} />
      {whyNot !== null ? (
        <NotPossible mode={mode} id={id} why={whyNot}>
          <Unsent {...props} />
        </NotPossible>
      ) : (
        <>
          <Say as="p" className="lead" k={`steps:${step}.lead`} />
          <Questions asked={props.asked} />
          <DeskForm id="step" action={at} noValidate>
            <input type="hidden" name="seen" value={seen} />
            <OwnPhrases.Provider value={props.phrases}>
              {lifeForms[step].map((field) => (
                <StepField key={field.name} {...props} field={field} error={errors.find(({ field: of }) => of === field.name)} />
              ))}
            </OwnPhrases.Provider>
            <div className="actions">
              <button type="submit" className="button" id="send">
                <Say k={`steps:${step}.button`} />
              </button>
            </div>
          </DeskForm>
        </>
      )}
    </DeskPage>
  )
}

type FieldProps = { step: LifeStep; typed: TypedFields; options: FieldOptions; field: LifeField; error: FieldError | undefined }

function StepField({ step, typed, options, field, error }: FieldProps): JSX.Element {
  const { kind, name } = field
  const key = `steps:${step}.${name}`
  const help = hasText(`${key}.help`) ? `${key}.help` : undefined
  const described = error ? `${name}-error` : undefined
  const marks = { 'aria-describedby': described, 'aria-invalid': error ? (true as const) : undefined }
  if (kind === 'day') {
    const part = (of: string) => typed[`${name}-${of}`] ?? ''
    const day = { given: [], year: part('year'), month: part('month'), day: part('day') }
    return <DayField name={name} legend={`${key}.label`} {...(help ? { help } : {})} typed={day} error={error} />
  }
  if (kind === 'one-of')
    return (
      <div className="form-field">
        <label className="field" htmlFor={name}>
          <Say as="span" k={`${key}.label`} />
          {help && <Say className="help" k={help} />}
          <OneOf name={name} chosen={typed[name] ?? ''} options={options[name] ?? []} marks={marks} />
        </label>
        <FieldMessage id={`${name}-error`} error={error} />
      </div>
    )
  if (kind === 'choice')
    return (
      <fieldset className="form-field" aria-describedby={described}>
        <legend>
          <Say k={`${key}.label`} />
        </legend>
        {help && <Say as="p" className="help" k={help} />}
        <FieldMessage id={`${name}-error`} error={error} />
        <div className="options">
          {field.options.map((option, index) => (
            <Option
              key={option}
              inputId={index === 0 ? name : `${name}-${option}`}
              type="radio"
              name={name}
              value={option}
              checked={typed[name] === option}
            >
              <Say className="option-text" k={`${key}.options.${option}`} />
            </Option>
          ))}
        </div>
      </fieldset>
    )
  return (
    <div className="form-field">
      {kind === 'text' && field.phrases && (
        <label className="field" htmlFor={phraseInput(name)}>
          <Say as="span" k="desk:free-text.phrase" />
          <PhraseSelect id={phraseInput(name)} name={phraseInput(name)} kind={field.phrases} chosen={typed[phraseInput(name)] ?? ''} />
        </label>
      )}
      <label className="field" htmlFor={name}>
        <Say as="span" k={`${key}.label`} />
        {help && <Say className="help" k={help} />}
        {kind === 'text' ? (
          <textarea id={name} name={name} rows={4} maxLength={longestText * 2} defaultValue={typed[name]} {...marks} />
        ) : (
          <input id={name} name={name} maxLength={field.most * 2} defaultValue={typed[name]} autoComplete="off" {...marks} />
        )}
      </label>
      <FieldMessage id={`${name}-error`} error={error} />
    </div>
  )
}

/** What was typed, to be copied: nothing can be sent from here. The form only carries it through a switch of the language. */
function Unsent({ at, seen, step, typed, options }: Props): JSX.Element {
  const own = lifeForms[step].find(({ kind }) => kind === 'text')?.name ?? ''
  const { [own]: text = '', [phraseInput(own)]: phrase = '', ...rest } = typed
  const facts = typedFacts(step, rest, ({ name }, value) => options[name]?.find((one) => one.value === value)?.said)
  return (
    <DeskForm id="step" action={at} noValidate>
      <input type="hidden" name="seen" value={seen} />
      {Object.entries(rest).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {phrase !== '' && <input type="hidden" name={phraseInput(own)} value={phrase} />}
      {(text !== '' || phrase !== '' || facts.length > 0) && <Say as="p" k="desk:unsent" />}
      <Facts facts={facts} />
      <UnsentText phrase={phrase} text={text} name={own} />
    </DeskForm>
  )
}
