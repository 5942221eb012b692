import { describe, expect, test } from 'vitest'
import { modes } from './language.ts'
import { isKnown, isReadableRow } from './readable-row.ts'
import { statuses } from './status.ts'

const row = {
  ...{ status: 'submitted', channel: 'self', mode: 'bo', heldStep: 'approve' },
  ...{ submittedAt: '2026-11-28T08:00:00.000Z', changedAt: new Date('2026-11-28T08:00:00Z'), dueOn: null, answeredAt: null },
  ...{ decidedAt: null, at: null, corrections: 0, rating: 5 },
}

test('every value of a set is known, and no other', () => {
  for (const status of statuses) expect(isKnown('status', status)).toBe(true)
  for (const mode of modes) expect(isKnown('mode', mode)).toBe(true)
  expect(isKnown('status', 'bo')).toBe(false)
  expect(isKnown('mode', '')).toBe(false)
})

test('a row is readable with what it has; what is empty or was not asked for does not matter', () => {
  expect(isReadableRow(row)).toBe(true)
  expect(isReadableRow({})).toBe(true)
  expect(isReadableRow(Object.fromEntries(Object.keys(row).map((column) => [column, null])))).toBe(true)
})

describe('one value that cannot be makes it unreadable', () => {
  test.each<[string, unknown]>([
    ...(['status', 'channel', 'mode', 'heldStep'] as const).map((column): [string, unknown] => [column, 'bogus']),
    ...(['submittedAt', 'changedAt', 'dueOn', 'answeredAt', 'decidedAt', 'at'] as const).flatMap((column): [string, unknown][] => [
      [column, 'never'],
      [column, new Date(Number.NaN)],
    ]),
    ...[-1, 0.5].map((count): [string, unknown] => ['corrections', count]),
    ...[0, 6, 1.5].map((count): [string, unknown] => ['rating', count]),
  ])('%s: %s', (column, value) => expect(isReadableRow({ ...row, [column]: value })).toBe(false))
})

test.each([1, 5])('a rating of %d is one', (rating) => expect(isReadableRow({ ...row, rating })).toBe(true))
