import chineseDays from 'chinese-days'
import { addDays, type Day, daysBetween, weekdayOf, yearOf } from '#app/domain/day.ts'
import type { Limit } from '#app/services/define.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

/**
 * What the State Council announces for a year: days off (weekends among them or not), and days of a weekend that are worked. `partial`: single
 * days beside what is known of the year anyway.
 */
export type AnnouncedYear = { readonly off: readonly Day[]; readonly work: readonly Day[]; readonly partial?: boolean }

/** Announced years by their number; one stands before what the table of chinese-days says. */
export type Announced = Readonly<Record<string, AnnouncedYear>>

let inForce = (): Announced => ({})

/** What is announced beside the table at this moment: `holidays.json` as it was when the server started, and what administrators entered. */
export const announced = (): Announced => inForce()

/** Takes what tells what is announced beside the table. */
export function setAnnounced(now: () => Announced): void {
  inForce = now
}

/** The last year chinese-days has the announcement of. */
export const lastYearOfTable = lastNamed(2026)

function lastNamed(year: number): number {
  return chineseDays.getDayDetail(`${year + 1}-10-01`).name.includes(',') ? lastNamed(year + 1) : year
}

/** The last year whose announcement is known. */
export function lastYearOf(announced: Announced): number {
  let year = lastYearOfTable
  while (announced[year + 1] && !announced[year + 1]?.partial) year += 1
  return year
}

/**
 * The last day of which it is known whether it is worked. The announcement for a year has moved days of the last week of
 * the year before: for 2019 the Saturday 29 December 2018 was worked.
 */
export const knownUntil = (announced: Announced): Day => `${lastYearOf(announced)}-12-24`

/** Is a day worked, as far as is known? What no announcement covers: all but weekends and the holidays by law. */
export function isWorked(day: Day, announced: Announced): boolean {
  const years = [yearOf(day), yearOf(day) + 1].map((year) => announced[year])
  if (years.some((year) => year?.off.includes(day))) return false
  if (years.some((year) => year?.work.includes(day))) return true
  if (yearOf(day) <= lastYearOfTable && (!years[0] || years[0].partial)) return chineseDays.isWorkday(day)
  return weekdayOf(day) < 6 && !statutoryHolidays(yearOf(day)).includes(day)
}

/**
 * How many days of weekends yet to be announced as worked can bring an end forward. Limits of 3 to 60 days that begin on any
 * day of 2014 to 2026 never ended earlier than without the announcement by more than this many working days.
 */
const workedWeekends = 2

/** The day a time limit ends that began on `from`; behind `knownUntil` the first day on which it can end. */
export function limitEnds(from: Day, { days, unit }: Pick<Limit, 'days' | 'unit'>, announced: Announced): Day {
  if (unit === 'calendar') return addDays(from, days)
  const known = knownUntil(announced)
  const end = afterWorked(from, days, announced)
  if (end <= known) return end
  const earliest = afterWorked(from, Math.max(0, days - workedWeekends), announced)
  return earliest <= known ? addDays(known, 1) : earliest
}

/** How many days a limit stands still in which its clock is stopped: from `from` on, until the day it runs again. */
export function daysStopped(from: Day, to: Day, unit: Limit['unit'], announced: Announced): number {
  const days = Math.max(0, daysBetween(from, to))
  if (unit === 'calendar') return days
  return Array.from({ length: days }, (_, index) => addDays(from, index)).filter((day) => isWorked(day, announced)).length
}

function afterWorked(from: Day, days: number, announced: Announced): Day {
  let day = from
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1)
    if (isWorked(day, announced)) counted += 1
  }
  return day
}

/** From how many days before the end of what is known it is said. */
const saidBefore = 90

/** The end of the calendar, where it is near or past: the last year it covers, and how many days of it are left (none or fewer: it has ended). */
export type CalendarEnd = { readonly year: number; readonly left: number }

/** The end of the calendar as it is said on a day; undefined as long as it is far. */
export function calendarEnd(on: Day, announced: Announced): CalendarEnd | undefined {
  const year = lastYearOf(announced)
  const left = daysBetween(on, `${year}-12-31`)
  return left <= saidBefore ? { year, left: Math.max(0, left) } : undefined
}
