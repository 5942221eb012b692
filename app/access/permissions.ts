import { caseRoles, wordReaders } from '#app/domain/application.ts'
import { ratingAnswerers, type StaffRole, staffRoles } from '#app/domain/staff.ts'

export type { HallStep } from '#app/domain/application.ts'
export { mayAtDesk } from '#app/domain/decision.ts'
export { scopeOf } from '#app/domain/staff.ts'

/**
 * Which roles may open which part of the desk; for all others it does not exist. Which cases a staff member sees there says `scopeOf`,
 * what they may do with one `mayAtDesk`.
 */
export const rolesOf = {
  desk: staffRoles,
  account: staffRoles,
  cases: caseRoles,
  counter: ['clerk'],
  figures: ['supervisor'],
  ratings: ratingAnswerers,
  words: wordReaders,
  record: ['supervisor', 'administrator'],
  staffAndHalls: ['administrator'],
} as const satisfies Record<string, readonly StaffRole[]>

/** A part of the desk. */
export type DeskPart = keyof typeof rolesOf

/** May this role open that part of the desk? */
export const mayOpen = (role: StaffRole, part: DeskPart): boolean => rolesOf[part].some((one) => one === role)
