import { expect, test } from 'vitest'
import type { ApplicationEvent, HistoryEvent } from './event.ts'
import { decisionsIn, finalFrom, isPending, pendingIn, secondsLeft, takeBackSeconds, toldHistory } from './take-back.ts'

const actor = { role: 'reviewer', id: 'me' } as const
const at = '2026-11-24T08:00:00.000Z'
const finalAt = finalFrom(new Date(at))
const seconds = (count: number) => new Date(Date.parse(at) + count * 1000)
const accept: ApplicationEvent = { type: 'accept', actor, at }
const approve: ApplicationEvent = { type: 'approve', actor, at, finalAt }
const back: ApplicationEvent = { type: 'take-back', actor, at }
const look: ApplicationEvent = { type: 'look', actor, at, what: 'file', target: 'x' }
const serve: ApplicationEvent = { type: 'serve', actor, at, on: '2026-11-24', manner: 'collected', recipient: 'resident' }
const reopen: ApplicationEvent = { type: 'reopen', actor, at, ground: 'recheck', on: '2026-11-24', reason: { text: 'x', language: 'zh' } }
const damaged: HistoryEvent = { type: 'unreadable', id: 'x', was: 'approve', at }

test.each<[string, HistoryEvent[], number, boolean]>([
  ['at once', [accept, approve], 0, true],
  ['as long as it is shown', [accept, approve], takeBackSeconds, true],
  ['what was pressed in time, and came a little late', [accept, approve], takeBackSeconds + 2, true],
  ['later', [accept, approve], takeBackSeconds + 3, false],
  ['after somebody looked', [accept, approve, look], 1, true],
  ['after it was handed over', [accept, approve, serve], 1, false],
  ['once it was taken back', [accept, approve, back], 1, false],
  ['one that was given without such a time', [accept, { ...approve, finalAt: undefined }], 0, false],
  ['one that cannot be read', [accept, damaged], 0, false],
  ['what nothing happened to', [], 0, false],
  ['what only was accepted', [accept], 0, false],
])('an approval can be taken back %s', (_when, history, after, can) => {
  expect(isPending(history, 'me', seconds(after))).toBe(can)
  expect(isPending(history, 'another', seconds(after))).toBe(false)
  expect(pendingIn(history, seconds(after))).toEqual(can ? approve : undefined)
  expect(isPending(history, undefined, seconds(after))).toBe(false)
})

test('as many seconds are shown as are left for pressing', () => {
  expect([0, 0.2, 9.5, 10, 12].map((after) => secondsLeft({ finalAt }, seconds(after)))).toEqual([10, 10, 1, 0, 0])
  expect(secondsLeft({}, seconds(0))).toBe(0)
})

test('what was taken back is told to nobody, and is no decision; what stands is', () => {
  expect(toldHistory([accept, approve, look, back], seconds(1))).toEqual([accept, look])
  expect(toldHistory([accept, approve], seconds(1))).toEqual([accept])
  expect(toldHistory([accept, approve], seconds(20))).toEqual([accept, approve])
  expect(decisionsIn([accept, approve, back, approve, reopen, damaged])).toEqual([approve, damaged])
  expect(decisionsIn([damaged, back])).toEqual([])
  expect(pendingIn([accept, approve, back, approve], seconds(1))).toEqual(approve)
})
