import { readFileSync } from 'node:fs'
import type { Answers, Household } from '#app/domain/household.ts'

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
