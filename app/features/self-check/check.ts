import type { Day } from '#app/domain/day.ts'
import { readHousehold } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { type About, type Check, nextOf, questionsOf } from '#app/forms/household-form.ts'
import { isAfterMembers, type Step } from '#app/forms/interview.ts'
import { householdOf, type Person } from '#app/forms/members.ts'
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

const questionBy = (id: string) => (questionnaire.questions as Readonly<Record<string, Question>>)[id] as Question

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

/** Progress within the questions of one member (or of the household). */
export type Progress = {
  readonly at: number
  readonly of: number
  readonly person: number
  readonly people: number
  /** Is the question none of those that are asked here in turn? */
  readonly isAside: boolean
}

/** The progress at a question, and the question before. */
export function standing(
  check: Check,
  mode: Mode,
  only: string | undefined,
  asOf: Day,
  question: string,
  member: string | null,
): { progress: Progress; back: string } {
  const steps = stepsOf(check, only, asOf)
  const isAfter = (one: string, of: string | null) => of === null && isAfterMembers(questionBy(one))
  const mine = steps.filter((step) => step.member === member && isAfter(step.question, step.member) === isAfter(question, member))
  const index = mine.findIndex((step) => step.question === question)
  const people = check.members.map(({ id }) => id)
  const person = member === null ? 0 : people.indexOf(member) + 1
  const progress = { at: Math.max(index, 0) + 1, of: Math.max(mine.length, 1), person, people: people.length, isAside: index < 0 }
  // A question beside the others comes after those of the person before.
  const at = index < 0 ? steps.findLastIndex((step) => step.member === people[person - 2]) + 1 : steps.indexOf(mine[index] as Step)
  const before = steps[at - 1]
  const isFirst = before === undefined || isBeforeMembers(before)
  if (isFirst && !isBeforeMembers({ question, member }) && asksOfMembers(only, asOf)) return { progress, back: paths.members(mode, only) }
  return { progress, back: before ? paths.question(mode, before.question, before.member, only) : paths.check(mode, only) }
}
