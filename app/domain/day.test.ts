import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, ageOn, dayOf, daysBetween, daysLater, format, isDay, timeOf, weekdayOf, yearOf } from './day.ts'

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
