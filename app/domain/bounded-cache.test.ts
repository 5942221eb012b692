import { expect, test } from 'vitest'
import { cached } from './bounded-cache.ts'

test('works a value out once, an empty one too', () => {
  const cache = new Map<string, string>()
  expect([cached(cache, 2, 'a', () => ''), cached(cache, 2, 'a', () => 'anew')]).toEqual(['', ''])
})

test('holds no more than it may: before one more it is emptied', () => {
  const cache = new Map<string, number>()
  const keys = ['a', 'b', 'a', 'c', 'd', 'e'].map((key) => {
    cached(cache, 2, key, () => 0)
    return [...cache.keys()].join('')
  })
  expect(keys).toEqual(['a', 'ab', 'ab', 'c', 'cd', 'e'])
})
