import { z } from 'zod'
import { asText, type Common, type FieldKind, oneLine, right, typedText, wrong } from './field.ts'

/** A county of Qinghai, by its six-digit code. */
export type CountyField = Common & { readonly kind: 'county' }

/** Choosing a county. */
export const county: FieldKind<CountyField> = {
  parse(typed, _field, { counties }) {
    const code = typedText(typed)
    return counties.has(code) ? right(code) : wrong('unknown-option')
  },
  required: () => 'choose-one',
  typed: asText.typed,
  holds: (value, _field, { counties }) => typeof value === 'string' && counties.has(value),
  isChosen: true,
  show: (value) => ({ as: 'county', county: String(value) }),
  json: () => z.string().regex(/^\d{6}$/),
  errors: ['choose-one', 'unknown-option'],
  parts: [],
  paper: () => oneLine,
  sample: (_random, _field, person) => person.county,
}
