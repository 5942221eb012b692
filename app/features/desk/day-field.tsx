import type { TypedField } from '#app/domain/fields/field.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { DayInputs } from '#app/ui/field-inputs.tsx'

type Props = {
  name: string
  /** The keys of the legend, and of what stands below it. */
  legend: string
  help?: string
  typed: TypedField
  error: FieldError | undefined
}

/** A day staff write: year, month and day. Nothing stands in it that nobody wrote. */
export function DayField({ name, legend, help, typed, error }: Props): JSX.Element {
  return (
    <fieldset className="form-field" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        <Say k={legend} />
      </legend>
      {help !== undefined && <Say as="p" className="help" k={help} />}
      <FieldMessage id={`${name}-error`} error={error} />
      <DayInputs name={name} typed={typed} />
    </fieldset>
  )
}

/** The same in a form that only carries it through a switch of the language. */
export function DayCarried({ name, typed }: Pick<Props, 'name' | 'typed'>): JSX.Element {
  return (
    <>
      {(['year', 'month', 'day'] as const).map((part) => (
        <input key={part} type="hidden" name={`${name}-${part}`} value={typed[part] ?? ''} />
      ))}
    </>
  )
}
