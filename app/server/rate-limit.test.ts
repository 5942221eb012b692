import { describe, expect, test } from 'vitest'
import { modes } from '#app/i18n/mode.ts'
import { limitOf, rateLimiter } from './rate-limit.ts'

describe('the limit of posts to a path', () => {
  test.each([
    ['/check/open', 'open', 30],
    ['/applications/open', 'open', 30],
    ['/desk/counter', 'counter', 300],
    ['/check/save', 'keep', 60],
    ['/help/feedback', 'keep', 60],
    ['/apply', 'keep', 60],
    ['/check/picture', 'picture', 60],
    ['/desk/sign-in', 'sign-in', 60],
    ['/desk/invitation/secret', 'sign-in', 60],
    ['/apply/papers/id-card~1/pieces', 'papers', 3000],
    ['/shared-session/write', 'shared-session', 12_000],
    ['/desk/counter/end', 'page', 600],
    ['/apply/papers', 'page', 600],
    ['/desk/invitation', 'page', 600],
  ])('%s: %s, %i', (path, name, max) => {
    for (const mode of modes) expect(limitOf(`/${mode}${path}`)).toMatchObject({ name, max })
  })

  test('what other programs ask, and a mode there is none of', () => {
    expect(limitOf('/api/v1/check')).toMatchObject({ name: 'api' })
    expect(limitOf('/xx/check/open')).toMatchObject({ name: 'page' })
  })
})

test('posts are counted by limit and address, for one window', () => {
  let now = 0
  const mayPost = rateLimiter(() => now)
  const many = (count: number, path: string, address: string) => Array.from({ length: count }, () => mayPost(path, address)).at(-1)
  expect(many(30, '/zh/check/open', 'a')).toBe(true)
  expect(many(1, '/bo/applications/open', 'a')).toBe(false)
  expect(many(1, '/bo/applications/open', 'b')).toBe(true)
  expect(many(1, '/zh/check/save', 'a')).toBe(true)
  now = 900_000
  expect(many(1, '/zh/check/open', 'a')).toBe(true)
})
