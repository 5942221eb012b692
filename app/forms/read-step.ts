import { bornBetween } from '#app/domain/day.ts'
import { type Around, type NamedOptions, optionsOf, type TypedField, unsure, type Value } from '#app/domain/fields/field.ts'
import { parseField } from '#app/domain/fields/index.ts'
import type { FormField } from '#app/domain/form.ts'
import { birthOfIdentity, isMobile } from '#app/domain/identity.ts'
import { isOpen } from '#app/domain/question.ts'

/** One error in what was typed: the key of its text, the id of its field, and the part of it. */
export type StepError = {
  readonly key: string
  readonly field: string
  readonly at?: string
  readonly values?: Readonly<Record<string, string | number>>
  /** The key of what its field is called. */
  readonly label?: string
  /** Whom it is about, where the same is asked of several. */
  readonly person?: string
  /** The options its text names, and the key they stand under. */
  readonly named?: NamedOptions
}

/** The values of a step by the ids of its fields (undefined: empty), and the errors. */
export type StepParsed = { readonly values: Readonly<Record<string, Value | undefined>>; readonly errors: readonly StepError[] }

/** What reading a step needs: options, previous values of its fields, and the names of their inputs. */
export type ParseContext = {
  readonly around: Around
  readonly before?: (field: string) => Value | undefined
  readonly name: (field: { readonly id: string }) => string
  /** The key of the texts of the options of a field. */
  readonly optionsAt: (field: FormField) => string
  /** The key of what a field is called, where several are read together. */
  readonly labelAt?: (field: FormField) => string
}

/** Parses what was typed into the fields of a step, and checks them together. Never throws. */
export function parseStep(
  fields: readonly FormField[],
  typed: Readonly<Record<string, TypedField>>,
  { around, before = () => undefined, name, optionsAt, labelAt }: ParseContext,
): StepParsed {
  const values: Record<string, Value | undefined> = {}
  const errors: StepError[] = []
  const now = (id: string) => (Object.hasOwn(values, id) ? values[id] : before(id))
  for (const field of fields) {
    const parsed = parseField(field, typed[field.id] ?? { given: [] }, around)
    const agreed = field.kind === 'birth-date' ? bornAsNumbered(parsed, now('identity-number')) : parsed
    if (agreed.ok) values[field.id] = agreed.value
    else {
      const { ok: _, error, ...more } = agreed
      const options = namedBy(error, field, typed[field.id]?.given ?? [])
      const named = options.length > 0 ? { named: { at: optionsAt(field), options } } : {}
      const label = labelAt ? { label: labelAt(field) } : {}
      errors.push({ ...more, key: `errors:field.${error}`, field: name(field), ...label, ...named })
    }
  }
  errors.push(...lackingMobile(fields, now, errors, { name, optionsAt }))
  return { values, errors: withoutBirth(errors, name) }
}

type ParsedField = ReturnType<typeof parseField> | { readonly ok: false; readonly error: (typeof stepErrors)[0] }

/** The birth date in an identity number, where there is one: it may be left to the number, and must not differ from it; what is typed is read first. */
function bornAsNumbered(parsed: ReturnType<typeof parseField>, number: Value | undefined): ParsedField {
  if (typeof number !== 'string') return parsed
  const born = birthOfIdentity(number)
  if (!parsed.ok && parsed.error !== 'birth-required') return parsed
  if (!parsed.ok || isOpen(parsed.value)) return { ok: true, value: born }
  const [from, to] = bornBetween(String(parsed.value))
  return born < from || born > to ? { ok: false, error: 'birth-differs' } : { ok: true, value: born }
}

/** Fields chosen that need a mobile number, where there is none. */
function lackingMobile(
  fields: readonly FormField[],
  now: (id: string) => Value | undefined,
  errors: readonly StepError[],
  { name, optionsAt }: Pick<ParseContext, 'name' | 'optionsAt'>,
): StepError[] {
  return fields.flatMap((field): StepError[] => {
    if (field.kind !== 'choice' || !field.needsMobile) return []
    const needs = field.needsMobile
    if (now(field.id) !== needs.option || isMobile(String(now(needs.in) ?? ''))) return []
    const at = name({ id: needs.in })
    const others = optionsOf(field).filter((option) => option !== needs.option)
    return errors.some((error) => error.field === at)
      ? []
      : [{ key: 'errors:field.mobile-needed', field: at, named: { at: optionsAt(field), options: others } }]
  })
}

/** The options the sentence of an error names: it calls them what the field calls them. */
function namedBy(error: string, field: FormField, given: readonly string[]): readonly string[] {
  switch (error) {
    case 'alone-with-others': {
      const alone = field.kind === 'many' ? (field.alone ?? []) : []
      return given.filter((option) => option === unsure || alone.includes(option))
    }
    case 'choose-one-or-unsure':
    case 'choose-some-or-unsure':
    case 'birth-required':
    case 'unsure-and-answer':
      return [unsure]
    default:
      return []
  }
}

/** Error codes of fields checked together; those of single fields belong to their kinds. */
export const stepErrors = ['birth-differs', 'mobile-needed'] as const

/** A birth date may be left to the identity number: while that has an error, the date is not asked for as well. */
function withoutBirth(errors: readonly StepError[], name: ParseContext['name']): readonly StepError[] {
  const mending = errors.some(({ field }) => field === name({ id: 'identity-number' }))
  return mending ? errors.filter(({ field }) => field !== name({ id: 'birth-date' })) : errors
}
