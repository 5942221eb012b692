import { describe, expect, test } from 'vitest'
import type { Answers } from '#app/domain/household.ts'
import type { Check } from '#app/forms/household-form.ts'
import { workedCase, workedCases } from '#tests/support/worked-cases.ts'
import { tell } from './result.ts'
import { countOf, linesOf, type PartLines } from './result-lines.ts'

const checkOf = ({ household, members }: ReturnType<typeof workedCase>['request']): Check => ({
  ...{ answers: household as Check['answers'], rosterDone: true },
  members: members.map(({ id, ...answers }) => ({ id, name: id, answers: answers as Answers as Check['answers'] })),
})
const resultOf = (name: string, only?: string) => linesOf(checkOf(workedCase(name).request), only, workedCase(name).request.asOf)
const ofPart = ({ lines, groups }: PartLines) => [...groups.flatMap((group) => group.lines), ...lines]

test.each(workedCases.map((one) => [one.case, one] as const))('%s: every result is one line, and counted', (_name, { request }) => {
  const [check, asOf] = [checkOf(request), request.asOf]
  const { sections, due, now, below } = linesOf(check, undefined, asOf)
  const told = tell(check, undefined, asOf).flatMap(({ member, groups }) =>
    groups.flatMap(({ verdict, results }) => results.map(({ service }) => `${service} ${member} ${verdict}`)),
  )
  const lines = [...due, ...Object.values(sections).flatMap((parts) => parts.flatMap(ofPart))]
  expect(lines.map(({ service, member, verdict }) => `${service} ${member} ${verdict}`).sort()).toEqual(told.sort())
  expect(now).toBe(told.filter((one) => one.endsWith(' eligible')).length)
  expect(below).toBe(countOf(sections.possible) + countOf(sections['not-yet']))
  for (const line of due) expect(line.verdict).toBe('already')
})

describe('a family of five (J45)', () => {
  const { sections, due } = resultOf('J45')

  test('has what is to be chosen between together, where the best of it stands', () => {
    const groups = Object.entries(sections).flatMap(([verdict, parts]) =>
      parts.flatMap((part) =>
        part.groups.map(({ choice, member, lines }) => [verdict, choice, member, lines.map(({ service }) => service)]),
      ),
    )
    expect(groups).toEqual([
      ['eligible', 'settling', null, ['settle-household', ...Array(5).fill('residence-permit')]],
      ['eligible', 'insurance', 'father', ['flexible-worker-insurance', 'resident-pension']],
      ['possible', 'renting', null, ['public-rental-housing', 'affordable-rental-housing']],
    ])
  })

  test('has what falls due apart from what stays as it is', () => {
    expect(due).toMatchObject([{ service: 'resident-pension', member: 'grandmother', verdict: 'already' }])
    expect(sections.already.flatMap(ofPart).map(({ service }) => service)).not.toContain('resident-pension')
  })
})

describe('who can do nothing now', () => {
  const household = { 'hukou-place': 'qh-other', 'live-place': 'qh-town', 'settle-wish': 'no', permit: 'none', stay: 'lt6-noreg' } as const
  const person = (id: string, answers: Answers) => ({ id, name: id, answers: answers as Check['answers'] })
  const of = (...members: Check['members']) => linesOf({ answers: household, members, rosterDone: true }, 'residence-permit', '2027-03-01')
  const [yes, open] = [
    person('1', { 'birth-date': '1990-01-01', stay: 'ge6-reg', 'hukou-place': 'qh-other', permit: 'none', work: 'employed-contract' }),
    person('2', { 'birth-date': '1990-01-01', stay: 'unsure', 'hukou-place': 'outside', permit: 'none' }),
  ]

  test('reads that among the others, with what is worth asking', () => {
    const { sections, now, below } = of(yes, open)
    const verdicts = sections.eligible.map((part) => [part.member, part.nothing, ofPart(part).map(({ verdict }) => verdict)])
    expect(verdicts).toEqual([
      ['1', false, ['eligible']],
      ['2', true, ['possible']],
    ])
    expect([now, below]).toEqual([1, 0])
  })

  test('is not told so once more where nobody can do anything', () => {
    const { sections, now, below } = of(open)
    expect([now, below, sections.eligible, sections.possible.length]).toEqual([0, 1, [], 1])
  })
})
