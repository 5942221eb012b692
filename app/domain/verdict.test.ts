import { describe, expect, test } from 'vitest'
import { agedAtLeast, anyOf, type Expr, notOf, type Subject } from './condition.ts'
import type { Answer } from './question.ts'
import type { Truth } from './truth.ts'
import { type Condition, type ConditionKind, judge, missingFor, questionsAskedBy, type Verdict } from './verdict.ts'

const condition = (id: string, kind: ConditionKind, when: Expr): Condition => ({
  ...{ id, kind, when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})
const is = (truth: Truth): Expr => ({ op: 'always', truth })
const says = (question: string, truths: Record<string, Truth | Expr> = { yes: 'yes', no: 'no' }): Expr => ({
  ...{ op: 'match', question, truths, skipped: 'unknown' },
})
const subject = (answers: Record<string, Answer>): Subject => ({ asOf: '2027-03-01', answer: (id) => answers[id], isSkipped: () => false })

/** Scope before hard before what is unknown; what is local or can be done is never no. @source fact base, section 0 */
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
  const missing = (conditions: readonly Condition[], answers: Record<string, Answer> = {}) =>
    missingFor(judge(conditions, subject(answers)), subject(answers))
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

test('the questions of conditions, each once', () =>
  expect(questionsAskedBy([condition('C0', 'hard', anyOf(says('a'), says('b'))), condition('C1', 'local', says('a'))])).toEqual(['a', 'b']))
