import type { ReactNode } from 'react'
import { Say } from './bilingual-text.tsx'
import { type FieldError, FieldMessage } from './error-summary.tsx'

type FieldProps = {
  id: string
  /** The key of its label. */
  label: string
  help?: string
  values?: Readonly<Record<string, number>>
  errors: readonly FieldError[]
}

/** The ids of a field's error and help texts. */
export function describedBy({ id, help, errors }: Pick<FieldProps, 'id' | 'help' | 'errors'>): string | undefined {
  return [errors.some(({ field }) => field === id) && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
}

/** One field under its label. */
export function Labelled({ id, label, help, values, errors, children }: FieldProps & { children: ReactNode }): JSX.Element {
  return (
    <>
      <FieldMessage id={`${id}-error`} error={errors.find(({ field }) => field === id)} />
      <label className="field" htmlFor={id}>
        <Say k={label} />
        {children}
      </label>
      {help && (
        <p className="help" id={`${id}-help`}>
          <Say k={help} values={values} />
        </p>
      )}
    </>
  )
}

/** A line of text. */
export function TextField({ value, ...props }: FieldProps & { value: string; autoComplete?: string }): JSX.Element {
  const { id, errors, autoComplete = 'off' } = props
  return (
    <Labelled {...props}>
      <input
        {...{ id, name: id, autoComplete, defaultValue: value, maxLength: 200 }}
        spellCheck={false}
        autoCapitalize="none"
        aria-describedby={describedBy(props)}
        aria-invalid={errors.some(({ field }) => field === id) || undefined}
      />
    </Labelled>
  )
}

/** A password; what was typed never comes back. */
export function PasswordField(props: FieldProps & { autoComplete: 'current-password' | 'new-password' }): JSX.Element {
  const { id, errors, autoComplete } = props
  return (
    <Labelled {...props}>
      <input
        {...{ id, name: id, autoComplete, type: 'password' }}
        aria-describedby={describedBy(props)}
        aria-invalid={errors.some(({ field }) => field === id) || undefined}
      />
    </Labelled>
  )
}

/** A code of an authenticator app. */
export function CodeField(props: FieldProps): JSX.Element {
  const { id, errors } = props
  return (
    <Labelled {...props}>
      <input
        {...{ id, name: id, autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 20 }}
        aria-describedby={describedBy(props)}
        aria-invalid={errors.some(({ field }) => field === id) || undefined}
      />
    </Labelled>
  )
}

/** A new password, twice. */
export function NewPasswordFields({ errors }: Pick<FieldProps, 'errors'>): JSX.Element {
  return (
    <>
      <PasswordField
        {...{ id: 'password', label: 'account:password.new', help: 'account:password.help', errors, autoComplete: 'new-password' }}
      />
      <PasswordField {...{ id: 'again', label: 'account:password.again', errors, autoComplete: 'new-password' }} />
    </>
  )
}

/** Confirms once that something was saved. */
export function Notice({ k }: { k: string }): JSX.Element {
  return (
    <p className="notice" role="status">
      <Say k={k} />
    </p>
  )
}
