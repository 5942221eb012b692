import { plainLogin } from '#app/domain/staff.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { lockText, unlockText } from '#app/security/vault.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'

/** What a member of staff is called, and what they sign in with. */
export type StaffNames = { readonly name: string; readonly login: string }

/** The names of a member of staff, encrypted for the database. */
export const lockedNames = (id: string, names: StaffNames): Buffer => lockText(JSON.stringify(names), purposes.staff(id))

/** The names of a member of staff. @throws where they cannot be decrypted (corrupt data). */
export function namesOf({ id, sealed }: Pick<StoredStaff, 'id' | 'sealed'>): StaffNames {
  const text = unlockText(sealed, purposes.staff(id))
  if (text === undefined) throw new Error('The names of a member of staff do not unlock')
  return JSON.parse(text) as StaffNames
}

/** The keyed hash a member of staff is found by. */
export const loginHashOf = (login: string): string => keyedHash(hashLabels.staffLogin(plainLogin(login)))
