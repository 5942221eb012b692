import { describe, expect, test } from 'vitest'
import { type Expr, type Subject, traced } from './condition.ts'
import { type Questionnaire, readHousehold } from './household.ts'
import { missingFor } from './missing.ts'
import type { Answer } from './question.ts'
import type { Truth } from './truth.ts'
import { type Condition, type ConditionKind, conditionKinds, judge, questionsAskedBy, undecided, type Verdict } from './verdict.ts'
import { agedAtLeast, allOf, anyOf, belowRetirementAge, notOf } from './vocabulary.ts'

const condition = (id: string, kind: ConditionKind, when: Expr): Condition => ({
  ...{ id, kind, when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})
const is = (truth: Truth): Expr => ({ op: 'always', truth })
const says = (question: string, truths: Record<string, Truth | Expr> = { yes: 'yes', no: 'no' }): Expr => ({
  ...{ op: 'match', question, truths, skipped: 'unknown' },
})
const choice = { of: 'member', kind: 'choice', options: ['yes', 'no', 'one', 'two'] } as const
const questions = { a: choice, b: choice, c: choice, d: choice, e: choice, z: choice }
const questionnaire: Questionnaire = {
  questions: { ...questions, 'birth-date': { of: 'member', kind: 'birth-date' }, sex: { ...choice, options: ['male', 'female'] } },
  skips: {},
}
const subject = (answers: Record<string, Answer>): Subject => {
  const found = readHousehold(questionnaire, { answers: {}, members: [{ id: '1', answers }] }, '2027-03-01').member('1')
  if (!found) throw new Error('No member')
  return found
}
const missing = (conditions: readonly Condition[], answers: Record<string, Answer> = {}) =>
  missingFor(questionnaire, conditions, judge(conditions, subject(answers)), subject(answers))

/** Scope before what is held before hard before what is unknown; what is local or can be done is never no. @source fact base, section 0 */
test.each<[readonly (readonly [ConditionKind, Truth])[], Verdict, readonly string[]]>([
  [[], 'eligible', []],
  [[['scope', 'yes']], 'eligible', ['C0']],
  [
    [
      ['scope', 'yes'],
      ['hard', 'yes'],
      ['procedure', 'yes'],
      ['local', 'yes'],
    ],
    'eligible',
    ['C0', 'C1', 'C2', 'C3'],
  ],
  [[['scope', 'no']], 'not-applicable', ['C0']],
  [
    [
      ['hard', 'no'],
      ['scope', 'no'],
      ['scope', 'unknown'],
    ],
    'not-applicable',
    ['C1'],
  ],
  [
    [
      ['hard', 'no'],
      ['scope', 'unknown'],
    ],
    'not-yet',
    ['C0'],
  ],
  [
    [
      ['hard', 'no'],
      ['hard', 'no'],
      ['local', 'no'],
    ],
    'not-yet',
    ['C0', 'C1'],
  ],
  [[['scope', 'unknown']], 'possible', ['C0']],
  [
    [
      ['held', 'yes'],
      ['hard', 'no'],
      ['scope', 'unknown'],
    ],
    'already',
    ['C0'],
  ],
  [
    [
      ['hard', 'yes'],
      ['held', 'yes'],
      ['held', 'no'],
    ],
    'already',
    ['C1'],
  ],
  [
    [
      ['held', 'yes'],
      ['scope', 'no'],
    ],
    'not-applicable',
    ['C1'],
  ],
  [
    [
      ['held', 'unknown'],
      ['hard', 'no'],
    ],
    'not-yet',
    ['C1'],
  ],
  [
    [
      ['held', 'unknown'],
      ['hard', 'yes'],
    ],
    'possible',
    ['C0'],
  ],
  [
    [
      ['held', 'no'],
      ['hard', 'no'],
    ],
    'not-yet',
    ['C1'],
  ],
  [
    [
      ['held', 'no'],
      ['scope', 'yes'],
    ],
    'eligible',
    ['C1'],
  ],
  [
    [
      ['hard', 'unknown'],
      ['scope', 'yes'],
    ],
    'possible',
    ['C0'],
  ],
  [[['procedure', 'no']], 'possible', ['C0']],
  [
    [
      ['local', 'no'],
      ['hard', 'yes'],
    ],
    'possible',
    ['C0'],
  ],
  [
    [
      ['procedure', 'unknown'],
      ['local', 'unknown'],
    ],
    'possible',
    ['C0', 'C1'],
  ],
])('%j: %s, decided by %j', (kinds, verdict, deciding) => {
  const conditions = kinds.map(([kind, truth], index) => condition(`C${index}`, kind, is(truth)))
  expect(judge(conditions, subject({}))).toMatchObject({ verdict, deciding })
})

describe('what is still missing', () => {
  const [scope, hard, procedure, local] = [
    condition('C0', 'scope', says('a')),
    condition('C1', 'hard', says('b')),
    condition('C2', 'procedure', says('c')),
    condition('C3', 'local', says('d')),
  ] as const

  test('everything that could change it, in the order of the conditions', () => {
    expect(missing([scope, hard, procedure, local])).toEqual(['a', 'b', 'c', 'd'])
    expect(missing([scope, hard], { a: 'yes' })).toEqual(['b'])
  })

  test('nothing where it is settled', () => {
    expect(missing([scope, hard], { a: 'no' })).toEqual([])
    expect(missing([scope, hard], { a: 'yes', b: 'yes' })).toEqual([])
  })

  test('once a hard one is no, only what could put it out of scope', () => {
    expect(missing([scope, hard, procedure], { b: 'no' })).toEqual(['a'])
    expect(missing([hard, procedure], { b: 'no' })).toEqual([])
    expect(missing([hard, condition('C5', 'hard', says('e'))], { b: 'no' })).toEqual([])
  })

  test('what one may have already is asked once a hard one is no, and once one has it only what could put it out of scope', () => {
    const held = condition('H1', 'held', says('e'))
    expect(missing([scope, held, hard, procedure], { a: 'yes', b: 'no' })).toEqual(['e'])
    expect(missing([scope, held, hard, procedure], { e: 'yes' })).toEqual(['a'])
    expect(missing([held, hard, procedure], { e: 'yes' })).toEqual([])
  })

  test('where it can never be eligible, only what could be no', () => {
    const never = condition('C9', 'local', is('unknown'))
    expect(missing([hard, procedure, local, never])).toEqual(['b'])
    expect(missing([condition('C1', 'hard', says('b', { yes: 'yes', no: 'unknown' })), never])).toEqual([])
    expect(missing([condition('C1', 'hard', notOf(says('b', { yes: 'yes', no: 'unknown' }))), never])).toEqual(['b'])
    expect(missing([scope, never])).toEqual(['a'])
    expect(missing([condition('C0', 'scope', says('a', { yes: 'yes', no: 'unknown' })), never])).toEqual([])
  })

  test('of a range of days of birth as well, while it settles nothing', () => {
    const adult = condition('C1', 'hard', agedAtLeast(18))
    expect(missing([adult], { 'birth-date': '2009-01-01/2009-12-31' })).toEqual(['birth-date'])
    expect(missing([adult], { 'birth-date': '2008-01-01/2008-12-31' })).toEqual([])
  })

  test('through an answer that leads to a further question', () => {
    const never = condition('C9', 'local', is('unknown'))
    const deeper = says('a', { yes: says('b', { yes: 'yes', no: 'unknown' }), no: 'no' })
    expect(missing([condition('C1', 'hard', deeper)], { a: 'yes' })).toEqual(['b'])
    // With "yes" to the first it can be yes or unknown, never no.
    expect(missing([condition('C1', 'hard', deeper), never], { a: 'yes' })).toEqual([])
    expect(missing([condition('C1', 'hard', says('a', { yes: says('b'), no: 'no' })), never], { a: ['yes', 'no'] })).toEqual(['b'])
    expect(missing([condition('C1', 'hard', anyOf(says('b'), is('yes'))), never])).toEqual([])
    expect(missing([condition('C1', 'hard', anyOf(says('b'), is('unknown'))), never])).toEqual([])
    expect(missing([condition('C1', 'hard', anyOf(says('b'), is('no'))), never])).toEqual(['b'])
  })
})

/** Whether answers can still make an open expression yes, and no: what else is asked depends on it. */
describe('what answers can still come to', () => {
  const [open, rest] = [condition('C8', 'local', says('z')), condition('C9', 'local', is('unknown'))]
  const [never, doubt] = [
    { yes: 'yes', no: 'unknown' },
    { yes: 'unknown', no: 'no' },
  ] as const
  test.each<[string, Expr, Record<string, Answer>, boolean, boolean]>([
    ['all of what is open and what is so', allOf(says('b'), is('yes')), {}, true, true],
    ['all of what is open and what nobody knows', allOf(says('b'), is('unknown')), {}, false, true],
    ['all of what is open and what was answered well', allOf(says('b'), says('c')), { c: 'yes' }, true, true],
    ['all of two that can be yes', allOf(says('b', never), says('c', never)), {}, true, false],
    ['all of two, one of which can be no', allOf(says('b', never), says('c')), {}, true, true],
    ['all of two, one of which can only be no', allOf(says('b'), says('c', doubt)), {}, false, true],
    ['one of two, one of which can be yes', anyOf(says('b', doubt), says('c')), {}, true, true],
    ['one of two, one of which is never no', anyOf(says('b', never), says('c')), {}, true, false],
    ['one of two that are never yes', anyOf(says('b', doubt), says('c', doubt)), {}, false, true],
    ['what leads to a further question', says('b', { yes: says('c', never), no: 'unknown' }), {}, true, false],
    ['what led to one', says('b', { yes: says('c', never), no: 'no' }), { b: 'yes' }, true, false],
    ['several answers, one of which led to one', says('b', { one: 'unknown', two: says('c', never) }), { b: ['one', 'two'] }, true, false],
    ['one of several answers that is no', says('b', { one: 'no', two: says('c') }), { b: ['one', 'two'] }, true, true],
    ['one of several answers there is none of any more', says('b', { two: says('c') }), { b: ['gone', 'two'] }, true, false],
    ['an age before a day of birth is known', agedAtLeast(18), {}, true, true],
    ['a retirement before anything is known', belowRetirementAge, {}, true, true],
    ['the contrary', notOf(says('b', never)), {}, false, true],
  ])('%s', (_what, when, answers, yes, no) => {
    const hardOne = condition('C1', 'hard', when)
    expect(missing([hardOne, open], answers).includes('z'), 'yes').toBe(yes)
    expect(missing([hardOne, rest], answers).length > 0, 'no').toBe(no)
  })
})

test.each<[Verdict, readonly ConditionKind[]]>([
  ['not-applicable', []],
  ['already', ['scope']],
  ['not-yet', ['scope', 'held']],
  ['possible', ['scope', 'held', 'hard', 'procedure', 'local']],
  ['eligible', []],
])('of a verdict that is %s what is unknown of kind %j can make another', (verdict, kinds) => {
  const judged = (['unknown', 'yes'] as const).flatMap((truth) =>
    conditionKinds.map((kind) => ({ condition: condition(truth, kind, is(truth)), truth, trace: traced(truth) })),
  )
  expect(undecided(verdict, judged).map(({ condition: { id, kind } }) => [id, kind])).toEqual(kinds.map((kind) => ['unknown', kind]))
})

test('the questions of conditions, each once', () =>
  expect(questionsAskedBy([condition('C0', 'hard', anyOf(says('a'), says('b'))), condition('C1', 'local', says('a'))])).toEqual(['a', 'b']))
