import { describe, expect, test, vi } from 'vitest'
import type { Value } from '#app/domain/fields/field.ts'
import { answerField, type Check, emptyCheck, withQuestion } from './household-form.ts'
import { withPerson } from './members.ts'
import { checkFrom, firstEdition, type OutdatedCheckAnswer, questionNow, storedCheck, withoutOutdated } from './outdated-check.ts'

vi.mock('#app/services/retired.ts', async (original) => {
  const gone = { until: '2026-06-30' }
  const retired: Record<string, Record<string, { until: string; successor?: string }>> = {
    questions: {
      ...{ job: { ...gone, successor: 'work' }, shelter: gone, tent: { ...gone, successor: 'housing' } },
      ...{ card: { ...gone, successor: 'permit' }, insured: { ...gone, successor: 'med' }, born: { ...gone, successor: 'birth-date' } },
    },
    options: {
      'work.odd-jobs': { ...gone, successor: 'work.casual' },
      'work.odder': { ...gone, successor: 'work.odd-jobs' },
      'job.shop': { ...gone, successor: 'work.self-employed' },
      'job.plot': { ...gone, successor: 'land.casual' },
      'land.garden': { ...gone, successor: 'land.homestead' },
    },
    counties: { '632899': gone, '632898': { ...gone, successor: '630102' }, '632897': { ...gone, successor: '632896' } },
  }
  const retiredOf = (kind: string, id: string) => retired[kind]?.[id]
  const { successorIn, meantMore } = await original<typeof import('#app/services/retired.ts')>()
  return { retiredOf, meantMore, successorOf: (kind: string, id: string) => successorIn((one) => retiredOf(kind, one)?.successor, id) }
})

/** One question is asked of each member, and may be answered for the household. */
vi.mock('#app/services/questionnaire.ts', async (original) => {
  const { questionnaire, ...rest } = await original<typeof import('#app/services/questionnaire.ts')>()
  const { med } = questionnaire.questions
  const questions = { ...questionnaire.questions, med: { ...med, householdDefault: true } }
  return { ...rest, questionnaire: { ...questionnaire, questions } }
})

/** A check as it was stored, of one member. */
function stored(member: Record<string, Value>, household: Record<string, Value> = {}, county?: string): Check {
  const { members } = withPerson(emptyCheck, '大女儿')
  return {
    ...{ answers: household, rosterDone: true, ...(county ? { county } : {}) },
    members: members.map((one) => ({ ...one, answers: member })),
  }
}
const answersIn = ({ members, answers, county }: Check) => ({ member: members[0]?.answers, household: answers, county })
const casual = { question: 'work', value: 'casual' }

test.each<[string, Check, { member?: object; household?: object; county?: string }, object[]]>([
  [
    'what is valid',
    stored({ work: 'casual' }, { land: ['arable'] }, '630102'),
    { member: { work: 'casual' }, household: { land: ['arable'] }, county: '630102' },
    [],
  ],
  ['an option that went', stored({ work: 'gone' }), { member: {} }, [{ member: '1', question: 'work', old: 'gone' }]],
  [
    'one with a successor',
    stored({ work: 'odd-jobs' }),
    { member: { work: 'casual' } },
    [{ member: '1', question: 'work', old: 'odd-jobs', successor: casual }],
  ],
  [
    'one with a successor that went',
    stored({ work: 'odder' }),
    { member: { work: 'casual' } },
    [{ member: '1', question: 'work', old: 'odder', successor: casual }],
  ],
  [
    'one of several',
    stored({}, { land: ['arable', 'garden'] }),
    { household: { land: ['arable', 'homestead'] } },
    [{ member: null, question: 'land', old: ['arable', 'garden'], successor: { question: 'land', value: ['arable', 'homestead'] } }],
  ],
  ['one of several without', stored({}, { land: ['arable', 'gone'] }), {}, [{ member: null, question: 'land', old: ['arable', 'gone'] }]],
  ['a question that went', stored({}, { shelter: 'tent' }), {}, [{ member: null, question: 'shelter', old: 'tent' }]],
  [
    'one with a successor, by the same option',
    stored({ job: 'casual' }),
    { member: { work: 'casual' } },
    [{ member: '1', question: 'job', old: 'casual', successor: casual }],
  ],
  [
    'one with a successor, by that of the option',
    stored({ job: 'shop' }),
    { member: { work: 'self-employed' } },
    [{ member: '1', question: 'job', old: 'shop', successor: { question: 'work', value: 'self-employed' } }],
  ],
  [
    'one with a successor that has no such option',
    stored({ job: 'gone' }),
    { member: {} },
    [{ member: '1', question: 'job', old: 'gone' }],
  ],
  [
    'one with a successor, by that of the option to another question',
    stored({ job: 'plot' }),
    { member: {} },
    [{ member: '1', question: 'job', old: 'plot' }],
  ],
  [
    'one with a successor that has no options',
    stored({ born: '1990-01-01' }),
    { member: { 'birth-date': '1990-01-01' } },
    [{ member: '1', question: 'born', old: '1990-01-01', successor: { question: 'birth-date', value: '1990-01-01' } }],
  ],
  [
    'one of which nobody was sure',
    stored({ job: 'unsure' }),
    { member: { work: 'unsure' } },
    [{ member: '1', question: 'job', old: 'unsure', successor: { question: 'work', value: 'unsure' } }],
  ],
  ['one whose successor is asked of somebody else', stored({}, { job: 'casual' }), {}, [{ member: null, question: 'job', old: 'casual' }]],
  [
    'one of a member whose successor is asked of the household',
    stored({ tent: 'none' }),
    { member: {} },
    [{ member: '1', question: 'tent', old: 'none' }],
  ],
  [
    'one of the household whose successor it may answer for its members',
    stored({}, { insured: 'none' }),
    { household: { med: 'none' } },
    [{ member: null, question: 'insured', old: 'none', successor: { question: 'med', value: 'none' } }],
  ],
  [
    'one of a member whose successor is asked of the household, and in which a member may differ',
    stored({ card: 'valid' }),
    { member: { permit: 'valid' } },
    [{ member: '1', question: 'card', old: 'valid', successor: { question: 'permit', value: 'valid' } }],
  ],
  ['one whose successor was answered since', stored({ job: 'shop', work: 'retired' }), { member: { work: 'retired' } }, []],
  ['a county', stored({}, {}, '632899'), {}, [{ member: null, question: 'county', old: '632899' }]],
  ['a county whose successor there is not', stored({}, {}, '632897'), {}, [{ member: null, question: 'county', old: '632897' }]],
  [
    'a county with a successor',
    stored({}, {}, '632898'),
    { county: '630102' },
    [{ member: null, question: 'county', old: '632898', successor: { question: 'county', value: '630102' } }],
  ],
])('%s is read, told, and stored as it was', (_, of, expected, outdated) => {
  const check = checkFrom(of)
  expect(answersIn(check)).toEqual({ member: {}, household: {}, county: undefined, ...expected })
  expect(check.outdated).toEqual(outdated.length > 0 ? outdated : undefined)
  expect(Object.hasOwn(storedCheck(check), 'county')).toBe(of.county !== undefined)
  // Another page saves it: nothing is forgotten, and it is read alike again.
  expect(checkFrom(storedCheck(check))).toEqual(check)
  if (outdated.length > 0) expect(storedCheck(check)).toEqual(of)
})

describe('a question answered anew', () => {
  const answer = (check: Check, id: string, value: string, member: string | null = '1', county?: string) => {
    const typed = { [answerField]: { given: [value] }, county: { given: county ? [county] : [] } }
    return withQuestion(check, { member, people: [] }, id, questionNow(id) ?? expect.fail(), typed, '2026-11-28').check
  }

  test.each([
    ['with another option', 'odd-jobs', 'retired'],
    ['with what took its place', 'odd-jobs', 'casual'],
    ['where nothing did', 'gone', 'casual'],
  ])('%s is not told of any more', (_, before, now) => {
    const check = checkFrom(stored({ work: before }, { shelter: 'tent' }))
    const next = checkFrom(storedCheck(answer(check, 'work', now)))
    expect([next.members[0]?.answers, next.outdated?.map(({ question }) => question)]).toEqual([{ work: now }, ['shelter']])
  })

  test('by its successor is over too, and so is the county with its question', () => {
    const check = checkFrom(stored({ job: 'shop' }, { 'live-place': 'qh-town' }, '632898'))
    const next = answer(answer(check, 'work', 'self-employed'), 'live-place', 'qh-rural', null, '630103')
    expect(next.outdated).toBeUndefined()
    expect(storedCheck(next)).toEqual(stored({ work: 'self-employed' }, { 'live-place': 'qh-rural' }, '630103'))
  })
})

test('an answer given anew is told of no more: that of the same member, to the question or what took its place', () => {
  const [job, other, tent] = [
    { member: '1', question: 'job', old: 'shop', successor: { question: 'work', value: 'casual' } },
    { member: '2', question: 'job', old: 'shop' },
    { member: '1', question: 'tent', old: 'yes' },
  ] as const satisfies readonly OutdatedCheckAnswer[]
  const left = (member: string | null, question: string) =>
    withoutOutdated({ ...emptyCheck, outdated: [job, other, tent] }, member, question).outdated
  expect([left('1', 'job'), left('1', 'work'), left('2', 'job'), left('2', 'tent'), left(null, 'job')]).toEqual([
    ...[
      [other, tent],
      [other, tent],
      [job, tent],
      [job, other, tent],
      [job, other, tent],
    ],
  ])
  expect(withoutOutdated({ ...emptyCheck, outdated: [other] }, '2', 'job')).toStrictEqual(emptyCheck)
})

test('what the first self-checks said is read by the options it has had since, where one meant more then', () =>
  expect(firstEdition({ permit: 'valid', stay: 'ge6', 'school-stage': 'primary', work: 'unsure', land: ['arable', 'valid'] })).toEqual({
    permit: 'valid-2026',
    stay: 'ge6',
    'school-stage': 'primary-2026',
    work: 'unsure',
    land: ['arable', 'valid'],
  }))

test('which check it is, and the highest id, are stored where there is one', () => {
  const numbered = { ...emptyCheck, id: 'c', lastId: 3 }
  expect(storedCheck(numbered)).toStrictEqual(numbered)
  expect(storedCheck(emptyCheck)).toStrictEqual(emptyCheck)
})
