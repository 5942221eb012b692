import { withoutInvisible } from '../characters.ts'
import type { Day } from '../day.ts'
import { type BirthDateField, birthDate } from './birth-date.ts'
import { type BirthTextField, birthText } from './birth-text.ts'
import { type ChoiceField, choice } from './choice.ts'
import { type CountyField, county } from './county.ts'
import { type DayField, day } from './day.ts'
import type { Around, FieldKind, FieldParsed, TypedField, Value } from './field.ts'
import { wrong } from './field.ts'
import { type IdentityNumberField, identityNumber } from './identity-number.ts'
import { type ManyField, many } from './many.ts'
import { type NameField, name } from './name.ts'
import { type NumberField, number } from './number.ts'
import { type PeopleField, people } from './people.ts'
import { type PhoneField, phone } from './phone.ts'
import { type TextField, text } from './text.ts'

/** What can be asked: a closed set of kinds. A question of the self-check, a field of a form and a line on paper are all one of these. */
export type Field =
  | ChoiceField
  | ManyField
  | BirthDateField
  | BirthTextField
  | DayField
  | TextField
  | NameField
  | IdentityNumberField
  | PhoneField
  | CountyField
  | PeopleField
  | NumberField

/** The definition of each kind. A new kind turns this red, and `ui/field.tsx`. */
export const kinds: { readonly [K in Field['kind']]: FieldKind<Extract<Field, { kind: K }>> } = {
  choice,
  many,
  'birth-date': birthDate,
  'birth-text': birthText,
  day,
  text,
  name,
  'identity-number': identityNumber,
  phone,
  county,
  people,
  number,
}

/** The definition of the kind of a field. */
export function kindOf({ kind }: Field): FieldKind<Field> {
  return kinds[kind]
}

/** Parses what was typed into a field; blank is valid where the field is optional. Never throws. */
export function parseField(field: Field, typed: TypedField, around: Around): FieldParsed {
  const kind = kindOf(field)
  if (!isBlank(field, typed)) return kind.parse(typed, field, around)
  return field.optional ? { ok: true, value: undefined } : wrong(kind.required(field))
}

/** Was nothing typed, nothing chosen? */
export function isBlank(field: Field, typed: TypedField): boolean {
  return typed.given.every(isNothing) && kindOf(field).parts.every((part) => isNothing(typed[part] ?? ''))
}

const isNothing = (typed: string) => withoutInvisible(typed).trim() === ''

/** The inputs of a field for its value. */
export function typedValue(field: Field, value: Value | undefined, asOf: Day): TypedField {
  return value === undefined ? { given: [] } : kindOf(field).typed(value, asOf)
}
