import { hash } from 'node:crypto'
import { onceInput } from '#app/domain/staff.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'

/** What a form that makes something carries, another each time it is opened: what was posted twice makes one thing. */
export const newOnce = (): string => secureRandom(32).toString('base64url')

/** What a form says of when it was opened; undefined where it says nothing. */
function onceOf(form: FormValues): string | undefined {
  const value = form.get(onceInput)
  return typeof value === 'string' && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** What becomes of a form with this content: the same whenever it is posted, and anything where it says nothing of when it was opened. */
export function seedOnce(form: FormValues, content: unknown): Buffer {
  const once = onceOf(form)
  return once === undefined ? secureRandom(32) : hash('sha256', JSON.stringify([once, content]), 'buffer')
}

/**
 * The secret of the session a form opens, the same whenever it is posted: known to nobody who does not know all of the content, and the
 * key. Undefined where the form says nothing of when it was opened.
 */
export function sessionOnce(form: FormValues, content: unknown): string | undefined {
  const once = onceOf(form)
  return once === undefined ? undefined : keyedHash(hashLabels.sessionOnce(JSON.stringify([once, content])))
}

/** The id of what is made from a seed, in the form of every other id (UUID version 8, RFC 9562). */
export function idOf(seed: Buffer): string {
  const bytes = Buffer.from(seed.subarray(0, 16))
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
