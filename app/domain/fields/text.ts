import { z } from 'zod'
import { parseText } from '../identity.ts'
import { asText, type Common, type FieldKind, oneLine, typedText } from './field.ts'

/** A free text: at most `most` graphemes; with `lines`, on several lines. */
export type TextField = Common & { readonly kind: 'text'; readonly most: number; readonly lines?: number }

/** A text in any language. */
export const text: FieldKind<TextField> = {
  ...asText,
  parse(typed, { most }) {
    const parsed = parseText(typedText(typed), most)
    return parsed.ok ? parsed : { ...parsed, values: { most } }
  },
  required: () => 'text-required',
  json: ({ most }) => z.string().min(1).max(most),
  errors: ['text-required', 'text-too-long'],
  parts: [],
  paper: ({ lines }) => ({ ...oneLine, lines: lines ?? 1 }),
  sample: (_random, _field, person) => person.text,
}
