import { fingerprint } from '#app/domain/fingerprint.ts'
import { text } from '#app/i18n/messages.ts'
import type { Consent } from './folder.ts'

/** What is agreed to, each for itself: the general notice, sensitive data, and the data of children under 14 by their guardian. */
export const consentKinds = ['general', 'sensitive', 'child'] as const satisfies readonly Consent['kind'][]

/** Which words were agreed to, in both languages. */
export function consentVersion(kind: Consent['kind']): string {
  return fingerprint(`${text('zh', `consent:${kind}.text`)}\0${text('bo', `consent:${kind}.text`)}`)
}
