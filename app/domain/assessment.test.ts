import { describe, expect, test } from 'vitest'
import { assess, assessInFull, judgeHousehold, type Rules, rulesInForce } from './assessment.ts'
import type { Expr } from './condition.ts'
import type { Answers, Household, Questionnaire } from './household.ts'
import type { Question, Unit } from './question.ts'
import type { Truth } from './truth.ts'
import type { Condition, ConditionKind } from './verdict.ts'
import { agedAtLeast, allOf, anyOf, notOf, unknown } from './vocabulary.ts'

const choice = { kind: 'choice', unsure: true } as const
const questions = {
  permit: {
    ...{ ...choice, of: 'household', options: ['none', 'lapsed', 'valid'], mayDiffer: true },
    attainable: { none: ['lapsed', 'valid'], unsure: ['valid'] },
  },
  papers: {
    ...choice,
    of: 'household',
    options: ['house', 'contract', 'none'],
    attainable: { house: ['contract'], none: ['contract'], unsure: ['contract'] },
  },
  town: { ...choice, of: 'household', options: ['here', 'elsewhere'] },
  'hukou-place': { ...choice, of: 'household', options: ['far', 'near'], attainable: { far: ['near'] } },
  'live-place': { ...choice, of: 'household', options: ['far', 'near'], attainable: { far: ['near'] } },
  insured: {
    ...{ ...choice, of: 'member', options: ['no', 'yes'], householdDefault: true },
    attainable: { no: ['yes'] },
  },
  stage: { ...choice, of: 'member', options: ['school', 'done'], attainable: { school: ['done'] } },
  work: { ...choice, of: 'member', options: ['none', 'job'], attainable: { none: ['job'], unsure: ['job'] } },
  'lives-together': { ...choice, of: 'member', options: ['yes', 'no'], attainable: { no: ['yes'] } },
  'birth-date': { kind: 'birth-date', of: 'member' },
  rooms: { kind: 'number', of: 'household', min: 0, max: 9 },
} as const satisfies Record<string, Question>
const says = (question: keyof typeof questions, truths: Record<string, Truth | Expr>, skipped: Truth = 'unknown'): Expr => ({
  ...{ op: 'match', question, truths, skipped },
})
const questionnaire: Questionnaire = { questions, skips: { work: says('stage', { school: 'yes', done: 'no' }) } }

const condition = (id: string, kind: ConditionKind, when: Expr): Condition => ({
  ...{ id, kind, when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
})
const hasPermit = says('permit', { none: 'no', lapsed: 'no', valid: 'yes' })
const hasContract = says('papers', { house: 'no', contract: 'yes', none: 'no' })
const isNear = (question: 'hukou-place' | 'live-place') => says(question, { far: 'no', near: 'yes' })
const works = says('work', { none: 'no', job: 'yes' }, 'no')
const service = (unit: Unit, ...hard: Expr[]): Rules => ({
  ...{ id: 'service', unit, conditions: hard.map((when, index) => condition(`C${index + 1}`, 'hard', when)) },
})
const asOf = '2027-03-01'
const home = (answers: Answers, ...members: Answers[]): Household => ({
  answers,
  members: members.map((own, index) => ({ id: String(index + 1), answers: own })),
})
const results = (rules: Rules, household: Household) => assess(questionnaire, [rules], household, asOf)
/** `who: verdict`, with the changes that would help: `who question → answer: verdict`. */
const told = (rules: Rules, household: Household) =>
  results(rules, household).map(({ member, verdict, wouldChange }) => [
    `${member ?? 'home'}: ${verdict}`,
    ...wouldChange.map(({ question, member, to, verdict }) => `${member ?? 'home'} ${question} → ${[to].flat().join('+')}: ${verdict}`),
  ])

describe('whom a service is judged for', () => {
  const [permit, townOf] = [service('household', hasPermit), service('household', says('town', { here: 'yes', elsewhere: 'no' }))]
  test.each<[string, Rules, Household, string[]]>([
    ['one of members: each of them, never the household', service('member', works), home({}, {}, { work: 'job' }), ['1', '2']],
    ['one of the household: the household', permit, home({ permit: 'none' }, {}, {}), ['home']],
    ['and a member whose own answer is another', permit, home({ permit: 'none' }, { permit: 'valid' }, {}), ['home', '1']],
    ['not one who answers the same', permit, home({ permit: 'none' }, { permit: 'none' }), ['home']],
    ['not one who differs in what it does not ask', townOf, home({ permit: 'none' }, { permit: 'valid' }), ['home']],
    ['nor in what nobody may differ in', townOf, home({ town: 'here' }, { town: 'elsewhere' }), ['home']],
    ['nor in a question there is none of', permit, home({ permit: 'none' }, { gone: 'yes' }), ['home']],
    [
      'one of several questions is enough',
      service('household', allOf(hasPermit, hasContract)),
      home({}, { permit: 'valid' }),
      ['home', '1'],
    ],
  ])('%s', (_what, rules, household, expected) => expect(results(rules, household).map(({ member }) => member ?? 'home')).toEqual(expected))

  test('each by their own answers', () =>
    expect(results(permit, home({ permit: 'none' }, { permit: 'valid' })).map(({ verdict }) => verdict)).toEqual(['not-yet', 'eligible']))
})

describe('what would change a verdict for the better', () => {
  test.each<[string, Rules, Household, string[]]>([
    ['nothing where all is well', service('household', hasPermit), home({ permit: 'valid' }), ['home: eligible']],
    [
      'an answer one could bring about, not one that changes nothing',
      service('household', hasPermit),
      home({ permit: 'none' }),
      ['home: not-yet', 'home permit → valid: eligible'],
    ],
    ['none from an answer that leads nowhere', service('household', hasPermit), home({ permit: 'lapsed' }), ['home: not-yet']],
    ['an open question counts as not sure', service('household', hasPermit), home({}), ['home: possible', 'home permit → valid: eligible']],
    [
      'as better as the rest lets it be',
      service('household', hasPermit, unknown),
      home({ permit: 'none' }),
      ['home: not-yet', 'home permit → valid: possible'],
    ],
    [
      'nothing where another condition goes on deciding',
      service('household', hasPermit, hasContract),
      home({ permit: 'none', papers: 'house' }),
      ['home: not-yet'],
    ],
    [
      'either of two, in the order they are asked',
      service('household', anyOf(hasContract, hasPermit)),
      home({ permit: 'none', papers: 'house' }),
      ['home: not-yet', 'home papers → contract: eligible', 'home permit → valid: eligible'],
    ],
    [
      'what asks nobody to move first',
      service('household', anyOf(isNear('hukou-place'), hasContract, isNear('live-place'), hasPermit)),
      home({ permit: 'none', papers: 'house', 'hukou-place': 'far', 'live-place': 'far' }),
      [
        ...['home: not-yet', 'home papers → contract: eligible', 'home permit → valid: eligible'],
        ...['home hukou-place → near: eligible', 'home live-place → near: eligible'],
      ],
    ],
    ['nothing of a number or an age', service('member', agedAtLeast(18)), home({}, { 'birth-date': '2015-01-01' }), ['1: not-yet']],
    [
      'nor of a choice nobody can change',
      service('household', says('town', { here: 'yes', elsewhere: 'no' })),
      home({ town: 'elsewhere' }),
      ['home: not-yet'],
    ],
  ])('%s', (_what, rules, household, expected) => expect(told(rules, household)).toEqual([expected]))

  test('for a member, their own answer, or that of the household where they gave none', () => {
    const [both, permit, cover] = [works, hasPermit, says('insured', { no: 'no', yes: 'yes' })].map((when) => service('member', when))
    expect(told(both as Rules, home({}, { stage: 'done', work: 'none' }, { stage: 'done', work: 'job' }))).toEqual([
      ['1: not-yet', '1 work → job: eligible'],
      ['2: eligible'],
    ])
    expect(told(permit as Rules, home({ permit: 'none' }, {}, { permit: 'none' }, { permit: 'lapsed' }))).toEqual([
      ['1: not-yet', 'home permit → valid: eligible'],
      ['2: not-yet', '2 permit → valid: eligible'],
      ['3: not-yet'],
    ])
    expect(told(permit as Rules, home({ permit: 'lapsed' }, {}))).toEqual([['1: not-yet']])
    expect(told(cover as Rules, home({ insured: 'no' }, {}, { insured: 'yes' }))).toEqual([
      ['1: not-yet', '1 insured → yes: eligible'],
      ['2: eligible'],
    ])
  })

  test('what is skipped has no other answer, but what it is skipped for may', () => {
    const leaver = service('member', works, says('stage', { school: 'no', done: 'yes' }))
    expect(told(service('member', works), home({}, { stage: 'school', work: 'none' }))).toEqual([['1: not-yet']])
    expect(told(leaver, home({}, { stage: 'school', work: 'job' }))).toEqual([['1: not-yet', '1 stage → done: eligible']])
  })

  test('nobody is sent where a gate says no, nor to what another service gives that is out of reach', () => {
    const gated = (levers: Questionnaire['levers'], household: Household) =>
      assess({ ...questionnaire, levers }, [service('household', hasPermit)], household, asOf, [
        { ...service('member', works), id: 'job' },
        { ...service('household', says('town', { here: 'yes', elsewhere: 'no' })), id: 'home' },
      ])[0]?.wouldChange.length
    const through = (id: string) => ({ permit: { through: { valid: id } } })
    expect(gated({ permit: { when: says('town', { here: 'yes', elsewhere: 'no' }) } }, home({ permit: 'none', town: 'here' }))).toBe(1)
    expect(gated({ permit: { when: says('town', { here: 'yes', elsewhere: 'no' }) } }, home({ permit: 'none', town: 'elsewhere' }))).toBe(0)
    expect(gated(through('job'), home({ permit: 'none' }, { work: 'job' }))).toBe(1)
    expect(gated(through('job'), home({ permit: 'none' }, { work: 'none' }))).toBe(0)
    expect(gated(through('gone'), home({ permit: 'none' }))).toBe(0)
    expect(gated(through('job'), home({ permit: 'none' }, { work: 'none' }, { work: 'job' })), 'one of the household is enough').toBe(1)
    expect(gated(through('home'), home({ permit: 'none', town: 'here' })), 'of the household as a whole').toBe(1)
    expect(gated(through('home'), home({ permit: 'none', town: 'elsewhere' }, { town: 'here' }))).toBe(0)
  })

  test('nor a member to what only another could get', () => {
    const levers = { permit: { through: { valid: 'job' } } }
    const people = home({}, { permit: 'none', work: 'none' }, { permit: 'none', work: 'job' })
    const found = assess({ ...questionnaire, levers }, [service('member', hasPermit)], people, asOf, [
      { ...service('member', works), id: 'job' },
    ])
    expect(found.map(({ wouldChange }) => wouldChange.length)).toEqual([0, 1])
  })

  test('never to what one would have already, nor from what one has', () => {
    const rules: Rules = {
      ...{ id: 'service', unit: 'household' },
      conditions: [condition('H1', 'held', says('permit', { none: 'no', lapsed: 'no', valid: 'yes' })), condition('C1', 'hard', hasPermit)],
    }
    expect(told(rules, home({ permit: 'none' }))).toEqual([['home: not-yet']])
    expect(told(rules, home({ permit: 'valid' }))).toEqual([['home: already']])
  })

  test('but to another answer of that question, and to one of that name of another', () => {
    const held = (question: 'permit' | 'insured', truths: Record<string, Truth>) => condition('H1', 'held', says(question, truths))
    const lapsed = condition('C1', 'hard', says('permit', { none: 'no', lapsed: 'yes', valid: 'yes' }))
    const byPermit: Rules = { ...service('household'), conditions: [held('permit', { none: 'no', lapsed: 'no', valid: 'yes' }), lapsed] }
    expect(told(byPermit, home({ permit: 'none' }))).toEqual([['home: not-yet', 'home permit → lapsed: eligible']])
    const combined = condition('C1', 'hard', says('lives-together', { yes: 'yes', no: 'no' }))
    const byInsurance: Rules = { ...service('member'), conditions: [held('insured', { no: 'no', yes: 'yes' }), combined] }
    expect(told(byInsurance, home({}, { insured: 'no', 'lives-together': 'no' }))).toEqual([
      ['1: not-yet', '1 lives-together → yes: eligible'],
    ])
  })

  test('what was out of scope may come into it', () => {
    const rules: Rules = {
      id: 'service',
      unit: 'household',
      conditions: [condition('C1', 'scope', hasPermit), condition('C2', 'hard', notOf(unknown))],
    }
    expect(told(rules, home({ permit: 'none' }))).toEqual([['home: not-applicable', 'home permit → valid: possible']])
  })
})

test('what is missing, and which conditions decide', () => {
  const [result] = assessInFull(questionnaire, [service('household', hasPermit, hasContract)], home({ permit: 'valid' }), asOf)
  expect(result).toMatchObject({ service: 'service', member: null, verdict: 'possible', deciding: ['C2'], missing: ['papers'] })
})

test('judged alone it comes to the same, and nothing is told beside it', () => {
  const [rules, household] = [service('household', hasPermit), home({ permit: 'none' }, { permit: 'valid' })]
  const judged = results(rules, household).map(({ wouldChange: _, notes: __, ...one }) => one)
  expect(judgeHousehold(questionnaire, [rules], household, asOf)).toEqual(judged)
})

describe('explanations', () => {
  const [lapsed, here] = [says('permit', { none: 'no', lapsed: 'yes', valid: 'no' }), says('town', { here: 'yes', elsewhere: 'no' })]
  const rules = { ...service('household', hasContract), notes: [lapsed, here, lapsed].map((when, at) => ({ id: `N${at}`, when })) }
  const notes = (...[answers, ...members]: Parameters<typeof home>) => results(rules, home(answers, ...members)).map((one) => one.notes)

  test('go with a result where they are true, and only there', () => {
    expect(notes({ permit: 'lapsed', town: 'here' })).toEqual([['N0', 'N1', 'N2']])
    expect(notes({ permit: 'lapsed', town: 'elsewhere' })).toEqual([['N0', 'N2']])
    expect(notes({ permit: 'none' })).toEqual([[]])
    expect(results(service('household', hasContract), home({})).map((one) => one.notes)).toEqual([[]])
  })

  test('each for the one it is judged for', () => {
    const ofPapers = { ...rules, conditions: service('household', allOf(hasContract, hasPermit)).conditions }
    const found = results(ofPapers, home({ permit: 'none' }, { permit: 'lapsed' }, { permit: 'valid' }))
    expect(found.map((one) => one.notes)).toEqual([[], ['N0', 'N2'], []])
  })
})

describe('the law of the day', () => {
  const old: Condition = { ...condition('C1', 'hard', hasPermit), until: '2027-02-28' }
  const rules: Rules[] = [{ id: 'service', unit: 'household', conditions: [old, condition('C2', 'hard', hasContract)] }]
  const ids = (day: string) => rulesInForce(rules, day).flatMap(({ conditions }) => conditions.map(({ id }) => id))

  test('a condition ends with its last day, whatever day was asked for before', () => {
    expect([ids('2027-02-28'), ids('2027-03-01'), ids('2027-02-28')]).toEqual([['C1', 'C2'], ['C2'], ['C1', 'C2']])
  })

  test('where all is in force, the rules are the very ones given', () => {
    expect(rulesInForce(rules, '2027-02-28')).toBe(rules)
    expect(rulesInForce(rules, '2027-03-01')).toBe(rulesInForce(rules, '2027-03-01'))
  })
})
