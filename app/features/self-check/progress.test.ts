import { expect, test } from 'vitest'
import type { Answer } from '#app/domain/question.ts'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { withAnswerOf } from '#app/forms/members.ts'
import { pageFrom } from '#app/forms/question-pages.ts'
import { answerOfMost, type WorkedCase, workedCases } from '#tests/support/worked-cases.ts'
import { nextPlace, stepsOf } from './check.ts'
import { standing } from './standing.ts'

// How far along one is never goes back, and no answer jumps over a large part of the way.

/** The parts of the way that are done, page by page, as the case is answered. */
function partsOf({ request }: WorkedCase): number[] {
  const { asOf, household } = request
  const answerOf = (question: string, member: string | null): Answer =>
    (member === null
      ? (household[question] ?? answerOfMost(request, question))
      : (request.members[Number(member) - 1] as Readonly<Record<string, Answer>>)[question]) ?? 'unsure'
  let check: Check = emptyCheck
  const parts: number[] = []
  for (;;) {
    const [, , , first = '', second] = nextPlace(check, 'zh', undefined, asOf).split('/')
    if (first === 'summary') return parts
    if (first === 'members') {
      const members = request.members.map(({ id }, index) => ({ id: String(index + 1), name: id, answers: {} }))
      check = { ...check, rosterDone: true, members }
      continue
    }
    const at = second === undefined ? { question: first, member: null } : { question: second, member: first }
    parts.push(standing(check, 'zh', undefined, asOf, at).progress?.part ?? Number.NaN)
    for (const { question, member } of pageFrom(stepsOf(check, undefined, asOf), at))
      check = withAnswerOf(check, member, question, answerOf(question, member))
  }
}

test.each(workedCases.filter((_, index) => index % 3 === 0))('$case', (one) => {
  const parts = partsOf(one)
  const steps = [...parts, 1].map((part, index) => part - (index === 0 ? 0 : (parts[index - 1] ?? 0)))
  expect(parts[0]).toBe(0)
  expect(Math.min(...steps.slice(1))).toBeGreaterThan(0)
  expect(Math.max(...steps)).toBeLessThan(0.36)
  // Where there are many pages each is a small part of the way.
  if (parts.length > 15) expect(Math.max(...steps)).toBeLessThan(0.15)
})
