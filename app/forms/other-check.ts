import type { FormValues } from './form-values.ts'
import type { Check } from './household-form.ts'

/** The hidden input of a page of a self-check: which check it is of. */
export const checkInput = 'of-check'

/** Is a posted page of another check than this one? Pages opened before anything was answered are of none, and older ones say nothing. */
export function isOfAnotherCheck(form: FormValues, { id }: Pick<Check, 'id'>): boolean {
  const said = form.get(checkInput)
  return typeof said === 'string' && said !== '' && said !== id
}
