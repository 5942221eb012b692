import type { Role } from './application.ts'
import type { Status } from './status.ts'

/**
 * A rule of the life cycle. `leads`: from each status in which the event is allowed, the status it leads to, the same one where it changes
 * none. `by`: the roles that may cause it; none: it only follows from another event.
 */
export type Rule = {
  readonly moves: boolean
  readonly leads: Readonly<Partial<Record<Status, Status>>>
  readonly by: readonly Role[]
  /** Done at the desk; the rest is done by the resident, or a clerk for them, or by the system. */
  readonly desk?: true
  /** Has the hall taken the case in by it? Legal limits run from then. */
  readonly takesIn?: true
  /** Done on a page of its own that asks more than a text. */
  readonly form?: true
  /** Done on an occasion from outside: nobody is given a case to do it. */
  readonly occasional?: true
  /** Who must have proposed to decline it, where that matters. */
  readonly proposal?: 'nobody' | 'any-staff' | 'other-staff'
  /** Is it for whoever works on the case, where somebody does? A colleague takes the case over first. */
  readonly holder?: true
  /** Whose text must wait for a second reader, where that matters. */
  readonly held?: 'nobody-else' | 'other-staff' | 'self'
  /** How it must have been rated, where that matters. */
  readonly rating?: 'none' | 'awaits-answer'
  /** Must a question of the resident wait for an answer? */
  readonly asked?: true
  /** Is the resident sent a message: always, or only where a clerk acted for them? */
  readonly tells?: 'always' | 'if-helped'
  /** Changes only the history: allowed beside any other event. */
  readonly beside?: true
  /** Internal to staff: not shown to the resident. */
  readonly inside?: true
}
