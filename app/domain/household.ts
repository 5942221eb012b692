import { aged } from './age.ts'
import { type Expr, evaluate, type Subject } from './condition.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { type Answer, isOpen, type Question, type Questions } from './question.ts'
import { all, type Truth } from './truth.ts'

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>

/** One person of a household; `id` is a label of the asker's choice, never a name. */
export type Member = { readonly id: string; readonly answers: Answers }

/** What a household has answered so far. */
export type Household = { readonly answers: Answers; readonly members: readonly Member[] }

/** The questions, and when one does not arise (an expression that is `yes`). */
export type Questionnaire = { readonly questions: Questions; readonly skips: Readonly<Record<string, Expr>> }

/**
 * How to read an unanswered question: `left-out` takes what its definition says of leaving it out,
 * `open` keeps it unknown (while the household is still being asked).
 */
export type Unanswered = 'left-out' | 'open'

/** What the evaluation of all services of a household shares. */
export type HouseholdReading = {
  readonly asOf: Day
  readonly household: Subject
  /** One member as a subject, computed on first use; undefined where there is none with this id. */
  member(id: string): Subject | undefined
}

/** Reads a household as of a day: one subject for the household, one for each member. */
export function readHousehold(
  questionnaire: Questionnaire,
  household: Household,
  asOf: Day,
  unanswered: Unanswered = 'left-out',
): HouseholdReading {
  const subject = (own: Answers, member: Member | null) => subjectOf(questionnaire, household, own, member, asOf, unanswered)
  const members = new Map<string, Subject>()
  return {
    asOf,
    household: subject(household.answers, null),
    member(id) {
      const known = members.get(id)
      const member = known ? undefined : household.members.find((one) => one.id === id)
      if (!member) return known
      const found = subject(member.answers, member)
      members.set(id, found)
      return found
    },
  }
}

function subjectOf(
  { questions, skips }: Questionnaire,
  household: Household,
  own: Answers,
  member: Member | null,
  asOf: Day,
  unanswered: Unanswered,
): Subject {
  const skipped = new Map<string, boolean>()
  const answers = new Map<string, Answer | undefined>()
  const subject: Subject = {
    asOf,
    answer(id) {
      const known = answers.get(id)
      if (known !== undefined || answers.has(id)) return known
      const question = questions[id]
      // A household's default holds for its members, never for the household itself.
      const ofHousehold = question?.householdDefault ? undefined : own[id]
      const given = member && question ? memberAnswer(questions, household, member, question, id, asOf) : ofHousehold
      const answer = question && (given ?? (unanswered === 'left-out' ? question.leftOut : undefined))
      answers.set(id, answer)
      return answer
    },
    isSkipped(id) {
      const known = skipped.get(id)
      if (known !== undefined) return known
      const skip = skips[id]
      const found = skip !== undefined && evaluate(skip, subject).truth === 'yes'
      skipped.set(id, found)
      return found
    },
  }
  return subject
}

/** What was answered for a member to a question asked of members: their own answer, else the household's where that is a default. */
export function answerFor(questions: Questions, household: Household, member: Member, id: string): Answer | undefined {
  return member.answers[id] ?? (questions[id]?.householdDefault ? household.answers[id] : undefined)
}

/** A member's own answer where the question allows one, else the household's. */
function memberAnswer(
  questions: Questions,
  household: Household,
  member: Member,
  question: Question,
  id: string,
  asOf: Day,
): Answer | undefined {
  if (question.of === 'member') return answerFor(questions, household, member, id)
  const own = question.mayDiffer ? (member.answers[id] ?? household.answers[id]) : household.answers[id]
  if (question.kind !== 'choice' || !question.sharedByParents) return own
  return sharedByParents(questions, household, member, own, id, question.sharedByParents, asOf)
}

/**
 * A child counts as holding what a parent it lives with holds. Parents are the adults of the household
 * who live there. @source fact base, section C ("the child's Q04 follows either parent it lives with").
 */
function sharedByParents(
  questions: Questions,
  household: Household,
  member: Member,
  own: Answer | undefined,
  id: string,
  shared: string,
  asOf: Day,
): Answer | undefined {
  if (own === shared) return own
  const minor = all([isMinor(member, asOf), livesHere(questions, household, member)])
  if (minor === 'no') return own
  const parents = household.members.filter((other) => other !== member)
  const held = parents.map((parent): Truth => {
    const adult = all([isAdult(parent, asOf), livesHere(questions, household, parent)])
    const answer = parent.answers[id] ?? household.answers[id]
    return all([adult, answer === shared ? 'yes' : isOpen(answer) ? 'unknown' : 'no'])
  })
  if (held.includes('yes')) return minor === 'yes' ? shared : unsure
  return held.includes('unknown') ? unsure : own
}

function isAdult({ answers }: Member, asOf: Day): Truth {
  const birth = answers['birth-date']
  return typeof birth !== 'string' || isOpen(birth) ? 'unknown' : aged(birth, 18, asOf)
}

function isMinor(member: Member, asOf: Day): Truth {
  const adult = isAdult(member, asOf)
  return adult === 'unknown' ? 'unknown' : adult === 'yes' ? 'no' : 'yes'
}

/** Living together is taken as given unless somebody says otherwise. */
function livesHere(questions: Questions, household: Household, member: Member): Truth {
  const answer = answerFor(questions, household, member, 'lives-together')
  if (answer === undefined || answer === 'yes') return 'yes'
  return answer === 'no' ? 'no' : 'unknown'
}
