import { type AgeOn, aged, beforeRetirement, schoolStart, sexes } from './age.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { type Answer, isOpen } from './question.ts'
import { all, any, not, type Truth } from './truth.ts'

/** A condition as data. Built with the typed terms of `vocabulary`, read by `evaluate`. */
export type Expr =
  | { readonly op: 'always'; readonly truth: Truth }
  | {
      readonly op: 'match'
      readonly question: string
      readonly truths: Readonly<Record<string, Truth | Expr>>
      readonly skipped: Truth
    }
  | { readonly op: 'aged'; readonly years: number; readonly on: AgeOn }
  | { readonly op: 'before-retirement' }
  | { readonly op: 'as-answered'; readonly of: Expr }
  | { readonly op: 'of-a-parent'; readonly of: Expr }
  | { readonly op: 'open'; readonly question: string }
  | { readonly op: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly op: 'not'; readonly of: Expr }

/** Whoever a condition is evaluated for: a household, or one member with the household's answers behind. */
export type Subject = {
  readonly asOf: Day
  /** The effective answer, undefined where there is none. */
  answer(question: string): Answer | undefined
  /** Does the question certainly not arise for this subject? Its answer, if any, then takes no part. */
  isSkipped(question: string): boolean
  /** What becomes of the rule by which the question does not arise; undefined where there is none. */
  skip(question: string): Trace | undefined
  /** Is something true of another member who is of age? */
  ofAParent(part: Extract<Expr, { op: 'of-a-parent' }>): Trace
  /** The questions that settle an open answer: the question itself, and what its answer follows where that is open. */
  settledBy(question: string): readonly string[]
}

/** The truth of every node of an expression. */
export type Trace = {
  readonly truth: Truth
  /** The question whose answer was looked at, where one was. */
  readonly question: string | undefined
  /** Is that question still open, so that its answer could settle the node? */
  readonly open: boolean
  readonly of: readonly Trace[]
}

const nothing: readonly Trace[] = []

/** A trace. */
export function traced(truth: Truth, question?: string, open = false, of = nothing): Trace {
  return { truth, question, open, of }
}

/** Evaluates an expression for a subject. Never throws on valid answers. */
export function evaluate(expr: Expr, subject: Subject): Trace {
  switch (expr.op) {
    case 'always':
      return traced(expr.truth)
    case 'match':
      return evaluateMatch(expr, subject)
    case 'aged':
      return onBirth(subject, (birth) => {
        const day = expr.on === 'today' ? subject.asOf : schoolStart(subject.asOf)
        return aged(birth, expr.years, day)
      })
    case 'before-retirement':
      return evaluateRetirement(subject)
    case 'as-answered':
      return evaluate(expr.of, { ...subject, isSkipped: () => false, skip: () => undefined })
    case 'of-a-parent':
      return subject.ofAParent(expr)
    case 'open':
      return traced(isOpen(subject.answer(expr.question)) ? 'yes' : 'no')
    case 'all':
    case 'any': {
      const of = expr.of.map((part) => evaluate(part, subject))
      const truths = of.map((part) => part.truth)
      return traced(expr.op === 'all' ? all(truths) : any(truths), undefined, false, of)
    }
    case 'not': {
      const inner = evaluate(expr.of, subject)
      return traced(not(inner.truth), undefined, false, [inner])
    }
  }
}

type Match = Extract<Expr, { op: 'match' }>

/** Where it is not known whether the question arises, a truth is known only if both cases agree on it. */
function evaluateMatch(expr: Match, subject: Subject): Trace {
  const skip = subject.skip(expr.question)
  if (skip === undefined) return evaluateAnswer(expr, subject)
  if (skip.truth === 'yes') return traced(expr.skipped, expr.question)
  const answered = evaluateAnswer(expr, subject)
  if (skip.truth !== 'unknown' || (answered.truth === expr.skipped && answered.truth !== 'unknown')) return answered
  return traced('unknown', expr.question, answered.open, [skip, ...answered.of])
}

function evaluateAnswer(expr: Match, subject: Subject): Trace {
  const { question } = expr
  const answer = subject.answer(question)
  if (isOpen(answer)) return traced('unknown', question, true)
  if (typeof answer === 'string') {
    const found = expr.truths[answer] ?? 'unknown'
    if (typeof found === 'string') return traced(found, question)
    const inner = evaluate(found, subject)
    return traced(inner.truth, question, false, [inner])
  }
  const of = answer.map((option): Trace => {
    const found = expr.truths[option] ?? 'unknown'
    if (typeof found !== 'string') return evaluate(found, subject)
    return traced(found)
  })
  const truth = any(of.map((part) => part.truth))
  return traced(truth, question, truth === 'unknown' && answer.includes(unsure), of)
}

function onBirth(subject: Subject, judge: (birth: string) => Truth): Trace {
  const birth = subject.answer('birth-date')
  if (typeof birth !== 'string' || isOpen(birth)) return traced('unknown', 'birth-date', true)
  const truth = judge(birth)
  return traced(truth, 'birth-date', truth === 'unknown' && birth.includes('/'))
}

function evaluateRetirement(subject: Subject): Trace {
  const answer = subject.answer('sex')
  const sex = sexes.find((one) => one === answer)
  const byBirth = onBirth(subject, (birth) => beforeRetirement(birth, sex, subject.asOf))
  if (byBirth.truth !== 'unknown' || sex !== undefined) return byBirth
  const bySex = traced('unknown', 'sex', true)
  return traced('unknown', undefined, false, [byBirth, bySex])
}

/** Questions still open under the unknown nodes of a trace: answering them could settle it. */
export function openQuestions(trace: Trace): string[] {
  if (trace.truth !== 'unknown') return []
  const own = trace.open && trace.question ? [trace.question] : []
  return [...own, ...trace.of.flatMap(openQuestions)]
}
