import type { Asked, Rules } from './assessment.ts'
import { openQuestions, type Subject } from './condition.ts'
import type { Day } from './day.ts'
import { type Household, type Questionnaire, read } from './household.ts'
import { judge, questionsAskedBy } from './verdict.ts'

/** One question as it arises for a household so far. */
export type Step = Asked & { readonly answered: boolean }

/**
 * The questions of an interview, in order: the household's first, then each member's. A question is in it
 * when it was answered and still arises, or when its answer could still settle a condition of a service
 * that is not already out of scope.
 */
export function interview(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, asOf: Day): Step[] {
  const reading = read(questionnaire, household, asOf, 'open')
  const members = household.members.flatMap(({ id }) => {
    const subject = reading.member(id)
    return subject ? [{ id, subject, wanted: wantedFor(rules, subject) }] : []
  })
  const wantedOfAll = new Set([...wantedFor(rules, reading.household), ...members.flatMap(({ wanted }) => [...wanted])])
  const used = new Set(rules.flatMap((service) => questionsAskedBy(service.conditions)))

  const ids = Object.keys(questionnaire.questions)
  const ofHousehold = ids.filter((id) => questionnaire.questions[id]?.of === 'household')
  const ofMember = ids.filter((id) => questionnaire.questions[id]?.of === 'member')
  const steps = (of: string[], member: string | null, subject: Subject, wanted: ReadonlySet<string>) =>
    of.flatMap((question): Step[] => {
      const holder = member === null ? household : household.members.find((m) => m.id === member)
      const answered = holder?.answers[question] !== undefined
      const arises = !subject.isSkipped(question) && (answered ? used.has(question) || isGround(question) : wanted.has(question))
      return arises ? [{ question, member, answered }] : []
    })
  return [
    ...steps(ofHousehold, null, reading.household, wantedOfAll),
    ...members.flatMap(({ id, subject, wanted }) => steps(ofMember, id, subject, wanted)),
  ]
}

/** Answered in passing: other questions' arising depends on it. */
const isGround = (question: string) => question === 'birth-date'

/** Questions that could still settle a condition, of services not out of scope for this subject. */
function wantedFor(rules: readonly Rules[], subject: Subject): Set<string> {
  return new Set(
    rules.flatMap((service) => {
      const judgement = judge(service.conditions, subject)
      if (judgement.verdict === 'not-applicable') return []
      return judgement.conditions.flatMap((judged) => openQuestions(judged.trace))
    }),
  )
}
