import type { CaseEventType } from './application.ts'
import type { Day } from './day.ts'
import type { ApplicationEvent } from './event.ts'
import type { InternalText } from './internal-texts.ts'
import type { Rated } from './rating.ts'
import type { Status } from './status.ts'

/** An event of a case. */
export type CaseEvent = Extract<ApplicationEvent, { type: CaseEventType }>

/** What the desk knows of a case besides its status: who works on it, who proposes to decline it, whose texts wait. */
export type DeskMarks = {
  readonly assignee: string | null
  readonly proposedBy: string | null
  /** Whose texts wait for a second reader, and in which step; null where none do. */
  readonly heldBy: string | null
  readonly heldStep: CaseEventType | null
}

/** What is known of a case besides its status. Moments are ISO timestamps. */
export type Marks = DeskMarks &
  Rated & {
    /** Six digits of the county whose hall has it; null while a draft. */
    readonly county: string | null
    /** The mode it was handed in with. */
    readonly mode: string | null
    /** How it was handed in: `self`, or with a clerk: `counter`, `paper`. */
    readonly channel: string
    /** When the hall first answered, and when it decided. */
    readonly answeredAt: string | null
    readonly decidedAt: string | null
    /** How often corrections were asked for; asking again for nothing but what was never sent does not count. */
    readonly corrections: number
    /** Since when a question of the resident waits for an answer; null where none does. */
    readonly askedAt: string | null
    /** The condition it was declined for. */
    readonly declinedFor: string | null
  }

/** The day a legal time limit ends, and when the case is taken away; null where there is none. */
export type Deadline = { readonly dueOn: Day | null; readonly expiresAt: string | null }

/** A case as a transition needs it. */
export type CaseState = Marks & Deadline & { readonly status: Status }

/** What a transition needs to know besides: the first legal limit to end from now on, and the county that stands in the folder. */
export type Given = {
  /** The mode the resident reads now. */
  readonly language?: string | undefined
  readonly limitEnds?: Day | null | undefined
  readonly county?: string | undefined
  /** Did nobody answer the corrections asked for? See `isUnanswered`. */
  readonly unanswered?: boolean
  /** Does the service or the history speak against the step? See `whyBarred`. */
  readonly barred?: boolean
  /** May the last decision still be taken back by whoever asks? See `isPending`. */
  readonly pending?: boolean
  /** Was an original not seen that has to be seen before approving? */
  readonly originalsMissing?: boolean
  /** The step that waits, as it happens once its texts are released. */
  readonly held?: CaseEvent | undefined
  /** The texts for staff an event is about, where they wait. */
  readonly internal?: InternalText | undefined
}
