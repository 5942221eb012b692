import { expect, test } from 'vitest'
import { pick, randomFrom } from './random.ts'

test('the same seed gives the same numbers, on every machine', () => {
  const random = randomFrom(1)
  expect([random(), random(), random()].map((number) => Math.floor(number * 1e6))).toEqual([627_073, 2735, 527_447])
})

test.each([
  [0, 'a'],
  [0.33, 'a'],
  [0.34, 'b'],
  [0.67, 'c'],
  [0.999, 'c'],
])('%d picks %s of three', (number, picked) => expect(pick(() => number, ['a', 'b', 'c'])).toBe(picked))

test('of nothing, nothing can be picked', () => expect(() => pick(() => 0, [])).toThrow('nothing to pick'))
