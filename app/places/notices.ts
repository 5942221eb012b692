import { addDays, type Day, isDay, weekdayOf, yearOf } from '#app/domain/day.ts'
import { asciiDigits } from '#app/domain/digits.ts'
import { type Announced, type AnnouncedYear, lastYearOf } from './calendar.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

/** A notice of days off and worked, as an administrator entered it. */
export type Notice = {
  readonly id: string
  /** The year it is for. */
  readonly year: string
  readonly notice: string
  readonly off: readonly Day[]
  readonly worked: readonly Day[]
}

/** What is announced with these notices; in a year that is known without them they stand beside what is known, before it. */
export function withNotices(years: Announced, notices: readonly Notice[]): Announced {
  const all: Record<string, AnnouncedYear> = { ...years }
  for (const { year, off, worked } of notices) {
    const before = all[year] ?? { off: [], work: [] }
    const next = {
      off: [...new Set([...before.off, ...off])].filter((day) => !worked.includes(day)),
      work: [...new Set([...before.work, ...worked])].filter((day) => !off.includes(day)),
    }
    all[year] = { ...next, partial: statutoryHolidays(Number(year)).some((day) => !next.off.includes(day)) }
  }
  return all
}

/** An official number as it is printed: 国办发明电〔2026〕7号; undefined where it is none. */
export function parseNumber(typed: string): string | undefined {
  const parts = /^([\p{Script=Han}]{1,20})\s*[〔[（(【]\s*(20\d\d)\s*[〕\]）)】]\s*(?:第\s*)?(\d{1,5})\s*号$/u.exec(
    asciiDigits(typed).trim(),
  )
  return parts ? `${parts[1]}〔${parts[2]}〕${parts[3]}号` : undefined
}

/** Days as typed: with spaces, commas or lines between them, `至` or `~` between the first and the last of several; or what is no day. */
export function parseDays(typed: string): { readonly days: readonly Day[]; readonly wrong?: string } {
  const days = new Set<Day>()
  const joined = asciiDigits(typed).replace(/\s*(?:至|到|~|～|—|–)\s*/g, '~')
  for (const piece of joined.split(/[\s,，、;；。།]+/).filter(Boolean)) {
    const [first, last = first, more] = piece.split('~').map(dayIn)
    if (!first || !last || more !== undefined || first > last) return { days: [], wrong: piece.slice(0, 40) }
    for (let day = first; day <= last; day = addDays(day, 1)) {
      days.add(day)
      if (days.size > 200) return { days: [], wrong: piece.slice(0, 40) }
    }
  }
  return { days: [...days].sort() }
}

function dayIn(typed: string): Day | null {
  const [, year, month = '', date = ''] = /^(20\d\d)(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(typed) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return year !== undefined && isDay(day) ? day : null
}

/** What is wrong with a notice, as the end of the key of a sentence, and the day it is about. */
export type NoticeFault = { readonly why: string; readonly field: 'year' | 'notice' | 'off' | 'worked'; readonly day?: Day }

/** What speaks against entering a notice: the first fault. `known`: what is announced without it, `others`: notices entered before. */
export function faultOf(one: Omit<Notice, 'id'>, known: Announced, others: readonly Notice[]): NoticeFault | undefined {
  const { year, off, worked, notice } = one
  if (off.length + worked.length === 0) return { why: 'no-days', field: 'off' }
  if (others.some((other) => other.notice === notice)) return { why: 'known', field: 'notice' }
  const last = lastYearOf(known)
  if (Number(year) > last + 1) return { why: 'year-before', field: 'year' }
  for (const field of ['off', 'worked'] as const) {
    const outside = one[field].find((day) => !belongsTo(Number(year), day))
    if (outside) return { why: 'other-year', field, day: outside }
  }
  const both = worked.find((day) => off.includes(day))
  if (both) return { why: 'both', field: 'worked', day: both }
  const plain = worked.find((day) => weekdayOf(day) < 6)
  if (plain) return { why: 'not-weekend', field: 'worked', day: plain }
  const against = contradicted(one, others)
  if (against) return { why: 'contradicts', ...against }
  const whole = withNotices(known, [{ ...one, id: '' }])[year]
  const missing = statutoryHolidays(Number(year)).find((day) => !whole?.off.includes(day))
  return Number(year) > last && missing ? { why: 'missing', field: 'off', day: missing } : undefined
}

/** A day another notice says the contrary of. */
function contradicted({ off, worked }: Omit<Notice, 'id'>, others: readonly Notice[]) {
  const free = off.find((day) => others.some((other) => other.worked.includes(day)))
  const atWork = worked.find((day) => others.some((other) => other.off.includes(day)))
  if (free) return { field: 'off' as const, day: free }
  return atWork && { field: 'worked' as const, day: atWork }
}

/** An announcement may name days of the December before. */
const belongsTo = (of: number, day: Day) => yearOf(day) === of || day.startsWith(`${of - 1}-12`)
