import { describe, expect, test } from 'vitest'
import { type Expr, evaluate, type Subject, traced } from './condition.ts'
import type { Answer } from './question.ts'
import type { Truth } from './truth.ts'
import { type Condition, type ConditionKind, judge } from './verdict.ts'
import { parentsIn, type Variable, verdictVariables } from './verdict-diagram.ts'
import { agedAtLeast, allOf, anyOf, asAnswered, belowRetirementAge, isUnanswered, notOf, ofAParent, unknown } from './vocabulary.ts'

// What a verdict depends on, by the definition: two ways of answering that differ in one variable alone come to different verdicts.

const asOf = '2027-03-01'
type Skips = Readonly<Record<string, Expr>>

const says = (question: string, truths: Record<string, Truth | Expr> = { yes: 'yes', no: 'no' }, skipped: Truth = 'no'): Expr => ({
  ...{ op: 'match', question, truths, skipped },
})
const [a, b, c] = [says('a'), says('b'), says('c')]
const condition = ([kind, when]: readonly [ConditionKind, Expr], at: number): Condition => ({
  ...{ id: `C${at}`, kind, when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})
const asked = (question: string, ...values: readonly Answer[]): Variable => ({
  question,
  values: values.length > 0 ? values : ['unsure', 'yes', 'no'],
})
const birth = asked('birth-date', 'unsure', '2000-01-01', '2020-01-01')
const [hasWork, hasRoom] = [ofAParent(says('work')), ofAParent(says('room'))]
const parent = (of: Expr, ...values: readonly Truth[]): Variable => ({
  parent: of,
  values: values.length > 0 ? values : ['yes', 'no', 'unknown'],
})

/** Somebody who answered each variable with one of its values. */
function subjectOf(variables: readonly Variable[], values: readonly (Answer | Truth)[], skips: Skips): Subject {
  const found = (is: (variable: Variable) => boolean) => values[variables.findIndex(is)]
  const subject: Subject = {
    asOf,
    answer: (id) => found((one) => 'question' in one && one.question === id),
    isSkipped: (id) => subject.skip(id)?.truth === 'yes',
    skip: (id) => skips[id] && evaluate(skips[id], subject),
    ofAParent: (of) => traced((found((one) => 'parent' in one && one.parent === of) as Truth | undefined) ?? 'unknown'),
    settledBy: (id) => [id],
  }
  return subject
}

/** By trying every way of answering. */
function byTrying(conditions: readonly Condition[], skips: Skips, variables: readonly Variable[]): number[] {
  const ways = variables.reduce<(Answer | Truth)[][]>((all, { values }) => all.flatMap((way) => values.map((one) => [...way, one])), [[]])
  const verdicts = new Map(ways.map((way) => [JSON.stringify(way), judge(conditions, subjectOf(variables, way, skips)).verdict]))
  return variables.flatMap(({ values }, at) => {
    const matters = ways.some((way) =>
      values.some((one) => verdicts.get(JSON.stringify(way.with(at, one))) !== verdicts.get(JSON.stringify(way))),
    )
    return matters ? [at] : []
  })
}

type Case = [string, readonly (readonly [ConditionKind, Expr])[], readonly Variable[], readonly number[]]

function compare(of: Case[1], variables: Case[2], expected: Case[3], skips: Skips) {
  const conditions = of.map(condition)
  expect(byTrying(conditions, skips, variables)).toEqual(expected)
  expect([...verdictVariables(conditions, skips, variables, asOf)].sort()).toEqual(expected)
}

describe('a verdict depends on', () => {
  test.each<Case>([
    ['what is looked at, and nothing else', [['hard', b]], [asked('a'), asked('b')], [1]],
    ['nothing, where nothing is looked at', [['hard', unknown]], [asked('a')], []],
    ['nothing, where there is no condition', [], [asked('a')], []],
    ['nothing that has one answer', [['hard', allOf(a, b)]], [asked('a'), asked('b', 'yes')], [0]],
    ['nothing more, where one answer decides', [['hard', allOf(a, b)]], [asked('a'), asked('b', 'no')], []],
    ['either of two', [['hard', anyOf(b, a)]], [asked('a'), asked('b')], [0, 1]],
    ['neither, where a third says yes', [['hard', anyOf(a, b, c)]], [asked('a'), asked('b'), asked('c', 'yes')], []],
    ['what speaks against it', [['hard', notOf(a)]], [asked('a')], [0]],
    [
      'scope first',
      [
        ['hard', a],
        ['scope', b],
      ],
      [asked('a', 'yes', 'no'), asked('b', 'no')],
      [],
    ],
    [
      'what is held before what is hard',
      [
        ['hard', a],
        ['held', b],
      ],
      [asked('a', 'yes', 'no'), asked('b', 'yes')],
      [],
    ],
    [
      'scope also where it is held',
      [
        ['held', a],
        ['scope', b],
      ],
      [asked('a', 'yes'), asked('b', 'yes', 'no')],
      [1],
    ],
    [
      'what is held also where it is not yet',
      [
        ['hard', a],
        ['held', b],
      ],
      [asked('a', 'no'), asked('b')],
      [1],
    ],
    [
      'nothing else, where it is not yet',
      [
        ['hard', a],
        ['local', b],
      ],
      [asked('a', 'no'), asked('b')],
      [],
    ],
    ['not on whether a local condition is no or open', [['local', a]], [asked('a', 'unsure', 'no')], []],
    ['but on whether it is yes', [['local', a]], [asked('a', 'yes', 'no')], [0]],
    ['an age', [['hard', agedAtLeast(18)]], [birth], [0]],
    ['none all of whose days agree', [['hard', agedAtLeast(18)]], [asked('birth-date', '2000-01-01', '1990-01-01/1990-12-31')], []],
    [
      'sex, in the years of retirement only',
      [['hard', belowRetirementAge]],
      [asked('birth-date', '1970-01-01', '1990-01-01'), asked('sex', 'unsure', 'male', 'female')],
      [0, 1],
    ],
    ['not before', [['hard', belowRetirementAge]], [asked('birth-date', '1990-01-01'), asked('sex', 'male', 'female')], []],
    ['whether something was answered', [['hard', isUnanswered('a')]], [asked('a', 'unsure', 'no')], [0]],
    ['or was not', [['hard', notOf(isUnanswered('a'))]], [asked('a', 'unsure', 'no')], [0]],
    ['of several options one that says yes', [['hard', says('a', { yes: 'yes', no: 'no' })]], [asked('a', ['no'], ['no', 'yes'])], [0]],
    ['an empty list is open', [['hard', says('a', { x: 'unknown' })]], [asked('a', [], ['x'])], []],
    ['where an answer leads further, what that looks at', [['hard', says('a', { yes: b, no: 'no' })]], [asked('a'), asked('b')], [0, 1]],
    ['only there', [['hard', says('a', { yes: b, no: 'no' })]], [asked('a', 'no', 'unsure'), asked('b')], [0]],
    ['an option it knows nothing of is open', [['hard', says('a', { yes: 'yes' })]], [asked('a', 'unsure', 'other')], []],
    [
      'a question that is none of the variables is open',
      [
        ['hard', says('x')],
        ['local', a],
      ],
      [asked('a')],
      [],
    ],
    ['what a parent holds', [['hard', hasRoom]], [parent(hasWork), parent(hasRoom), asked('a')], [1]],
    ['no parent whose case is known', [['hard', anyOf(hasWork, a)]], [asked('a'), parent(hasWork, 'no')], [0]],
    [
      'a parent that is none of the variables is open',
      [
        ['hard', hasWork],
        ['local', a],
      ],
      [asked('a')],
      [],
    ],
  ])('%s', (_what, of, variables, expected) => compare(of, variables, expected, {}))
})

describe('where a question may not arise, a verdict depends on', () => {
  const [all, skipsA] = [[asked('a'), asked('b'), asked('c')], { a: b }]
  test.each<[...Case, Skips]>([
    ['what its rule looks at too', [['hard', a]], all, [0, 1], skipsA],
    ['not on its answer, where it does not arise', [['hard', a]], [asked('a'), asked('b', 'yes')], [], skipsA],
    ['not on the rule, where both ways agree', [['hard', a]], [asked('a', 'no'), asked('b')], [], skipsA],
    ['on it, where they do not', [['hard', a]], [asked('a', 'yes'), asked('b')], [1], skipsA],
    ['on the answer, where it arises', [['local', a]], [asked('a'), asked('b', 'no')], [0], skipsA],
    ['not on an answer that is open as long as the rule is', [['local', a]], [asked('a', 'yes', 'no'), asked('b', 'unsure')], [], skipsA],
    ['on what the rule of the rule looks at', [['hard', a]], all, [0, 1, 2], { a: b, b: c }],
    ['not on that, where the rule takes what was answered', [['hard', a]], all, [0, 1], { a: asAnswered(b), b: c }],
    ['on whether it was answered, whether it arises or not', [['hard', isUnanswered('a')]], all, [0], skipsA],
    ['as a condition takes what was answered', [['hard', asAnswered(a)]], all, [0], skipsA],
    ['each of two that look at each other', [['hard', a]], all, [0, 1], { a: asAnswered(b), b: asAnswered(a) }],
  ])('%s', (_what, of, variables, expected, skips) => compare(of, variables, expected, skips))
})

test('what parents are asked is found in every part of the conditions, each once', () => {
  const conditions = [allOf(a, notOf(hasWork)), anyOf(hasRoom, hasWork), a].map((when, at) => condition(['hard', when], at))
  expect(parentsIn(conditions)).toEqual([hasWork, hasRoom])
})
