import { expect, test } from 'vitest'
import type { Expr } from './condition.ts'
import { groundsOf } from './grounds.ts'
import type { Question } from './question.ts'
import type { Condition } from './verdict.ts'
import { agedAtLeast, allOf, notOf } from './vocabulary.ts'

const choice: Question = { kind: 'choice', of: 'member', options: ['yes', 'no'] }
const questions: Record<string, Question> = { place: choice, permit: { ...choice, follows: 'place' }, stay: choice, moved: choice }
const says = (question: string): Expr => ({ op: 'match', question, truths: { yes: 'yes', no: 'no' }, skipped: 'no' })
const skips = { place: notOf(says('moved')), moved: agedAtLeast(18) }
const condition = (when: Expr): Condition => ({
  ...{ id: 'C1', kind: 'hard', when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})
const grounds = (when: Expr) => [...groundsOf({ questions, skips }, condition(when))]

test.each<[string, Expr, readonly string[]]>([
  ['what it looks at', allOf(says('stay'), agedAtLeast(16)), ['stay', 'birth-date']],
  ['by which rules that arises, and by which those do', says('place'), ['place', 'moved', 'birth-date']],
  ['what an answer follows, with its rules', says('permit'), ['permit', 'place', 'moved', 'birth-date']],
  ['a question there is none of any more', says('gone'), ['gone']],
])('a condition depends on %s', (_what, when, expected) => expect(grounds(when)).toEqual(expected))

test('which is worked out once', () => {
  const one = condition(says('permit'))
  expect(groundsOf({ questions, skips }, one)).toBe(groundsOf({ questions, skips }, one))
})

test('a field depends on what its question does not arise by, though not on its answer', () => {
  expect([...groundsOf({ questions, skips }, { question: 'place' })]).toEqual(['moved', 'birth-date'])
  expect([...groundsOf({ questions, skips }, { question: 'stay', when: says('permit') })]).toEqual([
    'permit',
    'place',
    'moved',
    'birth-date',
  ])
  expect([...groundsOf({ questions, skips }, {})]).toEqual([])
})
