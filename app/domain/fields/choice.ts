import { z } from 'zod'
import { pick } from '../random.ts'
import { asText, type Common, type FieldKind, oneLine, optionsOf, right, wrong } from './field.ts'

/** One of several options. */
export type ChoiceField = Common & {
  readonly kind: 'choice'
  readonly options: readonly string[]
  /** An option that is of no use without a mobile number in another field of the step. */
  readonly needsMobile?: { readonly option: string; readonly in: string }
}

/** Choosing one option. */
export const choice: FieldKind<ChoiceField> = {
  parse: ({ given: [first = ''] }, field) => (optionsOf(field).includes(first) ? right(first) : wrong('unknown-option')),
  required: ({ unsure }) => (unsure ? 'choose-one-or-unsure' : 'choose-one'),
  typed: asText.typed,
  holds: (value, field) => typeof value === 'string' && optionsOf(field).includes(value),
  show: (value) => ({ as: 'options', options: [value].flat() }),
  json: (field) => z.enum(optionsOf(field)),
  errors: ['choose-one', 'choose-one-or-unsure', 'unknown-option'],
  parts: [],
  paper: (field) => ({ ...oneLine, options: optionsOf(field) }),
  sample: (random, { options }) => pick(random, options),
}
