import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  beginningOf,
  bornBetween,
  bornForAge,
  dayOf,
  daysBetween,
  daysLater,
  format,
  isBirthDate,
  isDay,
  isMoment,
  monthsSince2025,
  timeOf,
  weekdayOf,
  yearOf,
} from './day.ts'

const part = { y: fc.integer({ min: 1800, max: 2200 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 31 }) }
const written = fc.record(part)
const day = written.map(({ y, m, d }) => format(y, m, d)).filter(isDay)

/** The calendar as JavaScript's own Date keeps it, by its fields and not by counting. */
const reference = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10)
const parts = (of: string) => of.split('-').map(Number) as [number, number, number]

test('a day exists exactly when the calendar gives it back', () =>
  fc.assert(fc.property(written, ({ y, m, d }) => isDay(format(y, m, d)) === (reference(y, m, d) === format(y, m, d)))))

test('days later are the days of the calendar', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
      const [y, m, d] = parts(from)
      expect(addDays(from, count)).toBe(reference(y, m, d + count))
      expect(daysBetween(from, addDays(from, count))).toBe(count)
    }),
  ))

test('weekdays follow each other, 7 after the next the same', () =>
  fc.assert(
    fc.property(day, (on) => {
      expect(weekdayOf(addDays(on, 1))).toBe((weekdayOf(on) % 7) + 1)
      expect(weekdayOf(addDays(on, 7))).toBe(weekdayOf(on))
    }),
  ))
test.each([
  ['2026-11-30', 1],
  ['2026-11-29', 7],
  ['2000-02-29', 2],
])('%s is day %i of its week', (on, weekday) => expect(weekdayOf(on)).toBe(weekday))

test('months later are in that month, on the same date or the last one', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: -1200, max: 1200 }), (from, count) => {
      const [y, m, d] = parts(from)
      const last = Number(reference(y, m + count + 1, 0).slice(8))
      expect(addMonths(from, count)).toBe(reference(y, m + count, Math.min(d, last)))
    }),
  ))

test('full years are completed on the birthday', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 130 }), (born, years) => {
      const birthday = `${yearOf(born) + years}${born.slice(4)}`
      fc.pre(isDay(birthday))
      expect(ageOn(born, birthday)).toBe(years)
      expect(ageOn(born, addDays(birthday, -1))).toBe(years - 1)
    }),
  ))

test('so many times 24 hours later', () =>
  expect(daysLater(new Date('2026-12-31T16:00:00Z'), -1).toISOString()).toBe('2026-12-30T16:00:00.000Z'))

test.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24', '23:59'],
  ['2026-11-24T16:00:00.000Z', '2026-11-25', '00:00'],
  ['2026-12-31T16:30:00.000Z', '2027-01-01', '00:30'],
  ['2026-11-24T23:59:00+08:00', '2026-11-24', '23:59'],
])('%s is %s at %s in Qinghai', (at, day, time) => expect([dayOf(at), timeOf(new Date(at))]).toEqual([day, time]))

/** 1800, 1900 and 2100 are no leap years, 2000 is one. */
test.each([
  ['1800-01-01', true],
  ['1800-02-28', true],
  ['1800-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2096-02-29', true],
  ['2100-02-28', true],
  ['2100-02-29', false],
  ['2100-12-31', true],
  ['2100-12-32', false],
  ['0000-12-31', false],
  ['0001-01-01', true],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-01-01', true],
  ['2026-12-01', true],
  ['2026-13-01', false],
  ['2026-04-30', true],
  ['2026-04-31', false],
  ['2026-06-31', false],
  ['2026-09-31', false],
  ['2026-11-31', false],
  ['2026-07-31', true],
  ['2026-7-31', false],
  ['2026-07-311', false],
  ['12026-07-31', false],
  ['2026/07/31', false],
  ['', false],
])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))

test.each([
  ['1990-03-07', true],
  ['1990-03-07/1991-03-06', true],
  ['1990-03-07/1990-03-07', true],
  ['1990-03-08/1990-03-07', false],
  ['1990-03-07/', false],
  ['/1990-03-07', false],
  ['1990-03-07/1991-02-29', false],
  ['1990-02-30/1991-03-06', false],
  ['1990-03-07/1991-03-06/1992-03-06', false],
  ['40', false],
])('%s is a birth date: %s', (text, is) => expect(isBirthDate(text)).toBe(is))

test('a birth date lies between the ends of its range, a day between itself', () => {
  expect(bornBetween('1990-03-07')).toEqual(['1990-03-07', '1990-03-07'])
  expect(bornBetween('1990-03-07/1991-03-06')).toEqual(['1990-03-07', '1991-03-06'])
})

test.each([
  ['2024-12-31', 0],
  ['2025-01-01', 1],
  ['2025-12-31', 12],
  ['2026-01-01', 13],
  ['2036-09-01', 141],
])('%s lies in month %i counted from January 2025', (day, month) => expect(monthsSince2025(day)).toBe(month))

test.each([
  ['2026-12-31', '2027-01-01'],
  ['2027-02-28', '2027-03-01'],
  ['2028-02-28', '2028-02-29'],
  ['2028-02-29', '2028-03-01'],
  ['2100-02-28', '2100-03-01'],
  ['1799-12-31', '1800-01-01'],
])('whoever is 0 years old on the day a year after %s was born from the next day on, %s', (day, next) =>
  expect(bornForAge(0, addYears(day, 1))).toMatch(new RegExp(`^${next}/`)),
)

test('a day begins at midnight in Qinghai', () => expect(beginningOf('2026-11-25').toISOString()).toBe('2026-11-24T16:00:00.000Z'))

test.each([
  ['2026-11-24T08:00:00.000Z', true],
  ['2026-11-24', true],
  ['2026-13-45', false],
  ['damaged', false],
  ['', false],
])('“%s” is a moment: %s', (text, is) => expect(isMoment(text)).toBe(is))
