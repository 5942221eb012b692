import { type AgeOn, aged, beforeRetirement, type Sex, schoolStart } from './age.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { type Answer, isOpen, type Questions } from './question.ts'
import { all, any, not, type Truth } from './truth.ts'

/** A condition as data. Built with the typed words of `vocabulary`, read by `evaluate`. */
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
  const sex: Sex | undefined = answer === 'male' || answer === 'female' ? answer : undefined
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

/** The questions an expression looks at, nested ones included, each once. */
export function questionsOf(expr: Expr): string[] {
  return [...new Set(partsOf(expr).flatMap(questionsLookedAt))]
}

function questionsLookedAt(part: Expr): readonly string[] {
  switch (part.op) {
    case 'match':
    case 'open':
      return [part.question]
    case 'aged':
      return ['birth-date']
    case 'before-retirement':
      return ['birth-date', 'sex']
    case 'of-a-parent':
      return ['birth-date']
    case 'always':
    case 'all':
    case 'any':
    case 'not':
    case 'as-answered':
      return []
  }
}

/** An expression with all its parts, down to the last. */
export function partsOf(expr: Expr): readonly Expr[] {
  const known = parts.get(expr)
  if (known) return known
  const found = [expr, ...innerOf(expr).flatMap(partsOf)]
  parts.set(expr, found)
  return found
}

/** Expressions never change: their parts are found once. */
const parts = new WeakMap<Expr, readonly Expr[]>()

function innerOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'match':
      return Object.values(expr.truths).filter((truth) => typeof truth !== 'string')
    case 'all':
    case 'any':
      return expr.of
    case 'not':
    case 'as-answered':
    case 'of-a-parent':
      return [expr.of]
    case 'always':
    case 'aged':
    case 'before-retirement':
    case 'open':
      return []
  }
}

/** Ids of the questions that offer options. */
type Optioned<Q extends Questions> = { [K in keyof Q]: Q[K] extends { options: readonly string[] } ? K : never }[keyof Q] & string

/** The options of a question. */
export type OptionOf<Q extends Questions, K extends keyof Q> = Q[K] extends { options: readonly (infer O extends string)[] } ? O : never

/**
 * The words conditions over these questions are written in. An unknown question, a wrong option
 * or a forgotten one does not compile.
 */
export function vocabulary<const Q extends Questions>(questions: Q) {
  return {
    /** The truth each option gives; of several chosen options the best counts. `unsure` and no answer are `unknown`; `skipped` says what a question that does not arise means here. */
    match<K extends Optioned<Q>>(question: K, truths: Record<OptionOf<Q, K>, Truth | Expr>, skipped: Truth = 'unknown'): Expr {
      return { op: 'match', question, truths, skipped }
    },
    /** Is the answer one of these? Of several chosen options one is enough; `skipped` as above. */
    isOneOf<K extends Optioned<Q>>(question: K, options: readonly OptionOf<Q, K>[], skipped: Truth = 'no'): Expr {
      const field = questions[question] as { options: readonly string[] }
      const truths = Object.fromEntries(field.options.map((option) => [option, options.some((one) => one === option) ? 'yes' : 'no']))
      return { op: 'match', question, truths: truths as Record<string, Truth>, skipped }
    },
  }
}

/** True when every part is. `allOf(unknown, x)` is at best unknown: `x` can only speak against. */
export const allOf = (...of: Expr[]): Expr => ({ op: 'all', of })
/** True when one part is. `anyOf(unknown, x)` is at worst unknown: `x` can only speak for. */
export const anyOf = (...of: Expr[]): Expr => ({ op: 'any', of })
/** True when the part is not. */
export const notOf = (of: Expr): Expr => ({ op: 'not', of })
/** By what was answered, whether or not the questions arise: so two skip rules can look at each other's question. */
export const asAnswered = (of: Expr): Expr => ({ op: 'as-answered', of })
/** True of another member of the household who is of age. */
export const ofAParent = (of: Expr): Expr => ({ op: 'of-a-parent', of })
/** Was a question not answered, or answered "I do not know"? */
export const isUnanswered = (question: string): Expr => ({ op: 'open', question })
/** What no answer of a resident can tell: the locality decides. */
export const unknown: Expr = { op: 'always', truth: 'unknown' }
/** Has the member completed these years, today or at the cut-off of the coming school year? */
export const agedAtLeast = (years: number, on: AgeOn = 'today'): Expr => ({ op: 'aged', years, on })
/** Is the member below retirement age? See `beforeRetirement` for the rule and its source. */
export const belowRetirementAge: Expr = { op: 'before-retirement' }
