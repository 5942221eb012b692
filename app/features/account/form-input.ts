import type { FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** What was typed into one field of a form; empty where it is missing. Passwords may hold anything but very much. */
export const typedIn = (form: FormValues, name: string): string => String(form.get(name) ?? '').slice(0, 1000)

/** One thing to mend on a page of accounts. */
export const wrong = (code: string, field: string, values?: FieldError['values']): FieldError => ({
  key: `account:errors.${code}`,
  field,
  ...(values ? { values } : {}),
})
