import { describe, expect, test } from 'vitest'
import type { Rules } from '#app/domain/assessment.ts'
import type { Expr } from '#app/domain/condition.ts'
import type { Answers, Questionnaire } from '#app/domain/household.ts'
import type { Condition, ConditionKind } from '#app/domain/verdict.ts'
import { agedAtLeast, allOf, notOf } from '#app/domain/vocabulary.ts'
import { questions } from '#app/services/household.ts'
import { interview } from './interview.ts'

const asOf = '2027-03-01'
const questionnaire: Questionnaire = {
  questions: {
    'live-place': questions['live-place'],
    land: questions.land,
    'birth-date': questions['birth-date'],
    work: questions.work,
    jobloss: questions.jobloss,
  },
  skips: { work: notOf(agedAtLeast(16)) },
}
const condition = (id: string, kind: ConditionKind, when: Expr): Condition => ({
  ...{ id, kind, when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})
const says = (question: string, yes: string, no: string): Expr => ({
  ...{ op: 'match', question, truths: { [yes]: 'yes', [no]: 'no' }, skipped: 'no' },
})
const settle: Rules = { id: 'settle', unit: 'household', conditions: [condition('C1', 'scope', says('live-place', 'qh-town', 'not-yet'))] }
const training: Rules = {
  ...{ id: 'training', unit: 'member' },
  conditions: [
    condition('C1', 'scope', says('live-place', 'qh-town', 'not-yet')),
    condition('C2', 'hard', allOf(agedAtLeast(16), says('work', 'casual', 'retired'))),
  ],
}
const lost: Rules = { id: 'lost', unit: 'member', conditions: [condition('C1', 'hard', says('jobloss', 'voluntary', 'no'))] }

const asked = (rules: readonly Rules[], answers: Answers, ...members: Answers[]) =>
  interview(questionnaire, rules, { answers, members: members.map((own, index) => ({ id: String(index + 1), answers: own })) }, asOf).map(
    ({ question, member, answered }) => `${member ?? 'home'} ${question}${answered ? ' answered' : ''}`,
  )

describe('what is asked', () => {
  test('what could settle something, the household first, then ages, then person by person in the order of the questions', () =>
    expect(asked([training, settle], {}, {}, {})).toEqual(['home live-place', '1 birth-date', '2 birth-date', '1 work', '2 work']))

  test('nothing that no service looks at', () => {
    expect(asked([settle], {}, {})).toEqual(['home live-place'])
    expect(asked([], {}, {})).toEqual([])
  })

  test('of the household what a service of members looks at', () => expect(asked([training], {})).toEqual(['home live-place']))

  test('what only a member has to be asked of the household', () => {
    const differs = { ...questionnaire, questions: { 'hukou-place': questions['hukou-place'], ...questionnaire.questions } }
    const here: Rules = {
      ...settle,
      conditions: [
        condition('C1', 'scope', says('hukou-place', 'same-town', 'outside')),
        condition('C2', 'hard', says('land', 'none', 'arable')),
      ],
    }
    const steps = (...members: Answers[]) =>
      interview(
        differs,
        [here],
        { answers: { 'hukou-place': 'outside' }, members: members.map((answers, index) => ({ id: `${index}`, answers })) },
        asOf,
      )
    expect(steps({}).map(({ question }) => question)).toEqual(['hukou-place'])
    expect(steps({ 'hukou-place': 'same-town' }).map(({ question }) => question)).toEqual(['hukou-place', 'land'])
  })

  test('of a member what follows the answer they gave for themselves', () => {
    const ids = ['hukou-place', 'stay', 'land'] as const
    const differs = { questions: Object.fromEntries(ids.map((id) => [id, questions[id]])), skips: {} }
    const conditions = [
      condition('C1', 'hard', says('hukou-place', 'same-town', 'none')),
      condition('C2', 'hard', says('stay', 'ge6-reg', 'lt6-noreg')),
      condition('C3', 'hard', says('land', 'arable', 'none')),
    ]
    const steps = (answers: Answers, own: Answers) =>
      interview(differs, [{ id: 'one', unit: 'member', conditions }], { answers, members: [{ id: '1', answers: own }] }, asOf)
        .filter(({ member }) => member !== null)
        .map(({ question, answered }) => `${question}${answered ? ' answered' : ''}`)
    expect(steps({ 'hukou-place': 'outside' }, {})).toEqual([])
    expect(steps({ 'hukou-place': 'outside', stay: 'ge6-reg' }, { 'hukou-place': 'outside' })).toEqual([])
    expect(steps({ 'hukou-place': 'outside', stay: 'ge6-reg' }, { 'hukou-place': 'no-hukou' })).toEqual(['stay'])
    expect(steps({ 'hukou-place': 'outside' }, { 'hukou-place': 'no-hukou', stay: 'ge6-reg' })).toEqual(['stay answered'])
    // What stands in a stored check without the answer it follows is not asked again.
    expect(steps({ 'hukou-place': 'outside' }, { stay: 'ge6-reg' })).toEqual([])
  })

  test('of what one has already only what may put it out of scope', () => {
    const held: Rules = {
      ...{ id: 'held', unit: 'household' },
      conditions: [
        condition('C1', 'scope', says('live-place', 'qh-town', 'not-yet')),
        condition('H1', 'held', says('land', 'arable', 'none')),
        condition('C2', 'hard', says('jobloss', 'voluntary', 'no')),
      ],
    }
    expect(asked([held], {}, {})).toEqual(['home live-place', 'home land', '1 jobloss'])
    expect(asked([held], { land: ['arable'] }, {})).toEqual(['home live-place', 'home land answered'])
    expect(asked([held], { 'live-place': 'qh-town', land: ['arable'] }, {})).toEqual(['home live-place answered', 'home land answered'])
  })

  test('all of what one cannot have yet, to the last condition', () => {
    const notYet: Rules = {
      ...{ id: 'not-yet', unit: 'member' },
      conditions: [
        condition('C1', 'hard', says('live-place', 'qh-town', 'not-yet')),
        condition('C2', 'hard', says('land', 'arable', 'none')),
      ],
    }
    expect(asked([notYet], { 'live-place': 'not-yet' })).toEqual(['home live-place answered', 'home land'])
  })

  test('each answers for themselves', () =>
    expect(asked([training], { 'live-place': 'qh-town' }, { 'birth-date': '1990-01-01' }, {}).slice(1)).toEqual([
      ...['1 birth-date answered', '2 birth-date', '1 work', '2 work'],
    ]))

  test('nothing more of a service that is out of scope', () =>
    expect(asked([training], { 'live-place': 'not-yet' }, {})).toEqual(['home live-place answered']))

  test('what was answered stays in its place, as answered', () =>
    expect(asked([training], { 'live-place': 'qh-town' }, { 'birth-date': '1990-01-01' })).toEqual([
      'home live-place answered',
      '1 birth-date answered',
      '1 work',
    ]))

  test.each([
    ['2011-03-01', ['1 birth-date answered', '1 work']], // 16 that day
    ['2011-03-02', ['1 birth-date answered']],
  ])('whoever was born on %s: %j', (birth, expected) =>
    expect(asked([training], { 'live-place': 'qh-town' }, { 'birth-date': birth }).slice(1)).toEqual(expected),
  )

  test('an answer to what does not arise any more is not in it', () =>
    expect(asked([training], { 'live-place': 'qh-town' }, { 'birth-date': '2015-01-01', work: 'casual' })).toEqual([
      'home live-place answered',
      '1 birth-date answered',
    ]))

  test('an answer to what no service looks at is not in it, but for the day of birth, on which others depend', () =>
    expect(asked([settle], { 'live-place': 'qh-town', land: ['none'] }, { 'birth-date': '1990-01-01', work: 'casual' })).toEqual([
      'home live-place answered',
      '1 birth-date answered',
    ]))

  test('what decides whether a question arises, also where it makes no difference to what is known', () => {
    const worksOrNot: Expr = { op: 'match', question: 'work', truths: { casual: 'yes' }, skipped: 'unknown' }
    const works: Rules = { id: 'works', unit: 'member', conditions: [condition('C1', 'hard', worksOrNot)] }
    expect(asked([works], {}, {})).toEqual(['1 birth-date', '1 work'])
  })

  test('what being left out has a meaning for is asked all the same', () => expect(asked([lost], {}, {})).toEqual(['1 jobloss']))

  test('one who is not sure is not asked again', () => expect(asked([lost], {}, { jobloss: 'unsure' })).toEqual(['1 jobloss answered']))
})
