import { z } from 'zod'
import { asText, type Common, type FieldKind, oneLine, right, wrong } from './field.ts'

/** Some of the members of the household, by their ids. */
export type PeopleField = Common & { readonly kind: 'people' }

/** Choosing among the members of the household. */
export const people: FieldKind<PeopleField> = {
  parse({ given }, _field, around) {
    const chosen = around.people.filter((one) => given.includes(one))
    return given.every((one) => chosen.includes(one)) ? right(chosen) : wrong('unknown-option')
  },
  required: () => 'choose-some',
  typed: asText.typed,
  holds: (value, _field, around) => typeof value !== 'string' && value.every((one) => around.people.includes(one)),
  show: (value) => ({ as: 'people', people: [value].flat() }),
  json: () => z.array(z.string()),
  errors: ['choose-some', 'unknown-option'],
  parts: [],
  paper: () => ({ ...oneLine, lines: 3 }),
  sample: (_random, _field, _person, around) => around.people.slice(0, 1),
}
