import { describe, expect, test } from 'vitest'
import { isOneOf, questions } from '#app/services/household.ts'
import { type Expr, evaluate } from './condition.ts'
import { type Answers, answerFor, type Household, type Questionnaire, readHousehold, withAnswer } from './household.ts'
import type { Truth } from './truth.ts'
import { agedAtLeast, ofAParent } from './vocabulary.ts'

const asOf = '2027-03-01'
const questionnaire: Questionnaire = {
  questions: {
    permit: questions.permit,
    'hukou-place': questions['hukou-place'],
    land: questions.land,
    'birth-date': questions['birth-date'],
    'lives-together': questions['lives-together'],
    work: questions.work,
    jobloss: questions.jobloss,
  },
  skips: { work: { op: 'not', of: agedAtLeast(16) } as Expr },
}
const of = (answers: Answers, ...members: Answers[]): Household => ({
  answers,
  members: members.map((own, index) => ({ id: String(index + 1), answers: own })),
})
const answer = (household: Household, member: string | null, question: string) => {
  const reading = readHousehold(questionnaire, household, asOf)
  return (member === null ? reading.household : reading.member(member))?.answer(question)
}

describe('whose answer counts', () => {
  test.each<[string, Household, string, unknown]>([
    [
      'of a question of the household: its answer, whatever a member says',
      of({ land: ['arable'] }, { land: ['none'] }),
      'land',
      ['arable'],
    ],
    ['where a member may differ: their own', of({ 'hukou-place': 'outside' }, { 'hukou-place': 'same-town' }), 'hukou-place', 'same-town'],
    ['where they do not: that of the household', of({ 'hukou-place': 'outside' }, {}), 'hukou-place', 'outside'],
    ['of a question of members: their own', of({ work: 'retired' }, { work: 'casual' }), 'work', 'casual'],
    ['and never that of the household', of({ work: 'retired' }, {}), 'work', undefined],
    ['of a question there is none of: none', of({ gone: 'yes' }, { gone: 'yes' }), 'gone', undefined],
  ])('%s', (_what, household, question, expected) => expect(answer(household, '1', question)).toEqual(expected))

  test('nobody else is a member, and everybody is read once', () => {
    const reading = readHousehold(questionnaire, of({}, {}), asOf)
    expect(reading.member('9')).toBeUndefined()
    expect(reading.member('1')).toBe(reading.member('1'))
    expect([reading.asOf, reading.household.asOf, reading.member('1')?.asOf]).toEqual([asOf, asOf, asOf])
  })
})

test.each([
  ['2011-03-01', false], // 16 that day
  ['2011-03-02', true],
  ['2011-03-01/2011-03-02', false], // only what is certainly so is left out
  ['unsure', false],
])('born on %s, the question about work does not arise: %s', (birth, skipped) => {
  const member = readHousehold(questionnaire, of({}, { 'birth-date': birth }), asOf).member('1')
  expect([member?.isSkipped('work'), member?.isSkipped('work'), member?.isSkipped('land')]).toEqual([skipped, skipped, false])
})

/** What follows the hukou is not taken from a household whose hukou is, or may be, another. @source fact base 2, 2.3 */
describe('a permit follows the hukou', () => {
  test.each<[string, Household, unknown]>([
    ['nothing of their own', of({ 'hukou-place': 'outside', permit: 'valid' }, {}), 'valid'],
    ['their own hukou, the same', of({ 'hukou-place': 'outside', permit: 'valid' }, { 'hukou-place': 'outside' }), 'valid'],
    ['their own hukou, another', of({ 'hukou-place': 'outside', permit: 'valid' }, { 'hukou-place': 'qh-other' }), undefined],
    ['their own, not sure', of({ 'hukou-place': 'unsure', permit: 'valid' }, { 'hukou-place': 'unsure' }), undefined],
    ["the household's not known", of({ permit: 'valid' }, { 'hukou-place': 'qh-other' }), undefined],
    ['their own permit', of({ 'hukou-place': 'outside', permit: 'valid' }, { 'hukou-place': 'qh-other', permit: 'none' }), 'none'],
  ])('%s', (_what, household, expected) => expect(answer(household, '1', 'permit')).toBe(expected))

  test("where only the household's hukou is open, that settles it too", () => {
    const settledBy = (household: Household) => readHousehold(questionnaire, household, asOf).member('1')?.settledBy('permit')
    expect(settledBy(of({ permit: 'valid' }, { 'hukou-place': 'qh-other' }))).toEqual(['hukou-place', 'permit'])
    expect(settledBy(of({ permit: 'valid' }, {}))).toEqual(['permit'])
    expect(settledBy(of({}, { 'hukou-place': 'qh-other', permit: 'none' }))).toEqual(['permit'])
  })
})

describe('what another member of age holds', () => {
  const holds = ofAParent(isOneOf('permit', ['valid']))
  const held = (household: Household) => {
    const member = readHousehold(questionnaire, household, asOf).member('1')
    return member && evaluate(holds, member).truth
  }
  const child = { 'birth-date': '2015-05-05' }
  test.each<[string, Household, Truth]>([
    ['one of age has one', of({ permit: 'none' }, child, { 'birth-date': '2009-03-01', permit: 'valid' }), 'yes'],
    ['not one who is of age the next day', of({ permit: 'none' }, child, { 'birth-date': '2009-03-02', permit: 'valid' }), 'no'],
    ['nobody knows their age', of({ permit: 'none' }, child, { permit: 'valid' }), 'unknown'],
    ['nobody knows their permit', of({}, child, { 'birth-date': '1985-05-05' }), 'unknown'],
    ['never their own', of({ permit: 'none' }, { 'birth-date': '1985-05-05', permit: 'valid' }), 'no'],
  ])('%s: %s', (_what, household, truth) => expect(held(household)).toBe(truth))
})

test('a question there is none of has no answer, whatever is stored', () => {
  const member = { id: '1', answers: { gone: 'yes' } }
  expect(answerFor(questionnaire.questions, { answers: { gone: 'no' }, members: [member] }, member, 'gone')).toBeUndefined()
})

test('one answer is replaced or taken away, of the household or of one member', () => {
  const before = of({ permit: 'none', land: ['arable'] }, { work: 'casual' }, { work: 'casual' })
  expect(withAnswer(before, null, 'permit', 'valid')).toStrictEqual(
    of({ permit: 'valid', land: ['arable'] }, { work: 'casual' }, { work: 'casual' }),
  )
  expect(withAnswer(before, null, 'permit', undefined)).toStrictEqual(of({ land: ['arable'] }, { work: 'casual' }, { work: 'casual' }))
  expect(withAnswer(before, '2', 'work', undefined)).toStrictEqual(of({ permit: 'none', land: ['arable'] }, { work: 'casual' }, {}))
  expect(withAnswer(before, '1', 'work', 'retired')).toStrictEqual(
    of({ permit: 'none', land: ['arable'] }, { work: 'retired' }, { work: 'casual' }),
  )
})
