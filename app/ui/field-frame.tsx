import type { ReactNode } from 'react'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { Field } from '#app/domain/fields/index.ts'
import { hasText } from '#app/i18n/messages.ts'
import { Say } from './bilingual-text.tsx'
import { type FieldError, FieldMessage } from './error-summary.tsx'
import { Icon, type IconName } from './icon.tsx'

/** The keys of the texts of a field. Help is shown where its text exists. */
export type FieldTexts = {
  readonly label: string
  readonly help: string
  readonly why: string
  /** Prefix of the keys of the options: each is followed by its code. */
  readonly options: string
}

/** A field, its value, and its texts. */
export type FieldProps = {
  field: Field
  /** The name of its inputs, and the id of the first. */
  name: string
  texts: FieldTexts
  typed: TypedField
  error: FieldError | undefined
  /** Does the value come from the self-check, or an earlier application? */
  filled?: boolean
  people?: readonly { readonly id: string; readonly name: string }[]
  /** The field is the whole page: its heading, and the pictures of its options. */
  heading?: ReactNode
  picture?: (option: string) => IconName | undefined
  /** What is asked with an option, right below it. */
  beside?: ((option: string) => ReactNode) | undefined
}

/** The ids of the texts that describe an input. */
export const describedBy = ({ error, name }: FieldProps) => [error && `${name}-error`, `${name}-why`].filter(Boolean).join(' ')

/** A field with one input: its label is the input's. */
export function Labelled(props: FieldProps & { children: ReactNode }): JSX.Element {
  const { field, name, texts, error, children } = props
  return (
    <div className="form-field">
      <label className="field" htmlFor={name}>
        <span>
          <Say k={texts.label} /> <Optional field={field} />
        </span>
        {hasText(texts.help) && <Say className="help" k={texts.help} />}
        <FieldMessage id={`${name}-error`} error={error} />
        {children}
      </label>
      <Why {...props} />
    </div>
  )
}

/** A field with several inputs: its label is the legend of the group. */
export function Group(props: FieldProps & { children: ReactNode }): JSX.Element {
  const { field, name, texts, error, heading, children } = props
  return (
    <fieldset className={heading === undefined ? 'form-field' : 'question'} aria-describedby={describedBy(props)}>
      <legend>
        {heading ?? (
          <>
            <Say k={texts.label} /> <Optional field={field} />
          </>
        )}
      </legend>
      {hasText(texts.help) && <Say as="p" className="help" k={texts.help} />}
      <FieldMessage id={`${name}-error`} error={error} />
      {children}
      <Why {...props} />
    </fieldset>
  )
}

function Optional({ field }: { field: Field }): JSX.Element | null {
  return field.optional ? <Say className="quiet" k="forms:optional" /> : null
}

/** Why the field is asked for, and where its value comes from. */
function Why({ name, texts, filled = false }: FieldProps): JSX.Element {
  return (
    <div id={`${name}-why`}>
      {filled && (
        <p className="filled">
          <Icon name="circle-check" />
          <Say k="forms:filled" />
        </p>
      )}
      {hasText(texts.why) && (
        <p className="why">
          <Icon name="info" />
          <Say k={texts.why} />
        </p>
      )}
    </div>
  )
}
