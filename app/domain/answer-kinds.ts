import { type AgeOn, aged, beforeRetirement, schoolStart, sexes } from './age.ts'
import { cached } from './bounded-cache.ts'
import type { Expr } from './condition.ts'
import { partsOf } from './condition-parts.ts'
import { addDays, addMonths, bornBetween, type Day, isDay } from './day.ts'
import { unsure } from './fields/field.ts'
import { groundsOf } from './grounds.ts'
import type { Questionnaire } from './household.ts'
import { type Answer, isOpen, type Question } from './question.ts'
import { any } from './truth.ts'
import type { Condition } from './verdict.ts'

type AnswerKinds = {
  kindOf(answer: Answer): string
  /** The open answer, and one of every kind it may become. */
  readonly all: readonly Answer[]
  /** An answer that is open only partly, and one of every kind it may become. */
  within(answer: Answer): readonly Answer[]
}

/**
 * Answers to a question as these conditions tell them apart: one of each kind, the open one first, and the kind of any answer. A day of
 * birth given as a range, and several options with "not sure" among them, are kinds of their own: open within what was said.
 */
export function answerKinds(questionnaire: Questionnaire, conditions: readonly Condition[], id: string, asOf: Day): AnswerKinds {
  const known = kinds.get(conditions) ?? new Map<string, AnswerKinds>()
  kinds.set(conditions, known)
  return cached(known, mostKinds, `${id} ${asOf}`, () => kindsFor(questionnaire, conditions, id, asOf))
}

/** Of one service: every question, of some days; of one question: many days of birth. */
const mostKinds = 200
const kinds = new WeakMap<readonly Condition[], Map<string, AnswerKinds>>()

function kindsFor(questionnaire: Questionnaire, conditions: readonly Condition[], id: string, asOf: Day): AnswerKinds {
  const question = questionnaire.questions[id] as Question
  const parts = partsAbout(questionnaire, conditions, id)
  const signatures = new Map<string, string>()
  const kindOf = (answer: Answer): string => {
    if (isOpen(answer)) return 'open'
    const key = String(answer)
    return cached(signatures, mostKinds, key, () =>
      question.kind === 'birth-date' ? ageSignature(parts, key, asOf) : signatureOf(parts, [answer].flat()),
    )
  }
  const oneOfEach = (answers: readonly Answer[]) => [...new Map(answers.map((one) => [kindOf(one), one])).values()]
  return {
    kindOf,
    all: oneOfEach([unsure, ...closed(question, unsure, parts, asOf)]),
    within: (answer: Answer) => oneOfEach([answer, ...closed(question, answer, parts, asOf)]),
  }
}

/** Is an answer open within what was said? */
export function isPartlyOpen(answer: Answer): boolean {
  return typeof answer === 'string' ? answer.includes('/') : answer.includes(unsure)
}

function closed(question: Question, answer: Answer, parts: readonly Expr[], asOf: Day): readonly Answer[] {
  switch (question.kind) {
    case 'choice':
      return question.options
    case 'many':
      return lists(question.options, question.alone ?? [], answer)
    case 'birth-date':
      return births(asOf, parts, answer)
    case 'number':
      return []
  }
}

/** The parts of conditions, and of the skip rules behind them, that look at a question; of conditions it is worked out once. */
function partsAbout(questionnaire: Questionnaire, all: readonly Condition[], id: string): readonly Expr[] {
  const known = found.get(all) ?? new Map<string, readonly Expr[]>()
  found.set(all, known)
  const parts = known.get(id) ?? partsIn(questionnaire, all).filter((part) => looksAt(part, id))
  known.set(id, parts)
  return parts
}

const found = new WeakMap<readonly Condition[], Map<string, readonly Expr[]>>()

function partsIn(questionnaire: Questionnaire, all: readonly Condition[]): Expr[] {
  const grounds = new Set(all.flatMap((condition) => [...groundsOf(questionnaire, condition)]))
  const rules = [...grounds].flatMap((id) => questionnaire.skips[id] ?? [])
  return [...all.map(({ when }) => when), ...rules].flatMap(partsOf)
}

function looksAt(part: Expr, id: string): boolean {
  if (part.op === 'match') return part.question === id
  if (part.op === 'before-retirement') return id === 'birth-date' || id === 'sex'
  return part.op === 'aged' && id === 'birth-date'
}

/** What the parts make of these options together: the same for options they do not tell apart. */
function signatureOf(parts: readonly Expr[], options: readonly string[]): string {
  return parts.map((part) => (part.op === 'match' ? madeOf(part, options) : options.join(' '))).join()
}

/** Options that lead to one and the same further part are known by the first of them. */
function madeOf({ truths }: Extract<Expr, { op: 'match' }>, options: readonly string[]): string {
  const made = options.map((option) => truths[option] ?? 'unknown')
  const all = Object.values(truths)
  const deeper = new Set(made.filter((one) => typeof one !== 'string').map((one) => all.indexOf(one)))
  return [any(made.filter((one) => typeof one === 'string')), ...[...deeper].sort()].join(' ')
}

/** Lists of one or two options, added to those that were chosen beside "not sure". */
function lists(options: readonly string[], alone: readonly string[], answer: Answer): string[][] {
  const chosen = typeof answer === 'string' ? [] : answer.filter((one) => one !== unsure)
  const combinable = options.filter((one) => !alone.includes(one))
  if (chosen.length > 0) return [chosen, ...combinable.map((one) => [...chosen, one])]
  return [...options.map((one) => [one]), ...combinable.flatMap((one, at) => combinable.slice(at + 1).map((other) => [one, other]))]
}

/** Days of birth on both sides of every age these parts ask for, and through the years of retirement: those the calendar has. */
function births(asOf: Day, parts: readonly Expr[], answer: Answer): Day[] {
  const found = parts.flatMap((part): Day[] => {
    if (part.op === 'aged') return around(addMonths(onDay(part.on, asOf), -12 * part.years))
    if (part.op !== 'before-retirement') return []
    return Array.from({ length: 19 * 4 }, (_, quarter) => addMonths(asOf, -12 * 49 - 3 * quarter))
  })
  const days = found.filter(isDay)
  if (typeof answer !== 'string' || isOpen(answer)) return days.filter((day) => day <= asOf)
  const [from, to] = bornBetween(answer)
  return [from, to, ...days.filter((day) => from <= day && day <= to)]
}

const onDay = (on: AgeOn, asOf: Day): Day => (on === 'today' ? asOf : schoolStart(asOf))
/** Of a day before the first year there is none around. */
const around = (day: Day): Day[] => (isDay(day) ? [day, addDays(day, 1)] : [])

function ageSignature(parts: readonly Expr[], birth: Day, asOf: Day): string {
  const truths = parts.map((part) => {
    if (part.op === 'aged') return aged(birth, part.years, onDay(part.on, asOf))
    return [...sexes, undefined].map((sex) => beforeRetirement(birth, sex, asOf)).join(' ')
  })
  return truths.join()
}
