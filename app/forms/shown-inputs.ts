import type { TypedField } from '#app/domain/fields/field.ts'
import type { Field } from '#app/domain/fields/index.ts'
import type { SentInput } from '#app/domain/shared-inputs.ts'
import type { FormValues } from './form-values.ts'
import { inputNames } from './inputs.ts'

/** The hidden inputs in which a form of a shared session carries what its inputs were shown with. */
export const shownInput = 'shown'

/** The inputs of a field by name, with what stands in them. */
export function standingInputs(field: Field, name: string, typed: TypedField): [name: string, given: readonly string[]][] {
  const parts = typed as Readonly<Record<string, unknown>>
  return inputNames(field, name).map((of) => [of, of === name ? typed.given : [String(parts[of.slice(name.length + 1)] ?? '')]])
}

/** The values of `shownInput` for a field: each the name of an input and what it is shown with, as a list in JSON. */
export const shownInputs = (field: Field, name: string, typed: TypedField): string[] =>
  standingInputs(field, name, typed).map(([of, given]) => JSON.stringify([of, ...given]))

/** The inputs a form of a shared session sends: those it names, and those it carries what they were shown with. */
export function sentInputs(form: FormValues): SentInput[] {
  const shown = new Map(form.getAll(shownInput).flatMap((json) => parseShown(String(json))))
  const names = new Set([...form.getAll('name').map(String), ...shown.keys()])
  return [...names].map((name) => ({ name, given: form.getAll(name).map(String), shown: shown.get(name) ?? null }))
}

function parseShown(json: string): [string, readonly string[]][] {
  try {
    const [name, ...given] = JSON.parse(json) as unknown[]
    return typeof name === 'string' ? [[name, given.map(String)]] : []
  } catch {
    return []
  }
}
