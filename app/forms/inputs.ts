import type { TypedField } from '#app/domain/fields/field.ts'
import { type Field, kindOf } from '#app/domain/fields/index.ts'
import type { FormValues } from './form-values.ts'

/**
 * The longest value read from an input, and from a part of a field such as a year, in UTF-16 units. A free text may be as long as the form it
 * comes in: who wrote too much gets all of it back.
 */
const longest = { text: Number.POSITIVE_INFINITY, other: 4000, part: 20 }

/** The name of the inputs of a field, and the id of the first. Several steps on one page need a prefix each. */
export const inputName = ({ id }: { readonly id: string }, prefix = 'f'): string => `${prefix}-${id}`

/** The names of every input a field may have. */
export function inputNames(field: Field, name: string): string[] {
  return [name, ...kindOf(field).parts.map((part) => `${name}-${part}`)]
}

/** The posted values of a field. */
export function typedFrom(form: FormValues, field: Field, name: string): TypedField {
  const texts = (of: string, most: number) => form.getAll(of).flatMap((value) => (typeof value === 'string' ? [value.slice(0, most)] : []))
  const parts = kindOf(field).parts.map((part) => [part, texts(`${name}-${part}`, longest.part)[0] ?? ''])
  return { given: texts(name, field.kind === 'text' ? longest.text : longest.other), ...Object.fromEntries(parts) }
}
