import type { Day } from '#app/domain/day.ts'
import { type Check, emptyCheck, isSaidAtOnce } from '#app/forms/household-form.ts'
import type { Step } from '#app/forms/interview.ts'
import { isOfEverybody, isSame, type PageQuestion, pagesOf } from '#app/forms/question-pages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { questions } from '#app/services/household.ts'
import { asksOfMembers, isBeforeMembers, stepsOf } from './check.ts'

/** How far along somebody is, as far as can be told from what may still be asked. */
export type Progress = {
  /** The number of this page, from 1. */
  readonly at: number
  /** About how many pages with something open follow; while `thenEach`, of the household alone. */
  readonly left: number
  /** Which part of the way is done, from 0 to 1. */
  readonly part: number
  /** Do questions of each person follow that cannot be counted yet? Who there is, and how old, is not known. */
  readonly thenEach: boolean
  /** Is this an earlier page somebody came back to, with everything behind it answered? */
  readonly isBack: boolean
}

/** The part of the way until everybody is listed, where people are asked about. */
const untilListed = 1 / 3
/** What is asked only where `anyone` says so: it does not count before that is answered. */
const openedByAnyone: readonly string[] = Object.values(questions.anyone.opens)

/** The part of the way that is done: evenly until everybody is listed, then evenly again. `before`: pages since then, `left`: those that follow. */
function partDone(isOfPeople: boolean, isListed: boolean, before: number, left: number): number {
  if (!isOfPeople) return before / (before + left + 1)
  if (!isListed) return (untilListed * before) / (before + left + 2)
  return untilListed + ((1 - untilListed) * before) / (before + left + 1)
}

/** Where the page that begins with a question stands: its progress (null: beside what is asked in turn), and the page before. */
export function standing(
  check: Check,
  mode: Mode,
  only: string | undefined,
  asOf: Day,
  first: PageQuestion,
): { progress: Progress | null; back: string } {
  const steps = stepsOf(check, only, asOf).filter((step) => isSame(step, first) || !isSaidAtOnce(check, step))
  const pages = pagesOf(steps)
  const index = pages.findIndex((page) => page.some((step) => isSame(step, first)))
  const asksMembers = asksOfMembers(only, asOf)
  const isAfter = !isBeforeMembers(first)
  const thenEach = asksMembers && (!check.rosterDone || steps.some(({ question, answered }) => !answered && isOfEverybody(question)))
  const mayOpen = !steps.some(({ question, answered }) => question === 'anyone' && answered)
  const isCounted = ({ question, answered }: Step) => !answered && !(mayOpen && openedByAnyone.includes(question))
  const isOpen = (page: readonly PageQuestion[]) => steps.some((step) => isCounted(step) && page.some((one) => isSame(one, step)))
  const open = pages.slice(index + 1).filter((page) => isOpen(page) && (!thenEach || page.every(isBeforeMembers)))
  const progress = {
    // The list of members is a page of its own.
    at: index + 1 + Number(asksMembers && isAfter),
    left: open.length,
    part: partDone(asksMembers, isAfter, isAfter ? index - pages.filter((page) => page.every(isBeforeMembers)).length : index, open.length),
    thenEach,
    isBack: !thenEach && open.length === 0 && index < pages.length - 1,
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

/** The last page with a question: where the summary leads back to. */
export function lastPage(check: Check, mode: Mode, only: string | undefined, asOf: Day): string {
  const last = pagesOf(stepsOf(check, only, asOf).filter((step) => !isSaidAtOnce(check, step))).at(-1)?.[0]
  return last ? paths.question(mode, last.question, last.member, only) : paths.check(mode, only)
}

/** Somebody who answers. */
const one = { id: '1', name: '', answers: {} }
/** Seconds a page takes, with reading. */
const secondsAPage = 20

/** About how many minutes the questions for one person take at most: what is asked where nothing is settled yet. */
export function minutesFor(only: string | undefined, asOf: Day): number {
  const check = asksOfMembers(only, asOf) ? { ...emptyCheck, members: [one], rosterDone: true } : emptyCheck
  return Math.ceil((pagesOf(stepsOf(check, only, asOf)).length * secondsAPage) / 60)
}
