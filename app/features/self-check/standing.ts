import type { Day } from '#app/domain/day.ts'
import type { Check } from '#app/forms/household-form.ts'
import { isSame, type PageQuestion, pagesOf } from '#app/forms/question-pages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { asksOfMembers, isBeforeMembers, stepsOf } from './check.ts'

/** How far along somebody is, as far as can be told from what may still be asked. */
export type Progress = {
  /** The number of this page, from 1. */
  readonly at: number
  /** How many pages with something open follow. */
  readonly left: number
  /** Do the questions of each person follow, of whom nobody is listed yet? */
  readonly thenEach: boolean
}

/** Where the page that begins with a question stands: its progress (null: beside what is asked in turn), and the page before. */
export function standing(
  check: Check,
  mode: Mode,
  only: string | undefined,
  asOf: Day,
  first: PageQuestion,
): { progress: Progress | null; back: string } {
  const steps = stepsOf(check, only, asOf)
  const pages = pagesOf(steps)
  const index = pages.findIndex((page) => page.some((step) => isSame(step, first)))
  const asksMembers = asksOfMembers(only, asOf)
  const isAfter = !isBeforeMembers(first)
  const open = pages.slice(index + 1).filter((page) => steps.some((step) => !step.answered && page.some((one) => isSame(one, step))))
  const progress = {
    // The list of members is a page of its own.
    at: index + 1 + Number(asksMembers && isAfter),
    left: open.length,
    thenEach: asksMembers && !check.rosterDone,
  }
  const people = check.members.map(({ id }) => id)
  // A question beside the others comes after those of the person before.
  const aside = steps.findLast((step) => step.member === people[people.indexOf(first.member ?? '') - 1])
  const before = index < 0 ? pages.find((page) => page.some((step) => aside && isSame(step, aside))) : pages[index - 1]
  const back = before?.[0]
  const isFirstOfMembers = asksMembers && isAfter && (back === undefined || isBeforeMembers(back))
  return {
    progress: index < 0 ? null : progress,
    back: isFirstOfMembers
      ? paths.members(mode, only)
      : back
        ? paths.question(mode, back.question, back.member, only)
        : paths.check(mode, only),
  }
}
