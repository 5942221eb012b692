import { expect, test } from 'vitest'
import { interview } from '#app/forms/interview.ts'
import { questions } from '#app/services/household.ts'
import { assess, type Rules } from './assessment.ts'
import { type Household, readHousehold } from './household.ts'
import type { Questions } from './question.ts'
import { vocabulary } from './vocabulary.ts'

const asOf = '2026-11-24'
const { householdDefault: _, ...withoutDefault } = questions.pension
const shared: Questions = {
  'birth-date': questions['birth-date'],
  permit: questions.permit,
  med: { ...questions.med, householdDefault: true },
  'lives-together': { ...questions['lives-together'], householdDefault: true },
  pension: withoutDefault,
}
const questionnaire = { questions: shared, skips: {} }
const { match } = vocabulary({ med: questions.med })
const insured = match('med', {
  'local-employee': 'yes',
  'local-resident': 'yes',
  'elsewhere-employee': 'no',
  'elsewhere-resident': 'no',
  'ended-elsewhere': 'no',
  none: 'no',
})
const source = { sources: [], certainty: 'high', asks: 'medical-insurance', locallySet: false } as const
const rules: Rules[] = [
  { id: 'any', unit: 'member', conditions: [{ id: 'C1', kind: 'hard', when: insured, ...source }] as Rules['conditions'] },
]

const household: Household = {
  answers: { med: 'none', pension: 'none', permit: 'none' },
  members: [
    { id: '1', answers: {} },
    { id: '2', answers: { med: 'local-resident' } },
    { id: '3', answers: { med: 'unsure' } },
  ],
}
const answers = (id: string) => ['1', '2', '3'].map((member) => readHousehold(questionnaire, household, asOf).member(member)?.answer(id))

test("a household's answer stands for every member without one of their own, not for one who is not sure", () =>
  expect(answers('med')).toEqual(['none', 'local-resident', 'unsure']))

test('it holds only for questions that say so, and never for the household itself', () => {
  expect(answers('pension')).toEqual([undefined, undefined, undefined])
  expect(readHousehold(questionnaire, household, asOf).household.answer('med')).toBeUndefined()
})

test('a member it holds for is not asked again, and may answer otherwise', () => {
  const open = interview(questionnaire, rules, household, asOf).filter(({ answered }) => !answered)
  expect(open).toEqual([])
  const without = { ...household, answers: {} }
  expect(interview(questionnaire, rules, without, asOf).filter(({ answered }) => !answered)).toEqual([
    { question: 'med', member: '1', answered: false },
  ])
  const results = assess(questionnaire, rules, household, asOf)
  expect(results.map(({ verdict }) => verdict)).toEqual(['not-yet', 'eligible', 'possible'])
  expect(results[0]?.wouldChange).toEqual([{ question: 'med', member: '1', to: 'local-resident', verdict: 'eligible' }])
})
