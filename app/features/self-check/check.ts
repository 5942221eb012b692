import type { Day } from '#app/domain/day.ts'
import { readHousehold } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { type About, type Check, nextOf, questionsOf } from '#app/forms/household-form.ts'
import { isAfterMembers, type Step } from '#app/forms/interview.ts'
import { householdOf, type Person } from '#app/forms/members.ts'
import type { PageQuestion } from '#app/forms/question-pages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { serviceOn, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'

/** The services a check is about: one, or all that are in force. */
export function servicesAbout(only: string | undefined, asOf: Day): readonly Service[] {
  const one = only === undefined ? undefined : serviceOn(only, asOf)
  return one ? [one] : servicesOn(asOf)
}

/** The applicable questions, in order, answered ones included. */
export function stepsOf(check: Check, only: string | undefined, asOf: Day): Step[] {
  return questionsOf(check, servicesAbout(only, asOf), asOf)
}

/** The question with this id. */
export const questionBy = (id: string) => (questionnaire.questions as Readonly<Record<string, Question>>)[id] as Question

/** Is something asked before the members are listed? */
export const isBeforeMembers = ({ question, member }: Pick<Step, 'question' | 'member'>): boolean =>
  member === null && !isAfterMembers(questionBy(question))

/** The members a question of the household is about: those it arises for, where it is one of members that is asked once of all. */
export function peopleOf(check: Check, id: string, question: Question, asOf: Day): readonly Person[] {
  if (!isAfterMembers(question)) return []
  if (question.of === 'household') return check.members
  const reading = readHousehold(questionnaire, householdOf(check), asOf)
  return check.members.filter((person) => reading.member(person.id)?.isSkipped(id) === false)
}

/** Whom the page of a question is about. */
export function aboutOf(check: Check, member: string | null, id: string, question: Question, asOf: Day): About {
  return { member, people: member === null ? peopleOf(check, id, question, asOf).map((person) => person.id) : [] }
}

/** Is a question asked, whether it was answered or not? */
export function isAsked(check: Check, { question, member }: PageQuestion, only: string | undefined, asOf: Day): boolean {
  return stepsOf(check, only, asOf).some((step) => step.question === question && step.member === member)
}

/** Are there conditions on members among these services? */
export function asksOfMembers(only: string | undefined, asOf: Day): boolean {
  return servicesAbout(only, asOf).some(({ unit }) => unit === 'member')
}

/** The next page: the first question still open, the list of members, or the summary. */
export function nextPlace(check: Check, mode: Mode, only: string | undefined, asOf: Day): string {
  const next = nextOf(check, servicesAbout(only, asOf), asOf)
  if (next === null) return paths.summary(mode, only)
  return next === 'members' ? paths.members(mode, only) : paths.question(mode, next.question, next.member, only)
}
