import { withAnswer } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import type { Answers } from '#app/domain/household.ts'
import { interview, type Step } from '#app/domain/interview.ts'
import type { Answer } from '#app/domain/question.ts'
import { householdOf, type Person } from '#app/forms/members.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById, services } from '#app/services/index.ts'

/** A self-check under way. It lies with the person, in a sealed cookie. */
export type Check = {
  readonly answers: Answers
  /** Six-digit code of the county lived in, where told. */
  readonly county?: string
  readonly members: readonly Person[]
  /** Has the resident said that everyone is listed? */
  readonly rosterDone: boolean
}

/** A check nobody has answered anything in. */
export const emptyCheck: Check = { answers: {}, members: [], rosterDone: false }

/** The services a check is about: one, or all. */
export function servicesAbout(only: string | undefined): readonly Service[] {
  const one = only === undefined ? undefined : serviceById(only)
  return one ? [one] : services
}

/** The check with one answer put or, with `undefined`, taken away. */
export function answered(check: Check, member: string | null, question: string, answer: Answer | undefined): Check {
  const { answers, members } = withAnswer(householdOf(check), member, question, answer)
  return { ...check, answers, members: check.members.map((person, index) => ({ ...person, answers: members[index]?.answers ?? {} })) }
}

/** Nobody in particular: while people are not listed yet, the household is asked what anyone's result could need. */
const anyone = { id: '?', answers: {} }

/** The questions that arise, in order, answered ones included. */
export function stepsOf(check: Check, only: string | undefined, asOf: Day): Step[] {
  const household = householdOf(check)
  const asked = check.rosterDone ? household : { ...household, members: [...household.members, anyone] }
  return interview(questionnaire, servicesAbout(only), asked, asOf).filter((step) => step.member !== anyone.id)
}

/** Do these services look at people one by one? */
export function asksOfMembers(only: string | undefined): boolean {
  return servicesAbout(only).some(({ unit }) => unit === 'member')
}

/** Where the check goes on: the first question still open, the list of people, or the summary. */
export function nextPlace(check: Check, mode: Mode, only: string | undefined, asOf: Day): string {
  const open = stepsOf(check, only, asOf).filter((step) => !step.answered)
  const first = open.find((step) => step.member === null) ?? (check.rosterDone || !asksOfMembers(only) ? open[0] : undefined)
  if (first) return paths.question(mode, first.question, first.member, only)
  return check.rosterDone || !asksOfMembers(only) ? paths.summary(mode, only) : paths.members(mode, only)
}

/** How far along one is among the questions of the same person (or of the household). */
export type Progress = { readonly at: number; readonly of: number; readonly person: number; readonly people: number }

/** Where one question stands, and what comes before it. */
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
  const progress = { at: Math.max(index, 0) + 1, of: Math.max(mine.length, 1), person, people: people.length }
  if (back) return { progress, back: paths.question(mode, back.question, back.member, only) }
  return { progress, back: member === null ? paths.check(mode, only) : paths.members(mode, only) }
}
