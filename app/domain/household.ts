import { type Expr, evaluate, type Subject, type Trace, traced } from './condition.ts'
import type { Day } from './day.ts'
import { type Answer, isOpen, type Question, type Questions } from './question.ts'
import { all, any } from './truth.ts'
import { agedAtLeast } from './vocabulary.ts'

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>

/** One person of a household; `id` is a label of the asker's choice, never a name. */
export type Member = {
  readonly id: string
  readonly answers: Answers
  /** Questions in which the member differs from the household: its answer does not stand for them, whether they answered or not. */
  readonly differs?: readonly string[]
}

/** What a household has answered so far. */
export type Household = { readonly answers: Answers; readonly members: readonly Member[] }

/** What a person could bring about, and on what that hangs. */
export type Lever = {
  /** Offered only where this is true. */
  readonly when?: Expr
  /** An answer one gets by another service: offered only where that is `eligible` or `possible` for the same person. */
  readonly through?: Readonly<Record<string, string>>
}

/** The questions, when one does not arise (an expression that is `yes`), and what stands in the way of changing an answer. */
export type Questionnaire = {
  readonly questions: Questions
  readonly skips: Readonly<Record<string, Expr>>
  readonly levers?: Readonly<Record<string, Lever>>
}

/** What the evaluation of all services of a household shares. */
export type HouseholdReading = {
  readonly asOf: Day
  readonly household: Subject
  /** One member as a subject, computed on first use; undefined where there is none with this id. */
  member(id: string): Subject | undefined
}

/** Reads a household as of a day: one subject for the household, one for each member. An answer left out is as good as "not sure". */
export function readHousehold(questionnaire: Questionnaire, household: Household, asOf: Day): HouseholdReading {
  const { questions } = questionnaire
  const members = new Map<string, Subject>()
  const reading: HouseholdReading = {
    asOf,
    household: subjectOf(
      questionnaire,
      asOf,
      (id, question) => (question.of === 'household' ? household.answers[id] : undefined),
      () => [],
      (id) => [id],
    ),
    member(id) {
      const known = members.get(id)
      const member = known ? undefined : household.members.find((one) => one.id === id)
      if (!member) return known
      const others = () => household.members.flatMap((one) => (one === member ? [] : (reading.member(one.id) ?? [])))
      const given = (question: string) => answerFor(questions, household, member, question)
      const found = subjectOf(questionnaire, asOf, given, others, (question) => settling(questions, household, member, question))
      members.set(id, found)
      return found
    },
  }
  return reading
}

function subjectOf(
  { questions, skips }: Questionnaire,
  asOf: Day,
  given: (id: string, question: Question) => Answer | undefined,
  others: () => readonly Subject[],
  settledBy: Subject['settledBy'],
): Subject {
  const skipped = new Map<string, Trace>()
  const answers = new Map<string, Answer | undefined>()
  const subject: Subject = {
    asOf,
    answer(id) {
      const known = answers.get(id)
      if (known !== undefined || answers.has(id)) return known
      const question = questions[id]
      const answer = question && given(id, question)
      answers.set(id, answer)
      return answer
    },
    isSkipped: (id) => subject.skip(id)?.truth === 'yes',
    skip(id) {
      const rule = skips[id]
      if (!rule) return undefined
      const known = skipped.get(id)
      if (known) return known
      const found = evaluate(rule, subject)
      skipped.set(id, found)
      return found
    },
    ofAParent: ({ of }) => ofAny(of, others()),
    settledBy,
  }
  return subject
}

const isAdult = agedAtLeast(18)

/** Is something true of one of these who is of age? */
function ofAny(expr: Expr, others: readonly Subject[]): Trace {
  const of = others.map((other): Trace => {
    const parts = [evaluate(isAdult, other), evaluate(expr, other)]
    return traced(all(parts.map(({ truth }) => truth)), undefined, false, parts)
  })
  return traced(any(of.map(({ truth }) => truth)), undefined, false, of)
}

/**
 * The answer that counts for a member: their own where the question is of members, or where they may differ; else the household's,
 * where that is a default or the question is the household's. What follows another answer (a stay, a permit, a wish to settle follow
 * the hukou) is not taken from a household that answers that one otherwise, or may.
 */
export function answerFor(questions: Questions, household: Household, member: Member, id: string): Answer | undefined {
  const question = questions[id]
  if (!question) return undefined
  return followsHousehold(household, member, question, id) ? household.answers[id] : member.answers[id]
}

/** Is it the household's answer to a question that counts for a member? */
export function followsHousehold({ answers }: Household, member: Member, question: Question, id: string): boolean {
  if (question.of === 'member')
    return question.householdDefault === true && member.answers[id] === undefined && member.differs?.includes(id) !== true
  if (!question.mayDiffer) return true
  if (member.answers[id] !== undefined) return false
  const { follows } = question
  if (follows === undefined) return true
  const own = member.answers[follows]
  return own === undefined || (own === answers[follows] && !isOpen(own))
}

/** The questions that settle an open answer of a member: also one it follows, where only the household's answer to that is open. */
function settling(questions: Questions, household: Household, member: Member, id: string): string[] {
  const follows = questions[id]?.follows
  if (follows === undefined || member.answers[id] !== undefined) return [id]
  const [own, ofHousehold] = [member.answers[follows], household.answers[follows]]
  return !isOpen(own) && isOpen(ofHousehold) ? [follows, id] : [id]
}

/** The household with one answer of the household (`member` null) or of a member replaced, or removed (`undefined`). */
export function withAnswer(household: Household, member: string | null, question: string, answer: Answer | undefined): Household {
  const put = (answers: Household['answers']) => {
    if (answer !== undefined) return { ...answers, [question]: answer }
    const { [question]: _, ...rest } = answers
    return rest
  }
  if (member === null) return { ...household, answers: put(household.answers) }
  return { ...household, members: household.members.map((m) => (m.id === member ? { ...m, answers: put(m.answers) } : m)) }
}
