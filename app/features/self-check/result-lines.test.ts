import { describe, expect, test } from 'vitest'
import type { Answers } from '#app/domain/household.ts'
import type { Check } from '#app/forms/household-form.ts'
import { workedCase, workedCases } from '#tests/support/worked-cases.ts'
import { tell } from './result.ts'
import { linesOf, type PartLines, rowsIn } from './result-lines.ts'

const checkOf = ({ household, members }: ReturnType<typeof workedCase>['request']): Check => ({
  ...{ answers: household as Check['answers'], rosterDone: true },
  members: members.map(({ id, ...answers }) => ({ id, name: id, answers: answers as Answers as Check['answers'] })),
})
const resultOf = (name: string, only?: string) => linesOf(checkOf(workedCase(name).request), only, workedCase(name).request.asOf)
const ofPart = (part: PartLines) => rowsIn(part).flat()
const named = ({ service, member }: { service: string; member: string | null }) => `${service} ${member}`

test.each(workedCases.map((one) => [one.case, one] as const))('%s: every result is one line', (_name, { request }) => {
  const [check, asOf] = [checkOf(request), request.asOf]
  const { sections, due, rights } = linesOf(check, undefined, asOf)
  const told = tell(check, undefined, asOf).flatMap(({ member, groups }) =>
    groups.flatMap(({ verdict, results }) => results.map(({ service }) => `${service} ${member} ${verdict}`)),
  )
  const lines = [...due, ...rights, ...Object.values(sections).flatMap((parts) => parts.flatMap(ofPart))]
  expect(lines.map((line) => `${named(line)} ${line.verdict}`).sort()).toEqual(told.sort())
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
      ['possible', 'wished', null, ['skills-training', 'skills-training']],
    ])
  })

  test('counts what it names: a row, whoever it is for, is one; what is a right is none', () => {
    const { now, open, rights } = resultOf('J45')
    // Settling, the permit, four of the father's and one of each other's, less what is marked; no right to land.
    expect([now, open, rights.map(named)]).toEqual([9, 15, ['land-rights null']])
  })

  test('has what it reported itself first with the person, though it is to be asked about', () => {
    expect(sections.eligible.map(({ member, told }) => [member, told.map(({ service }) => service)]).slice(0, 3)).toEqual([
      [null, []],
      ['father', ['wage-protection']],
      ['mother', []],
    ])
    expect(sections.possible.flatMap(ofPart).map(named)).not.toContain('wage-protection father')
  })

  test('has what falls due apart from what stays as it is', () => {
    expect(due).toMatchObject([{ service: 'resident-pension', member: 'grandmother', verdict: 'already' }])
    expect(sections.already.flatMap(ofPart).map(({ service }) => service)).not.toContain('resident-pension')
  })
})

describe('what the household wishes for', () => {
  const wishing = (name: string, wish: string) => {
    const { request } = workedCase(name)
    return linesOf(checkOf({ ...request, household: { ...request.household, wishes: [wish] } }), undefined, request.asOf)
  }

  test('is nobody’s in particular where several could mean it: it stands with the household, and they beside it', () => {
    const { sections } = wishing('J45', 'job')
    const household = sections.eligible.find(({ member }) => member === null)
    expect(household?.groups.find(({ choice }) => choice === 'wished')?.lines.map(named)).toEqual(['job-services grandmother'])
    const own = sections.eligible.flatMap((part) => part.lines.map(named)).filter((line) => line.startsWith('job-services'))
    expect(own).toEqual(['job-services father', 'job-services mother'])
  })

  test('is that of the only one who can mean it', () => {
    const { sections } = wishing('J42', 'training')
    expect(sections.possible.flatMap(({ groups }) => groups.map(({ choice }) => choice))).not.toContain('wished')
    expect(
      Object.values(sections)
        .flat()
        .flatMap((part) => part.lines.map(named)),
    ).toContain('skills-training self')
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
    const { sections, now, open: asked } = of(yes, open)
    const verdicts = sections.eligible.map((part) => [part.member, part.nothing, ofPart(part).map(({ verdict }) => verdict)])
    expect(verdicts).toEqual([
      ['1', false, ['eligible']],
      ['2', true, ['possible']],
    ])
    expect([now, asked]).toEqual([1, 1])
  })

  test('is not told so once more where nobody can do anything', () => {
    const { sections, now, open: asked } = of(open)
    expect([now, asked, sections.eligible, sections.possible.length]).toEqual([0, 1, [], 1])
  })
})
