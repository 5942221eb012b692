import { expect, test } from 'vitest'
import type { HistoryEvent } from './event.ts'
import { ratedDecision } from './rated-decision.ts'

const on = (day: number, type: string) =>
  ({ type, actor: { role: 'reviewer', id: 'a' }, at: `2026-11-0${day}T02:00:00.000Z` }) as HistoryEvent

test.each<[string, string[], string | undefined]>([
  ['nothing was decided', ['withdraw', 'rate'], undefined],
  ['nothing was rated', ['approve'], undefined],
  ['a decision', ['approve', 'rate'], '2026-11-01'],
  ['another decision was taken since', ['decline', 'rate', 'reopen', 'approve'], '2026-11-01'],
  ['the last of several before', ['decline', 'reopen', 'approve', 'rate'], '2026-11-03'],
  ['the last rating', ['decline', 'rate', 'reopen', 'approve', 'rate'], '2026-11-04'],
  ['what came after the rating', ['decline', 'rate', 'serve'], '2026-11-01'],
  ['a decision after the rating, and something after it', ['decline', 'rate', 'reopen', 'approve', 'serve'], '2026-11-01'],
  ['an approval that was taken back', ['approve', 'take-back', 'withdraw', 'rate'], undefined],
])('the decision that was rated: %s', (_, types, day) =>
  expect(ratedDecision(types.map((type, index) => on(index + 1, type)))?.at.slice(0, 10)).toBe(day),
)
