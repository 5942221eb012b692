import { Say } from './bilingual-text.tsx'
import { type FieldError, FieldMessage } from './error-summary.tsx'

type PinFieldProps = { id: string; label: string; help?: boolean; errors: readonly FieldError[] }

/**
 * Six hidden digits, also where a resident types them on another person's computer: browsers offer to save a password
 * even where they are asked not to, but not a one-time code.
 */
export function PinField({ id, label, help = false, errors }: PinFieldProps): JSX.Element {
  const error = errors.find(({ field }) => field === id)
  return (
    <>
      <FieldMessage id={`${id}-error`} error={error} />
      <label className="field" htmlFor={id}>
        <Say k={label} />
        <input
          id={id}
          name={id}
          type="password"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          size={8}
          aria-describedby={error ? `${id}-error` : help ? `${id}-help` : undefined}
        />
      </label>
      {help && (
        <p className="help" id={`${id}-help`}>
          <Say k="check:save.pin-help" />
        </p>
      )}
    </>
  )
}

/** The code of a case: it has no look-alike characters; small letters and spaces are accepted. */
export function CodeField({ label, code, errors }: { label: string; code: string; errors: readonly FieldError[] }): JSX.Element {
  return (
    <>
      <FieldMessage id="code-error" error={errors.find(({ field }) => field === 'code')} />
      <label className="field" htmlFor="code">
        <Say k={label} />
        <input
          id="code"
          name="code"
          defaultValue={code}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-error"
        />
      </label>
    </>
  )
}
