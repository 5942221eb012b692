import type { ReactNode } from 'react'
import type { Field } from '#app/domain/field.ts'
import { type Question, unsure } from '#app/domain/question.ts'
import { hasText } from '#app/i18n/messages.ts'
import { questionnaire } from '#app/services/household.ts'
import { CountyOptions } from './county-options.tsx'
import { type FieldError, FieldMessage } from './error-summary.tsx'
import { Icon } from './icon.tsx'
import { NumberField, Option } from './question-field.tsx'
import { Say, Typed } from './say.tsx'

/** What stands in a field as typed. */
export type TypedField = {
  readonly given: readonly string[]
  readonly year?: string
  readonly month?: string
  readonly day?: string
  readonly age?: string
}

type Props = {
  field: Field
  /** What stands before its id in the names of its inputs. */
  prefix?: string
  /** The key its texts stand under. */
  words: string
  typed: TypedField
  /** Does what stands here come from the self-check, or an earlier application? */
  filled: boolean
  error: FieldError | undefined
  people: readonly { readonly id: string; readonly name: string }[]
}

/** The id of the first input of a field, and the name of its inputs. */
export const idOf = ({ field, prefix = 'f' }: { field: Pick<Field, 'id'>; prefix?: string | undefined }) => `${prefix}-${field.id}`

/** One field of a form, with what it is for. A closed set of kinds, one case each. */
export function FormField(props: Props): JSX.Element {
  const { field } = props
  switch (field.kind) {
    case 'question':
      return <QuestionPart {...props} question={field.question} />
    case 'choice':
    case 'many':
      return (
        <Group {...props}>
          <Choices
            {...props}
            type={field.kind === 'choice' ? 'radio' : 'checkbox'}
            options={field.options.map((option) => [option, <Say key={option} k={`${props.words}.options.${option}`} />])}
          />
        </Group>
      )
    case 'people':
      return (
        <Group {...props}>
          <Choices {...props} type="checkbox" options={props.people.map(({ id, name }) => [id, <Typed key={id}>{name}</Typed>])} />
        </Group>
      )
    case 'day':
      return (
        <Group {...props}>
          <DayFields {...props} />
        </Group>
      )
    case 'county':
      return (
        <Labelled {...props}>
          <select id={idOf(props)} name={idOf(props)} defaultValue={props.typed.given[0] ?? ''} aria-describedby={describedBy(props)}>
            <CountyOptions open="apply:choose-county" />
          </select>
        </Labelled>
      )
    case 'words':
      return (
        <Labelled {...props}>{field.lines ? <textarea {...inputOf(props)} rows={field.lines} /> : <input {...inputOf(props)} />}</Labelled>
      )
    case 'name':
      return (
        <Labelled {...props}>
          <input {...inputOf(props)} />
        </Labelled>
      )
    case 'identity-number':
      return (
        <Labelled {...props}>
          <input {...inputOf(props)} autoCapitalize="characters" spellCheck={false} />
        </Labelled>
      )
    case 'phone':
      return (
        <Labelled {...props}>
          <input {...inputOf(props)} type="tel" inputMode="tel" />
        </Labelled>
      )
  }
}

function inputOf(props: Props) {
  const { typed } = props
  return {
    id: idOf(props),
    name: idOf(props),
    defaultValue: typed.given[0] ?? '',
    autoComplete: 'off',
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? (true as const) : undefined,
  }
}

const describedBy = (props: Props) => [props.error && `${idOf(props)}-error`, `${idOf(props)}-why`].filter(Boolean).join(' ')

/** A field with one input: its label is the input's. */
function Labelled(props: Props & { children: ReactNode }): JSX.Element {
  const { field, words, error, children } = props
  return (
    <div className="form-field">
      <label className="field" htmlFor={idOf(props)}>
        <span>
          <Say k={`${words}.label`} /> <Optional field={field} />
        </span>
        {hasText(`${words}.help`) && <Say className="help" k={`${words}.help`} />}
        <FieldMessage id={`${idOf(props)}-error`} error={error} />
        {children}
      </label>
      <Why {...props} />
    </div>
  )
}

/** A field with several inputs: its label is the legend of the group. */
function Group(props: Props & { children: ReactNode; label?: ReactNode }): JSX.Element {
  const { field, words, error, children, label } = props
  return (
    <fieldset className="form-field" aria-describedby={describedBy(props)}>
      <legend>
        {label ?? <Say k={`${words}.label`} />} <Optional field={field} />
      </legend>
      {hasText(`${words}.help`) && <Say as="p" className="help" k={`${words}.help`} />}
      <FieldMessage id={`${idOf(props)}-error`} error={error} />
      {children}
      <Why {...props} />
    </fieldset>
  )
}

function Optional({ field }: { field: Field }): JSX.Element | null {
  return field.optional ? <Say className="quiet" k="forms:optional" /> : null
}

/** Why it is asked, and where what stands here came from. */
function Why(props: Props): JSX.Element {
  const { words, filled } = props
  return (
    <div id={`${idOf(props)}-why`}>
      {filled && (
        <p className="filled">
          <Icon name="circle-check" />
          <Say k="forms:filled" />
        </p>
      )}
      <p className="why">
        <Icon name="info" />
        <Say k={`${words}.why`} />
      </p>
    </div>
  )
}

type ChoicesProps = Props & { type: 'radio' | 'checkbox'; options: readonly (readonly [string, ReactNode])[]; alone?: readonly string[] }

function Choices(props: ChoicesProps): JSX.Element {
  const { typed, type, options, alone } = props
  return (
    <div className="options" data-alone={alone?.join(' ')}>
      {type === 'checkbox' && <Say as="p" className="help" k="check:choose-several" />}
      {options.map(([value, words], index) => (
        <Option
          key={value}
          inputId={index === 0 ? idOf(props) : `${idOf(props)}-${value}`}
          type={type}
          name={idOf(props)}
          value={value}
          checked={typed.given.includes(value)}
        >
          <span className="option-text">{words}</span>
        </Option>
      ))}
    </div>
  )
}

function DayFields(props: Props): JSX.Element {
  const [id, { typed }] = [idOf(props), props]
  return (
    <div className="date-fields">
      <NumberField id={id} name={`${id}-year`} value={typed.year} label="check:year" size={4} />
      <NumberField id={`${id}-month`} name={`${id}-month`} value={typed.month} label="check:month" size={2} />
      <NumberField id={`${id}-day`} name={`${id}-day`} value={typed.day} label="check:day-of-month" size={2} />
    </div>
  )
}

/** A question of the self-check among the fields of a form: the same words, the same options. */
function QuestionPart(props: Props & { question: string }): JSX.Element {
  const { question: id, typed } = props
  const question = (questionnaire.questions as Record<string, Question>)[id]
  const label = <Say k={`questions:${id}.short`} />
  if (!question) throw new Error(`No question ${id}`)
  switch (question.kind) {
    case 'choice':
    case 'many': {
      const options = [...question.options, unsure].map(
        (option) => [option, <Say key={option} k={`questions:${id}.options.${option}`} />] as const,
      )
      return (
        <Group {...props} label={label}>
          <Choices
            {...props}
            type={question.kind === 'choice' ? 'radio' : 'checkbox'}
            options={options}
            {...(question.kind === 'many' ? { alone: [...question.alone, unsure] } : {})}
          />
        </Group>
      )
    }
    case 'birth-date':
      return (
        <Group {...props} label={label}>
          <DayFields {...props} />
          <Say as="p" className="or" k="check:or-age" />
          <div className="date-fields">
            <NumberField id={`${idOf(props)}-age`} name={`${idOf(props)}-age`} value={typed.age} label="check:age" size={3} />
          </div>
          <Option
            inputId={`${idOf(props)}-unsure`}
            type="checkbox"
            name={idOf(props)}
            value={unsure}
            checked={typed.given.includes(unsure)}
          >
            <Say k="questions:birth-date.options.unsure" />
          </Option>
        </Group>
      )
  }
}
