import { expect, test } from 'vitest'
import { isDecidedTruth } from './truth.ts'

test.each([
  ['yes', true],
  ['no', true],
  ['unknown', false],
  ['', false],
  [undefined, false],
])('the hall may decide “%s”: %s', (text, may) => expect(isDecidedTruth(text)).toBe(may))
