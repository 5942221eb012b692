import { expect, test } from 'vitest'
import { isIdentityNumber, valueKey } from './form.ts'

test('a value stands at block, subject and field', () =>
  expect(valueKey({ block: 'person', subject: 'n1' }, 'identity-number')).toBe('person/n1/identity-number'))

test.each([
  ['person/1/identity-number', true],
  ['own/n1/identity-number', true],
  ['identity-number', false],
  ['person/1/identity-number-of-parent', false],
  ['person/identity-number/name', false],
])('an identity number stands at %s: %s', (target, is) => expect(isIdentityNumber(target)).toBe(is))
