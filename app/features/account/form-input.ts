import type { FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** The value of an input; empty where it is missing. Passwords may contain anything, up to a length. */
export const typedIn = (form: FormValues, name: string): string => String(form.get(name) ?? '').slice(0, 1000)

/** An error on an account page. */
export const wrong = (code: string, field: string, values?: FieldError['values']): FieldError => ({
  key: `account:errors.${code}`,
  field,
  ...(values ? { values } : {}),
})
