import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'

/** How long a link is valid, in hours. */
export const linkHours = 72

/** By what the link of a token is stored. */
export const linkHashOf = (token: string) => keyedHash(hashLabels.staffLink(token))

/** The token of a new link, which is stored nowhere, and the row stored of it. */
export function newInvitation<To extends string | null>(staffId: To, now: Date) {
  const token = secureRandom(32).toString('base64url')
  return { token, kept: { tokenHash: linkHashOf(token), staffId, expiresAt: new Date(now.getTime() + linkHours * 3_600_000) } }
}
