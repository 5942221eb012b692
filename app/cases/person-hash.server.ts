import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { type Folder, personOf, type Wanted } from './folder.ts'

/** A keyed hash of who applies for what: finds a second application of the same person. Null without an identity number. */
export function personHashOf(folder: Folder, wanted: Wanted): string | null {
  const number = folder.values[`person/${personOf(folder, wanted)}/identity-number`]
  return typeof number === 'string' ? keyedHash(hashLabels.person(wanted.service, number)) : null
}
