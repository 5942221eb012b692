import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The two secrets of an installation: one for what lies with the person, one for what lies in the database. */
export type Keys = { readonly session: Buffer; readonly data: Buffer; readonly secureCookies: boolean }

let current: Keys | undefined

/** Makes keys those this process works with. */
export function setKeys(keys: Keys): void {
  current = keys
}

/** The keys of this process. Throws before `setKeys`. */
export function keys(): Keys {
  if (!current) throw new Error('The keys are not set yet')
  return current
}

type Secrets = { sessionSecret: string | undefined; dataKey: string | undefined }

/** The secrets given, or those kept under the data folder, made there on the first start (readable by the owner only). */
export function loadKeys(dataDir: string, given: Secrets, secureCookies: boolean): Keys {
  const kept = given.sessionSecret && given.dataKey ? {} : keptKeys(dataDir)
  const of = (secret: string | undefined) =>
    createHash('sha256')
      .update(secret ?? '')
      .digest()
  return { session: of(given.sessionSecret ?? kept.sessionSecret), data: of(given.dataKey ?? kept.dataKey), secureCookies }
}

function keptKeys(dataDir: string): Partial<Secrets> {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const fresh = { sessionSecret: randomBytes(32).toString('base64url'), dataKey: randomBytes(32).toString('base64url') }
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    return fresh
  }
  const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
  if (!found.sessionSecret || !found.dataKey) throw new Error('keys.json in the data folder lacks a secret')
  return found
}

/** A keyed hash, for look-ups that must not reveal what they look for. */
export function keyedHash(of: string): string {
  return createHmac('sha256', keys().data).update(of).digest('base64url')
}
