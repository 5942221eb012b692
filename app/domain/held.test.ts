import { expect, test } from 'vitest'
import type { Expr } from './condition.ts'
import { heldBy } from './held.ts'
import type { Truth } from './truth.ts'
import type { Condition, ConditionKind } from './verdict.ts'
import { allOf, isUnanswered } from './vocabulary.ts'

const says = (question: string, truths: Record<string, Truth | Expr>): Expr => ({ op: 'match', question, truths, skipped: 'no' })
const condition = (kind: ConditionKind, when: Expr): Condition => ({
  ...{ id: 'C1', kind, when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})

test('one has a service already by the options that say so or lead further, of conditions of that kind only', () => {
  const conditions = [
    condition('hard', says('place', { town: 'yes', country: 'no' })),
    condition('held', allOf(says('stay', { registered: 'yes', not: 'no', forgot: 'unknown' }), isUnanswered('work'))),
    condition('held', says('work', { job: says('card', { valid: 'yes', none: 'no' }), none: 'no' })),
    condition('held', says('stay', { counted: 'yes' })),
  ]
  expect(heldBy(conditions)).toEqual([
    { question: 'stay', options: ['registered', 'counted'] },
    { question: 'work', options: ['job'] },
    { question: 'card', options: ['valid'] },
  ])
  expect(heldBy(conditions)).toBe(heldBy(conditions))
})
