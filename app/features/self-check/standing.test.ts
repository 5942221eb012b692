import { describe, expect, test, vi } from 'vitest'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { workedCase } from '#tests/support/worked-cases.ts'
import { minutesFor, standing } from './standing.ts'

// Pages are counted for the services there were: the question of one that is added changes nothing here.
vi.mock('#app/services/index.ts', async (original) => {
  const { isCounted } = await import('#tests/support/worked-cases.ts')
  const all = await original<typeof import('#app/services/index.ts')>()
  return { ...all, servicesOn: (day: string) => all.servicesOn(day).filter(isCounted) }
})

const { request } = workedCase('J45')
const asOf = request.asOf
const at = (check: Check, question: string, member: string | null = null) => standing(check, 'zh', undefined, asOf, { question, member })

const household: Check = { ...emptyCheck, answers: { 'hukou-place': 'qh-other', 'live-place': 'qh-town', stay: 'ge6-reg' } }
const family = (known: readonly string[]): Check => ({
  answers: request.household,
  members: request.members.map(({ id, ...answers }, index) => {
    const given = Object.entries(answers).filter(([question]) => known.includes(question))
    return { id: String(index + 1), name: id, answers: Object.fromEntries(given) as Check['answers'] }
  }),
  rosterDone: true,
})

describe('how far along one is', () => {
  test('before the list of members counts the pages of the household, and says that each person follows', () => {
    expect(at(household, 'stay').progress).toMatchObject({ at: 3, thenEach: true })
    expect(at(household, 'wishes').progress).toMatchObject({ left: 0, thenEach: true })
  })

  test('counts nothing of people whose age is not known', () =>
    expect(at(family([]), 'birth-date', '1').progress).toMatchObject({ left: 0, thenEach: true }))

  test('counts the pages that are left then, and not those that were settled for all at once', () => {
    const check = family(['birth-date', 'wage-owed', 'lives-together', 'med', 'pension'])
    const left = (one: Check, question: string, member: string) => at(one, question, member).progress?.left ?? Number.NaN
    expect(at(check, 'work', '1').progress?.thenEach).toBe(false)
    expect(left(check, 'work', '2')).toBeLessThan(left(check, 'work', '1'))
    const all = family(Object.keys(Object.assign({}, ...request.members)))
    expect(left(all, 'work', '1')).toBe(0)
    // Who came back to an earlier page is not told that it is nearly done there.
    expect(at(all, 'hukou-place').progress).toMatchObject({ at: 1, left: 0, isBack: true })
    expect(at(check, 'work', '1').progress?.isBack).toBe(false)
  })

  test('is not told of a question beside those asked in turn', () => expect(at(family([]), 'permit', '2').progress).toBeNull())
})

describe('back', () => {
  test('leads to the beginning of the page before', () => {
    expect(at(household, 'settle-wish').back).toBe('/zh/check/stay')
    expect(at(household, 'hukou-place').back).toBe('/zh/check')
    expect(at(family([]), 'birth-date', '1').back).toBe('/zh/check/members')
  })

  test('passes over what was said at once of everybody an option is not about', () => {
    const check = family(['birth-date', 'work', 'wage-owed', 'med', 'pension', 'employer-insurance'])
    expect(at(check, 'work', '3').back).not.toContain('wage-owed')
    expect(at(check, 'work', '2').back).toBe('/zh/check/1/wage-owed')
  })
})

test('one person needs some minutes, one service alone fewer', () => {
  expect(minutesFor(undefined, asOf)).toBeGreaterThan(minutesFor('land-rights', asOf))
  expect(minutesFor('land-rights', asOf)).toBe(1)
})
