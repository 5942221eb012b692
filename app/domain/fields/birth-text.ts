import { withoutInvisible } from '../characters.ts'
import { bornBetween, format, isDay } from '../day.ts'
import { asciiDigits } from '../digits.ts'
import { birthDate } from './birth-date.ts'
import { eightDigits } from './day.ts'
import { type Common, type FieldKind, type FieldParsed, saysUnsure, unsure, wrong } from './field.ts'

/** A birth date, or an age, typed into one input. Its values are those of a birth date. */
export type BirthTextField = Common & { readonly kind: 'birth-text' }

/** What may stand between and after the numbers of a date or an age: signs, the words of Chinese, anything Tibetan. */
const between = String.raw`[\s\-–—./,;:、，。．·年月日号號岁歲周虚生出於于\u0f00-\u0fff]*`
const threeNumbers = new RegExp(`^${between}(\\d{4})(?!\\d)${between}(\\d{1,2})(?!\\d)${between}(\\d{1,2})(?!\\d)${between}$`, 'u')
const oneNumber = new RegExp(`^${between}(\\d+)${between}$`, 'u')
/** A sign or a point before the first digit makes it another number: nobody is -40. */
const signed = /^\D*[-–—.．,，/]\D*\d/u
const numbersOnly = new RegExp(`^(?:\\d|${between.slice(0, -1)})*$`, 'u')

const birth = { kind: 'birth-date', unsure: true } as const

/** A birth date in one input: 19860112, 1986-1-12, 1986年1月12日, ༡༩༨༦ ༡ ༡༢; or years of age. */
export const birthText: FieldKind<BirthTextField> = {
  ...birthDate,
  parse(typed, field, around) {
    const text = asciiDigits(withoutInvisible(typed.given.find((one) => one !== unsure) ?? '')).trim()
    // Pages opened before there was one input have one for each part.
    if (text === '') return birthDate.parse(typed, { ...birth, ...field, kind: 'birth-date' }, around)
    if (saysUnsure(typed, field)) return wrong('unsure-and-answer')
    const parts = partsOf(text)
    if (!parts.ok) return parts
    const parsed = birthDate.parse({ given: [], ...parts.typed }, birth, around)
    // All errors are of the one input.
    return parsed.ok ? parsed : wrong(parsed.error)
  },
  typed(value, asOf) {
    if (typeof value !== 'string' || value === unsure) return { given: [value].flat() }
    const [from, to] = bornBetween(value)
    return { given: [from === to ? from.replaceAll('-', '') : (birthDate.typed(value, asOf).age ?? '')] }
  },
  holds: (value, field, around) => birthDate.holds(value, { ...field, kind: 'birth-date' }, around),
  show: (value) => birthDate.show(value, birth),
  json: (field) => birthDate.json({ ...field, kind: 'birth-date' }),
  required: () => 'birth-required',
  paper: () => birthDate.paper(birth),
  sample: (random, _field, person, around) => birthDate.sample(random, birth, person, around),
}

type Parts = {
  readonly ok: true
  readonly typed: { readonly year: string; readonly month: string; readonly day: string } | { readonly age: string }
}

/** The numbers of a date or an age in a text of ASCII digits. */
function partsOf(text: string): Parts | Extract<FieldParsed, { ok: false }> {
  if (signed.test(text)) return wrong('not-digits', { values: { example: 19860112 } })
  const [, year, month, day] = eightDigits.exec(text.replace(/\s/g, '')) ?? threeNumbers.exec(text) ?? []
  if (year && month && day)
    return isDay(format(Number(year), Number(month), Number(day))) ? { ok: true, typed: { year, month, day } } : wrong('no-such-day')
  const [, age] = oneNumber.exec(text) ?? []
  if (age && age.length <= 3) return { ok: true, typed: { age } }
  return numbersOnly.test(text) ? wrong('birth-incomplete') : wrong('not-digits', { values: { example: 19860112 } })
}
