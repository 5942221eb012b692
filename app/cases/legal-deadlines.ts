import { clockOf, isAccepted } from '#app/domain/clock.ts'
import { evaluate } from '#app/domain/condition.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import { type HistoryEvent, kindOfEvent } from '#app/domain/event.ts'
import type { InEvery } from '#app/domain/language.ts'
import { type DraftApplication, formOf, readingOf, withOwn } from '#app/forms/application-form.ts'
import { announced, daysStopped, knownUntil, limitEnds } from '#app/places/calendar.ts'
import { lawOf } from '#app/services/index.ts'
import type { Folder } from './folder.ts'
import type { SubmittedLimit } from './submission.ts'

/** A legal deadline of a case. `sure`: it ends on that day; else not before it, as the holidays are not announced that far. */
export type LegalDeadline = {
  readonly statement: string
  /** The sentence of the limit, as it was when it was submitted; null where that was not stored. */
  readonly says: InEvery<string> | null
  readonly ends: Day
  readonly sure: boolean
}

/**
 * The legal time limits that apply, from the day the hall accepted, without the days on which their clock stood still. Only where the sources name one. `submitted`: those of the submission; where
 * they were not stored with it, those of its service today.
 */
export function legalDeadlines(
  folder: Folder,
  application: DraftApplication,
  history: readonly HistoryEvent[],
  submitted: readonly SubmittedLimit[] | undefined,
): LegalDeadline[] {
  const { begun: from, stoppages } = clockOf(history)
  // While the clock stands still nobody knows when it ends.
  if (from === null || stoppages.some(({ to }) => to === null)) return []
  const limits = submitted ?? limitsOf(folder, application, from).map((limit) => ({ ...limit, says: null }))
  return limits.map((limit) => {
    const stopped = stoppages.map((one) => daysStopped(one.from, one.to ?? one.from, limit.unit, announced()))
    const days = stopped.reduce((sum, more) => sum + more, limit.days)
    const ends = limitEnds(from, { ...limit, days }, announced())
    return { statement: limit.statement, says: limit.says, ends, sure: limit.unit === 'calendar' || isKnown(ends) }
  })
}

/**
 * The day before which the hall is to say whether it accepts, or what is missing: of what it did not accept yet, since it was handed in last
 * or taken up again, where a source names a time for the service. Nothing follows for the resident where nobody did; null where no source does.
 */
export function acceptanceDue(service: string, history: readonly HistoryEvent[]): Day | null {
  const acceptance = lawOf(service)?.act.acceptance
  const handedIn = history.findLast((event) => isHandedInBy(kindOfEvent(event)))
  if (!acceptance || !handedIn?.at || isAccepted(history)) return null
  return limitEnds(dayOf(handedIn.at), acceptance, announced())
}

/** Does the hall have a case to accept by an event? */
const isHandedInBy = (kind: string) => kind === 'submit' || kind === 'resubmit' || kind === 'reopen'

/** The legal time limits that will apply once the hall accepts, as far as the folder says. */
export function limitsOf(folder: Folder, application: DraftApplication, asOf: Day) {
  const reading = readingOf(folder, asOf)
  const { member } = application
  const own = withOwn((member === null ? undefined : reading.member(member)) ?? reading.household, folder, application)
  return (formOf(application.service)?.limits ?? []).filter(({ when }) => !when || evaluate(when, own).truth === 'yes')
}

const isKnown = (day: Day) => day <= knownUntil(announced())

/** Is the stored end of a deadline certain? Deadlines in calendar days need no announcement. `submitted`: the limits of the submission, where it was read. */
export function isDueSure(service: string, dueOn: Day, submitted?: readonly SubmittedLimit[]): boolean {
  const limits = submitted ?? formOf(service)?.limits ?? []
  return isKnown(dueOn) || (limits.length > 0 && limits.every(({ unit }) => unit === 'calendar'))
}
