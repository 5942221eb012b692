import { evaluate } from '#app/domain/condition.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import { type HistoryEvent, isTakenIn, kindOfEvent } from '#app/domain/event.ts'
import type { InEvery } from '#app/domain/language.ts'
import { type DraftApplication, formOf, readingOf, withOwn } from '#app/forms/application-form.ts'
import { announced, knownUntil, limitEnds } from '#app/places/calendar.ts'
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
 * The legal time limits that apply, from the day the hall accepted. Only where the sources name one. `submitted`: those of the submission; where
 * they were not stored with it, those of its service today.
 */
export function legalDeadlines(
  folder: Folder,
  application: DraftApplication,
  history: readonly HistoryEvent[],
  submitted: readonly SubmittedLimit[] | undefined,
): LegalDeadline[] {
  // A limit runs to the first decision: for a case that was taken up again no source names one.
  if (history.some((event) => kindOfEvent(event) === 'reopen')) return []
  const accepted = history.find(isTakenIn)
  if (!accepted?.at) return []
  const from = dayOf(accepted.at)
  const limits = submitted ?? limitsOf(folder, application, from).map((limit) => ({ ...limit, says: null }))
  return limits.map((limit) => {
    const ends = limitEnds(from, limit, announced())
    return { statement: limit.statement, says: limit.says, ends, sure: limit.unit === 'calendar' || isKnown(ends) }
  })
}

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
