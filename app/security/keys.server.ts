import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** A key for stored data, and its id: it stands before each value encrypted with the key and does not reveal it. */
export type DataKey = { readonly id: Buffer; readonly key: KeyObject }

/** The keys of an installation. */
export type Keys = {
  /** For cookies. */
  readonly session: KeyObject
  /** For stored data: the current key encrypts, older ones only decrypt. */
  readonly data: { readonly current: DataKey; readonly older: readonly DataKey[] }
  /** For keyed hashes. It outlives the data keys: with a new one no row would be found by its hash. */
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

/** Sets the keys of this process. */
export function setKeys(keys: Keys): void {
  current = keys
}

/** The keys of this process. @throws before `setKeys` */
export function keys(): Keys {
  if (!current) throw new Error('The keys are not set yet')
  return current
}

/** The keys derived from secrets. */
export function keysFrom({ sessionSecret, dataKey, oldDataKeys = [], indexKey }: Secrets, secureCookies: boolean): Keys {
  return {
    session: keyFrom(sessionSecret),
    data: { current: dataKeyFrom(dataKey), older: oldDataKeys.map(dataKeyFrom) },
    index: keyFrom(indexKey ?? oldDataKeys[0] ?? dataKey),
    secureCookies,
  }
}

/** A keyed hash (HMAC) for look-ups that must not reveal what they look for. It does not change with the data key. */
export function keyedHash(of: string): string {
  return createHmac('sha256', keys().index).update(of).digest('base64url')
}

/** Length of a key id in bytes. */
export const keyIdBytes = 4

function dataKeyFrom(secret: string): DataKey {
  const key = sha256(secret)
  return { id: sha256(key).subarray(0, keyIdBytes), key: createSecretKey(key) }
}

const keyFrom = (secret: string) => createSecretKey(sha256(secret))

function sha256(of: string | Buffer): Buffer {
  return createHash('sha256').update(of).digest()
}
