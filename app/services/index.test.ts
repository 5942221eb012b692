import { describe, expect, test } from 'vitest'
import { assess } from '#app/domain/assessment.ts'
import { householdOf, workedCases } from '#tests/support/worked-cases.ts'
import { topicIds } from './define.ts'
import { questionnaire } from './household.ts'
import { services, servicesOf } from './index.ts'

test('there are 26 services with 81 conditions', () => {
  expect(services).toHaveLength(26)
  expect(services.flatMap(({ conditions }) => conditions)).toHaveLength(81)
})

test('there are 20 worked cases', () => expect(workedCases).toHaveLength(20))

describe.each(workedCases)('$case', ({ request, expect: rows }) => {
  const results = assess(questionnaire, services, householdOf(request), request.asOf)
  test.each(rows)('$service of $member is $verdict', ({ service, member, verdict, deciding }) => {
    const found =
      results.find((one) => one.service === service && one.member === member) ??
      results.find((one) => one.service === service && one.member === null)
    expect({ verdict: found?.verdict, deciding: found?.deciding }).toEqual({ verdict, deciding })
  })
})

test.each(topicIds)('topic %s has services', (topic) => expect(servicesOf(topic).length).toBeGreaterThan(0))
