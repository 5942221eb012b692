import { expect, test } from 'vitest'
import type { HistoryEvent } from '#app/domain/event.ts'
import { letterKey, lettersIn } from './letters-in.ts'

const on = (day: string, type: string) => ({ type, actor: { role: 'reviewer', id: 'a' }, at: `${day}T02:00:00.000Z` }) as HistoryEvent
const lost = (was: string): HistoryEvent => ({ type: 'unreadable', id: was, was, at: null })
const keysOf = (history: readonly HistoryEvent[]) => {
  const letters = lettersIn(history)
  return letters.map((one) => [
    one.decision,
    letterKey(one, letters.length === 1)
      .split('.')
      .at(-1),
    one.nth,
  ])
}

test('one letter needs neither day nor number; several have their day, and a number where they are of the same', () => {
  expect(keysOf([on('2026-11-02', 'approve')])).toEqual([['1', 'letter', null]])
  const several = [
    on('2026-11-02', 'decline'),
    on('2026-11-03', 'reopen'),
    on('2026-11-03', 'approve'),
    on('2026-11-03', 'correct-decision'),
  ]
  expect(keysOf(several)).toEqual([
    ['3', 'letter-of-nth', 2],
    ['2', 'letter-of-nth', 1],
    ['1', 'letter-of', null],
  ])
})

test('those whose day cannot be read are told apart too', () => {
  expect(keysOf([lost('decline'), on('2026-11-03', 'approve')])).toEqual([
    ['2', 'letter-of', null],
    ['1', 'letter', null],
  ])
  expect(keysOf([lost('decline'), lost('approve')])).toEqual([
    ['2', 'letter-nth', 2],
    ['1', 'letter-nth', 1],
  ])
})
