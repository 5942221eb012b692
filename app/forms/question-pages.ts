import type { QuestionId } from '#app/services/household.ts'
import type { Step } from './interview.ts'

/** One question on a page: of a member, or of the household (null). */
export type PageQuestion = Pick<Step, 'question' | 'member'>

/** What belongs together and is asked on one page: of the household, or of one member. */
const onOnePage: readonly (readonly QuestionId[])[] = [
  ['stay', 'permit'],
  ['dwelling', 'housing'],
  ['land', 'wishes'],
  ['med', 'pension'],
  ['qh-years', 'hukou-origin'],
]

/** What everybody is asked on one page. */
const ofEverybody: readonly QuestionId[] = ['birth-date']
/** Is a question of members asked of everybody on one page? */
export const isOfEverybody = (question: string): boolean => ofEverybody.some((id) => id === question)

/** Do two questions stand on one page where both are asked? */
export function shareAPage(one: PageQuestion, other: PageQuestion): boolean {
  if (isOfEverybody(one.question)) return one.question === other.question
  return one.member === other.member && onOnePage.some((ids) => [one, other].every(({ question }) => ids.some((id) => id === question)))
}

/**
 * The questions on the page that begins with one: it, and what is asked after it and belongs to it. The one before it on the same page has
 * a page that begins with that; so a question left open alone (by an earlier edition of this site) is asked alone.
 */
export function pageFrom(steps: readonly PageQuestion[], first: PageQuestion): PageQuestion[] {
  const index = steps.findIndex((step) => isSame(step, first))
  const following = index < 0 ? [] : steps.slice(index + 1)
  const end = following.findIndex((step) => !shareAPage(first, step))
  return [first, ...following.slice(0, end < 0 ? following.length : end)].map(({ question, member }) => ({ question, member }))
}

/** The pages of all these questions, each by its questions. */
export function pagesOf(steps: readonly PageQuestion[]): PageQuestion[][] {
  const pages: PageQuestion[][] = []
  for (const step of steps) {
    const last = pages.at(-1)
    if (last?.[0] && shareAPage(last[0], step)) last.push(step)
    else pages.push([step])
  }
  return pages
}

/** Are these the same question of the same member? */
export const isSame = (one: PageQuestion, other: PageQuestion): boolean => one.question === other.question && one.member === other.member

/** The prefix of the inputs of a question that is not the first on its page. */
export const pageKey = ({ question, member }: PageQuestion): string => `${member ?? 'home'}-${question}`

/** The question with this key; undefined where it is none. */
export function questionAt(key: string): PageQuestion | undefined {
  const [, member, question] = /^(home|\d+)-([a-z-]+)$/.exec(key) ?? []
  return member && question ? { question, member: member === 'home' ? null : member } : undefined
}
