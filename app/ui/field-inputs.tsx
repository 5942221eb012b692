import type { ReactNode } from 'react'
import { describedBy, type FieldProps, idOf } from './field-frame.tsx'
import { NumberField, Option } from './question-field.tsx'
import { Say } from './say.tsx'

/** What every input of one line or more says of itself. */
export function inputOf(props: FieldProps) {
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

type ChoicesProps = FieldProps & {
  type: 'radio' | 'checkbox'
  options: readonly (readonly [string, ReactNode])[]
  alone?: readonly string[]
}

/** Options to choose one or several of. */
export function Choices(props: ChoicesProps): JSX.Element {
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

/** Year, month and day. */
export function DayFields(props: FieldProps): JSX.Element {
  const [id, { typed }] = [idOf(props), props]
  return (
    <div className="date-fields">
      <NumberField id={id} name={`${id}-year`} value={typed.year} label="check:year" size={4} />
      <NumberField id={`${id}-month`} name={`${id}-month`} value={typed.month} label="check:month" size={2} />
      <NumberField id={`${id}-day`} name={`${id}-day`} value={typed.day} label="check:day-of-month" size={2} />
    </div>
  )
}
