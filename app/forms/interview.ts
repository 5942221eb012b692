import { type Asked, type Rules, rulesInForce } from '#app/domain/assessment.ts'
import { openQuestions, type Subject } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import { groundsOf } from '#app/domain/grounds.ts'
import { type Answers, followsHousehold, type Household, type Member, type Questionnaire, readHousehold } from '#app/domain/household.ts'
import type { Question, Unit } from '#app/domain/question.ts'
import { judge, questionsAskedBy, undecided } from '#app/domain/verdict.ts'

/** One applicable question. */
export type Step = Asked & { readonly answered: boolean }

/**
 * The questions of an interview, in order: the household's, what is asked once of all its members, then each member's. A question is
 * included when it was answered and is still applicable, or when its answer could still settle a condition of a service that is not
 * already out of scope. Only what is in force on the day asks.
 */
export function interview(questionnaire: Questionnaire, all: readonly Rules[], household: Household, asOf: Day): Step[] {
  const rules = rulesInForce(all, asOf)
  const reading = readHousehold(questionnaire, household, asOf)
  const ids = Object.keys(questionnaire.questions)
  const askedOf = (unit: Unit) => Object.entries(questionnaire.questions).filter(([, { of }]) => of === unit)
  const ofHousehold = askedOf('household')
  const ofMember = askedOf('member').map(([id]) => id)
  /** What a member is asked who does not follow the household's answer: their own hukou, and so their own stay, permit and wish. */
  const ownOf = (member: Member) =>
    ofHousehold.flatMap(([id, question]) => {
      const { follows } = question
      const isOwn = follows !== undefined && member.answers[follows] !== undefined && !followsHousehold(household, member, question, id)
      return isOwn ? [id] : []
    })
  const members = household.members.flatMap((member): Interviewed[] => {
    const subject = reading.member(member.id)
    return subject ? [{ member, subject, wanted: wantedFor(ids, rules, subject) }] : []
  })
  const wantedOfAll = new Set([
    ...wantedFor(
      ofHousehold.map(([id]) => id),
      rules,
      reading.household,
    ),
    ...members.flatMap(({ wanted }) => [...wanted]),
  ])
  const used = questionsAskedIn(questionnaire, rules)
  const atOnce = askedOf('member').flatMap(([id, question]) =>
    question.householdDefault && used.has(id) ? stepAtOnce(id, question, household, members) : [],
  )
  const suspended = new Set(atOnce.flatMap(({ question, answered }) => (answered ? [] : [question])))

  const steps = (of: readonly string[], member: string | null, given: Answers, subject: Subject, wanted: ReadonlySet<string>) =>
    of.flatMap((question): Step[] => {
      const answered = given[question] !== undefined
      const arises = !subject.isSkipped(question) && (answered ? used.has(question) || isAge(question) : wanted.has(question))
      return arises && (answered || member === null || !suspended.has(question)) ? [{ question, member, answered }] : []
    })
  const [first, afterMembers] = [false, true].map((after) =>
    ofHousehold.flatMap(([id, question]) => (isAfterMembers(question) === after ? [id] : [])),
  )
  const ofAll = [...steps(afterMembers ?? [], null, household.answers, reading.household, wantedOfAll), ...atOnce]
  const ofEach = members.flatMap(({ member, subject, wanted }) =>
    steps([...ownOf(member), ...ofMember], member.id, member.answers, subject, wanted),
  )
  // Ages come first, on one page: they say whom what is asked of all at once is about.
  const ages = ofEach.filter(({ question }) => isAge(question))
  return [
    ...steps(first ?? [], null, household.answers, reading.household, wantedOfAll),
    ...ages,
    ...ofAll,
    ...ofEach.filter((step) => !ages.includes(step)),
  ]
}

/** Others depend on it; it is included whenever it was answered. */
const isAge = (question: string) => question === 'birth-date'

/** Is a question, asked of the household, about its members, so that they are listed before? */
export const isAfterMembers = (question: Question): boolean =>
  question.of === 'member' || (question.kind === 'many' && question.opens !== undefined)

type Interviewed = { readonly member: Member; readonly subject: Subject; readonly wanted: ReadonlySet<string> }

/** A question of members that is asked once for all: where two or more would be asked it, or it was answered so. */
function stepAtOnce(question: string, of: Question, household: Household, members: readonly Interviewed[]): Step[] {
  if (household.answers[question] !== undefined) {
    const holds = members.some(({ member, subject }) => !subject.isSkipped(question) && followsHousehold(household, member, of, question))
    return holds ? [{ question, member: null, answered: true }] : []
  }
  const asked = members.filter(({ member, wanted }) => wanted.has(question) && member.differs?.includes(question) !== true)
  return asked.length > 1 ? [{ question, member: null, answered: false }] : []
}

const asked = new WeakMap<readonly Rules[], ReadonlySet<string>>()

/** The questions the conditions of any of these services depend on, also through what makes another question not arise. */
function questionsAskedIn(questionnaire: Questionnaire, rules: readonly Rules[]): ReadonlySet<string> {
  const found =
    asked.get(rules) ?? new Set(rules.flatMap(({ conditions }) => conditions.flatMap((one) => [...groundsOf(questionnaire, one)])))
  asked.set(rules, found)
  return found
}

/**
 * Unanswered questions that could still settle a condition, of services not out of scope for this subject. Services that
 * ask nothing unanswered are not judged.
 */
function wantedFor(ids: readonly string[], rules: readonly Rules[], subject: Subject): Set<string> {
  const unanswered = new Set(ids.filter((id) => subject.answer(id) === undefined && !subject.isSkipped(id)))
  const asking = rules.filter(({ conditions }) => questionsAskedBy(conditions).some((id) => unanswered.has(id)))
  const inScope = asking.map(({ conditions }) => judge(conditions, subject)).filter(({ verdict }) => verdict !== 'not-applicable')
  const open = inScope.flatMap(({ verdict, conditions }) => (verdict === 'already' ? undecided(verdict, conditions) : conditions))
  return new Set(open.flatMap(({ trace }) => openQuestions(trace)))
}
