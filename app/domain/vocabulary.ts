import type { AgeOn } from './age.ts'
import type { Expr } from './condition.ts'
import type { Questions } from './question.ts'
import type { Truth } from './truth.ts'

/** Ids of the questions that offer options. */
type Optioned<Q extends Questions> = { [K in keyof Q]: Q[K] extends { options: readonly string[] } ? K : never }[keyof Q] & string

/** The options of a question. */
export type OptionOf<Q extends Questions, K extends keyof Q> = Q[K] extends { options: readonly (infer O extends string)[] } ? O : never

/**
 * The terms conditions over these questions are written in. An unknown question, a wrong option
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
