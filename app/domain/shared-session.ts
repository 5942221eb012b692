import type { Role } from './application.ts'

/** Who typed the value of an input. */
export type Writer = Extract<Role, 'clerk' | 'resident'>

/** The state clerk and resident share while they fill in one form. */
export type SharedSession = {
  /** Counts every change. */
  readonly at: number
  /** The clerk's page: its path without the mode. */
  readonly place: string
  /** The inputs of that page, by their names, and who typed last. */
  readonly values: Readonly<Record<string, { readonly given: readonly string[]; readonly by: Writer }>>
  /** The input the clerk has focused, and the field the resident points at, by their names. */
  readonly focus: string | null
  readonly pointed: string | null
  /** Number of connected resident's screens. */
  readonly screens: number
  /** Pages the resident confirmed as they are. */
  readonly confirmed: readonly string[]
}
