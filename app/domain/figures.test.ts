import { describe, expect, test } from 'vitest'
import { type CaseFact, figuresOf, weekOf } from './figures.ts'

const fact = (more: Partial<CaseFact> = {}): CaseFact => ({
  ...{ county: '630104', service: 'job-services', mode: 'bo', channel: 'self', status: 'submitted', receivedOn: '2026-11-02' },
  ...{ answeredOn: null, decidedOn: null, corrections: 0, declinedFor: null, rating: null, awaitsAnswer: false },
  ...more,
})

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-25', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('%s lies in the week of Monday %s', (day, week) => expect(weekOf(day)).toBe(week))

describe('figures', () => {
  const facts = [
    fact({ status: 'approved', answeredOn: '2026-11-03', decidedOn: '2026-11-10', rating: 5, mode: 'zh' }),
    fact({ status: 'declined', answeredOn: '2026-11-06', decidedOn: '2026-11-12', declinedFor: 'C2', corrections: 2 }),
    fact({ status: 'declined', decidedOn: '2026-11-04', county: '632322', channel: 'counter', rating: 1, awaitsAnswer: true }),
    fact({ service: 'school-compulsory', receivedOn: '2026-11-11' }),
  ]
  const found = () => figuresOf(facts)

  test('count what was received and decided, with the middle number of days and corrections a case', () =>
    expect(found().all).toEqual({
      ...{ of: 'all', received: 4, decided: 3, approved: 1, declined: 2, daysToAnswer: 2.5, daysToDecision: 8, corrections: 0.5 },
    }))

  test('a case is received in one week and decided in another', () =>
    expect(found().weeks.map(({ of, received, decided, daysToDecision }) => [of, received, decided, daysToDecision])).toEqual([
      ['2026-11-02', 3, 1, 2],
      ['2026-11-09', 1, 2, 9],
    ]))

  test('of the low ratings, those that wait for an answer and those that have one', () =>
    expect(figuresOf([...facts, fact({ rating: 2 })]).answers).toEqual([
      { of: 'open', count: 1 },
      { of: 'answered', count: 1 },
    ]))

  test('by place and by service, the most first', () => {
    expect(found().counties.map(({ of, received }) => [of, received])).toEqual([
      ['630104', 3],
      ['632322', 1],
    ])
    expect(found().services.map(({ of, corrections }) => [of, corrections])).toEqual([
      ['job-services', 2 / 3],
      ['school-compulsory', 0],
    ])
  })

  test('what was declined with which condition, languages, channels, ratings', () => {
    expect(found().declinedFor).toEqual([
      { of: 'job-services', count: 1 },
      { of: 'job-services C2', count: 1 },
    ])
    expect(found().modes).toEqual([
      { of: 'bo', count: 3 },
      { of: 'zh', count: 1 },
    ])
    expect(found().channels).toEqual([
      { of: 'self', count: 3 },
      { of: 'counter', count: 1 },
    ])
    expect(found().ratings.map(({ of, count }) => `${of}: ${count}`)).toEqual(['5: 1', '4: 0', '3: 0', '2: 0', '1: 1'])
  })

  test('as many of each stand in the order of their names, weeks in the order of time', () => {
    const [late, early, middle] = ['2026-11-23', '2026-11-02', '2026-11-09'].map((receivedOn) => fact({ receivedOn }))
    const several = [
      ...[late, early, middle].map((one, index) => ({ ...(one as CaseFact), county: ['632800', '630100', '632200'][index] ?? '' })),
      fact({ receivedOn: '2026-11-24', county: '632900' }),
      fact({ receivedOn: '2026-11-24', county: '632900' }),
    ]
    const { counties, weeks, modes } = figuresOf(several.map((one) => ({ ...one, mode: one.county })))
    const inOrder = ['632900', '630100', '632200', '632800']
    expect([counties.map(({ of }) => of), modes.map(({ of }) => of)]).toEqual([inOrder, inOrder])
    expect(weeks.map(({ of, received }) => [of, received])).toEqual([
      ['2026-11-02', 1],
      ['2026-11-09', 1],
      ['2026-11-23', 3],
    ])
  })

  test('a week in which nothing was received still says what was decided', () => {
    const [, second] = figuresOf([fact({ status: 'approved', decidedOn: '2026-11-10' })]).weeks
    expect(second).toMatchObject({ of: '2026-11-09', received: 0, decided: 1, approved: 1, daysToAnswer: null, daysToDecision: 8 })
  })

  test('of no cases are empty', () => expect(figuresOf([]).all).toMatchObject({ received: 0, daysToDecision: null, corrections: 0 }))
})
