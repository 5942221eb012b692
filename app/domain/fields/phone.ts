import { z } from 'zod'
import { parsePhone } from '../identity.ts'
import { parseOfficePhone } from '../office-phone.ts'
import { asText, type Common, type FieldKind, oneLine, typedText } from './field.ts'

/** A telephone number of the mainland; with `office`, one an office may have: of a service, with an extension. */
export type PhoneField = Common & { readonly kind: 'phone'; readonly office?: true }

/** A telephone number; `parsePhone` and `parseOfficePhone` know its form. */
export const phone: FieldKind<PhoneField> = {
  ...asText,
  parse: (typed, { office }) => (office ? parseOfficePhone : parsePhone)(typedText(typed)),
  required: () => 'phone-required',
  json: () => z.string().min(1),
  errors: ['phone-required', 'phone-characters', 'phone-length', 'phone-form'],
  parts: [],
  paper: () => ({ ...oneLine, boxes: [{ count: 11, unit: null }] }),
  // Sample people have no number: an invented one may be a real person's.
  sample: () => undefined,
}
