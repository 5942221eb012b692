import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DataKey, type Keys, keysFrom } from './keys.server.ts'
import { type GivenSecrets, loadKeys } from './load-keys.server.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'settle-keys-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const file = () => join(dataDir, 'keys.json')
const keep = (stored: unknown) => writeFileSync(file(), typeof stored === 'string' ? stored : JSON.stringify(stored))
const stored = () => JSON.parse(readFileSync(file(), 'utf8'))
/** Keys as bytes: key objects do not tell whether they hold the same. */
const bytesOf = ({ session, index, data: { current, older }, ...more }: Keys) => {
  const ofKey = ({ id, key }: DataKey) => ({ id, key: key.export() })
  return { ...more, session: session.export(), index: index.export(), data: { current: ofKey(current), older: older.map(ofKey) } }
}
const load = (given: GivenSecrets = {}) => bytesOf(loadKeys(dataDir, given, false))
const from = (...given: Parameters<typeof keysFrom>) => bytesOf(keysFrom(...given))
const secret = (name: string) => name.padEnd(32, '.')
const [sessionSecret, first, second] = [secret('session'), secret('first'), secret('second')]
const [third, index] = [secret('third'), secret('index')]
const sha256 = (of: string) => createHash('sha256').update(of).digest()

test('the first start generates three different secrets, readable by the owner only, and the next start uses them', () => {
  const made = load()
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(Object.keys(stored())).toEqual(['sessionSecret', 'dataKey', 'indexKey'])
  expect(new Set(Object.values(stored())).size).toBe(3)
  expect(made).toEqual(from(stored(), false))
  expect(load()).toEqual(made)
})

test('keys.json that is a folder, as a wrong mount makes it: one sentence says what to do', () => {
  mkdirSync(file())
  expect(load).toThrow('keys.json in the data folder is a folder: put the file from the backup there')
})

test('a missing data folder is created', () => {
  loadKeys(join(dataDir, 'a/b'), {}, false)
  expect(existsSync(join(dataDir, 'a/b/keys.json'))).toBe(true)
})

test('an installation from before index keys still finds its data', () => {
  keep({ sessionSecret, dataKey: first })
  expect(load().index).toEqual(sha256(first))
  expect(load({ dataKey: second, oldDataKeys: [first] }).index).toEqual(sha256(first))
  keep({ sessionSecret, dataKey: third, oldDataKeys: [first, second] })
  expect(load().index).toEqual(sha256(first))
})

test('a stored or given index key takes precedence over the oldest data key', () => {
  keep({ sessionSecret, dataKey: second, oldDataKeys: [first], indexKey: index })
  expect(load().index).toEqual(sha256(index))
  expect(load({ sessionSecret, dataKey: third }).index).toEqual(sha256(index))
  expect(load({ indexKey: third }).index).toEqual(sha256(third))
})

test('the environment wins over the file, secret by secret', () => {
  keep({ sessionSecret, dataKey: first, oldDataKeys: [third], indexKey: index })
  const given = { sessionSecret: secret('other'), dataKey: second, oldDataKeys: [first], indexKey: third }
  expect(load(given)).toEqual(from(given, false))
  expect(load({ dataKey: second })).toEqual(from({ ...stored(), dataKey: second }, false))
})

test('where both secrets are given no file is written', () => {
  expect(load({ sessionSecret, dataKey: first })).toEqual(from({ sessionSecret, dataKey: first }, false))
  expect(existsSync(file())).toBe(false)
})

test.each([
  [{ dataKey: first }, ['sessionSecret'], sha256(first)],
  [{ sessionSecret, oldDataKeys: [first] }, ['dataKey'], sha256(first)],
  [{ sessionSecret, indexKey: index }, ['dataKey'], sha256(index)],
])('only what is missing is made, and no index key beside a given data key (%#)', (given, made, indexKey) => {
  expect(load(given).index).toEqual(indexKey)
  expect(Object.keys(stored())).toEqual(made)
})

test('an id is the start of the SHA-256 of its key', () => {
  const { current, older } = load({ sessionSecret, dataKey: second, oldDataKeys: [first] }).data
  for (const { id, key } of [current, ...older]) expect(id).toEqual(createHash('sha256').update(key).digest().subarray(0, 4))
  expect(older.map(({ key }) => key)).toEqual([sha256(first)])
})

test.each([
  ['a secret is missing', { sessionSecret: secret('hidden') }],
  ['a secret is short', { sessionSecret, dataKey: 'hidden' }],
  ['the old keys are not a list', { sessionSecret, dataKey: first, oldDataKeys: secret('hidden') }],
  ['a name is misspelt', { sessionSecret, dataKey: first, oldDataKey: [secret('hidden')] }],
  ['it is not JSON', `{"dataKey": hidden`],
])('a file that cannot be right stops the start without showing a secret: %s', (_, wrong) => {
  keep(wrong)
  expect(() => load()).toThrow(/^keys\.json in the data folder(?!.*hidden)/)
})
