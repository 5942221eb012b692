import { expect, test } from 'vitest'
import { limitEnds } from './working-days.ts'

test.each([
  ['2026-09-24', 1, 'working', '2026-09-28', 'Mid-Autumn and a weekend are left out'],
  ['2026-09-30', 1, 'working', '2026-10-08', 'the national holidays are left out'],
  ['2026-10-09', 1, 'working', '2026-10-10', 'a Saturday made a workday counts'],
  ['2026-11-24', 10, 'working', '2026-12-08', 'two plain weeks'],
  ['2026-11-24', 15, 'calendar', '2026-12-09', 'calendar days count as they come'],
] as const)('%s and %d %s days end on %s: %s', (from, days, unit, ends, _why) => expect(limitEnds(from, { days, unit })).toBe(ends))
