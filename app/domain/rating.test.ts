import { expect, test } from 'vitest'
import { mayAtDesk } from './decision.ts'
import { awaitsAnswer, isScore, scores } from './rating.ts'
import { staffRoles } from './staff.ts'

test.each([
  [null, null, false],
  [1, null, true],
  [2, null, true],
  [3, null, false],
  [5, null, false],
  [1, '2026-11-24T08:00:00.000Z', false],
])('a rating of %s, answered %s: waits for an answer %s', (rating, ratingAnsweredAt, waits) => {
  expect(awaitsAnswer({ rating, ratingAnsweredAt })).toBe(waits)
})

test('who looks over the hall answers, once, and only what waits', () => {
  const open = { status: 'approved', proposedBy: null, heldBy: null, rating: 1, ratingAnsweredAt: null } as const
  const may = (
    atDesk: typeof open | (Omit<typeof open, 'rating' | 'ratingAnsweredAt'> & { rating: number; ratingAnsweredAt: string | null }),
  ) => staffRoles.filter((role) => mayAtDesk(atDesk, 'answer-rating', { role, id: 'me' }))
  expect(may(open)).toEqual(['supervisor'])
  expect(may({ ...open, ratingAnsweredAt: '2026-11-24T08:00:00.000Z' })).toEqual([])
  expect(may({ ...open, rating: 4 })).toEqual([])
})

test('a score is one of five, as a form posts it', () => {
  expect(scores.every((score) => isScore(String(score)))).toBe(true)
  expect(['0', '6', '', ' 5', '5.0', 'five'].filter(isScore)).toEqual([])
})
