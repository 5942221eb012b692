import { expect, test } from 'vitest'
import { newId, secureRandom } from './random.server.ts'

test('random bytes never repeat, however many are asked for', () => {
  const taken = [1, 12, 16, 4096, 5000, 12, 12].map((count) => secureRandom(count))
  expect(taken.map(({ length }) => length)).toEqual([1, 12, 16, 4096, 5000, 12, 12])
  const many = Array.from({ length: 2000 }, () => secureRandom(16).toString('hex'))
  expect(new Set(many).size).toBe(2000)
})

test('ids are of version 7, differ, and sort by when they were made', () => {
  const ids = [1, 2, 2 ** 40].map((at) => newId(at))
  expect(ids).toEqual(ids.toSorted())
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(new Set(Array.from({ length: 2000 }, () => newId(5))).size).toBe(2000)
})
