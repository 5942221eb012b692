import { z } from 'zod'
import { pick } from '../random.ts'
import { asText, type Common, type FieldKind, oneLine, optionsOf, right, unsure, wrong } from './field.ts'

/** Any number of options; those in `alone` exclude the others, as "not sure" does. */
export type ManyField = Common & { readonly kind: 'many'; readonly options: readonly string[]; readonly alone?: readonly string[] }

/** Choosing several options. */
export const many: FieldKind<ManyField> = {
  parse({ given }, field) {
    const chosen = optionsOf(field).filter((option) => given.includes(option))
    if (given.some((one) => !chosen.includes(one))) return wrong('unknown-option')
    const alone = chosen.some((option) => option === unsure || field.alone?.includes(option))
    return alone && chosen.length > 1 ? wrong('alone-with-others') : right(chosen)
  },
  required: (field) => (field.unsure ? 'choose-some-or-unsure' : 'choose-some'),
  typed: asText.typed,
  holds(value, field) {
    const options = optionsOf(field)
    return typeof value === 'string' ? field.unsure === true && value === unsure : value.every((option) => options.includes(option))
  },
  show: (value) => ({ as: 'options', options: [value].flat() }),
  json(field) {
    const several = z.array(z.enum(optionsOf(field))).max(optionsOf(field).length)
    return field.unsure ? z.union([z.literal(unsure), several]) : several
  },
  errors: ['choose-some', 'choose-some-or-unsure', 'unknown-option', 'alone-with-others'],
  parts: [],
  paper: (field) => ({ ...oneLine, options: optionsOf(field), several: true }),
  sample: (random, { options }) => [pick(random, options)],
}
