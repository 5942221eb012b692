import { decryptWithKey, encryptWithKey } from './aes-gcm.server.ts'
import { type DataKey, keyIdBytes, keys } from './keys.server.ts'

/** Encrypts bytes for the database with the current data key; decryption needs the same `purpose`. @returns key id, then the encrypted bytes */
export function encrypt(plain: Uint8Array | string, purpose: string): Buffer {
  const { id, key } = keys().data.current
  return encryptWithKey(plain, key, purpose, id)
}

/** Decrypts with the current data key or an older one; undefined where it was altered, or for an unknown key or another purpose. */
export function decrypt(encrypted: Uint8Array, purpose: string): Buffer | undefined {
  const { current, older } = keys().data
  const ring = [current, ...older]
  const byId = decryptWithRing(ring.filter(isOf(encrypted)), encrypted.subarray(keyIdBytes), purpose)
  // Saved checks written before there were key ids have none in front.
  return byId ?? decryptWithRing(ring, encrypted, purpose)
}

/** Encrypts a text for the database. */
export function encryptText(plain: string, purpose: string): Buffer {
  return encrypt(plain, purpose)
}

/** Decrypts what `encryptText` made; undefined as for `decrypt`. */
export function decryptText(encrypted: Uint8Array, purpose: string): string | undefined {
  return decrypt(encrypted, purpose)?.toString('utf8')
}

/** Does the id of the current data key stand before these bytes? Otherwise they wait for the key rotation. */
export function isEncryptedByCurrentKey(encrypted: Uint8Array): boolean {
  return isOf(encrypted)(keys().data.current)
}

/** The same content encrypted with the current data key; undefined where it cannot be decrypted. */
export function reencrypt(encrypted: Uint8Array, purpose: string): Buffer | undefined {
  const plain = decrypt(encrypted, purpose)
  return plain && encrypt(plain, purpose)
}

const isOf =
  (encrypted: Uint8Array) =>
  ({ id }: DataKey) =>
    id.equals(encrypted.subarray(0, keyIdBytes))

function decryptWithRing(ring: readonly DataKey[], encrypted: Uint8Array, purpose: string): Buffer | undefined {
  for (const { key } of ring) {
    const plain = decryptWithKey(encrypted, key, purpose)
    if (plain) return plain
  }
  return undefined
}
