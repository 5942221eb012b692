import { expect, test } from 'vitest'
import type { HistoryEvent } from './event.ts'
import { originalsSeen } from './originals.ts'

const see = (paper: string, seen: boolean, by: string) =>
  ({ type: 'see-original', actor: { role: 'clerk', id: by }, at: '2026-11-24T08:00:00.000Z', paper, seen }) as HistoryEvent
const accept = { type: 'accept', actor: { role: 'clerk', id: 'a' }, at: '2026-11-24T08:00:00.000Z' } as HistoryEvent

test('an original is seen by whoever noted it last; what was noted by mistake is not', () => {
  expect(originalsSeen([accept])).toEqual(new Map())
  const history = [see('s.one', true, 'a'), accept, see('s.two', true, 'a'), see('s.one', false, 'b'), see('s.two', true, 'c')]
  expect([...originalsSeen(history)].map(([paper, { actor }]) => [paper, 'id' in actor && actor.id])).toEqual([['s.two', 'c']])
})
