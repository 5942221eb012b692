import { z } from 'zod'
import { typedDigits, typedNumber } from '../digits.ts'
import { type Common, type FieldKind, oneLine, right, saysUnsure, type Unit, unsure, wrong } from './field.ts'

/** A range, both ends included. */
export type Range = { readonly min: number; readonly max: number }

/** A whole number from `min` to `max`; instead of the exact number one of the ranges `about` can be chosen. */
export type NumberField = Common &
  Range & {
    readonly kind: 'number'
    readonly unit?: Unit
    readonly about?: readonly Range[]
  }

/** How a number is stored: `12`, or `10/20` for "about". */
export const numberText = ({ min, max }: Range): string => (min === max ? String(min) : `${min}/${max}`)

/** The range a stored number stands for; an exact one is a range of one. Undefined where it is no number. */
export function rangeOf(value: string): Range | undefined {
  const [, min, max = min] = /^(\d{1,15})(?:\/(\d{1,15}))?$/.exec(value) ?? []
  const [from, to] = [Number(min), Number(max)]
  return from <= to ? { min: from, max: to } : undefined
}

/** A whole number, exactly or about. */
export const number: FieldKind<NumberField> = {
  parse(typed, field) {
    const exact = typedDigits(typed.number ?? '')
    const given = typed.given.filter((one) => one !== '')
    const [about] = given
    if (saysUnsure(typed, field) && (exact || given.some((one) => one !== unsure))) return wrong('unsure-and-answer')
    if (exact && about !== undefined) return wrong('number-and-about')
    if (exact) return parseExact(exact, field)
    if (saysUnsure(typed, field)) return right(unsure)
    if (about === undefined) return wrong('number-required')
    return (field.about ?? []).some((range) => numberText(range) === about) ? right(about) : wrong('unknown-option')
  },
  required: () => 'number-required',
  typed: (value) => (typeof value === 'string' && /^\d+$/.test(value) ? { given: [], number: value } : { given: [value].flat() }),
  holds(value, field) {
    if (value === unsure) return field.unsure === true
    const range = typeof value === 'string' ? rangeOf(value) : undefined
    return range !== undefined && field.min <= range.min && range.max <= field.max
  },
  show(value, { unit }) {
    const range = rangeOf(String(value))
    return range ? { as: 'number', ...range, unit } : { as: 'options', options: [String(value)] }
  },
  json(field) {
    const within = z.int().min(field.min).max(field.max)
    const about = z.strictObject({ min: within, max: within }).refine(({ min, max }) => min <= max, 'range')
    const told = z.union([within, about]).transform((given) => numberText(typeof given === 'number' ? { min: given, max: given } : given))
    return field.unsure ? z.union([z.literal(unsure), told]) : told
  },
  errors: ['number-required', 'not-digits', 'number-out-of-range', 'number-and-about', 'unsure-and-answer', 'unknown-option'],
  parts: ['number'],
  paper: () => oneLine,
  sample: (random, { min, max }) => String(min + Math.floor(random() * (max - min + 1))),
}

function parseExact(exact: string, { min, max }: NumberField) {
  const found = typedNumber(exact)
  if (found === undefined) return wrong('not-digits', { values: { example: max < 100 ? max : 100 } })
  return min <= found && found <= max ? right(String(found)) : wrong('number-out-of-range', { values: { min, max } })
}
