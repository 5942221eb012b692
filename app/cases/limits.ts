import { evaluate } from '#app/domain/condition.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { formOf, readingOf, type Wanted, withOwn } from '#app/forms/application-form.ts'
import type { Folder } from './folder.ts'
import { limitEnds } from './working-days.ts'

/** The legal time limits that apply, from the day the hall accepted. Only where the sources name one. */
export function limitsOf(folder: Folder, application: Wanted, history: readonly ApplicationEvent[]): { statement: string; ends: Day }[] {
  const accepted = history.find(({ type }) => type === 'accept' || type === 'start-review')
  if (!accepted) return []
  const reading = readingOf(folder, dayOf(accepted.at))
  const { member } = application
  const own = withOwn((member === null ? undefined : reading.member(member)) ?? reading.household, folder, application)
  return (formOf(application.service)?.limits ?? [])
    .filter(({ when }) => !when || evaluate(when, own).truth === 'yes')
    .map((limit) => ({ statement: limit.statement, ends: limitEnds(dayOf(accepted.at), limit) }))
}
