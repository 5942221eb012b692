import { expect, test } from 'vitest'
import { covers } from './place.ts'

test.each([
  ['630104', '630104', true],
  ['630104', '630105', false],
  ['630100', '630104', true],
  ['630100', '630203', false],
  ['630000', '632857', true],
  ['630000', '990000', false],
  ['990000', '990000', true],
  ['990000', '630104', false],
  ['990000', '990104', false],
  ['632801', '632800', false],
])('a hall of %s sees a case of %s: %s', (place, county, expected) => expect(covers(place, county)).toBe(expected))
