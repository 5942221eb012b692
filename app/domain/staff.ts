import { caseRoles, caseRules, type Role, wordReaders } from './application.ts'
import { plainLetters, withoutInvisible } from './characters.ts'
import type { InEvery } from './language.ts'
import { practicePlace } from './place.ts'

/** What a member of staff may do: take in and help, decide, confirm and look over, or keep accounts and halls (no cases). */
export type StaffRole = Exclude<Role, 'resident' | 'system'>

/** Every role of staff. */
export const staffRoles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const satisfies readonly StaffRole[]

/** After how many minutes in which nobody does anything the screen is locked. */
export const lockedAfterMinutes = 10

/**
 * Which roles may open which part of the desk; for all others it does not exist. Which cases a staff member sees there says `scopeOf`,
 * what they may do with one `mayAtDesk`.
 */
export const rolesOf = {
  desk: staffRoles,
  account: staffRoles,
  cases: caseRoles,
  people: caseRoles,
  recoveries: caseRoles,
  counter: ['clerk'],
  figures: ['supervisor'],
  colleagues: ['supervisor'],
  // Whoever looks over the hall, so that nobody answers for a decision of their own.
  ratings: caseRules['answer-rating'].by,
  heldTexts: wordReaders,
  feedback: ['supervisor', 'administrator'],
  announcements: ['supervisor', 'administrator'],
  phrases: ['supervisor', 'administrator'],
  auditLog: ['supervisor', 'administrator'],
  staffAndHalls: ['administrator'],
} as const satisfies Record<string, readonly StaffRole[]>

/** A part of the desk. */
export type DeskPart = keyof typeof rolesOf

/** May somebody with these roles open that part of the desk? */
export const mayOpen = ({ roles }: { readonly roles: readonly StaffRole[] }, part: DeskPart): boolean =>
  rolesOf[part].some((one) => roles.includes(one))

/** Roles one person can have together. An administrator has no other: who keeps accounts sees no case. */
const strongestFirst = ['administrator', 'supervisor', 'reviewer', 'clerk'] as const satisfies readonly StaffRole[]

/**
 * Roles as a person has them: each once, the one that may do most first. It stands for the person where one role is shown or stored. Empty
 * where there is none, or an administrator would have another.
 */
export function rolesOfOne(chosen: readonly string[]): readonly StaffRole[] {
  const roles = strongestFirst.filter((one) => chosen.includes(one))
  return roles.length > 1 && roles.includes('administrator') ? [] : roles
}

/** Is this the role of somebody of the staff? */
export const isStaffRole = (role: Role): role is StaffRole => staffRoles.some((one) => one === role)

/** A service hall and the place whose cases it has. */
export type Hall = {
  readonly id: string
  readonly place: string
  readonly name: InEvery<string>
  /** Must everybody there sign in with a second factor? */
  readonly secondFactor: boolean
}

/** A member of staff who is signed in. Administrators have no hall. */
export type Staff = {
  readonly id: string
  readonly name: string
  /** The role that may do most, and all of them, that one first. */
  readonly role: StaffRole
  readonly roles: readonly StaffRole[]
  /** The services and departments they serve; empty: all. */
  readonly serves: readonly string[]
  readonly hall: Hall | null
  /** Signed in to practise: sees sample cases only. */
  readonly practice: boolean
}

/** Who is signed in, and whether to practise: work and practice are two sessions of one person. */
export type StaffInSession = Pick<Staff, 'id' | 'practice'>

/** The hidden input in which a form of the desk says on whose page it was written. */
export const writtenByInput = 'written-by'

/** The hidden input that says that who typed a carried form signed in in a second window. */
export const besideField = 'unlock-beside'

/** The hidden input that says whose a carried form is. */
export const carriedForInput = 'kept-for'

/** The hidden input of a form that makes something: what was posted twice makes one thing. */
export const onceInput = 'once'

/** What tells staff in a session from everybody else, in a form. */
export const staffMark = ({ id, practice }: StaffInSession): string => (practice ? `${id}.practice` : id)

/** Whom `staffMark` marked. */
export function staffMarked(mark: string): StaffInSession {
  const practice = mark.endsWith('.practice')
  return { id: practice ? mark.slice(0, -'.practice'.length) : mark, practice }
}

/** A sign-in name as it is compared: capitals, full-width letters, radicals and what nobody sees make no other name. */
export function plainLogin(typed: string): string {
  return withoutInvisible(plainLetters(typed)).normalize('NFKC').trim().toLowerCase()
}

/** A new sign-in name, in any script, without spaces; undefined where it is none. */
export function parseLogin(typed: string): string | undefined {
  const login = plainLogin(typed)
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@·་-]{2,39}$/u.test(login) ? login : undefined
}

/** The place whose cases somebody sees; undefined for those who see none. A case elsewhere does not exist for them. */
export function scopeOf({ role, hall, practice }: Pick<Staff, 'role' | 'hall' | 'practice'>): string | undefined {
  if (role === 'administrator' || hall === null) return undefined
  return practice ? practicePlace : hall.place
}
