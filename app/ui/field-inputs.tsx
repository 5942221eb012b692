import { Fragment, type ReactNode } from 'react'
import { unsure } from '#app/domain/fields/field.ts'
import { hasText } from '#app/i18n/messages.ts'
import { Say } from './bilingual-text.tsx'
import { describedBy, type FieldProps } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { Option } from './option.tsx'

/** Attributes common to text inputs. */
export function inputOf(props: FieldProps) {
  const { name, typed, error } = props
  return {
    id: name,
    name,
    defaultValue: typed.given[0] ?? '',
    autoComplete: 'off',
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? (true as const) : undefined,
  }
}

type ChoicesProps = FieldProps & {
  type: 'radio' | 'checkbox'
  options: readonly string[]
  /** The label of an option; by default its text. */
  called?: (option: string) => ReactNode
  /** Options that clear the others when they are chosen. */
  alone?: readonly string[]
}

/** Options, of which one or several can be chosen. */
export function Choices(props: ChoicesProps): JSX.Element {
  const { name, typed, type, options, called, alone, picture, beside } = props
  return (
    <div className="options" data-alone={alone?.join(' ') || undefined}>
      {type === 'checkbox' && <Say as="p" className="help" k="check:choose-several" />}
      {options.map((option, index) => {
        const icon = picture?.(option)
        return (
          <Fragment key={option}>
            <Option
              inputId={index === 0 ? name : `${name}-${option}`}
              type={type}
              name={name}
              value={option}
              checked={typed.given.includes(option)}
            >
              {icon && <Icon name={icon} />}
              <span className="option-text">{called ? called(option) : <OptionText {...props} option={option} />}</span>
            </Option>
            {beside?.(option)}
          </Fragment>
        )
      })}
    </div>
  )
}

/** The label of an option; where the field is the whole page, with its explanation. */
function OptionText({ texts, heading, option }: FieldProps & { option: string }): JSX.Element {
  const help = `${texts.options.replace(/options$/, 'optionHelp')}.${option}`
  return (
    <>
      <Say k={`${texts.options}.${option}`} />
      {heading !== undefined && hasText(help) && <Say className="option-help" k={help} />}
    </>
  )
}

/** Year, month and day. */
export function DayInputs({ name, typed }: Pick<FieldProps, 'name' | 'typed'>): JSX.Element {
  return (
    <div className="date-fields">
      <NumberInput id={name} name={`${name}-year`} value={typed.year} label="check:year" size={4} />
      <NumberInput id={`${name}-month`} name={`${name}-month`} value={typed.month} label="check:month" size={2} />
      <NumberInput id={`${name}-day`} name={`${name}-day`} value={typed.day} label="check:day-of-month" size={2} />
    </div>
  )
}

/** A birth date, or the years of age. */
export function BirthInputs(props: FieldProps): JSX.Element {
  const { name, typed } = props
  return (
    <>
      <DayInputs {...props} />
      <Say as="p" className="or" k="check:or-age" />
      <div className="date-fields">
        <NumberInput id={`${name}-age`} name={`${name}-age`} value={typed.age} label="check:age" size={3} />
      </div>
      <Unsure {...props} />
    </>
  )
}

/** A birth date or the years of age, in one input. */
export function BirthInput(props: FieldProps): JSX.Element {
  const { name, typed, error } = props
  return (
    <div className="birth-line">
      <label className="visually-hidden" htmlFor={name}>
        <Say k="check:birth-or-age" />
      </label>
      <input
        {...{ id: name, name, autoComplete: 'off', inputMode: 'numeric', maxLength: 40 }}
        defaultValue={typed.given.find((one) => one !== unsure) ?? ''}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
      />
      <Unsure {...props} />
    </div>
  )
}

/** "Not sure", beside text inputs. */
export function Unsure({ field, name, texts, typed }: FieldProps): JSX.Element | null {
  if (!field.unsure) return null
  return (
    <Option inputId={`${name}-unsure`} type="checkbox" name={name} value={unsure} checked={typed.given.includes(unsure)}>
      <Say k={`${texts.options}.unsure`} />
    </Option>
  )
}

type NumberInputProps = { id: string; name: string; value: string | undefined; label: string; size: number }

/** A short input for a number, under its label. */
export function NumberInput({ id, name, value, label, size }: NumberInputProps): JSX.Element {
  return (
    <label className="number-field" htmlFor={id}>
      <Say k={label} />
      <input id={id} name={name} defaultValue={value ?? ''} size={size} inputMode="numeric" autoComplete="off" maxLength={16} />
    </label>
  )
}
