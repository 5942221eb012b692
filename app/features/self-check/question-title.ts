import { isOfEverybody, type PageQuestion } from '#app/forms/question-pages.ts'
import { questionBy } from './check.ts'

/**
 * The title of the page that asks these: the text of the first question, which is its heading; of a question about one member the short
 * name, as its text names the member, and a title names nobody.
 */
export function questionTitle(asked: readonly PageQuestion[]): string {
  const [first] = asked
  if (!first) return 'check:title'
  const { question, member } = first
  if (asked.length > 1 && isOfEverybody(question)) return `questions:${question}.askAll`
  if (member !== null) return `questions:${question}.short`
  return `questions:${question}.${questionBy(question).of === 'member' ? 'askAll' : 'ask'}`
}
