import { hash } from 'node:crypto'
import { hashLabels } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { seedOnce } from './once.server.ts'

/** How long a link is valid, in hours. */
export const linkHours = 72

/** By what the link of a token is stored. */
export const linkHashOf = (token: string) => keyedHash(hashLabels.staffLink(token))

/** What tells of a used link, until it would have expired, that it was used. */
export const usedMark = (token: string) => keyedHash(hashLabels.staffLinkUsed(token))

/** What tells that a link was used by this form, with this content: known again where it is sent twice, and by nothing else. */
export const usedByMark = (token: string, form: FormValues, content: readonly string[]) =>
  keyedHash(hashLabels.staffLinkUsedBy(seedOnce(form, [token, ...content]).toString('base64url')))

/** The token of a new link, which is stored nowhere, and the row stored of it. `seed`: of what was posted; twice the same makes one link. */
export function newInvitation<To extends string | null>(staffId: To, now: Date, seed = secureRandom(32)) {
  const token = hash('sha256', Buffer.concat([Buffer.from('link '), seed]), 'base64url')
  return { token, stored: { tokenHash: linkHashOf(token), staffId, expiresAt: new Date(now.getTime() + linkHours * 3_600_000) } }
}
