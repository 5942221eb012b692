import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBuilt } from '#tests/support/built-server.ts'
import { copyOf, type DataFolder, ended, madeDataFolder, refusal } from '#tests/support/data-folder.ts'

const secret = (name: string) => name.padEnd(32, '.')
const secrets = { sessionSecret: secret('session'), dataKey: secret('data'), indexKey: secret('index') }

let made: DataFolder
beforeAll(async () => {
  made = await madeDataFolder()
}, 120_000)
afterAll(() => rmSync(made.dataDir, { recursive: true }))

const storedKeys = (dataDir: string): Record<string, string> => JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'))
const keep = (dataDir: string, keys: object) => writeFileSync(join(dataDir, 'keys.json'), JSON.stringify(keys))
const within = <T>(dataDir: string, work: (database: Database.Database) => T): T => {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}
const checks = (dataDir: string) => within(dataDir, (one) => one.prepare('select value from key_checks order by value').pluck().all())
/** The name of the keys that have to be given up, as the refusal says it. */
const lost = (said: string | undefined) => /KEYS_LOST=(\S+)/.exec(said ?? '')?.[1] ?? ''
/** As the release before key checks left it. */
const older = (): string => {
  const dataDir = copyOf(made)
  within(dataDir, (one) => one.exec('delete from key_checks'))
  return dataDir
}

test('a new installation generates its keys and their checks; the next start uses them', { timeout: 60_000 }, async () => {
  expect(checks(made.dataDir)).toHaveLength(2)
  expect(await refusal(copyOf(made))).toBeUndefined()
})

describe.each([
  ['noted keys', () => copyOf(made)],
  ['an installation of the former release', () => older()],
])('%s', (_, folder) => {
  test('belong to the data: it starts, and their checks are saved', { timeout: 60_000 }, async () => {
    const dataDir = folder()
    expect(await refusal(dataDir, { SESSION_SECRET: secret('another session') })).toBeUndefined()
    expect(checks(dataDir)).toEqual(checks(made.dataDir))
  })

  test('keys.json is missing: refused, and none is generated', { timeout: 60_000 }, async () => {
    const dataDir = folder()
    rmSync(join(dataDir, 'keys.json'))
    expect(await refusal(dataDir)).toMatch(/^1: ✗ The server could not start: keys\.json is missing in .*put it back from the backup/)
    expect(existsSync(join(dataDir, 'keys.json'))).toBe(false)
  })

  test('keys.json is another one: refused', { timeout: 60_000 }, async () => {
    const dataDir = folder()
    keep(dataDir, secrets)
    expect(await refusal(dataDir)).toMatch(/^1: ✗ The server could not start: The data was written with a data key .*put back the keys/)
  })

  test.each([
    ['DATA_KEY', { DATA_KEY: secret('other') }, 'a data key'],
    ['DATA_KEYS_OLD', { DATA_KEY: secret('other'), DATA_KEYS_OLD: secret('no former one') }, 'a data key'],
    ['INDEX_KEY', { INDEX_KEY: secret('other') }, 'an index key'],
  ])('%s is another one: refused, and nothing is written', { timeout: 60_000 }, async (_, env, which) => {
    const dataDir = folder()
    const before = within(dataDir, (one) => one.serialize())
    expect(await refusal(dataDir, env)).toMatch(`1: ✗ The server could not start: The data was written with ${which}`)
    expect(within(dataDir, (one) => one.serialize()).equals(before)).toBe(true)
  })

  test('lost for good: a setting that names them accepts the loss, once', { timeout: 90_000 }, async () => {
    const dataDir = folder()
    keep(dataDir, secrets)
    const act = lost(await refusal(dataDir))
    expect(await refusal(dataDir, { KEYS_LOST: 'other' })).toContain('data key')
    const rest = await refusal(dataDir, { KEYS_LOST: act })
    const all = rest === undefined ? act : `${act},${lost(rest)}`
    expect(rest === undefined ? rest : await refusal(dataDir, { KEYS_LOST: all })).toBeUndefined()
    keep(dataDir, { ...secrets, dataKey: secret('third') })
    expect(await refusal(dataDir, { KEYS_LOST: all })).toContain('data key')
  })
})

test('keys.json is lost for good: the setting lets a new one be generated', { timeout: 60_000 }, async () => {
  const dataDir = copyOf(made)
  rmSync(join(dataDir, 'keys.json'))
  const act = lost(await refusal(dataDir))
  expect(await refusal(dataDir, { KEYS_LOST: act })).toBeUndefined()
  expect(Object.keys(storedKeys(dataDir))).toContain('dataKey')
})

test('a former data key is needed until everything is encrypted anew', { timeout: 60_000 }, async () => {
  const dataDir = copyOf(made)
  const { dataKey = '', indexKey = '' } = storedKeys(dataDir)
  const former = within(dataDir, (one) => one.prepare(`select value from key_checks where kind = 'data'`).pluck().get())
  keep(dataDir, { ...secrets, indexKey, oldDataKeys: [dataKey] })
  const server = await startBuilt({}, dataDir)
  await expect.poll(server.output, { timeout: 30_000 }).toContain('"reencrypted":')
  expect(checks(dataDir)).not.toContain(former)
  await ended(server.process)
  // As if it had been stopped before.
  within(dataDir, (one) => one.prepare(`insert into key_checks values (?, 'data', '')`).run(former))
  expect(await refusal(dataDir, { DATA_KEYS_OLD: secret('none of them') })).toContain('data key')
})

test('the folder of uploaded files is missing: refused; creating an empty one accepts the loss', { timeout: 60_000 }, async () => {
  const dataDir = copyOf(made)
  rmSync(join(dataDir, 'papers'), { recursive: true })
  expect(await refusal(dataDir)).toMatch(/The folder .*papers is missing, and the database names 1 uploaded files: put it back/)
  mkdirSync(join(dataDir, 'papers'))
  expect(await refusal(dataDir)).toBeUndefined()
})

test('the database is missing where uploaded files lie: refused, and they stay', { timeout: 60_000 }, async () => {
  const dataDir = copyOf(made)
  for (const name of readdirSync(dataDir).filter((one) => one.startsWith('settle.sqlite'))) rmSync(join(dataDir, name))
  expect(await refusal(dataDir)).toMatch(/settle\.sqlite is missing, and uploaded files lie beside it: put the database back/)
  expect(existsSync(join(dataDir, 'settle.sqlite'))).toBe(false)
})

test.each([
  ['papers', 'folder'],
  ['settle.sqlite', 'file'],
  ['keys.json', 'file'],
  ['holidays.json', 'file'],
  ['papers/ab', 'folder'],
] as const)('%s is not the %s it has to be: refused, and the place is named', { timeout: 60_000 }, async (name, kind) => {
  const dataDir = copyOf(made)
  const path = join(dataDir, name)
  rmSync(path, { recursive: true, force: true })
  if (kind === 'folder') writeFileSync(path, '')
  else mkdirSync(path)
  expect(await refusal(dataDir)).toMatch(
    new RegExp(`^1: ✗ The server could not start: ${path} has to be a ${kind} and is .*: something else`),
  )
})

test('the data folder is a file: refused', { timeout: 60_000 }, async () => {
  const path = join(copyOf(made), 'file')
  writeFileSync(path, '')
  expect(await refusal(path)).toContain(`${path} has to be a folder and is none`)
})
