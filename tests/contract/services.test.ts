import { describe, expect, test } from 'vitest'
import type { Expr } from '#app/domain/condition.ts'
import { addDays, isDay } from '#app/domain/day.ts'
import type { InForce } from '#app/domain/in-force.ts'
import type { Condition } from '#app/domain/verdict.ts'
import { hasText, keysUnder } from '#app/i18n/messages.ts'
import type { Service } from '#app/services/define.ts'
import { departmentIds } from '#app/services/departments.ts'
import { explanations } from '#app/services/explanations.ts'
import { serviceById, services } from '#app/services/index.ts'
import { type Instrument, instruments } from '#app/services/instruments.ts'
import { planPromises } from '#app/services/promises.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { topics } from '#app/services/topics.ts'

/** What the guards read of the locales: is there a text, and which keys stand under one. */
type Texts = { has(key: string): boolean; under(namespace: string, path: string): readonly string[] }

const real: Texts = { has: hasText, under: keysUnder }
const lists = ['gives', 'where', 'timeAndCost', 'otherwise', 'documents', 'misunderstandings'] as const

/** Can an expression come out as no for somebody? */
function canBeNo(expr: Expr): boolean {
  switch (expr.op) {
    case 'always':
      return expr.truth === 'no'
    case 'match':
      return (
        expr.skipped === 'no' || Object.values(expr.truths).some((truth) => (typeof truth === 'string' ? truth === 'no' : canBeNo(truth)))
      )
    case 'aged':
    case 'before-retirement':
    case 'not':
    case 'open':
      return true
    case 'as-answered':
    case 'of-a-parent':
      return canBeNo(expr.of)
    case 'all':
      return expr.of.some(canBeNo)
    case 'any':
      return expr.of.every(canBeNo)
  }
}

/** Do the texts under a key have these ids, in this order? */
function idFaults(ids: readonly string[], namespace: string, path: string, { under }: Texts): string[] {
  return under(namespace, path).join() === ids.join() ? [] : [`${namespace}:${path} are not ${ids.join()}`]
}

const isHeld = ({ kind }: Pick<Condition, 'kind'>) => kind === 'held'

/** Every list of a service and its texts have the same ids, and there is a sentence for every verdict that says more than its conditions. */
function textFaults(service: Service, texts: Texts): string[] {
  const at = `services/${service.id}`
  // A condition whose value changes by date stands there once for each.
  const ids = (all: readonly { id: string }[]) => [...new Set(all.map(({ id }) => id))]
  return [
    ...[...lists, 'conditions' as const].flatMap((list) => idFaults(ids(service[list]), at, list, texts)),
    ...idFaults(['eligible', ...(service.conditions.some(isHeld) ? ['already'] : []), 'not-applicable'], at, 'verdict', texts),
  ]
}

/** Every condition has its sentences: why, what to ask, and where it can be no (and only there) what would change it. */
function conditionFaults({ id, conditions }: Pick<Service, 'id' | 'conditions'>, { has }: Texts): string[] {
  return conditions.flatMap((condition) => {
    const no = (condition.kind === 'scope' || condition.kind === 'hard') && canBeNo(condition.when)
    const wanted = { ...{ is: true, yes: true, unknown: true, ask: true }, no, change: no }
    const keys = Object.entries(wanted).map(([word, there]) => [`services/${id}:conditions.${condition.id}.${word}`, there] as const)
    return keys.filter(([key, there]) => has(key) !== there).map(([key]) => key)
  })
}

/** Every fact has a source that exists, and every link leads somewhere. */
function linkFaults(service: Service): string[] {
  const facts = [...lists.flatMap((list) => service[list]), ...service.conditions]
  const unknown = facts.flatMap(({ sources }) => sources.map(({ instrument }) => instrument)).filter((one) => !(one in instruments))
  const about = service.misunderstandings.flatMap((one) => (one.about === undefined ? [] : [one.about]))
  return [
    ...facts.filter(({ sources }) => sources.length === 0).map(({ id }) => `${id} has no source`),
    ...unknown,
    ...[...service.related, ...(service.successor === undefined ? [] : [service.successor])].filter((id) => !serviceById(id)),
    ...service.conditions.map(({ asks }) => asks).filter((id) => !departmentIds.some((known) => known === id)),
    ...about.filter((id) => !service.conditions.some((condition) => condition.id === id)),
  ]
}

/**
 * Dates of law: days that exist, in order; of one id one condition at most is in force on a day, and between two of them is no day
 * without; none rests on an instrument that was repealed. Whoever means a gap says so here.
 */
function dateFaults(
  { from, until, conditions }: Pick<Service, 'from' | 'until' | 'conditions'>,
  laws: Record<string, Instrument>,
): string[] {
  const isWrong = (dates: InForce) => [dates.from, dates.until].some((day) => day !== undefined && !isDay(day))
  const isTurned = (dates: InForce) => dates.from !== undefined && dates.until !== undefined && dates.until < dates.from
  const after = ({ until: last }: Condition, next: Condition) => last !== undefined && next.from === addDays(last, 1)
  const ids = [...new Set(conditions.map(({ id }) => id))]
  const notNext = ids.flatMap((id) => {
    const ofId = conditions.filter((one) => one.id === id).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    return ofId.slice(1).flatMap((next, index) => (after(ofId[index] as Condition, next) ? [] : [`${id} from ${next.from}`]))
  })
  const outlived = conditions.filter(({ until: last = '9999-12-31', sources }) =>
    sources.some(({ instrument }) => last > (laws[instrument]?.inForceUntil ?? '9999-12-31')),
  )
  return [
    ...[{ id: 'service', from, until }, ...conditions]
      .filter((one) => isWrong(one) || isTurned(one))
      .map(({ id }) => `${id} has wrong dates`),
    ...notNext,
    ...outlived.map(({ id }) => `${id} rests on what was repealed`),
  ]
}

/**
 * What the plan says to residents: 41 rows of section A of the fact base, two of them now told in the parts they had, and the
 * 18 new ones of section 6 of the second. Names what is told twice, and what is no article of the plan.
 */
function promiseFaults(promises: readonly { readonly id: string; readonly article: string }[]): string[] {
  const digits = ['', ...'一二三四五六七八九']
  const articles = [...['', '十', '二十', '三十'].flatMap((tens) => digits.map((digit) => tens + digit)).slice(1), '四十', 'part-eight']
  return [
    ...(promises.length === 58 ? [] : [`${promises.length} rows`]),
    ...twice(promises.map(({ id }) => id)),
    ...promises.map(({ article }) => article).filter((article) => !articles.includes(article)),
  ]
}

const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) < at)

describe.each(services.map((service) => ({ id: service.id, service: service as Service })))('$id', ({ service }) => {
  test('its lists and their texts have the same ids, and every verdict its sentence', () => expect(textFaults(service, real)).toEqual([]))

  test('every condition has its sentences, those of no only where it can be', () => expect(conditionFaults(service, real)).toEqual([]))

  test('every fact has a source that exists, and every link leads somewhere', () => expect(linkFaults(service)).toEqual([]))

  test('its dates of law follow each other', () => expect(dateFaults(service, instruments)).toEqual([]))
})

test('every promise, topic and explanation has its texts', () => {
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)
  expect(idFaults(ids(planPromises), 'policy', 'promises', real)).toEqual([])
  expect(topics.flatMap(({ id, keyPoints }) => idFaults(ids(keyPoints), 'topics', `${id}.points`, real))).toEqual([])
  expect(explanations.flatMap(({ id, facts }) => idFaults(ids(facts), 'explanations', `${id}.facts`, real))).toEqual([])
})

test('every row of the fact bases appears once', () => expect(promiseFaults(planPromises)).toEqual([]))

/** Options of questions without a text, and texts of options there are none of. */
function optionFaults(questions: Readonly<Record<string, object>>, { under }: Texts): string[] {
  return Object.entries(questions).flatMap(([id, question]) => {
    const options = ['unsure', ...('options' in question ? (question.options as readonly string[]) : [])]
    const told = under('questions', `${id}.options`)
    const faults = [...options.filter((one) => !told.includes(one)), ...told.filter((one) => !options.includes(one))]
    return faults.map((one) => `${id}.${one}`)
  })
}

test('every option of every question has a text', () => expect(optionFaults(questionnaire.questions, real)).toEqual([]))

describe('the guards reject', () => {
  const [first] = services as readonly [Service, ...Service[]]
  const [fact] = first.gives
  const [condition] = first.conditions
  if (!fact || !condition) throw new Error('The first service has no facts')
  const everything: Texts = { has: () => true, under: keysUnder }

  test('texts of another order, a fact without one, a verdict without its sentence', () => {
    expect(textFaults({ ...first, gives: [] }, real)).toHaveLength(1)
    expect(textFaults({ ...first, conditions: first.conditions.toReversed() }, real)).toHaveLength(1)
    expect(textFaults({ ...first, conditions: first.conditions.filter((one) => !isHeld(one)) }, real)).toHaveLength(2)
    expect(textFaults(first, { ...real, under: (at, path) => (path === 'verdict' ? ['eligible'] : keysUnder(at, path)) })).toHaveLength(1)
  })

  test.each([
    ['hard', { op: 'always', truth: 'no' }, []],
    ['hard', { op: 'always', truth: 'yes' }, ['no', 'change']],
    ['procedure', { op: 'always', truth: 'no' }, ['no', 'change']],
    [
      'scope',
      {
        op: 'all',
        of: [
          { op: 'always', truth: 'yes' },
          { op: 'always', truth: 'no' },
        ],
      },
      [],
    ],
    [
      'scope',
      {
        op: 'any',
        of: [
          { op: 'always', truth: 'yes' },
          { op: 'always', truth: 'no' },
        ],
      },
      ['no', 'change'],
    ],
  ] as const)('sentences of no where a %s condition cannot be, of %j', (kind, when, faults) =>
    expect(conditionFaults({ id: 'any', conditions: [{ ...condition, id: 'C1', kind, when }] }, everything)).toEqual(
      faults.map((word) => `services/any:conditions.C1.${word}`),
    ),
  )

  test('an option without a text, and a text of an option there is none of', () => {
    const questions = { any: { options: ['low', 'high'] } }
    expect(optionFaults(questions, { ...real, under: () => ['low', 'high', 'unsure'] })).toEqual([])
    expect(optionFaults(questions, { ...real, under: () => ['low', 'high'] })).toEqual(['any.unsure'])
    expect(optionFaults(questions, { ...real, under: () => ['low', 'high', 'unsure', 'both'] })).toEqual(['any.both'])
  })

  test('a condition without its sentences', () =>
    expect(conditionFaults({ id: 'any', conditions: [condition] }, { ...real, has: () => false }).length).toBeGreaterThanOrEqual(4))

  test.each<[string, Partial<Service>]>([
    ['no source', { gives: [{ ...fact, sources: [] }] }],
    ['a source there is none of', { gives: [{ ...fact, sources: [{ instrument: 'none-such' }] }] }],
    ['a service there is none of', { related: ['none-such'] }],
    ['a successor there is none of', { successor: 'none-such' }],
    ['a department there is none of', { conditions: [{ ...condition, asks: 'none-such' }], misunderstandings: [] }],
    ['a condition there is none of', { misunderstandings: [{ ...fact, about: 'C99' }] }],
  ])('%s', (_what, wrong) => expect(linkFaults({ ...first, ...wrong })).toHaveLength(1))

  const law = { checked: 'whole', inForceUntil: '2027-06-30' } as const
  test.each<[string, Partial<Service>, number]>([
    ['a day that does not exist', { from: '2027-02-29' }, 1],
    ['an end before its beginning', { from: '2027-01-02', until: '2027-01-01' }, 1],
    [
      'one id in force twice',
      {
        conditions: [
          { ...condition, until: '2027-01-01' },
          { ...condition, from: '2027-01-01' },
        ],
      },
      1,
    ],
    ['one id without an end before the next', { conditions: [condition, { ...condition, from: '2027-01-01' }] }, 1],
    [
      'a day between two of one id',
      {
        conditions: [
          { ...condition, until: '2027-01-01' },
          { ...condition, from: '2027-01-03' },
        ],
      },
      1,
    ],
    [
      'nothing where they adjoin',
      {
        conditions: [
          { ...condition, from: '2027-01-02' },
          { ...condition, until: '2027-01-01' },
        ],
      },
      0,
    ],
    ['a condition that outlives its law', { conditions: [{ ...condition, sources: [{ instrument: 'old' }] }] }, 1],
    ['not one that ends with it', { conditions: [{ ...condition, sources: [{ instrument: 'old' }], until: '2027-06-30' }] }, 0],
  ])('of dates: %s', (_what, wrong, faults) => expect(dateFaults({ ...first, ...wrong }, { old: law })).toHaveLength(faults))

  test('a row that is not told, one told twice, and one of no article', () => {
    const [last, ...others] = planPromises.toReversed() as [(typeof planPromises)[number], ...typeof planPromises]
    expect(promiseFaults(others)).toEqual(['57 rows'])
    expect(promiseFaults([...others, ...others.slice(0, 1)])).toHaveLength(1)
    expect(promiseFaults([...others, { ...last, article: '四十一' }])).toEqual(['四十一'])
  })
})
