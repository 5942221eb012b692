import { expect, test } from 'vitest'
import { interview } from '#app/forms/interview.ts'
import { assess, type Rules, rulesInForce } from './assessment.ts'
import { type Expr, traced } from './condition.ts'
import type { Household } from './household.ts'
import { inForce, isInForce, nextChange } from './in-force.ts'
import { defineQuestions } from './question.ts'
import { type Condition, judge } from './verdict.ts'

const [today, tomorrow] = ['2026-12-31', '2027-01-01']

test.each([
  [{}, '0001-01-01', true],
  [{ from: tomorrow }, today, false],
  [{ from: tomorrow }, tomorrow, true],
  [{ until: today }, today, true],
  [{ until: today }, tomorrow, false],
  [{ from: today, until: today }, today, true],
])('%j on %s: %s', (dated, day, is) => expect(isInForce(dated, day)).toBe(is))

test('a list wholly in force is returned itself', () => {
  const all = [{ from: today }, {}]
  expect(inForce(all, tomorrow)).toBe(all)
  expect(inForce(all, '2026-12-30')).toEqual([{}])
})

test('the next change is the day something begins, or the day after something ends', () => {
  const all = [{ until: today }, { from: '2028-02-01', until: '2028-02-29' }, {}]
  expect(nextChange(all, '2026-11-24')).toBe(tomorrow)
  expect(nextChange(all, today)).toBe(tomorrow)
  expect(nextChange(all, tomorrow)).toBe('2028-02-01')
  expect(nextChange(all, '2028-02-01')).toBe('2028-03-01')
  expect(nextChange(all, '2028-03-01')).toBeUndefined()
  expect(nextChange(all.toReversed(), '2026-11-24')).toBe(tomorrow)
})

const questions = defineQuestions({
  rooms: { of: 'household', kind: 'choice', options: ['one', 'two'] },
  work: { of: 'household', kind: 'choice', options: ['yes', 'no'] },
})
const questionnaire = { questions, skips: {} }
const says = (question: string, truths: Record<string, 'yes' | 'no'>): Expr => ({ op: 'match', question, truths, skipped: 'unknown' })
const condition = (id: string, when: Expr, dates: Pick<Condition, 'from' | 'until'> = {}): Condition => ({
  ...{ id, kind: 'hard', when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
  ...dates,
})

/** Until today one room is enough, from tomorrow it is not, and whoever has no work is asked to find some; another service begins then. */
const rules: readonly Rules[] = [
  {
    id: 'rooms',
    unit: 'household',
    conditions: [
      condition('C1', says('rooms', { one: 'yes', two: 'yes' }), { until: today }),
      condition('C1', says('rooms', { one: 'no', two: 'yes' }), { from: tomorrow }),
      condition('C2', says('work', { yes: 'yes', no: 'no' }), { from: tomorrow }),
    ],
  },
  { id: 'begins', from: tomorrow, unit: 'household', conditions: [condition('C1', says('rooms', { one: 'yes', two: 'no' }))] },
  { id: 'ends', until: today, unit: 'household', conditions: [condition('C1', says('rooms', { one: 'yes', two: 'no' }))] },
]
const household: Household = { answers: { rooms: 'one', work: 'no' }, members: [] }
const told = (on: string) =>
  assess(questionnaire, rules, household, on).map(({ service, verdict, deciding }) => `${service} ${verdict} ${deciding.join()}`)

test('as of tomorrow differs from today', () => {
  expect(told(today)).toEqual(['rooms eligible C1', 'ends eligible C1'])
  expect(told(tomorrow)).toEqual(['rooms not-yet C1,C2', 'begins eligible C1'])
  expect(told(today)).toEqual(['rooms eligible C1', 'ends eligible C1'])
})

test('a question only tomorrow’s law looks at is not asked today', () => {
  const asked = (on: string) =>
    interview(questionnaire, rules.slice(0, 1), { answers: {}, members: [] }, on).map(({ question }) => question)
  expect(asked(today)).toEqual(['rooms'])
  expect(asked(tomorrow)).toEqual(['rooms', 'work'])
})

test('judging takes what is in force on the day of its subject', () => {
  const subject = (asOf: string) => ({
    ...{ asOf, answer: () => 'one', isSkipped: () => false, skip: () => undefined, settledBy: (id: string) => [id] },
    ofAParent: () => traced('unknown'),
  })
  const [first] = rules as readonly [Rules]
  expect(judge(first.conditions, subject(today)).verdict).toBe('eligible')
  expect(judge(first.conditions, subject(tomorrow)).deciding).toEqual(['C1'])
})

test('rules are the same list for the same day, the given one where no date matters', () => {
  expect(rulesInForce(rules, today)).toBe(rulesInForce(rules, today))
  const undated = rules.map(({ id, unit }): Rules => ({ id, unit, conditions: [condition('C1', says('rooms', { one: 'yes' }))] }))
  expect(rulesInForce(undated, today)).toBe(undated)
})
