import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import { secureRandom } from './random.server.ts'

const [nonceBytes, tagBytes] = [12, 16]

/** Encrypts bytes, or a text as UTF-8 (AES-256-GCM, 256-bit key); decryption needs the same `purpose`. @returns `before`, nonce, tag, ciphertext */
export function encryptWithKey(plain: Uint8Array | string, key: KeyObject, purpose: string, before: Uint8Array = Buffer.alloc(0)): Buffer {
  const nonce = secureRandom(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const encrypted = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  const rest = cipher.final()
  return Buffer.concat([before, nonce, cipher.getAuthTag(), encrypted, rest])
}

/** Decrypts what `encryptWithKey` made; undefined where it was altered, or for another key or purpose. */
export function decryptWithKey(encrypted: Uint8Array, key: KeyObject, purpose: string): Buffer | undefined {
  if (encrypted.length < nonceBytes + tagBytes) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, nonceBytes))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(encrypted.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(encrypted.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
