import { isIdentityNumber } from '#app/domain/form.ts'
import { comparableName } from '#app/domain/person-name.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { type Folder, phoneIn } from './folder.ts'

/** The keyed hash an identity number is looked up by. */
export const lookupOfNumber = (number: string): string => keyedHash(hashLabels.lookupIdentity(number))
/** The same of a telephone number, as `parsePhone` gives it. */
export const lookupOfPhone = (phone: string): string => keyedHash(hashLabels.lookupPhone(phone))
/** What the audit log knows a name and a birth date by: nobody is looked up by it. */
export const hashOfName = (name: string, born: string): string => keyedHash(hashLabels.lookupName(comparableName(name), born))

/** Everything a folder is looked up by at the hall: each identity number in it, and its telephone number. */
export function lookupsOf(folder: Pick<Folder, 'values'>): string[] {
  const numbers = Object.entries(folder.values).flatMap(([target, value]) =>
    isIdentityNumber(target) && typeof value === 'string' && value !== '' ? [lookupOfNumber(value)] : [],
  )
  const phone = phoneIn(folder)
  return [...new Set(phone ? [...numbers, lookupOfPhone(phone)] : numbers)].sort()
}
