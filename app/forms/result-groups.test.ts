import { describe, expect, test } from 'vitest'
import { judgeHousehold } from '#app/domain/assessment.ts'
import type { Verdict } from '#app/domain/verdict.ts'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { Peopled } from './members.ts'
import { bestOf, choicesAmong, type Line, rowsByService, wishedAmong } from './result-groups.ts'

const asOf = '2026-11-24'
const line = (service: string, member: string | null, verdict: Verdict = 'possible'): Line => ({ service, member, verdict })

describe('a choice', () => {
  const flexible = line('flexible-worker-insurance', '1', 'eligible')
  const pension = line('resident-pension', '1')
  test.each<[string, Line[], object[]]>([
    ['is there where two sides can be had', [flexible, pension], [{ choice: 'insurance', member: '1', lines: [flexible, pension] }]],
    [
      'has all of each side',
      [pension, flexible, line('resident-medical', '1')],
      [{ choice: 'insurance', member: '1', lines: [flexible, pension, line('resident-medical', '1')] }],
    ],
    ['is not there on one side alone', [pension, line('resident-medical', '1')], []],
    ['is not there between two people', [flexible, line('resident-pension', '2')], []],
    ['is not there where one side cannot be had', [flexible, line('resident-pension', '1', 'not-yet')], []],
    ['is not there where one side is there already', [flexible, line('resident-pension', '1', 'already')], []],
    ['is not there among what takes the place of nothing', [line('job-services', '1'), line('skills-training', '1')], []],
    [
      'is that of the household, where one side is for all',
      [line('settle-household', null), line('residence-permit', '1'), line('residence-permit', '2')],
      [
        {
          ...{ choice: 'settling', member: null },
          lines: [line('settle-household', null), line('residence-permit', '1'), line('residence-permit', '2')],
        },
      ],
    ],
  ])('%s', (_, judged, groups) => expect(choicesAmong(judged)).toEqual(groups))
})

describe('what the household wishes for', () => {
  const born = (...days: readonly string[]) => days.map((day, index) => ({ id: `${index + 1}`, name: '', answers: { 'birth-date': day } }))
  const checkOf = (wishes: string[], ...days: string[]): Peopled => ({
    ...{ answers: { wishes, 'hukou-place': 'qh-other', 'live-place': 'qh-town' }, members: born(...days) },
  })
  const found = (check: Peopled, of = services) => {
    const judged = judgeHousehold(questionnaire, of, { answers: check.answers, members: check.members }, asOf)
    return wishedAmong(judged, of, check, asOf)
  }
  const [parents, child] = [['1986-01-12', '1990-02-02'], '2015-03-03'] as const
  const training = (member: string) => line('skills-training', member)

  test('stands once, with those who can have it', () =>
    expect(found(checkOf(['training'], ...parents, child))).toMatchObject([
      { choice: 'wished', member: null, lines: [training('1'), training('2')] },
    ]))

  test.each<[string, Peopled]>([
    ['is nobody’s in particular only where several could be meant', checkOf(['training'], '1986-01-12', child)],
    ['is not what they may have without wishing for it', checkOf(['job'], ...parents)],
    ['is nothing where nothing is wished for', checkOf(['none'], ...parents)],
  ])('%s', (_, check) => expect(found(check)).toEqual([]))

  test('stands apart by what it comes to', () => {
    const check = checkOf(['training'], ...parents)
    const judged = [line('skills-training', '1', 'not-yet'), line('skills-training', '2')]
    expect(wishedAmong(judged, services, check, asOf).map(({ lines }) => lines)).toEqual([[judged[1]], [judged[0]]])
    const [first, already] = [line('skills-training', '1'), line('skills-training', '2', 'already')]
    expect(wishedAmong([first, already], services, check, asOf)).toEqual([])
  })

  test('is not looked for where no service of people asks for wishes', () => {
    const others = services.filter(({ id }) => id !== 'skills-training')
    expect(wishedAmong([training('1'), training('2')], others, checkOf(['training'], ...parents), asOf)).toEqual([])
    expect(wishedAmong([training('1'), training('2')], [], checkOf(['training'], ...parents), asOf)).toEqual([])
  })
})

test('a group stands where the best of it does', () => {
  const group = (...of: Verdict[]) => ({ choice: 'wished', member: null, lines: of.map((verdict) => line('x', '1', verdict)) }) as const
  expect([group('not-yet', 'possible'), group('possible', 'eligible'), group('not-yet'), group()].map(bestOf)).toEqual([
    ...['possible', 'eligible', 'not-yet', undefined],
  ])
})

test('lines of one service and one verdict are one row', () => {
  const lines = [line('a', '1'), line('b', '1'), line('a', '2', 'eligible'), line('a', '3')]
  expect(rowsByService(lines)).toEqual([[lines[0], lines[3]], [lines[1]], [lines[2]]])
})
