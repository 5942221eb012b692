import { describe, expect, test } from 'vitest'
import type { Answers } from '#app/domain/household.ts'
import type { Check } from '#app/forms/household-form.ts'
import { checkOf, workedCases } from '#tests/support/worked-cases.ts'
import { tell } from './result.ts'
import { linesOf, type PartLines, rowsIn } from './result-lines.ts'

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
