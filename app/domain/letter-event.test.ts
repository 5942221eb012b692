import { expect, test } from 'vitest'
import type { HistoryEvent } from './event.ts'
import { isLetter, isOfLetter } from './letter-event.ts'

const of = (type: string) => ({ type, actor: { role: 'reviewer', id: 'a' }, at: '2026-11-24T08:00:00.000Z' }) as HistoryEvent
const damaged = (was: string): HistoryEvent => ({ type: 'unreadable', id: 'x', was: was as 'approve', at: '2026-11-24T08:00:00.000Z' })

test.each<[HistoryEvent, boolean, boolean]>([
  [of('approve'), true, true],
  [of('decline'), true, true],
  [of('correct-decision'), true, true],
  [of('accept'), false, false],
  [of('serve'), false, false],
  [damaged('approve'), false, true],
  [damaged('correct-decision'), false, true],
  [damaged('accept'), false, false],
])('a letter is of a decision or its correction: $type', (event, readable, any) => {
  expect([isLetter(event), isOfLetter(event)]).toEqual([readable, any])
})
