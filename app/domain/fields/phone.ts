import { z } from 'zod'
import { parsePhone } from '../identity.ts'
import { asText, type Common, type FieldKind, oneLine, typedText } from './field.ts'

/** A telephone number of the mainland. */
export type PhoneField = Common & { readonly kind: 'phone' }

/** A telephone number; `parsePhone` knows its form. */
export const phone: FieldKind<PhoneField> = {
  ...asText,
  parse: (typed) => parsePhone(typedText(typed)),
  required: () => 'phone-required',
  json: () => z.string().min(1),
  errors: ['phone-required', 'phone-characters', 'phone-length', 'phone-form'],
  parts: [],
  paper: () => ({ ...oneLine, boxes: [{ count: 11, unit: null }] }),
  // Sample people have no number: an invented one may be a real person's.
  sample: () => undefined,
}
