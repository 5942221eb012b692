import { readFileSync } from 'node:fs'
import type { Answers, Household } from '#app/domain/household.ts'
import type { Answer } from '#app/domain/question.ts'

/** A worked case of the fact base: an API request and the expected result. */
export type WorkedCase = {
  readonly case: string
  readonly request: { readonly asOf: string; readonly household: Answers; readonly members: readonly ({ readonly id: string } & Answers)[] }
  readonly expect: readonly {
    readonly service: string
    readonly member: string | null
    readonly verdict: string
    readonly deciding: readonly string[]
  }[]
}

const casesIn = (file: string) =>
  readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')

/** The worked cases. @source fact base, section D; fact base 2 */
export const workedCases: readonly WorkedCase[] = ['worked.jsonl', 'worked-2.jsonl']
  .flatMap(casesIn)
  .map((line) => JSON.parse(line) as WorkedCase)

/** The household of a request. */
export function householdOf({ household, members }: WorkedCase['request']): Household {
  return { answers: household, members: members.map(({ id, ...answers }) => ({ id, answers: answers as Answers })) }
}

/** One case by its name. */
export function workedCase(name: string): WorkedCase {
  const found = workedCases.find((one) => one.case === name)
  if (!found) throw new Error(`No worked case ${name}`)
  return found
}

/** What a household says of most of its members where a question is asked once of all: the commonest answer, the first of equals. */
export function answerOfMost({ members }: WorkedCase['request'], question: string): Answer | undefined {
  const given = members.flatMap((member) => member[question] ?? [])
  const times = (answer: Answer) => given.filter((one) => one === answer).length
  return given.reduce<Answer | undefined>((most, answer) => (most === undefined || times(answer) > times(most) ? answer : most), undefined)
}

/** The members who answer otherwise than that. */
export function differing(request: WorkedCase['request'], question: string): readonly string[] {
  const most = answerOfMost(request, question)
  return request.members.flatMap(({ id, [question]: answer }) => (answer === undefined || answer === most ? [] : [id]))
}

/** The members an option of the household is about: those who do not answer "no" to the question it opens. */
export function concerned({ members }: WorkedCase['request'], opened: string): readonly string[] {
  return members.flatMap(({ id, [opened]: answer }) => (answer === undefined || answer === 'no' ? [] : [id]))
}
