/** What was answered: an option, several options, or a birth date (`day.ts`). `unsure` is an answer to every question. */
export type Answer = string | readonly string[]

type Common = {
  /** Answered once for the household, or for each member. */
  of: 'household' | 'member'
  /** Asked of the household, but a member whose case differs may answer for themselves. */
  mayDiffer?: true
  /** What leaving the question out means; without it, leaving out means `unknown`. */
  leftOut?: string
}

/** One of several options. */
export type ChoiceQuestion = Common & {
  kind: 'choice'
  options: readonly string[]
  /** From an answer to the answers a person could bring about; an open question counts as `unsure`. */
  attainable?: Readonly<Record<string, readonly string[]>>
  /** A child counts as giving this answer when a parent it lives with gives it. */
  sharedByParents?: string
}

/** Any number of options; those in `alone` exclude the others. */
export type ManyQuestion = Common & {
  kind: 'many'
  options: readonly string[]
  alone: readonly string[]
  /** Options a person may simply add. */
  addable?: readonly string[]
}

/** A birth date, or an age where the date is not known. */
export type BirthDateQuestion = Common & { kind: 'birth-date' }

/** A closed set: a new kind turns every unfinished `switch` red. */
export type Question = ChoiceQuestion | ManyQuestion | BirthDateQuestion

/** Questions by id, in the order they are asked. */
export type Questions = Readonly<Record<string, Question>>

/** The answer that says "I do not know". */
export const unsure = 'unsure'

/** Is the question still open: not answered, or answered "I do not know"? */
export function isOpen(answer: Answer | undefined): answer is undefined | typeof unsure | readonly [] {
  return answer === undefined || answer === unsure || (typeof answer !== 'string' && answer.length === 0)
}
