import { randomUUID } from 'node:crypto'
import { isMobile } from '#app/domain/identity.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import type { NewMessage } from '#db/outbox.server.ts'

/** A message to be written with the event it tells of; none for a landline. `phone` as `readPhone` gives it. */
export function message(applicationId: string, phone: string, words: string, now: Date): NewMessage | undefined {
  if (!isMobile(phone)) return undefined
  const id = randomUUID()
  return { id, applicationId, sealed: encryptText(JSON.stringify([phone, words]), purposes.message(id)), createdAt: now }
}
