/** A calendar day, `YYYY-MM-DD`. Days of this form compare in order as plain strings. */
export type Day = string

/**
 * A date of birth: one day, or `from/to` (an ISO 8601 interval, both ends included)
 * where only the age is known.
 */
export type BirthDate = string

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/

/** Is this text a day that exists in the calendar? */
export function isDay(text: string): boolean {
  const parts = dayForm.exec(text)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)
}

/** Is this text a birth date: a day, or an interval of two days in order? */
export function isBirthDate(text: string): boolean {
  const [from, to, ...more] = text.split('/')
  if (from === undefined || !isDay(from) || more.length > 0) return false
  return to === undefined || (isDay(to) && from <= to)
}

/** First and last possible day of birth of a person with this birth date. */
export function bornBetween(birth: BirthDate): [from: Day, to: Day] {
  const slash = birth.indexOf('/')
  return slash < 0 ? [birth, birth] : [birth.slice(0, slash), birth.slice(slash + 1)]
}

/** The birth dates of a person who is `years` old on `day`. */
export function bornForAge(years: number, day: Day): BirthDate {
  const to = addYears(day, -years)
  // 29 February of a common year does not exist: a person of that age was born on the 28th at the latest.
  return `${nextDay(addYears(day, -years - 1))}/${isDay(to) ? to : format(yearOf(to), 2, 28)}`
}

/** Full years completed on `day` by a person born on `born`. */
export function ageOn(born: Day, day: Day): number {
  const years = yearOf(day) - yearOf(born)
  return born.slice(5) <= day.slice(5) ? years : years - 1
}

/** The same day `years` later. 29 February stays written so in a common year: it compares between 28 February and 1 March. */
export function addYears(day: Day, years: number): Day {
  return String(yearOf(day) + years).padStart(4, '0') + day.slice(4)
}

/** The same date `months` later, at most the last day of that month. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return format(year, month, Math.min(dateOf(day), daysIn(year, month)))
}

/** Months counted from January 2025 to the month of `day`, January 2025 being 1. */
export function monthsSince2025(day: Day): number {
  return (yearOf(day) - 2025) * 12 + monthOf(day)
}

/** Writes year, month and date as a day. Does not check that it exists: `isDay` does. */
export function format(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

function nextDay(day: Day): Day {
  const [year, month, date] = [yearOf(day), monthOf(day), dateOf(day)]
  if (date < daysIn(year, month)) return format(year, month, date + 1)
  return month < 12 ? format(year, month + 1, 1) : format(year + 1, 1, 1)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The year of a day. */
export const yearOf = (day: Day) => Number(day.slice(0, 4))
const monthOf = (day: Day) => Number(day.slice(5, 7))
const dateOf = (day: Day) => Number(day.slice(8, 10))

const millisecondsADay = 86_400_000

/** How many days after another a day is. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay)

/** The day so many days later; earlier where `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * millisecondsADay).toISOString().slice(0, 10)
}

/** The day of the week: 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7
}

/** The moment so many times 24 hours later; earlier where `days` is negative. China keeps one time all year. */
export const daysLater = (at: Date, days: number): Date => new Date(at.getTime() + days * millisecondsADay)

/** The moment at which a day begins in Qinghai. */
export const beginningOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`)

/** Is this a moment or a day? What a damaged row holds is none. */
export const isMoment = (at: string | Date): boolean => !Number.isNaN(new Date(at).getTime())

/** A moment as ISO text by the clocks of Qinghai (China Standard Time), whatever zone the text names. */
const inQinghai = (at: string | Date) => new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString()

/** The calendar day of a moment in Qinghai. @throws RangeError where it is none */
export const dayOf = (at: string | Date): Day => inQinghai(at).slice(0, 10)

/** The time of day of a moment in Qinghai, `HH:MM`. */
export const timeOf = (at: string | Date): string => inQinghai(at).slice(11, 16)
