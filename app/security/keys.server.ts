import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** A key for what lies in the database, and its id: it stands before each value the key locked and does not reveal the key. */
export type DataKey = { readonly id: Buffer; readonly key: KeyObject }

/** The keys of an installation. */
export type Keys = {
  /** For what lies with the person. */
  readonly session: KeyObject
  /** For what lies in the database: the current key locks, the older ones only unlock. */
  readonly data: { readonly current: DataKey; readonly older: readonly DataKey[] }
  /** For keyed hashes. It outlives the data keys: a new one would make everything unfindable. */
  readonly index: KeyObject
  readonly secureCookies: boolean
}

/** What keys are made from. */
export type Secrets = {
  readonly sessionSecret: string
  readonly dataKey: string
  /** Former data keys, the oldest first. */
  readonly oldDataKeys?: readonly string[] | undefined
  /** Where none is named, the oldest data key serves: it was the only one when installations had no index key. */
  readonly indexKey?: string | undefined
}

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

/** The keys made from secrets. */
export function keysFrom({ sessionSecret, dataKey, oldDataKeys = [], indexKey }: Secrets, secureCookies: boolean): Keys {
  return {
    session: keyFrom(sessionSecret),
    data: { current: dataKeyFrom(dataKey), older: oldDataKeys.map(dataKeyFrom) },
    index: keyFrom(indexKey ?? oldDataKeys[0] ?? dataKey),
    secureCookies,
  }
}

/** A keyed hash, for look-ups that must not reveal what they look for. A change of the data key leaves it as it is. */
export function keyedHash(of: string): string {
  return createHmac('sha256', keys().index).update(of).digest('base64url')
}

/** Bytes of a key id. */
export const keyIdBytes = 4

function dataKeyFrom(secret: string): DataKey {
  const key = sha256(secret)
  return { id: sha256(key).subarray(0, keyIdBytes), key: createSecretKey(key) }
}

const keyFrom = (secret: string) => createSecretKey(sha256(secret))

function sha256(of: string | Buffer): Buffer {
  return createHash('sha256').update(of).digest()
}
