import { randomUUID } from 'node:crypto'
import { isMobile } from '#app/domain/identity.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import type { NewMessage } from '#db/outbox.server.ts'

/** A message to be written with its event; undefined for a landline. `phone` as `readPhone` returns it. */
export function message(applicationId: string, phone: string, words: string, now: Date): NewMessage | undefined {
  if (!isMobile(phone)) return undefined
  const id = randomUUID()
  return { id, applicationId, sealed: encryptText(JSON.stringify([phone, words]), purposes.message(id)), createdAt: now }
}
