import { describe, expect, test, vi } from 'vitest'
import { checkOf, workedCase } from '#tests/support/worked-cases.ts'
import { linesOf, type PartLines, rowsIn } from './result-lines.ts'

// What comes out for a case is counted for the services there were then: one that is added changes nothing here.
vi.mock('#app/services/index.ts', async (original) => {
  const { isCounted } = await import('#tests/support/worked-cases.ts')
  const all = await original<typeof import('#app/services/index.ts')>()
  return { ...all, servicesOn: (day: string) => all.servicesOn(day).filter(isCounted) }
})

const resultOf = (name: string, only?: string) => linesOf(checkOf(workedCase(name).request), only, workedCase(name).request.asOf)
const ofPart = (part: PartLines) => rowsIn(part).flat()
const named = ({ service, member }: { service: string; member: string | null }) => `${service} ${member}`

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
