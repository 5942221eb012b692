import type { ReactNode } from 'react'
import type { RawAnswer } from '#app/domain/answer.ts'
import { type Question, unsure } from '#app/domain/question.ts'
import { hasText } from '#app/i18n/messages.ts'
import { type FieldError, FieldMessage } from './error-summary.tsx'
import { Icon } from './icon.tsx'
import { answerPictogram } from './pictograms.ts'
import { Say, Typed } from './say.tsx'

type Props = {
  id: string
  question: Question
  /** The name of the member it is asked of; null: of the household. */
  name: string | null
  raw: RawAnswer
  error: FieldError | undefined
}

/** One question as form fields under its own heading. A closed set of kinds, one case each. */
export function QuestionField(props: Props): JSX.Element {
  const { id, error } = props
  return (
    <fieldset className="question" aria-describedby={error ? 'answer-error' : 'why'}>
      <legend>
        <h1>
          <Heading {...props} />
        </h1>
      </legend>
      {hasText(`questions:${id}.help`) && <Say as="p" className="help" k={`questions:${id}.help`} />}
      <FieldMessage id="answer-error" error={error} />
      <Fields {...props} />
      <p className="why" id="why">
        <Icon name="info" />
        <Say k={`questions:${id}.why`} />
      </p>
    </fieldset>
  )
}

/** A member's question names the member; a household's question asked of one member is headed by the name. */
function Heading({ id, question, name }: Props): JSX.Element {
  if (question.of === 'member') return <Say k={`questions:${id}.ask`} values={{ name: name ?? '' }} />
  if (name === null) return <Say k={`questions:${id}.ask`} />
  return (
    <>
      <span className="who">
        <Icon name="user" />
        <Typed>{name}</Typed>
      </span>
      <Say k={`questions:${id}.askMe`} />
    </>
  )
}

function Fields(props: Props): JSX.Element {
  switch (props.question.kind) {
    case 'choice':
      return <Options {...props} type="radio" options={[...props.question.options, unsure]} />
    case 'many':
      return <Options {...props} type="checkbox" options={[...props.question.options, unsure]} />
    case 'birth-date':
      return <BirthDateFields {...props} />
  }
}

function Options({ id, question, options, type, raw }: Props & { type: 'radio' | 'checkbox'; options: readonly string[] }): JSX.Element {
  return (
    <div className="options" data-alone={question.kind === 'many' ? [...question.alone, unsure].join(' ') : undefined}>
      {type === 'checkbox' && <Say as="p" className="help" k="check:choose-several" />}
      {options.map((option, index) => (
        <Option
          key={option}
          inputId={index === 0 ? 'answer' : `answer-${option}`}
          type={type}
          value={option}
          checked={raw.answer.includes(option)}
        >
          {answerPictogram(id, option) && <Icon name={answerPictogram(id, option) ?? 'info'} />}
          <span className="option-text">
            <Say k={`questions:${id}.options.${option}`} />
            {hasText(`questions:${id}.optionHelp.${option}`) && <Say className="option-help" k={`questions:${id}.optionHelp.${option}`} />}
          </span>
        </Option>
      ))}
    </div>
  )
}

type OptionProps = {
  inputId: string
  type: 'radio' | 'checkbox'
  name?: string
  value: string
  checked: boolean
  describedBy?: string | undefined
  children: ReactNode
}

/** One option to choose: the whole line is the target. */
export function Option({ inputId, type, name = 'answer', value, checked, describedBy, children }: OptionProps): JSX.Element {
  return (
    <label className="option" htmlFor={inputId}>
      <input id={inputId} type={type} name={name} value={value} defaultChecked={checked} aria-describedby={describedBy} />
      {children}
    </label>
  )
}

function BirthDateFields({ raw }: Props): JSX.Element {
  return (
    <>
      <div className="date-fields">
        <NumberField id="answer" name="year" value={raw.year} label="check:year" size={4} />
        <NumberField id="answer-month" name="month" value={raw.month} label="check:month" size={2} />
        <NumberField id="answer-day" name="day" value={raw.day} label="check:day-of-month" size={2} />
      </div>
      <Say as="p" className="or" k="check:or-age" />
      <div className="date-fields">
        <NumberField id="answer-age" name="age" value={raw.age} label="check:age" size={3} />
      </div>
      <Option inputId="answer-unsure" type="checkbox" value={unsure} checked={raw.answer.includes(unsure)}>
        <Say k="questions:birth-date.options.unsure" />
      </Option>
    </>
  )
}

type NumberFieldProps = { id: string; name: string; value: string | undefined; label: string; size: number }

/** A short field for a number, under its label. */
export function NumberField({ id, name, value, label, size }: NumberFieldProps): JSX.Element {
  return (
    <label className="number-field" htmlFor={id}>
      <Say k={label} />
      <input id={id} name={name} defaultValue={value ?? ''} size={size} inputMode="numeric" autoComplete="off" maxLength={16} />
    </label>
  )
}
