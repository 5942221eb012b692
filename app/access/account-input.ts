import type { FormValues } from '#app/forms/form-values.ts'

/** The value of an input; empty where it is missing. Passwords may contain anything, up to a length. */
export const typedIn = (form: FormValues, name: string): string => String(form.get(name) ?? '').slice(0, 1000)

/** An error on a page of accounts: its sentence stands in `locales/…/account.json`. */
type AccountError = { readonly key: string; readonly field: string; readonly values?: Readonly<Record<string, string | number>> }

/** An error on a page of accounts. */
export const wrong = (code: string, field: string, values?: AccountError['values']): AccountError => ({
  key: `account:errors.${code}`,
  field,
  ...(values ? { values } : {}),
})
