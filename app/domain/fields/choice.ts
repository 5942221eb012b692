import { z } from 'zod'
import { pick } from '../random.ts'
import { asText, type Common, type FieldKind, oneLine, optionsOf, right, typedText, wrong } from './field.ts'

/** One of several options. */
export type ChoiceField = Common & {
  readonly kind: 'choice'
  readonly options: readonly string[]
  /** Options that are understood, but offered only where they were given before. */
  readonly notOffered?: readonly string[]
  /** An option that is of no use without a mobile number in another field of the step. */
  readonly needsMobile?: { readonly option: string; readonly in: string }
}

/** The options offered to somebody who chose these before. */
export const offered = (field: ChoiceField, given: readonly string[] = []): readonly string[] =>
  optionsOf(field).filter((option) => given.includes(option) || !field.notOffered?.includes(option))

/** Choosing one option. */
export const choice: FieldKind<ChoiceField> = {
  parse(typed, field) {
    const option = typedText(typed)
    return optionsOf(field).includes(option) ? right(option) : wrong('unknown-option')
  },
  required: ({ unsure }) => (unsure ? 'choose-one-or-unsure' : 'choose-one'),
  typed: asText.typed,
  holds: (value, field) => typeof value === 'string' && optionsOf(field).includes(value),
  isChosen: true,
  show: (value) => ({ as: 'options', options: [value].flat() }),
  json: (field) => z.enum(optionsOf(field)),
  errors: ['choose-one', 'choose-one-or-unsure', 'unknown-option'],
  parts: [],
  paper: (field) => ({ ...oneLine, options: offered(field) }),
  sample: (random, { options }) => pick(random, options),
}
