import { expect, test } from 'vitest'
import type { Check } from '#app/forms/household-form.ts'
import { workedCase } from '#tests/support/worked-cases.ts'
import { linesOf } from './result-lines.ts'

// Help in finding a job has no upper age: it stays with somebody of 72, after everything else.

const { request } = workedCase('J45')
const { asOf } = request
const family = (wishes: readonly string[], ...people: readonly (readonly [born: string, work: string])[]): Check => ({
  answers: { ...(request.household as Check['answers']), wishes: [...wishes] },
  members: people.map(([born, work], index) => {
    const answers = {
      'birth-date': born,
      work,
      sex: 'female',
      med: 'none',
      pension: 'none',
      'wage-owed': 'no',
      jobloss: 'no',
      injury: 'no',
    }
    return { id: String(index + 1), name: `${index}`, answers }
  }),
  rosterDone: true,
})
const servicesOf = (check: Check, id: string) =>
  linesOf(check, undefined, asOf)
    .sections.eligible.filter(({ member }) => member === id)
    .flatMap(({ lines }) => lines.map(({ service }) => service))

test('it is the last line of who is past retirement age, whoever they are owed wages by', () => {
  const owed = family(['none'], ['1955-01-01', 'casual'])
  const [old] = owed.members
  const services = servicesOf(
    { ...owed, members: [{ ...old, answers: { ...old?.answers, 'wage-owed': 'owed-recent' } }] as Check['members'] },
    '1',
  )
  expect(services).toContain('wage-protection')
  expect(services.at(-1)).toBe('job-services')
})

test('where somebody in the household wishes for one, the younger are named first', () => {
  const check = family(['job'], ['1955-01-01', 'not-working'], ['1990-01-01', 'not-working'])
  const groups = linesOf(check, undefined, asOf).sections.eligible.flatMap((part) => part.groups)
  const wished = groups.find(({ choice }) => choice === 'wished')?.lines.filter(({ service }) => service === 'job-services')
  expect(wished?.map(({ member }) => member)).toEqual(['2', '1'])
})
