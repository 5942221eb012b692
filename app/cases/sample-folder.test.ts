import { expect, test } from 'vitest'
import { randomFrom } from '#app/domain/random.ts'
import { applicable, stepsOf } from '#app/forms/application-form.ts'
import { isDone } from '#app/forms/application-progress.ts'
import { modes } from '#app/i18n/mode.ts'
import { sampleFolder } from './sample-folder.ts'
import { submissionOf } from './submission.ts'

const of = (service: string, number = 7) => ({ service, county: '990000', mode: 'bo' as const, on: '2026-11-24', number })

test.each(applicable)('a sample person has filled in everything for %s, and it can be submitted', (service) => {
  for (const mode of modes) {
    const { folder, wanted } = sampleFolder({ ...of(service), mode }, randomFrom(mode.length))
    const steps = stepsOf(folder, [wanted], '2026-11-24')
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter((step) => !isDone(folder, [wanted], step, '2026-11-24'))).toEqual([])
    expect(submissionOf(folder, wanted, [], () => [], mode, '2026-11-24').rows.length).toBeGreaterThan(2)
  }
})

test('the same seed generates the same sample people, their numbers differ, and no region has them', () => {
  const made = (seed: number, number: number) => sampleFolder(of('public-rental-housing', number), randomFrom(seed)).folder
  expect(made(1, 5)).toEqual(made(1, 5))
  const numbers = Array.from({ length: 40_000 }, (_, number) => number)
    .filter((number) => number % 13 === 0)
    .map((number) => made(1, number).values['person/1/identity-number'])
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const number of numbers) expect(number).toMatch(/^990000/)
})
