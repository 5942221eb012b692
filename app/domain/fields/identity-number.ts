import { z } from 'zod'
import type { Day } from '../day.ts'
import { parseIdentityNumber } from '../identity.ts'
import { practicePlace } from '../place.ts'
import { asText, type Common, type FieldKind, oneLine, typedText } from './field.ts'

/** A resident identity number. */
export type IdentityNumberField = Common & { readonly kind: 'identity-number' }

/** A resident identity number; `parseIdentityNumber` knows its form. */
export const identityNumber: FieldKind<IdentityNumberField> = {
  ...asText,
  parse: (typed, _field, { asOf }) => parseIdentityNumber(typedText(typed), asOf),
  required: () => 'id-required',
  json: () => z.string().length(18),
  errors: ['id-required', 'id-characters', 'id-old', 'id-length', 'id-date', 'id-checksum'],
  parts: [],
  paper: () => ({ ...oneLine, boxes: [{ count: 18, unit: null }] }),
  sample: (_random, _field, { number, born }, { asOf }) => sampleIdentityNumber(number, born, asOf),
}

/** Sample people that get the same serial in their number: they have different days of birth. */
const perDay = 14_000

/** An identity number of a region that does not exist, with the check character it must have. `number` tells sample people apart. @throws Error where `born` is no day up to `asOf`, or too long ago: no number of it is valid */
export function sampleIdentityNumber(number: number, born: Day, asOf: Day): string {
  const body = `${practicePlace}${born.replaceAll('-', '')}${String(Math.floor(number / perDay) % 1000).padStart(3, '0')}`
  const found = [...'0123456789X'].map((last) => body + last).find((one) => parseIdentityNumber(one, asOf).ok)
  if (!found) throw new Error(`No check character for ${body}`)
  return found
}
