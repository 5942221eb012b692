import { expect, test } from 'vitest'
import { movedTo } from './moved-addresses.ts'

test.each([
  ['/zh/desk/record', '/zh/desk/audit-log'],
  ['/zh-bo/desk/record?after=12', '/zh-bo/desk/audit-log?after=12'],
  ['/zh/desk/words', '/zh/desk/held-texts'],
  ['/bo/together?join=abc', '/bo/shared-session?join=abc'],
  ['/bo/together/write', '/bo/shared-session/write'],
  ['/zh/desk/welcome/x', '/zh/desk/invitation/x'],
  ['/zh/desk/cases/a1/return-words?seen=3', '/zh/desk/cases/a1/return-text?seen=3'],
  ['/zh/check/what-if?question=permit', '/zh/check/counterfactuals?question=permit'],
])('%s leads on to %s', (from, to) => expect(movedTo(from)).toBe(to))

test.each([
  '/zh/desk/records',
  '/zh/desk/audit-log',
  '/en/together',
  '/zh/desk/cases/return-words',
  '/zh/desk/cases/a/b/return-words',
  '/together',
  '/zh/services/together',
  '/zh',
])('%s stays', (url) => expect(movedTo(url)).toBeUndefined())
