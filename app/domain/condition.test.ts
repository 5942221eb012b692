import { describe, expect, test } from 'vitest'
import { type Expr, evaluate, openQuestions, type Subject, traced } from './condition.ts'
import { questionsOf } from './condition-parts.ts'
import { type Answer, defineQuestions } from './question.ts'
import { all, any, not, type Truth } from './truth.ts'
import {
  agedAtLeast,
  allOf,
  anyOf,
  asAnswered,
  belowRetirementAge,
  isUnanswered,
  notOf,
  ofAParent,
  unknown,
  vocabulary,
} from './vocabulary.ts'

const questions = defineQuestions({
  rooms: { of: 'household', kind: 'choice', options: ['one', 'two', 'many'] },
  land: { of: 'household', kind: 'many', options: ['none', 'arable', 'forest'] },
})
const { match, isOneOf } = vocabulary(questions)
const [yes, no]: Expr[] = [
  { op: 'always', truth: 'yes' },
  { op: 'always', truth: 'no' },
]

function subject(answers: Record<string, Answer>, skipped: readonly string[] = [], maybe: readonly string[] = []): Subject {
  return {
    ...{ asOf: '2027-03-01', answer: (id) => answers[id], isSkipped: (id) => skipped.includes(id), settledBy: (id) => [id] },
    skip: (id) => traced(maybe.includes(id) ? 'unknown' : skipped.includes(id) ? 'yes' : 'no', 'rooms', maybe.includes(id)),
    ofAParent: ({ of }) => evaluate(of, subject({ rooms: 'many' })),
  }
}
const truthOf = (expr: Expr, answers: Record<string, Answer> = {}, skipped: readonly string[] = []) =>
  evaluate(expr, subject(answers, skipped)).truth
const openIn = (expr: Expr, answers: Record<string, Answer> = {}, skipped: readonly string[] = []) =>
  openQuestions(evaluate(expr, subject(answers, skipped)))

/** Kleene's tables for three truths. */
test.each<[Truth[], Truth, Truth]>([
  [[], 'yes', 'no'],
  [['yes'], 'yes', 'yes'],
  [['no'], 'no', 'no'],
  [['unknown'], 'unknown', 'unknown'],
  [['yes', 'yes'], 'yes', 'yes'],
  [['yes', 'no'], 'no', 'yes'],
  [['yes', 'unknown'], 'unknown', 'yes'],
  [['no', 'no'], 'no', 'no'],
  [['no', 'unknown'], 'no', 'unknown'],
  [['unknown', 'unknown'], 'unknown', 'unknown'],
])('of %j: all is %s, any is %s', (truths, both, one) => {
  for (const some of [truths, truths.toReversed()]) expect([all(some), any(some)]).toEqual([both, one])
  const parts = truths.map((truth): Expr => ({ op: 'always', truth }))
  expect([truthOf(allOf(...parts)), truthOf(anyOf(...parts))]).toEqual([both, one])
})

test.each<[Truth, Truth]>([
  ['yes', 'no'],
  ['no', 'yes'],
  ['unknown', 'unknown'],
])('not %s is %s', (truth, turned) => {
  expect(not(truth)).toBe(turned)
  expect(truthOf(notOf({ op: 'always', truth }))).toBe(turned)
})

describe('what an answer comes to', () => {
  const rooms = match('rooms', { one: 'yes', two: 'no', many: 'unknown' }, 'no')
  test.each<[string, Record<string, Answer>, readonly string[], Truth, readonly string[]]>([
    ['a good one', { rooms: 'one' }, [], 'yes', []],
    ['a bad one', { rooms: 'two' }, [], 'no', []],
    ['one that settles nothing', { rooms: 'many' }, [], 'unknown', []],
    ['none', {}, [], 'unknown', ['rooms']],
    ['not sure', { rooms: 'unsure' }, [], 'unknown', ['rooms']],
    ['one there is no option of any more', { rooms: 'palace' }, [], 'unknown', []],
    ['one that takes no part, since the question does not arise', { rooms: 'one' }, ['rooms'], 'no', []],
  ])('%s', (_what, answers, skipped, truth, open) => {
    expect(truthOf(rooms, answers, skipped)).toBe(truth)
    expect(openIn(rooms, answers, skipped)).toEqual(open)
  })

  const land = match('land', { none: 'no', arable: 'yes', forest: 'unknown' })
  test.each<[readonly string[], Truth, readonly string[]]>([
    [['none'], 'no', []],
    [['arable'], 'yes', []],
    [['none', 'arable'], 'yes', []],
    [['none', 'forest'], 'unknown', []],
    [['none', 'unsure'], 'unknown', ['land']],
    [['unsure', 'arable'], 'yes', []],
    [['gone-for-good'], 'unknown', []],
    [[], 'unknown', ['land']],
  ])('of several, the best: %j is %s', (chosen, truth, open) => {
    expect(truthOf(land, { land: chosen })).toBe(truth)
    expect(openIn(land, { land: chosen })).toEqual(open)
  })

  test('a question that is skipped without a word of it is unknown, and not open', () => {
    expect(truthOf(land, {}, ['land'])).toBe('unknown')
    expect(openIn(land, {}, ['land'])).toEqual([])
  })

  test('an answer may lead to another condition', () => {
    const deeper = match('rooms', { one: land, two: 'no', many: 'yes' })
    expect(truthOf(deeper, { rooms: 'one', land: ['arable'] })).toBe('yes')
    expect(truthOf(deeper, { rooms: 'one', land: ['none'] })).toBe('no')
    expect(openIn(deeper, { rooms: 'one' })).toEqual(['land'])
    expect(openIn(deeper, {})).toEqual(['rooms'])
    const several = match('land', { none: 'no', arable: match('rooms', { one: 'no', two: 'yes', many: 'no' }), forest: 'no' })
    expect(truthOf(several, { land: ['arable', 'none'], rooms: 'two' })).toBe('yes')
    expect(truthOf(several, { land: ['arable'], rooms: 'one' })).toBe('no')
    expect(openIn(several, { land: ['arable', 'forest'] })).toEqual(['rooms'])
  })
})

describe('where it is not known whether a question arises', () => {
  const land = (skipped: Truth) => match('land', { none: 'no', arable: 'yes', forest: 'unknown' }, skipped)
  test.each<[Truth, Answer | undefined, Truth, readonly string[]]>([
    ['no', ['none'], 'no', []],
    ['yes', ['none'], 'unknown', ['rooms']],
    ['yes', ['arable'], 'yes', []],
    ['yes', ['forest'], 'unknown', ['rooms']],
    ['no', undefined, 'unknown', ['land', 'rooms']],
    ['unknown', ['arable'], 'unknown', ['rooms']],
  ])('skipped %s, answered %j: %s', (skipped, answer, truth, open) => {
    const trace = evaluate(land(skipped), subject(answer ? { land: answer } : {}, [], ['land']))
    expect([trace.truth, openQuestions(trace)]).toEqual([truth, open])
  })

  test('read as answered, a rule takes no part', () => {
    const truthOf = (expr: Expr) => evaluate(expr, subject({ land: ['none'] }, ['land'])).truth
    expect([truthOf(land('yes')), truthOf(asAnswered(land('yes')))]).toEqual(['yes', 'no'])
    expect(questionsOf(asAnswered(land('yes')))).toEqual(['land'])
  })
})

test('whether something was answered, and what holds of another member', () => {
  expect([truthOf(isUnanswered('rooms')), truthOf(isUnanswered('rooms'), { rooms: 'unsure' })]).toEqual(['yes', 'yes'])
  expect(truthOf(isUnanswered('rooms'), { rooms: 'one' })).toBe('no')
  const many = isOneOf('rooms', ['many'])
  expect([truthOf(many, { rooms: 'one' }), truthOf(many, { rooms: 'many' }), truthOf(many, {}, ['rooms'])]).toEqual(['no', 'yes', 'no'])
  expect(truthOf(isOneOf('rooms', ['one', 'many']), { rooms: 'one' })).toBe('yes')
  expect(truthOf(ofAParent(many), { rooms: 'one' })).toBe('yes')
  expect([questionsOf(isUnanswered('rooms')), questionsOf(ofAParent(many))]).toEqual([['rooms'], ['birth-date', 'rooms']])
})

describe('what the day of birth comes to', () => {
  test.each<[string, Record<string, Answer>, Truth, readonly string[]]>([
    ['18 that day', { 'birth-date': '2009-03-01' }, 'yes', []],
    ['18 the next day', { 'birth-date': '2009-03-02' }, 'no', []],
    ['17 or 18', { 'birth-date': '2009-03-01/2009-03-02' }, 'unknown', ['birth-date']],
    ['not told', {}, 'unknown', ['birth-date']],
    ['not sure', { 'birth-date': 'unsure' }, 'unknown', ['birth-date']],
    ['what no page of ours sends', { 'birth-date': ['2009-03-01'] }, 'unknown', ['birth-date']],
  ])('18 years old, %s', (_what, answers, truth, open) => {
    expect(truthOf(agedAtLeast(18), answers)).toBe(truth)
    expect(openIn(agedAtLeast(18), answers)).toEqual(open)
  })

  test('six at the cut-off of the coming term is not six today', () => {
    const answers = { 'birth-date': '2021-08-31' }
    expect([truthOf(agedAtLeast(6), answers), truthOf(agedAtLeast(6, 'school-start'), answers)]).toEqual(['no', 'yes'])
    expect(truthOf(agedAtLeast(6, 'school-start'), { 'birth-date': '2021-09-01' })).toBe('no')
  })

  test.each<[string, Record<string, Answer>, Truth, readonly string[]]>([
    ['a man of 40', { 'birth-date': '1987-01-01', sex: 'male' }, 'yes', []],
    // 60 on 2027-01-02, the 25th month: 7 months later.
    ['a man of 60 with a delay', { 'birth-date': '1967-01-02', sex: 'male' }, 'yes', []],
    ['a man of 62', { 'birth-date': '1965-01-01', sex: 'male' }, 'unknown', []],
    ['a man of 70', { 'birth-date': '1957-01-01', sex: 'male' }, 'no', []],
    ['a woman of 70', { 'birth-date': '1957-01-01', sex: 'female' }, 'no', []],
    ['a woman of 57, whose post decides', { 'birth-date': '1970-01-01', sex: 'female' }, 'unknown', []],
    ['somebody of 57 who is not sure of it', { 'birth-date': '1970-01-01', sex: 'unsure' }, 'unknown', ['sex']],
    ['somebody of 40 of whom no sex is known', { 'birth-date': '1987-01-01' }, 'yes', []],
    ['somebody of 55 of whom no sex is known', { 'birth-date': '1972-01-01' }, 'unknown', ['sex']],
    ['somebody of 70 who is not sure of it', { 'birth-date': '1957-01-01', sex: 'unsure' }, 'no', []],
    ['nobody knows when born', { sex: 'male' }, 'unknown', ['birth-date']],
    ['neither is known', {}, 'unknown', ['birth-date', 'sex']],
  ])('below retirement age: %s', (_what, answers, truth, open) => {
    expect(truthOf(belowRetirementAge, answers)).toBe(truth)
    expect(openIn(belowRetirementAge, answers)).toEqual(open)
  })
})

test('only what could settle an unknown part is open', () => {
  const rooms = match('rooms', { one: 'yes', two: 'no', many: 'no' })
  expect(openIn(anyOf(yes as Expr, rooms))).toEqual([])
  expect(openIn(allOf(no as Expr, rooms))).toEqual([])
  expect(openIn(allOf(unknown, rooms, notOf(agedAtLeast(18))))).toEqual(['rooms', 'birth-date'])
})

test('a question whose answer settles it already is not open, and one that does not arise says nothing', () => {
  const land = match('land', { none: 'no', arable: 'yes', forest: 'unknown' })
  const open = (expr: Expr, answers: Record<string, Answer>) => evaluate(expr, subject(answers)).open
  expect([['arable', 'unsure'], ['forest', 'unsure'], ['forest']].map((chosen) => open(land, { land: chosen }))).toEqual([
    false,
    true,
    false,
  ])
  const range = { 'birth-date': '2009-03-01/2009-03-02' }
  expect([open(agedAtLeast(18), range), open(agedAtLeast(6), range)]).toEqual([true, false])
  expect([truthOf(land, {}, ['land']), openIn(land, {}, ['land'])]).toEqual(['unknown', []])
})

test('the questions an expression looks at, nested ones too, each once', () => {
  const land = match('land', { none: 'no', arable: match('rooms', { one: 'yes', two: 'no', many: 'no' }), forest: 'no' })
  expect(questionsOf(land)).toEqual(['land', 'rooms'])
  expect([agedAtLeast(3), belowRetirementAge, unknown].map(questionsOf)).toEqual([['birth-date'], ['birth-date', 'sex'], []])
  expect(questionsOf(allOf(anyOf(land, agedAtLeast(3)), notOf(belowRetirementAge), unknown))).toEqual([
    'land',
    'rooms',
    'birth-date',
    'sex',
  ])
})

test('the trace says every part as it is written', () => {
  const rooms = match('rooms', { one: 'yes', two: 'no', many: 'no' })
  const trace = evaluate(allOf(rooms, notOf(agedAtLeast(18))), subject({ rooms: 'one', 'birth-date': '2000-01-01' }))
  const leaf = { open: false, of: [] }
  expect(trace).toEqual({
    ...{ truth: 'no', question: undefined, open: false },
    of: [
      { truth: 'yes', question: 'rooms', ...leaf },
      {
        ...{ truth: 'no', question: undefined, open: false },
        of: [{ truth: 'yes', question: 'birth-date', ...leaf }],
      },
    ],
  })
})
