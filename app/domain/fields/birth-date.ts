import { z } from 'zod'
import { ageOn, bornBetween, bornForAge, type Day, isBirthDate } from '../day.ts'
import { typedDigits, typedNumber } from '../digits.ts'
import { dayBoxes, dayJson, parseDay, typedDay } from './day.ts'
import { type Common, type FieldKind, type FieldParsed, oneLine, right, saysUnsure, unsure, wrong } from './field.ts'

/** A birth date, or an age where the date is not known. */
export type BirthDateField = Common & { readonly kind: 'birth-date' }

/** Nobody alive is older than this, in years. */
const oldest = 130

/** A date of birth: a day, or `from/to` where only the age was given. */
export const birthDate: FieldKind<BirthDateField> = {
  parse(typed, field, { asOf }) {
    const hasDate = [typed.year, typed.month, typed.day].some((part) => typedDigits(part ?? ''))
    const age = typedDigits(typed.age ?? '')
    if ((hasDate || age) && saysUnsure(typed, field)) return wrong('unsure-and-answer', hasDate ? {} : { at: 'age' })
    if (hasDate && age) return wrong('date-and-age', { at: 'age' })
    if (age) return parseAge(age, asOf)
    if (!hasDate) return saysUnsure(typed, field) ? right(unsure) : wrong(birthDate.required(field))
    const parsed = parseDay(typed, 'birth-incomplete')
    if (!parsed.ok) return parsed
    if (parsed.day > asOf) return wrong('day-in-future')
    return yearOf(asOf) - yearOf(parsed.day) > oldest ? wrong('day-too-long-ago') : right(parsed.day)
  },
  required: () => 'birth-required',
  typed(value, asOf) {
    if (typeof value !== 'string' || value === unsure) return { given: [value].flat() }
    const [from, to] = bornBetween(value)
    return from === to ? typedDay(from) : { given: [], age: String(ageOn(to, asOf)) }
  },
  holds: (value, field) => typeof value === 'string' && ((field.unsure === true && value === unsure) || isBirthDate(value)),
  show: (value) => (value === unsure ? { as: 'options', options: [unsure] } : { as: 'birth', birth: String(value) }),
  json: (field) => (field.unsure ? z.union([z.literal(unsure), dayJson]) : dayJson),
  errors: [
    'birth-required',
    'birth-incomplete',
    'not-digits',
    'no-such-day',
    'day-in-future',
    'day-too-long-ago',
    'age-out-of-range',
    'date-and-age',
    'unsure-and-answer',
  ],
  parts: ['year', 'month', 'day', 'age'],
  paper: () => ({ ...oneLine, boxes: dayBoxes }),
  sample: (_random, _field, { born }) => born,
}

function parseAge(typed: string, asOf: Day): FieldParsed {
  const age = typedNumber(typed)
  if (age === undefined) return wrong('not-digits', { values: { example: 40 }, at: 'age' })
  return age <= oldest ? right(bornForAge(age, asOf)) : wrong('age-out-of-range', { at: 'age' })
}

const yearOf = (of: Day) => Number(of.slice(0, 4))
