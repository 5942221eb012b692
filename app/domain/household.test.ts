import { describe, expect, test } from 'vitest'
import { questions } from '#app/services/household.ts'
import { agedAtLeast, type Expr } from './condition.ts'
import { type Answers, type Household, type Questionnaire, readHousehold } from './household.ts'

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

  test('what is left out means what its question says, but not while one is still being asked', () => {
    expect(answer(of({}, {}), '1', 'jobloss')).toBe('no')
    expect(readHousehold(questionnaire, of({}, {}), asOf, 'open').member('1')?.answer('jobloss')).toBeUndefined()
    expect(answer(of({}, { jobloss: 'voluntary' }), '1', 'jobloss')).toBe('voluntary')
  })

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

/** A child counts as holding what a parent it lives with holds; 18 on 2027-03-01: born on 2009-03-01. @source fact base, section C */
describe('a child holds the permit of a parent it lives with', () => {
  const [child, adult, holder] = [
    { 'birth-date': '2015-05-05' },
    { 'birth-date': '1985-05-05' },
    { 'birth-date': '1985-05-05', permit: 'valid' },
  ]
  test.each<[string, Household, unknown]>([
    ['one parent has one', of({ permit: 'none' }, child, adult, holder), 'valid'],
    ['no parent has one', of({ permit: 'none' }, child, adult), 'none'],
    ['nobody answered', of({}, child), undefined],
    ['nobody answered, its age not known', of({}, {}), undefined],
    ['nobody answered, and there is a parent', of({}, child, adult), 'unsure'],
    ['a parent is not sure', of({ permit: 'none' }, child, { ...adult, permit: 'unsure' }), 'unsure'],
    ['one is not sure, another has one', of({ permit: 'none' }, child, { ...adult, permit: 'unsure' }, holder), 'valid'],
    ['it is of age that day', of({ permit: 'none' }, { 'birth-date': '2009-03-01' }, holder), 'none'],
    ['it is of age the next day', of({ permit: 'none' }, { 'birth-date': '2009-03-02' }, holder), 'valid'],
    ['it may be of age', of({ permit: 'none' }, { 'birth-date': '2009-03-01/2009-03-02' }, holder), 'unsure'],
    ['its age is not known', of({ permit: 'none' }, {}, holder), 'unsure'],
    ['it is not sure of its age', of({ permit: 'none' }, { 'birth-date': 'unsure' }, holder), 'unsure'],
    ['its age is no day', of({ permit: 'none' }, { 'birth-date': ['2015-05-05'] }, holder), 'unsure'],
    ['its age is not known, and nobody has one', of({ permit: 'none' }, {}, adult), 'none'],
    ['the other is of age that day', of({ permit: 'none' }, child, { ...holder, 'birth-date': '2009-03-01' }), 'valid'],
    ['the other is not', of({ permit: 'none' }, child, { ...holder, 'birth-date': '2009-03-02' }), 'none'],
    ['the other may be', of({ permit: 'none' }, child, { ...holder, 'birth-date': '2009-03-01/2009-03-02' }), 'unsure'],
    ['it lives elsewhere', of({ permit: 'none' }, { ...child, 'lives-together': 'no' }, holder), 'none'],
    ['it says it lives there', of({ permit: 'none' }, { ...child, 'lives-together': 'yes' }, holder), 'valid'],
    ['nobody knows where it lives', of({ permit: 'none' }, { ...child, 'lives-together': 'unsure' }, holder), 'unsure'],
    ['the parent lives elsewhere', of({ permit: 'none' }, child, { ...holder, 'lives-together': 'no' }), 'none'],
    ['nobody knows where the parent lives', of({ permit: 'none' }, child, { ...holder, 'lives-together': 'unsure' }), 'unsure'],
    ['it has one itself, the parent none', of({ permit: 'none' }, { ...child, permit: 'valid' }, adult), 'valid'],
    ['it has one itself, the parent is not sure', of({}, { ...child, permit: 'valid' }, { ...adult, permit: 'unsure' }), 'valid'],
    ['its own has lapsed, that of the parent is valid', of({}, { ...child, permit: 'lapsed' }, holder), 'valid'],
  ])('%s', (_what, household, expected) => expect(answer(household, '1', 'permit')).toBe(expected))

  test('only of what parents share', () => {
    expect(answer(of({ 'hukou-place': 'outside' }, child, { ...adult, 'hukou-place': 'same-town' }), '1', 'hukou-place')).toBe('outside')
    expect(answer(of({}, { ...child, 'hukou-place': 'same-town' }, adult), '1', 'hukou-place')).toBe('same-town')
  })

  test('also where nobody is asked who lives there', () => {
    const { 'lives-together': _, ...asked } = questionnaire.questions
    const reading = readHousehold({ ...questionnaire, questions: asked }, of({}, child, holder), asOf)
    expect(reading.member('1')?.answer('permit')).toBe('valid')
  })
})
