import type { Day } from '#app/domain/day.ts'
import { fingerprint } from '#app/domain/fingerprint.ts'
import { languages } from '#app/domain/language.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type Consent, type Folder, isAboutChild } from './folder.ts'

/** Kinds of consent, each given separately: the general notice, sensitive data, and data of children under 14 by their guardian. */
export const consentKinds = ['general', 'sensitive', 'child'] as const
/** A kind of consent. */
export type ConsentKind = (typeof consentKinds)[number]

/** The kinds of consent these applications need: that for a child only where a person may be under 14. */
export function neededConsents(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): ConsentKind[] {
  return consentKinds.filter((kind) => kind !== 'child' || isAboutChild(folder, wanted, asOf))
}

/** Those of them nobody has given yet: in a folder of before, where the text is another by now, or where only the form told of a child. */
export function lackingConsents(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): ConsentKind[] {
  const given = standing(folder)
  return neededConsents(folder, wanted, asOf).filter((kind) => !given.some((one) => one.kind === kind))
}

/** Everything agreed to in a folder by now, with what is agreed to at this moment in its place. */
export function withConsents(folder: Pick<Folder, 'consents'>, agreed: readonly string[], mode: Mode, now: Date): Consent[] {
  const kinds = consentKinds.filter((kind) => agreed.includes(kind))
  const before = standing(folder).filter(({ kind }) => !kinds.includes(kind))
  return [...before, ...kinds.map((kind) => ({ kind, version: consentVersion(kind), at: now.toISOString(), mode }))]
}

/** What was agreed to in the words of today. */
const standing = ({ consents = [] }: Pick<Folder, 'consents'>) => consents.filter(({ kind, version }) => version === consentVersion(kind))

const versions = new Map<ConsentKind, string>()

/** Version of the text agreed to, in every language. It does not change while the server runs: computed once. */
export function consentVersion(kind: ConsentKind): string {
  const known = versions.get(kind) ?? fingerprint(languages.map((language) => text(language, `consent:${kind}.text`)).join('\0'))
  versions.set(kind, known)
  return known
}
