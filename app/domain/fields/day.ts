import { z } from 'zod'
import { addDays, type Day, format, isDay } from '../day.ts'
import { typedDigits, typedNumber } from '../digits.ts'
import { type Common, type FieldErrorCode, type FieldKind, type FieldWrong, oneLine, type TypedField, unsure, wrong } from './field.ts'

/** A day: until today, or with `ahead` also one to come. */
export type DayField = Common & { readonly kind: 'day'; readonly ahead?: true }

/** The earliest day of any field, and the latest. */
const [earliest, latest]: readonly [Day, Day] = ['1900-01-01', '2100-12-31']

/**
 * Year, month and day as typed, in the digits of any of the three scripts, or all eight digits in the input of the year; `incomplete` is the
 * error code where one of them is missing.
 */
export function parseDay(
  typed: TypedField,
  incomplete: FieldErrorCode = 'day-incomplete',
): { readonly ok: true; readonly day: Day } | FieldWrong {
  const given = [typed.year, typed.month, typed.day].map((part) => typedDigits(part ?? ''))
  const whole = given[1] === '' && given[2] === '' ? eightDigits.exec(given[0] ?? '') : null
  const parts = whole?.slice(1) ?? given
  if (parts.includes('')) return wrong(incomplete)
  const [y, m, d] = parts.map(typedNumber)
  if (y === undefined || m === undefined || d === undefined) return wrong('not-digits', { values: { example: 1986 } })
  const found = format(y, m, d)
  return isDay(found) ? { ok: true, day: found } : wrong('no-such-day')
}

/** Eight digits, year first. */
export const eightDigits = /^(\d{4})(\d\d)(\d\d)$/

/** The typed year, month and day of a value. */
export function typedDay(found: Day): TypedField {
  const [year = '', month = '', day = ''] = found.split('-').map((part) => String(Number(part)))
  return { given: [], year, month, day }
}

/** Boxes for year, month and day. */
export const dayBoxes = [
  { count: 4, unit: 'year' },
  { count: 2, unit: 'month' },
  { count: 2, unit: 'day' },
] as const

/** The schema of a day in JSON. */
export const dayJson = z.string().refine(isDay, 'date').meta({ format: 'date' })

/** A day of the calendar. */
export const day: FieldKind<DayField> = {
  parse(typed, { ahead }, { asOf }) {
    const parsed = parseDay(typed)
    if (!parsed.ok) return parsed
    if (!ahead && parsed.day > asOf) return wrong('day-in-future')
    if (parsed.day > latest) return wrong('day-too-late')
    return parsed.day < earliest ? wrong('day-too-long-ago') : { ok: true, value: parsed.day }
  },
  required: () => 'day-incomplete',
  typed: (value) => (typeof value !== 'string' || value === unsure ? { given: [value].flat() } : typedDay(value)),
  holds: (value) => typeof value === 'string' && isDay(value),
  show: (value) => ({ as: 'day', day: String(value) }),
  json: () => dayJson,
  errors: ['day-incomplete', 'not-digits', 'no-such-day', 'day-in-future', 'day-too-late', 'day-too-long-ago'],
  parts: ['year', 'month', 'day'],
  paper: () => ({ ...oneLine, boxes: dayBoxes }),
  sample: (random, _field, _person, { asOf }) => addDays(asOf, -Math.floor(random() * 300)),
}
