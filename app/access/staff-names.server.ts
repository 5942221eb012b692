import { z } from 'zod'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { parseName } from '#app/domain/person-name.ts'
import { parseLogin, plainLogin } from '#app/domain/staff.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { type Read, readStored } from '#app/security/stored-value.server.ts'
import { allStaff, type StoredStaff } from '#db/staff.server.ts'
import { wrong } from './account-input.ts'

/** Name and sign-in name of a staff member. */
export type StaffNames = { readonly name: string; readonly login: string }

/** The names of a staff member, encrypted for the database. */
export const encryptNames = (id: string, names: StaffNames): Buffer => encryptText(JSON.stringify(names), purposes.staff(id))

const names = z.object({ name: z.string(), login: z.string() })

/** The names of a staff member, or that they cannot be read. */
export function namesIn({ id, sealed }: Pick<StoredStaff, 'id' | 'sealed'>): Read<StaffNames> {
  return readStored({ table: 'staff', id }, sealed, purposes.staff(id), (plain) => names.parse(JSON.parse(plain.toString('utf8'))))
}

/** The names of a staff member; where they cannot be read, the id: such an account still signs in and can be disabled. */
export function namesOf(stored: Pick<StoredStaff, 'id' | 'sealed'>): StaffNames {
  const read = namesIn(stored)
  return read.ok ? read.value : { name: stored.id, login: '' }
}

/** The keyed hash a staff member is found by. */
export const loginHashOf = (login: string): string => keyedHash(hashLabels.staffLogin(plainLogin(login)))

/** Staff who cannot sign in, since their sign-in name is compared as that of somebody else, who keeps it. */
export async function unfoundStaff(): Promise<{ readonly id: string; readonly sameAs: string }[]> {
  const all = await allStaff()
  const byHash = new Map(all.map(({ id, loginHash }) => [loginHash, id]))
  return all.flatMap((one) => {
    const read = namesIn(one)
    const sameAs = read.ok ? byHash.get(loginHashOf(read.value.login)) : undefined
    return sameAs === undefined || sameAs === one.id ? [] : [{ id: one.id, sameAs }]
  })
}

/** The name of a staff member parsed, and the errors. */
export function parseStaffName(typed: string) {
  const name = parseName(typed)
  const errors: ReturnType<typeof wrong>[] = []
  if (!name.ok) errors.push({ key: `errors:field.${name.error}`, field: 'name', values: name.values })
  if (name.ok && landDemandIn(name.value)) errors.push(wrong('name-land', 'name'))
  return { errors, name: name.ok ? name.value : '' }
}

/** The names of a new staff member parsed, and the errors. */
export function parseNames(typed: { readonly name: string; readonly login: string }) {
  const [{ name, errors }, login] = [parseStaffName(typed.name), parseLogin(typed.login)]
  if (login === undefined) errors.push(wrong('login-form', 'login'))
  else if (landDemandIn(login)) errors.push(wrong('name-land', 'login'))
  return { errors, names: { name, login: login ?? '' } }
}
