import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const [first, second] = ['first'.padEnd(32, '.'), 'second'.padEnd(32, '.')]

test('former data keys are separated by commas, an index key is one secret; empty means none', () => {
  expect(readConfig({ DATA_KEYS_OLD: `${first}, ${second}`, INDEX_KEY: first })).toMatchObject({
    oldDataKeys: [first, second],
    indexKey: first,
  })
  expect(readConfig({ DATA_KEYS_OLD: '', INDEX_KEY: '' })).toMatchObject({ oldDataKeys: undefined, indexKey: undefined })
})

test.each([
  ['DATA_KEYS_OLD', `${first},short`],
  ['DATA_KEYS_OLD', `${first},`],
  ['INDEX_KEY', 'short'],
])('%s with a secret under 32 characters is named, not shown', (name, value) =>
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}(?!.*short)`)),
)
