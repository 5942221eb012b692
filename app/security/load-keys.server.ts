import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Keys, keysFrom, type Secrets } from './keys.server.ts'

/** The shortest secret accepted, in characters. */
export const shortestSecret = 32

const secret = z.string().min(shortestSecret)
/** Strict, because a misspelt `oldDataKeys` would silently make data unreadable. */
const keysFile = z.strictObject({
  sessionSecret: secret.optional(),
  dataKey: secret.optional(),
  oldDataKeys: z.array(secret).optional(),
  indexKey: secret.optional(),
})

type StoredKeys = z.infer<typeof keysFile>
/** Secrets from the environment, each of them or none. */
export type GivenSecrets = { readonly [name in keyof Secrets]?: Secrets[name] | undefined }

/**
 * Keys from the given secrets; each secret not given is taken from `keys.json` in the data folder, which is made on the
 * first start (readable by the owner only). `refusal` says why no data key may be created where there is data already.
 *
 * To change the data key: append the former one to the old keys, name a new one, restart, run the key rotation.
 * Before an old key is dropped afterwards, name the oldest one as index key, unless there is one already.
 */
export function loadKeys(dataDir: string, given: GivenSecrets, secureCookies: boolean, refusal?: () => string): Keys {
  const file = join(dataDir, 'keys.json')
  if (refusal && !given.dataKey && !existsSync(file)) throw new Error(refusal())
  const stored = existsSync(file) ? keysIn(file) : createMissing(file, given)
  const sessionSecret = given.sessionSecret ?? stored.sessionSecret
  const dataKey = given.dataKey ?? stored.dataKey
  if (!sessionSecret || !dataKey)
    throw new Error(`keys.json in the data folder lacks ${sessionSecret ? 'dataKey' : 'sessionSecret'}, and none is given`)
  const oldDataKeys = given.oldDataKeys ?? stored.oldDataKeys
  return keysFrom({ sessionSecret, dataKey, oldDataKeys, indexKey: given.indexKey ?? stored.indexKey }, secureCookies)
}

/** Messages name what is wrong and never quote the file: they end up in logs. @throws where the file cannot be read or parsed */
function keysIn(file: string): StoredKeys {
  const checked = keysFile.safeParse(parsed(contentOf(file)))
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
  throw new Error(`keys.json in the data folder: ${wrong.join('; ')}`)
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`
    throw new Error(`keys.json in the data folder ${why}: put the file from the backup there, readable by whoever runs the site`)
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Error('keys.json in the data folder is not valid JSON')
  }
}

/** Generates and saves secrets not given. With a given data key, data may be hashed with that key already: no index key then. */
function createMissing(file: string, { sessionSecret, dataKey, oldDataKeys, indexKey }: GivenSecrets): StoredKeys {
  if (sessionSecret && dataKey) return {}
  const fresh = {
    ...(sessionSecret ? {} : { sessionSecret: randomSecret() }),
    ...(dataKey ? {} : { dataKey: randomSecret() }),
    ...(dataKey || oldDataKeys?.length || indexKey ? {} : { indexKey: randomSecret() }),
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return fresh
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
