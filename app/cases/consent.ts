import type { Day } from '#app/domain/day.ts'
import { fingerprint } from '#app/domain/fingerprint.ts'
import { languages } from '#app/domain/language.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { text } from '#app/i18n/messages.ts'
import { type Folder, isAboutChild } from './folder.ts'

/** Kinds of consent, each given separately: the general notice, sensitive data, and data of children under 14 by their guardian. */
export const consentKinds = ['general', 'sensitive', 'child'] as const
/** A kind of consent. */
export type ConsentKind = (typeof consentKinds)[number]

/** The kinds of consent these applications need: that for a child only where a person may be under 14. */
export function neededConsents(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): ConsentKind[] {
  return consentKinds.filter((kind) => kind !== 'child' || isAboutChild(folder, wanted, asOf))
}

const versions = new Map<ConsentKind, string>()

/** Version of the text agreed to, in every language. It does not change while the server runs: computed once. */
export function consentVersion(kind: ConsentKind): string {
  const known = versions.get(kind) ?? fingerprint(languages.map((language) => text(language, `consent:${kind}.text`)).join('\0'))
  versions.set(kind, known)
  return known
}
