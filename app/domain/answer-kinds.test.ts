import { describe, expect, test } from 'vitest'
import { answerKinds, isPartlyOpen } from './answer-kinds.ts'
import type { Expr } from './condition.ts'
import { addDays, addMonths, type Day, isDay } from './day.ts'
import type { Answer, Questions } from './question.ts'
import type { Truth } from './truth.ts'
import type { Condition } from './verdict.ts'
import { agedAtLeast, allOf, belowRetirementAge, isUnanswered, notOf } from './vocabulary.ts'

const asOf = '2027-03-01'
const choice = { kind: 'choice', of: 'member', unsure: true } as const
const questions = {
  plan: { ...choice, options: ['stay', 'go', 'wait', 'later'] },
  place: { ...choice, options: ['stay', 'go'] },
  goods: { kind: 'many', of: 'member', options: ['land', 'herd', 'house', 'none'], alone: ['none'], unsure: true },
  sex: { ...choice, options: ['male', 'female'] },
  'birth-date': { kind: 'birth-date', of: 'member' },
  rooms: { kind: 'number', of: 'member', min: 0, max: 9 },
} as const satisfies Questions

type Id = keyof typeof questions
const says = (question: Id, truths: Record<string, Truth | Expr>): Expr => ({ op: 'match', question, truths, skipped: 'unknown' })
const has = (option: string) =>
  says('goods', Object.fromEntries(questions.goods.options.map((one) => [one, one === option ? 'yes' : 'no'])))
const conditions = (whens: readonly Expr[]) =>
  whens.map(
    (when, at): Condition => ({
      ...{ id: `C${at}`, kind: 'hard', when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
    }),
  )

/** The kinds of answers to a question, as these expressions tell them apart. */
const kindsOf = (id: Id, whens: readonly Expr[], on: Day = asOf, skips = {}) => answerKinds({ questions, skips }, conditions(whens), id, on)
/** Each in words, the options of a list once. */
const asText = (answers: readonly Answer[]) => answers.map((one) => [...new Set([one].flat())].join('+'))

const isGrown = agedAtLeast(16)
const movesOn = says('plan', { stay: 'no', go: 'yes', wait: 'no', later: 'unknown' })

describe('one answer of each kind, "not sure" first', () => {
  test.each<[string, Id, readonly Expr[], readonly string[]]>([
    ['options that come to the same are one kind', 'plan', [movesOn], ['unsure', 'wait', 'go', 'later']],
    ['nothing looks at them', 'plan', [isGrown], ['unsure', 'later']],
    [
      'another question with the same options tells none apart',
      'plan',
      [says('plan', { stay: 'yes', go: 'yes', wait: 'no', later: 'no' }), says('place', { stay: 'yes', go: 'no' })],
      ['unsure', 'go', 'later'],
    ],
    [
      'what one condition does not tell apart, another may',
      'plan',
      [says('plan', { stay: 'yes', go: 'yes', wait: 'no', later: 'no' }), says('plan', { stay: 'yes', go: 'no', wait: 'no', later: 'no' })],
      ['unsure', 'stay', 'go', 'later'],
    ],
    ['of an option nobody knows about, that it was chosen is known', 'plan', [says('plan', {})], ['unsure', 'later']],
    ['only whether it was answered is looked at', 'plan', [isUnanswered('plan')], ['unsure', 'later']],
    [
      'options that lead to one further part are one kind, and not that of a plain option',
      'plan',
      [says('plan', { stay: isGrown, go: isGrown, wait: notOf(isGrown), later: 'no' })],
      ['unsure', 'go', 'wait', 'later'],
    ],
    ['the sexes, where retirement is asked about', 'sex', [belowRetirementAge], ['unsure', 'male', 'female']],
    ['and nowhere else', 'sex', [isGrown], ['unsure', 'female']],
    ['retirement tells no plans apart', 'plan', [belowRetirementAge], ['unsure', 'later']],
    [
      'each option, and every two that go together',
      'goods',
      [has('land'), has('herd'), has('house')],
      ['unsure', 'land', 'herd', 'house', 'none', 'land+herd', 'land+house', 'herd+house'],
    ],
    ['of several options one is enough', 'goods', [has('land')], ['unsure', 'land+house', 'herd+house']],
    ['an age', 'birth-date', [isGrown], ['unsure', '2011-03-01', '2011-03-02']],
    ['an age when school starts', 'birth-date', [agedAtLeast(6, 'school-start')], ['unsure', '2021-08-31', '2021-09-01']],
    ['an age nobody has', 'birth-date', [agedAtLeast(2100)], ['unsure']],
    ['a number: no condition asks for one', 'rooms', [isUnanswered('rooms')], ['unsure']],
  ])('%s', (_what, id, whens, expected) => expect(asText(kindsOf(id, whens).all)).toEqual(expected))

  test('what only the rule looks at by which another question does not arise', () => {
    const skips = { place: movesOn }
    expect(asText(kindsOf('plan', [says('place', { stay: 'yes', go: 'no' })], asOf, skips).all)).toEqual(['unsure', 'wait', 'go', 'later'])
  })

  test('a child born today is one, and none that is not born yet', () =>
    expect(asText(kindsOf('birth-date', [agedAtLeast(0, 'school-start'), agedAtLeast(0)], '2027-09-01').all)).toEqual([
      'unsure',
      '2027-08-31',
      '2027-09-01',
    ]))

  test('no day before the first the calendar has', () => {
    const { all } = kindsOf('birth-date', [belowRetirementAge, agedAtLeast(41)], '0060-03-01')
    expect(all.slice(1).length).toBeGreaterThan(0)
    expect(all.slice(1).filter((day) => !isDay(String(day)))).toEqual([])
  })

  test('of every day of birth, through the years of retirement, there is one of its kind', () => {
    const { all, kindOf } = kindsOf('birth-date', [belowRetirementAge, agedAtLeast(16)])
    const there = new Set(all.map(kindOf))
    const lived = Array.from({ length: 12 * 90 }, (_, months) => addMonths(asOf, -months))
    expect(lived.filter((birth) => !there.has(kindOf(birth)))).toEqual([])
    expect(there.size).toBe(new Set(['unsure', ...lived].map(kindOf)).size)
  })
})

describe('within an answer that is open only partly', () => {
  test.each<[string, Id, readonly Expr[], Answer, readonly string[]]>([
    ['a range across an age', 'birth-date', [isGrown], '2010-06-01/2011-05-31', ['2010-06-01/2011-05-31', '2011-03-01', '2011-03-02']],
    ['one before it', 'birth-date', [isGrown], '2000-01-01/2000-12-31', ['2000-12-31']],
    ['one after it', 'birth-date', [isGrown], '2015-01-01/2015-12-31', ['2015-12-31']],
    [
      'a range across two ages',
      'birth-date',
      [isGrown, agedAtLeast(17)],
      '2010-01-01/2011-12-31',
      ['2010-01-01/2011-12-31', '2010-03-01', '2011-03-02', '2010-03-02'],
    ],
    ['a day of birth not known at all', 'birth-date', [isGrown], 'unsure', ['unsure', '2011-03-01', '2011-03-02']],
    [
      'options with "not sure" among them',
      'goods',
      [has('land'), has('herd'), has('house')],
      ['herd', 'unsure'],
      ['herd+unsure', 'herd', 'herd+land', 'herd+house'],
    ],
  ])('%s', (_what, id, whens, answer, expected) => expect(asText(kindsOf(id, whens).within(answer))).toEqual(expected))

  test.each<[Answer, boolean]>([
    ['2010-06-01/2011-05-31', true],
    ['2010-06-01', false],
    ['unsure', false],
    [['herd', 'unsure'], true],
    [['herd'], false],
    [['2010/2011'], false],
  ])('%j is one: %s', (answer, expected) => expect(isPartlyOpen(answer)).toBe(expected))
})

describe('the kind of an answer', () => {
  test('is the same in whatever order options and what they lead to stand', () => {
    const { kindOf } = kindsOf('goods', [says('goods', { land: isGrown, herd: notOf(isGrown), house: 'no', none: 'no' })])
    expect(kindOf(['herd', 'land'])).toBe(kindOf(['land', 'herd']))
    expect(kindOf(['herd', 'house'])).toBe(kindOf(['herd']))
    expect(new Set([['land'], ['herd'], ['land', 'herd'], ['house']].map(kindOf)).size).toBe(4)
  })

  test('of days of birth is one, where no age lies between them', () => {
    const { kindOf } = kindsOf('birth-date', [allOf(isGrown, isUnanswered('plan'))])
    expect(kindOf('1950-01-01')).toBe(kindOf('2000-01-01'))
    expect(kindOf('1950-01-01')).not.toBe(kindOf('2020-01-01'))
  })

  test('of an empty list is that of "not sure"', () => {
    const { kindOf } = kindsOf('goods', [says('goods', {})])
    expect(kindOf([])).toBe(kindOf('unsure'))
    expect(kindOf(['land'])).not.toBe(kindOf('unsure'))
  })
})

test('the kinds of one day are worked out once, until too many were asked for', () => {
  const [grown] = [conditions([isGrown])]
  const on = (day: Day) => answerKinds({ questions, skips: {} }, grown, 'birth-date', day)
  const first = on(asOf)
  for (let days = 1; days < 200; days++) on(addDays(asOf, days))
  expect(on(asOf)).toBe(first)
  on(addDays(asOf, 200))
  expect(on(asOf)).not.toBe(first)
})
