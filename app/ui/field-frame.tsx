import type { ReactNode } from 'react'
import type { Field } from '#app/domain/field.ts'
import { hasText } from '#app/i18n/messages.ts'
import { type FieldError, FieldMessage } from './error-summary.tsx'
import { Icon } from './icon.tsx'
import { Say } from './say.tsx'

/** What stands in a field as typed. */
export type TypedField = {
  readonly given: readonly string[]
  readonly year?: string
  readonly month?: string
  readonly day?: string
  readonly age?: string
}

/** A field, what stands in it, and what is said of it. */
export type FieldProps = {
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

/** What an input says of the messages around it. */
export const describedBy = (props: FieldProps) => [props.error && `${idOf(props)}-error`, `${idOf(props)}-why`].filter(Boolean).join(' ')

/** A field with one input: its label is the input's. */
export function Labelled(props: FieldProps & { children: ReactNode }): JSX.Element {
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
export function Group(props: FieldProps & { children: ReactNode; label?: ReactNode }): JSX.Element {
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
function Why(props: FieldProps): JSX.Element {
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
