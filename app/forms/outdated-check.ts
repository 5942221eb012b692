import type { Value } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import type { Answers } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { countyCodes } from '#app/services/places.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { meantMore, successorOf } from '#app/services/retired.ts'
import type { Check } from './household-form.ts'

/** The county of a self-check among its answers: it is asked beside a question and is none. */
export const countyAnswer = 'county'

/** An answer of a check that is not valid any more, of a member or the household (null), and what is taken in its place. */
export type OutdatedCheckAnswer = {
  readonly member: string | null
  /** The question it was given to, which may have gone; or `countyAnswer`. */
  readonly question: string
  readonly old: Value
  readonly successor?: { readonly question: string; readonly value: Value }
}

const questions: Readonly<Record<string, Question>> = questionnaire.questions
/** A question there is today. */
export const questionNow = (id: string): Question | undefined => (Object.hasOwn(questions, id) ? questions[id] : undefined)

/**
 * A check as it was stored, read by today's questions: what is not valid any more is told in `outdated`, and is no answer; what took its
 * place is one, unless that was answered since.
 */
export function checkFrom({ outdated: _, county, ...stored }: Check): Check {
  const outdated: OutdatedCheckAnswer[] = []
  const asOfToday = (member: string | null, given: Answers): Answers => {
    const now: Record<string, Value> = {}
    const others: [string, Value][] = []
    for (const [id, answer] of Object.entries(given)) {
      if (answer === undefined) continue
      if (isValid(id, answer)) now[id] = answer
      else others.push([id, answer])
    }
    for (const [question, old] of others) {
      const successor = successorAnswer(member, question, old)
      if (successor && now[successor.question] !== undefined) continue
      if (successor) now[successor.question] = successor.value
      outdated.push({ member, question, old, ...(successor ? { successor } : {}) })
    }
    return now
  }
  const check = {
    ...stored,
    answers: asOfToday(null, stored.answers),
    members: stored.members.map((one) => ({ ...one, answers: asOfToday(one.id, one.answers) })),
  }
  const place = county === undefined ? undefined : countyNow(county)
  if (county !== undefined && place !== county)
    outdated.push({
      member: null,
      question: countyAnswer,
      old: county,
      ...(place ? { successor: { question: countyAnswer, value: place } } : {}),
    })
  return { ...check, ...(place ? { county: place } : {}), ...(outdated.length > 0 ? { outdated } : {}) }
}

/** What the first self-checks wrote is marked by nothing: where an option meant more then, it is read by the id it has had since. */
export function firstEdition(answers: Answers): Answers {
  const named = (id: string, option: string) => meantMore[`${id}.${option}`] ?? option
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' ? named(id, answer) : answer]))
}

/** A check as it is stored: what is outdated stands as it was answered, until it is answered anew. */
export function storedCheck({ outdated = [], id, county, lastId, ...check }: Check): Check {
  const answers = (member: string | null, now: Answers): Answers => {
    const mine = outdated.filter((one) => one.member === member && one.question !== countyAnswer)
    const taken = new Set(mine.map(({ successor }) => successor?.question))
    const own = Object.entries(now).filter(([id]) => !taken.has(id))
    return Object.fromEntries([...own, ...mine.map(({ question, old }): [string, Value] => [question, old])])
  }
  const before = outdated.find(({ question }) => question === countyAnswer)?.old
  const place = typeof before === 'string' ? before : county
  return {
    answers: answers(null, check.answers),
    ...(place === undefined ? {} : { county: place }),
    members: check.members.map((one) => ({ ...one, answers: answers(one.id, one.answers) })),
    rosterDone: check.rosterDone,
    ...(id === undefined ? {} : { id }),
    ...(lastId === undefined ? {} : { lastId }),
  }
}

/** The check after a question was answered anew: what was outdated of it is not told any more. */
export function withoutOutdated({ outdated = [], ...check }: Check, member: string | null, question: string): Check {
  const left = outdated.filter((one) => one.member !== member || (one.question !== question && one.successor?.question !== question))
  return left.length > 0 ? { ...check, outdated: left } : check
}

function isValid(id: string, answer: Value): boolean {
  const question = questionNow(id)
  return question !== undefined && holds(question, answer)
}

const holds = (question: Question, answer: Value) => kindOf(question).holds(answer, question, { counties: countyCodes, people: [] })

function countyNow(county: string): string | undefined {
  if (countyCodes.has(county)) return county
  const next = successorOf('counties', county)
  return next !== undefined && countyCodes.has(next) ? next : undefined
}

/** The answer that took the place of one; undefined where none did. */
function successorAnswer(member: string | null, id: string, old: Value): OutdatedCheckAnswer['successor'] {
  const next = questionNow(id) ? id : successorOf('questions', id)
  const question = next === undefined ? undefined : questionNow(next)
  if (next === undefined || !question || !isAskedOf(question, member)) return undefined
  const value = valueIn(id, next, old)
  return holds(question, value) ? { question: next, value } : undefined
}

const isAskedOf = ({ of, mayDiffer, householdDefault }: Question, member: string | null) =>
  member === null ? of === 'household' || householdDefault === true : of === 'member' || mayDiffer === true

/** A value with each option that went replaced by what took its place. */
function valueIn(from: string, to: string, old: Value): Value {
  const next = (option: string): string => {
    const after = successorOf('options', `${from}.${option}`)
    return after?.startsWith(`${to}.`) ? after.slice(to.length + 1) : option
  }
  return typeof old === 'string' ? next(old) : [...new Set(old.map(next))]
}
