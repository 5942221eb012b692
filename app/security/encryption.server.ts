import { decryptWithKey, encryptWithKey } from './aes-gcm.server.ts'
import { type DataKey, keyIdBytes, keys } from './keys.server.ts'

/** Locks bytes for the database with the current data key; `purpose` must be given again to unlock them. Result: key id, sealed bytes. */
export function encrypt(plain: Uint8Array | string, purpose: string): Buffer {
  const { id, key } = keys().data.current
  return encryptWithKey(plain, key, purpose, id)
}

/** Unlocks what `lock` made with the current key or an older one; undefined where it was altered, the key is unknown, or the purpose another. */
export function decrypt(locked: Uint8Array, purpose: string): Buffer | undefined {
  const { current, older } = keys().data
  const ring = [current, ...older]
  const byId = decryptWithRing(ring.filter(isOf(locked)), locked.subarray(keyIdBytes), purpose)
  // Saved checks written before there were key ids are sealed bytes and nothing else.
  return byId ?? decryptWithRing(ring, locked, purpose)
}

/** Locks a text for the database. */
export function encryptText(plain: string, purpose: string): Buffer {
  return encrypt(plain, purpose)
}

/** Unlocks what `encryptText` made; undefined as for `unlock`. */
export function decryptText(locked: Uint8Array, purpose: string): string | undefined {
  return decrypt(locked, purpose)?.toString('utf8')
}

/** Does the current data key's id stand before these bytes? What says no waits for `relock`. */
export function isEncryptedByCurrentKey(locked: Uint8Array): boolean {
  return isOf(locked)(keys().data.current)
}

/** The same content locked by the current data key; undefined where it does not unlock. */
export function reencrypt(locked: Uint8Array, purpose: string): Buffer | undefined {
  const plain = decrypt(locked, purpose)
  return plain && encrypt(plain, purpose)
}

const isOf =
  (locked: Uint8Array) =>
  ({ id }: DataKey) =>
    id.equals(locked.subarray(0, keyIdBytes))

function decryptWithRing(ring: readonly DataKey[], sealed: Uint8Array, purpose: string): Buffer | undefined {
  for (const { key } of ring) {
    const plain = decryptWithKey(sealed, key, purpose)
    if (plain) return plain
  }
  return undefined
}
