import type { Role } from './application.ts'
import { plainLetters, withoutInvisible } from './letters.ts'
import { practicePlace } from './place.ts'

/** What a member of staff may do: take in and help, decide, confirm and look over, or keep accounts and halls (no cases). */
export type StaffRole = Exclude<Role, 'resident' | 'system'>

/** Every role of staff. */
export const staffRoles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const satisfies readonly StaffRole[]

/** After how many minutes in which nobody does anything the screen is locked. */
export const lockedAfterMinutes = 10

/** Who answers a resident who was not satisfied: whoever looks over the hall, so that nobody answers for a decision of their own. */
export const ratingAnswerers = ['supervisor'] as const satisfies readonly StaffRole[]

/** A service hall and the place whose cases it has. */
export type Hall = {
  readonly id: string
  readonly place: string
  readonly name: { readonly zh: string; readonly bo: string }
  /** Must everybody there sign in with a second factor? */
  readonly secondFactor: boolean
}

/** A member of staff who is signed in. Administrators have no hall. */
export type Staff = {
  readonly id: string
  readonly name: string
  readonly role: StaffRole
  readonly hall: Hall | null
  /** Signed in to practise: sees sample cases only. */
  readonly practice: boolean
}

/** A sign-in name as it is compared: capitals, full-width letters, radicals and what nobody sees make no other name. */
export function plainLogin(typed: string): string {
  return withoutInvisible(plainLetters(typed)).normalize('NFKC').trim().toLowerCase()
}

/** A new sign-in name, in any script, without spaces; undefined where it is none. */
export function readLogin(typed: string): string | undefined {
  const login = plainLogin(typed)
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@·་-]{2,39}$/u.test(login) ? login : undefined
}

/** The place whose cases somebody sees; undefined for those who see none. A case elsewhere does not exist for them. */
export function scopeOf({ role, hall, practice }: Staff): string | undefined {
  if (role === 'administrator' || hall === null) return undefined
  return practice ? practicePlace : hall.place
}
