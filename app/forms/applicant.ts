import { aged } from '#app/domain/age.ts'
import type { Day } from '#app/domain/day.ts'
import { isOpen } from '#app/domain/question.ts'
import { applicantsFrom16 } from '#app/services/applicants.ts'
import { memberOf, type Peopled } from './members.ts'

type Members = Pick<Peopled, 'members'>

/** Why somebody cannot be the applicant: under 16; or under 18, and not all of it is what one may apply for from 16 on. */
export type ApplicantFault = 'child' | 'minor'

/** Why a member cannot apply for these services; undefined where they can, or their age is not known: it is asked in the form. */
export function applicantFault(people: Members, id: string, services: readonly string[], asOf: Day): ApplicantFault | undefined {
  if (isUnder(people, id, 16, asOf)) return 'child'
  return isUnder(people, id, 18, asOf) && !services.every((one) => applicantsFrom16.includes(one)) ? 'minor' : undefined
}

/** Is somebody of a household of age, or may be? */
export const hasAdult = (people: Members, asOf: Day): boolean => people.members.some(({ id }) => !isUnder(people, id, 18, asOf))

/** Those besides somebody who are of age, or may be. */
export const adultsBeside = (people: Members, other: string, asOf: Day) =>
  people.members.filter(({ id }) => id !== other && !isUnder(people, id, 18, asOf))

/** Those of a household who may be an applicant for something. */
export const mayApply = (people: Members, asOf: Day) => people.members.filter(({ id }) => !isUnder(people, id, 16, asOf))

/** Is a member certainly younger, whatever day they were born on? */
function isUnder(people: Members, id: string, years: number, asOf: Day): boolean {
  const birth = memberOf(people, id)?.answers['birth-date']
  return typeof birth === 'string' && !isOpen(birth) && aged(birth, years, asOf) === 'no'
}
