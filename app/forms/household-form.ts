import type { Day } from '#app/domain/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import type { Question } from '#app/domain/question.ts'
import type { Service } from '#app/services/define.ts'
import { countyCodes } from '#app/services/places.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { interview, type Step } from './interview.ts'
import { householdOf, type Peopled, withAnswerOf } from './members.ts'
import { countyAnswer, type OutdatedCheckAnswer, withoutOutdated } from './outdated-check.ts'
import { readStep, type StepError } from './read-step.ts'

/** A self-check: members, answers, and the county of residence, where given. */
export type Check = Peopled & {
  /** Six-digit code. */
  readonly county?: string
  /** Has the resident said that every member is listed? */
  readonly rosterDone: boolean
  /** Answers stored before that are not valid any more. */
  readonly outdated?: readonly OutdatedCheckAnswer[]
}

/** An empty check. */
export const emptyCheck: Check = { answers: {}, members: [], rosterDone: false }

/** The id of the question's field on a page of the self-check, and the name of its inputs. */
export const answerField = 'answer'

/** The county is asked for beside this question: no result needs it, so it may stay empty. */
export const placeQuestion = 'live-place'

/** The fields on the page of a question. */
export function fieldsOf(id: string, question: Question): FormField[] {
  const asked = { ...question, id: answerField }
  return id === placeQuestion ? [asked, { id: 'county', kind: 'county', optional: true }] : [asked]
}

/** The check with what was typed on the page of a question, for a member or the household (null); or the errors. */
export function withQuestion(
  check: Check,
  member: string | null,
  id: string,
  question: Question,
  typed: Readonly<Record<string, TypedField>>,
  asOf: Day,
): { readonly check: Check; readonly errors: readonly StepError[] } {
  const around = { asOf, counties: countyCodes, people: [] }
  const { values, errors } = readStep(fieldsOf(id, question), typed, { around, name: (field) => field.id })
  if (errors.length > 0) return { check, errors }
  const next = withoutOutdated(withAnswerOf(check, member, id, values[answerField]), member, id)
  if (id !== placeQuestion) return { check: next, errors }
  const { county: _before, ...rest } = withoutOutdated(next, member, countyAnswer)
  return { check: typeof values.county === 'string' ? { ...rest, county: values.county } : rest, errors }
}

/** A placeholder member: while none is listed, the household is asked what anyone's result could need. */
const anyone = { id: '?', answers: {} }

/** The applicable questions of these services, in order, answered ones included. */
export function questionsOf(check: Check, about: readonly Service[], asOf: Day): Step[] {
  const household = householdOf(check)
  const asked = check.rosterDone ? household : { ...household, members: [...household.members, anyone] }
  return interview(questionnaire, about, asked, asOf).filter((step) => step.member !== anyone.id)
}

/** The next page: a question still open, the list of members, or none (null). Services of households alone need no list. */
export function nextOf(check: Check, about: readonly Service[], asOf: Day): Step | 'members' | null {
  const open = questionsOf(check, about, asOf).filter((step) => !step.answered)
  const listed = check.rosterDone || !about.some(({ unit }) => unit === 'member')
  return open.find((step) => step.member === null) ?? (listed ? (open[0] ?? null) : 'members')
}
