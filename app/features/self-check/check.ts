import type { Day } from '#app/domain/day.ts'
import { type Check, nextOf, questionsOf } from '#app/forms/household-form.ts'
import type { Step } from '#app/forms/interview.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { serviceOn, servicesOn } from '#app/services/index.ts'

/** The services a check is about: one, or all that are in force. */
export function servicesAbout(only: string | undefined, asOf: Day): readonly Service[] {
  const one = only === undefined ? undefined : serviceOn(only, asOf)
  return one ? [one] : servicesOn(asOf)
}

/** The applicable questions, in order, answered ones included. */
export function stepsOf(check: Check, only: string | undefined, asOf: Day): Step[] {
  return questionsOf(check, servicesAbout(only, asOf), asOf)
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
  const mine = steps.filter((step) => step.member === member)
  const index = mine.findIndex((step) => step.question === question)
  const before = mine[index - 1]
  const people = check.members.map(({ id }) => id)
  const person = member === null ? 0 : people.indexOf(member) + 1
  const lastOfPrevious = steps.findLast((step) => step.member !== null && step.member === people[person - 2])
  const back = before ?? (person > 1 ? lastOfPrevious : undefined)
  const progress = { at: Math.max(index, 0) + 1, of: Math.max(mine.length, 1), person, people: people.length, isAside: index < 0 }
  if (back) return { progress, back: paths.question(mode, back.question, back.member, only) }
  return { progress, back: member === null ? paths.check(mode, only) : paths.members(mode, only) }
}
