import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { purposes } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { decrypt, encrypt } from '#app/security/encryption.server.ts'

/** A form that was posted from a locked screen or after the session ended: its address, and what was typed. */
export type ResumedForm = { readonly to: string; readonly fields: readonly (readonly [string, string])[] }

/** A form encrypted for its session or account: anyone else at the screen can neither read nor change it. */
export function encryptForm(owner: string, to: string, form: FormValues): string {
  const fields = [...form.entries()].map(([name, value]) => [name, String(value)] as const)
  const kept: ResumedForm = { to, fields }
  return encrypt(deflateRawSync(JSON.stringify(kept)), purposes.heldForm(owner)).toString('base64url')
}

/** Decrypts what `encryptForm` made; undefined where it belongs to another owner, or was altered. */
export function decryptForm(owner: string, locked: string): ResumedForm | undefined {
  const packed = decrypt(Buffer.from(locked, 'base64url'), purposes.heldForm(owner))
  return packed && (JSON.parse(inflateRawSync(packed).toString('utf8')) as ResumedForm)
}
