import { z } from 'zod'
import { parseName } from '../person-name.ts'
import { asText, type Common, type FieldKind, oneLine, typedText } from './field.ts'

/** The name of a person, in one field. */
export type NameField = Common & { readonly kind: 'name' }

/** A name; `parseName` says which letters it takes. */
export const name: FieldKind<NameField> = {
  ...asText,
  parse: (typed) => parseName(typedText(typed)),
  required: () => 'name-required',
  json: () => z.string().min(1),
  errors: ['name-required', 'name-too-long', 'name-characters', 'name-script', 'name-private', 'name-place'],
  parts: [],
  paper: () => oneLine,
  sample: (_random, _field, person) => person.name,
}
