import { expect, test } from 'vitest'
import type { Answers } from '#app/domain/household.ts'
import { applicantsFrom16 } from '#app/services/applicants.ts'
import { services } from '#app/services/index.ts'
import { adultsBeside, applicantFault, hasAdult, mayApply } from './applicant.ts'
import type { Peopled } from './members.ts'

const asOf = '2027-03-01'
const born = (...dates: readonly (string | undefined)[]): Pick<Peopled, 'members'> => ({
  members: dates.map((date, index) => ({
    id: String(index + 1),
    name: '',
    answers: date === undefined ? ({} as Answers) : { 'birth-date': date },
  })),
})

test.each([
  ['on the day somebody is 18', '2009-03-01', ['school-compulsory'], undefined],
  ['on the day before', '2009-03-02', ['school-compulsory'], 'minor'],
  ['from 16 on, what one may apply for', '2011-03-01', ['job-services', 'wage-protection'], undefined],
  ['from 16 on, with something else among it', '2011-03-01', ['job-services', 'settle-household'], 'minor'],
  ['on the day before 16, even that', '2011-03-02', ['job-services'], 'child'],
  ['of a year of birth that may be 18 by now', '2009', ['school-compulsory'], undefined],
  ['of a year of birth that is not', '2010', ['school-compulsory'], 'minor'],
  ['of an age nobody knows', 'unsure', ['school-compulsory'], undefined],
  ['of an age that was not asked', undefined, ['school-compulsory'], undefined],
] as const)('%s', (_, date, wanted, fault) => expect(applicantFault(born(date), '1', wanted, asOf)).toBe(fault))

test('an adult is somebody of 18, or whose age is not known; under 16 nobody is offered', () => {
  expect([hasAdult(born('2012-01-01', '2010-01-01'), asOf), hasAdult(born('2012-01-01', undefined), asOf)]).toEqual([false, true])
  expect(mayApply(born('2012-01-01', '2010-01-01', '1986-01-12'), asOf).map(({ id }) => id)).toEqual(['2', '3'])
})

test('what one may apply for from 16 on is there to be applied for', () => {
  const known = services.filter(({ form }) => form).map(({ id }) => id as string)
  expect(applicantsFrom16.filter((id) => !known.includes(id))).toEqual([])
})

test('besides somebody those are grown up who are of age, or may be', () =>
  expect(adultsBeside(born('1986-01-12', '2012-01-01', undefined, '2009-03-01', '2009-03-02'), '1', asOf).map(({ id }) => id)).toEqual([
    '3',
    '4',
  ]))

test('of somebody who is not in the household nothing is known', () =>
  expect(applicantFault(born('2015-01-01'), '9', ['school-compulsory'], asOf)).toBeUndefined())
