import { readFileSync } from 'node:fs'
import type { Answers, Household } from '#app/domain/household.ts'
import type { Answer } from '#app/domain/question.ts'
import type { Check } from '#app/forms/household-form.ts'

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

/**
 * The services there were when what comes out for a case was counted. A number in a test is one of these, and of the questions the case
 * answers: it stays when a service is added, with or without a question of its own.
 */
const counted: readonly string[] = [
  ...['settle-household', 'residence-registration', 'residence-permit', 'school-compulsory', 'school-preschool', 'school-senior'],
  ...['vocational-school', 'exam-local', 'public-rental-housing', 'affordable-rental-housing', 'affordable-sale-housing'],
  ...['housing-fund-flexible', 'employee-pension-medical', 'flexible-worker-insurance', 'resident-pension', 'resident-medical'],
  ...['unemployment-insurance', 'occupational-injury', 'cross-region-care', 'insurance-transfer', 'social-assistance'],
  ...['temporary-assistance', 'skills-training', 'job-services', 'wage-protection', 'land-rights'],
]

/** Is this one of the services the numbers of a case are counted for? */
export const isCounted = ({ id }: { readonly id: string }): boolean => counted.includes(id)

/** Does a case answer this question, of anybody? Those it does not were added since. */
export const isAnswered = ({ household, members }: WorkedCase['request'], question: string): boolean =>
  [household, ...members].some((answers) => Object.hasOwn(answers, question))

/** A request as the check it comes from; members are named by their ids. */
export const checkOf = ({ household, members }: WorkedCase['request']): Check => ({
  ...{ answers: household as Check['answers'], rosterDone: true },
  members: members.map(({ id, ...answers }) => ({ id, name: id, answers: answers as Answers as Check['answers'] })),
})

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
