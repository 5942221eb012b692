import { type BirthDate, bornForAge, type Day, format, isBirthDate, isDay } from './day.ts'
import { typedDigits } from './digits.ts'
import { type Answer, type BirthDateQuestion, type ManyQuestion, type Question, unsure } from './question.ts'

/** Why an answer was not taken; sentences for the codes stand in `locales/…/errors.json`. */
export type AnswerError =
  | 'required'
  | 'unknown-option'
  | 'alone-with-others'
  | 'date-incomplete'
  | 'not-digits'
  | 'no-such-day'
  | 'in-the-future'
  | 'too-long-ago'
  | 'age-out-of-range'
  | 'date-and-age'

/** A value, or the code of what is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; error: AnswerError }

/** What a form sends for one question: every value under each of its field names. */
export type RawAnswer = {
  readonly answer: readonly string[]
  readonly year?: string
  readonly month?: string
  readonly day?: string
  readonly age?: string
}

/** Nobody alive is older than this, in years. */
const oldest = 130

/** Parses what a person gave for a question. Nothing given is `required`: "not sure" is there to be chosen. */
export function parseAnswer(question: Question, raw: RawAnswer, asOf: Day): Parsed<Answer> {
  switch (question.kind) {
    case 'choice': {
      const [option] = raw.answer
      if (!option) return wrong('required')
      return option === unsure || question.options.includes(option) ? right(option) : wrong('unknown-option')
    }
    case 'many':
      return parseMany(question, raw.answer)
    case 'birth-date':
      return parseBirthDate(question, raw, asOf)
  }
}

function parseMany(question: ManyQuestion, options: readonly string[]): Parsed<Answer> {
  const chosen = [...new Set(options)]
  if (chosen.length === 0) return wrong('required')
  if (chosen.some((option) => option !== unsure && !question.options.includes(option))) return wrong('unknown-option')
  const alone = chosen.some((option) => option === unsure || question.alone.includes(option))
  return alone && chosen.length > 1 ? wrong('alone-with-others') : right(chosen)
}

function parseBirthDate(_question: BirthDateQuestion, raw: RawAnswer, asOf: Day): Parsed<BirthDate> {
  const [year, month, day, age] = [raw.year, raw.month, raw.day, raw.age].map((field) => typedDigits(field ?? ''))
  const hasDate = Boolean(year || month || day)
  if (hasDate && age) return wrong('date-and-age')
  if (age) return parseAge(age, asOf)
  if (!hasDate) return raw.answer.includes(unsure) ? right(unsure) : wrong('required')
  if (!year || !month || !day) return wrong('date-incomplete')
  if (![year, month, day].every((field) => /^\d+$/.test(field))) return wrong('not-digits')
  const born = format(Number(year), Number(month), Number(day))
  if (!isDay(born)) return wrong('no-such-day')
  return livedThrough(born, asOf)
}

function parseAge(age: string, asOf: Day): Parsed<BirthDate> {
  if (!/^\d+$/.test(age)) return wrong('not-digits')
  return Number(age) <= oldest ? right(bornForAge(Number(age), asOf)) : wrong('age-out-of-range')
}

function livedThrough(born: Day, asOf: Day): Parsed<BirthDate> {
  if (born > asOf) return wrong('in-the-future')
  return Number(asOf.slice(0, 4)) - Number(born.slice(0, 4)) > oldest ? wrong('too-long-ago') : right(born)
}

/** Is this a valid answer to the question, as stored? */
export function isAnswer(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case 'choice':
      return answer === unsure || (typeof answer === 'string' && question.options.includes(answer))
    case 'many':
      return typeof answer === 'string'
        ? answer === unsure
        : answer.every((option) => option === unsure || question.options.includes(option))
    case 'birth-date':
      return answer === unsure || (typeof answer === 'string' && isBirthDate(answer))
  }
}

const right = <T>(value: T): Parsed<T> => ({ ok: true, value })
const wrong = (error: AnswerError): { ok: false; error: AnswerError } => ({ ok: false, error })
