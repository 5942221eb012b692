import type { BirthDateField } from './fields/birth-date.ts'
import type { ChoiceField } from './fields/choice.ts'
import { unsure, type Value } from './fields/field.ts'
import type { ManyField } from './fields/many.ts'
import type { NumberField } from './fields/number.ts'

/** What was answered. `unsure` is an answer to every question. */
export type Answer = Value

/** Whom something is asked of or judged for: the household as a whole, or each member. */
export const units = ['household', 'member'] as const
/** The household, or a member. */
export type Unit = (typeof units)[number]

/** Whom a field is asked of, and what their not answering means: that makes a question of it. */
type Asked = {
  /** Answered once for the household, or for each member. */
  readonly of: Unit
  /** Asked of the household, but a member whose case differs may answer for themselves. */
  readonly mayDiffer?: true
  /** The household's answer holds only for members who answer this other question as the household does. */
  readonly follows?: string
  /** Asked of each member, but an answer given for the household stands for every member without one of their own. */
  readonly householdDefault?: true
}

/** A question of the household that opens one of its members: for an option, the question each member concerned is asked. */
type Opens = { readonly opens?: Readonly<Record<string, string>> }

/** One of several options. */
export type ChoiceQuestion = ChoiceField &
  Asked & {
    /** From an answer to the answers a person could bring about; an open question counts as `unsure`. */
    readonly attainable?: Readonly<Record<string, readonly string[]>>
  }

/** Any number of options. */
export type ManyQuestion = ManyField & Asked & Opens

/** A question: a field, and whom it is asked of. A closed set, as kinds of fields are. */
export type Question = ChoiceQuestion | ManyQuestion | (BirthDateField & Asked) | (NumberField & Asked)

/** Questions by id, in the order they are asked. */
export type Questions = Readonly<Record<string, Question>>

/** Declares questions: "not sure" is an answer to every one of them. */
export function defineQuestions<const Q extends Questions>(questions: Q): { readonly [K in keyof Q]: Q[K] & { readonly unsure: true } } {
  const entries = Object.entries(questions).map(([id, question]) => [id, { ...question, unsure: true }])
  return Object.fromEntries(entries) as { readonly [K in keyof Q]: Q[K] & { readonly unsure: true } }
}

/** Is the question still open: not answered, or answered "I do not know"? */
export function isOpen(answer: Answer | undefined): answer is undefined | typeof unsure | readonly [] {
  return answer === undefined || answer === unsure || (typeof answer !== 'string' && answer.length === 0)
}
