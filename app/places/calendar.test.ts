import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, weekdayOf, yearOf } from '#app/domain/day.ts'
import { faultIn, readAnnounced } from './announced-holidays.server.ts'
import { type Announced, calendarEnd, isWorked, knownUntil, lastYearOf, lastYearOfTable, limitEnds } from './calendar.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

const next = lastYearOfTable + 1
/** The year behind the table as it might be announced: the holidays by law, a day moved, a Saturday worked. */
const moved = daysFrom(`${next}-10-04`, 7).find((day) => isWorked(day, {})) ?? ''
const saturday = daysFrom(`${next}-10-09`, 9).find((day) => weekdayOf(day) === 6) ?? ''
const announced: Announced = { [next]: { off: [...statutoryHolidays(next), moved], work: [saturday] } }

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** Among days: where a limit ends that begins on the one at a place. */
function reckoned(days: readonly Day[], worked: (day: Day) => boolean) {
  const all = days.filter(worked)
  const until = days.map(
    (
      (count) => (day: Day) =>
        worked(day) ? ++count : count
    )(0),
  )
  return (from: number, limit: number) => all[(until[from] ?? 0) + limit - 1]
}

test.each([
  ['2026-09-24', 1, 'working', '2026-09-28', 'Mid-Autumn and a weekend are left out'],
  ['2026-09-30', 1, 'working', '2026-10-08', 'the national holidays are left out'],
  ['2026-10-09', 1, 'working', '2026-10-10', 'a Saturday made a workday counts'],
  ['2026-11-24', 10, 'working', '2026-12-08', 'two plain weeks'],
  ['2026-11-24', 15, 'calendar', '2026-12-09', 'calendar days count as they come'],
  ['2026-12-20', 60, 'calendar', '2027-02-18', 'calendar days need no announcement'],
  ['2026-02-13', 1, 'working', '2026-02-14', 'a Saturday before Spring Festival is worked'],
] as const)('%s and %d %s days end on %s: %s', (from, days, unit, ends, _why) => expect(limitEnds(from, { days, unit }, {})).toBe(ends))

test('holidays by law as the almanac has them', () => {
  expect([...statutoryHolidays(2027)].sort()).toEqual(
    '2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01 2027-05-02 2027-06-09 2027-09-15 2027-10-01 2027-10-02 2027-10-03'.split(
      ' ',
    ),
  )
  expect(statutoryHolidays(2028)).toEqual(expect.arrayContaining(['2028-01-25', '2028-01-28', '2028-04-04', '2028-05-28', '2028-10-03']))
})

test.each([2025, 2026])('the announcement for %i leaves no holiday by law out', (year) => {
  for (const day of statutoryHolidays(year)) expect(chineseDays.isWorkday(day), day).toBe(false)
})

describe('after the end of the holiday table', () => {
  test('holidays by law are not worked, weekends neither', () => {
    for (const day of [...statutoryHolidays(next), ...statutoryHolidays(next + 3)]) expect(isWorked(day, {}), day).toBe(false)
    expect(isWorked(saturday, {})).toBe(false)
    expect(isWorked(moved, {})).toBe(true)
  })

  test('announced holidays count, and move the end of the table', () => {
    expect([isWorked(moved, announced), isWorked(saturday, announced)]).toEqual([false, true])
    expect([lastYearOf({}), lastYearOf(announced)]).toEqual([next - 1, next])
    expect(knownUntil(announced)).toBe(`${next}-12-24`)
  })

  test('an announcement may name days of the December before', () => {
    const withDecember = { [next]: { off: [...statutoryHolidays(next), `${next - 1}-12-31`], work: [] } }
    expect(isWorked(`${next - 1}-12-31`, withDecember)).toBe(false)
  })

  test('a deadline ends on a day where holidays are announced, else "not before" a day that is never too late', () => {
    const limit = { days: 5, unit: 'working' } as const
    expect(limitEnds(`${next}-09-29`, limit, announced) > limitEnds(`${next}-09-29`, limit, {})).toBe(true)
    expect(limitEnds(`${next - 1}-12-23`, limit, {})).toBe(`${next - 1}-12-28`)
    expect(limitEnds(`${next - 1}-12-23`, { days: 3, unit: 'working' }, {}) > knownUntil({})).toBe(true)
  })

  /** As if a year had not been announced: the same rule as behind the table, on years whose announcement is known by now. */
  test('"not before" held in every year since 2014', () => {
    const days = daysFrom('2014-01-01', 13 * 365)
    const [real, lawful] = [
      reckoned(days, (day) => chineseDays.isWorkday(day)),
      reckoned(days, (day) => weekdayOf(day) < 6 && !statutoryHolidays(yearOf(day)).includes(day)),
    ]
    const early = (spare: number) =>
      [3, 5, 10, 15, 20, 30, 45, 60].flatMap((limit) =>
        days.slice(0, 12 * 365).filter((_day, from) => (real(from, limit) ?? '') < (lawful(from, limit - spare) ?? '')),
      )
    expect(early(2)).toEqual([])
    expect(early(1).length).toBeGreaterThan(0)
  })
})

test.each([
  [`${next - 1}-10-01`, 91, undefined],
  [`${next - 1}-10-02`, 90, { year: next - 1, left: 90 }],
  [`${next - 1}-12-31`, 0, { year: next - 1, left: 0 }],
  [`${next}-06-01`, -152, { year: next - 1, left: 0 }],
])('on %s, with %i days left, it is said: %j', (day, _left, said) => expect(calendarEnd(day, {})).toEqual(said))

test('with another year announced there is no warning', () => expect(calendarEnd(`${next - 1}-12-31`, announced)).toBeUndefined())

test.each([
  ['a holiday by law worked', { [next]: { off: statutoryHolidays(next).slice(1), work: [] } }, 'holiday by law'],
  ['a day of another year', { [next]: { off: [...statutoryHolidays(next), `${next + 1}-01-01`], work: [] } }, 'not of this year'],
  ['a day both off and worked', { [next]: { off: [...statutoryHolidays(next), saturday], work: [saturday] } }, 'both off and worked'],
  ['a weekday to be worked', { [next]: { off: statutoryHolidays(next), work: [moved] } }, 'no day of a weekend'],
  ['a year left out', { [next + 1]: { off: statutoryHolidays(next + 1), work: [] } }, `${next} is missing`],
])('%s is no announcement', (_what, years, said) => expect(faultIn(years)).toContain(said))

test('a valid announcement is read', () => expect(faultIn(announced)).toBeUndefined())

test('holidays.json is read where it exists; invalid JSON or another shape is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settle-holidays-'))
  const written = (content: string) => {
    writeFileSync(join(folder, 'holidays.json'), content)
    return () => readAnnounced(folder)
  }
  expect(readAnnounced(folder)).toEqual({})
  expect(written(JSON.stringify(announced))()).toEqual(announced)
  expect(written('{ 2027')).toThrow(/^holidays\.json: it is no JSON/)
  expect(written(JSON.stringify({ [next]: { off: ['2027-02-30'], work: [] } }))).toThrow(/^holidays\.json: .*off: 0: a day is written/)
  expect(written(JSON.stringify({ [next]: { off: [] } }))).toThrow(/^holidays\.json: .*work/)
  rmSync(folder, { recursive: true })
})
