import { evaluate } from '#app/domain/condition.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { withOwn } from '#app/domain/form.ts'
import { type Folder, formOf, readingOf, subjectFor, type Wanted } from './folder.ts'
import { limitEnds } from './working-days.ts'

/** The legal time limits that apply, from the day the hall accepted. Only where the sources name one. */
export function limitsOf(folder: Folder, application: Wanted, history: readonly ApplicationEvent[]): { statement: string; ends: Day }[] {
  const accepted = history.find(({ type }) => type === 'accept' || type === 'start-review')
  if (!accepted) return []
  const reading = readingOf(folder, dayOf(accepted.at))
  const subject =
    application.member === null ? withOwn(reading.household, () => undefined) : subjectFor(folder, application, dayOf(accepted.at))
  const own = withOwn(subject, (field) => folder.values[`own/n${application.number}/${field}`])
  return (formOf(application.service)?.limits ?? [])
    .filter(({ when }) => !when || evaluate(when, own).truth === 'yes')
    .map((limit) => ({ statement: limit.statement, ends: limitEnds(dayOf(accepted.at), limit) }))
}
