import { expect, test } from 'vitest'
import { freshSecret, stepOf, totpAddress } from './totp.server.ts'

/** The secret of RFC 6238, appendix B: `12345678901234567890`. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [20000000000, '353130', 666666666],
])('at second %i the code of RFC 6238 is %s', (second, code, step) => expect(stepOf(secret, code, new Date(second * 1000))).toBe(step))

test('a code is valid one step before and after its own and keeps its step', () => {
  const at = (second: number) => stepOf(secret, '287082', new Date(second * 1000))
  expect([at(0), at(29), at(30), at(59), at(60), at(89)]).toEqual([1, 1, 1, 1, 1, 1])
  expect([at(90), at(1000)]).toEqual([undefined, undefined])
})

test.each(['', '28708', '2870822', 'abcdef', '287083'])('“%s” is no code', (code) =>
  expect(stepOf(secret, code, new Date(59_000))).toBeUndefined(),
)

test('new secrets have 160 bits, are never the same, and are in the address an app scans', () => {
  const fresh = freshSecret()
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
  expect(freshSecret()).not.toBe(fresh)
  expect(totpAddress(fresh, '安家青海', 'zhaxi')).toMatch(
    new RegExp(`^otpauth://totp/${encodeURIComponent('安家青海')}:zhaxi\\?.*secret=${fresh}`),
  )
})
