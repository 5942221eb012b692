import { expect, test } from 'vitest'
import { clockOf, isAccepted, isDecidedAnew, stoppedSince } from './clock.ts'
import type { HistoryEvent } from './event.ts'

const on = (day: string, type: string, more: object = {}) =>
  ({ type, actor: { role: 'reviewer', id: 'a' }, at: `${day}T02:00:00.000Z`, ...more }) as HistoryEvent
const stop = (day: string) => on(day, 'stop-clock', { on: day, ground: 'other-authority' })
const run = (day: string) => on(day, 'resume-clock', { on: day })

test.each<[string, HistoryEvent[], string | null, number, string | null]>([
  ['nothing', [], null, 0, null],
  ['handed in only', [on('2026-11-02', 'submit')], null, 0, null],
  ['corrections before it is accepted begin no clock', [on('2026-11-02', 'submit'), on('2026-11-03', 'ask-correction')], null, 0, null],
  ['accepted', [on('2026-11-02', 'submit'), on('2026-11-04', 'accept'), on('2026-11-05', 'start-review')], '2026-11-04', 0, null],
  ['corrections after it stop nothing', [on('2026-11-04', 'accept'), on('2026-11-05', 'ask-correction')], '2026-11-04', 0, null],
  ['stopped', [on('2026-11-04', 'accept'), stop('2026-11-09')], '2026-11-04', 1, '2026-11-09'],
  [
    'stopped twice before it runs counts once',
    [on('2026-11-04', 'accept'), stop('2026-11-09'), stop('2026-11-10')],
    '2026-11-04',
    1,
    '2026-11-09',
  ],
  ['runs again', [on('2026-11-04', 'accept'), stop('2026-11-09'), run('2026-11-12')], '2026-11-04', 1, null],
  ['stopped again', [on('2026-11-04', 'accept'), stop('2026-11-09'), run('2026-11-12'), stop('2026-11-20')], '2026-11-04', 2, '2026-11-20'],
  ['taken back', [on('2026-11-04', 'accept'), on('2026-11-05', 'take-back-acceptance')], null, 0, null],
  [
    'accepted anew',
    [on('2026-11-04', 'accept'), on('2026-11-05', 'take-back-acceptance'), on('2026-11-09', 'accept')],
    '2026-11-09',
    0,
    null,
  ],
  [
    'taken up again after a decision',
    [on('2026-11-04', 'accept'), on('2026-11-05', 'decline'), on('2026-11-06', 'reopen'), on('2026-11-09', 'resume')],
    null,
    0,
    null,
  ],
  [
    'withdrawn and taken up again it runs on',
    [on('2026-11-04', 'accept'), stop('2026-11-09'), run('2026-11-12'), on('2026-11-13', 'withdraw-requested'), on('2026-11-16', 'reopen')],
    '2026-11-04',
    1,
    null,
  ],
])('the clock: %s', (_, history, begun, stoppages, since) => {
  const clock = clockOf(history)
  for (const { from, to } of clock.stoppages) expect([from, to ?? from].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true)
  expect([clock.begun, clock.stoppages.length, stoppedSince(history)]).toEqual([begun, stoppages, since])
})

test('accepted is what the hall accepted and did not take back, also after it was taken up again', () => {
  const [accept, back, reopen] = [on('2026-11-04', 'accept'), on('2026-11-05', 'take-back-acceptance'), on('2026-11-06', 'reopen')]
  const handedIn = on('2026-11-02', 'submit')
  expect([[accept], [accept, back], [accept, reopen], [], [handedIn]].map(isAccepted)).toEqual([true, false, true, false, false])
})

test.each<[string, string[], boolean]>([
  ['decided', ['accept', 'approve'], false],
  ['decided and taken up again', ['accept', 'approve', 'reopen'], true],
  ['not accepted and taken up again', ['refuse-acceptance', 'reopen'], true],
  ['withdrawn and taken up again', ['accept', 'withdraw', 'reopen'], false],
  ['closed without a decision and taken up again', ['accept', 'close', 'reopen'], false],
  ['its decision was taken back before', ['accept', 'approve', 'take-back-decision', 'withdraw', 'reopen'], false],
  ['its approval was taken back at once', ['accept', 'approve', 'take-back', 'withdraw', 'reopen'], false],
  ['taken up again after a decision, and then after a withdrawal', ['accept', 'approve', 'reopen', 'withdraw', 'reopen'], true],
])('taken up again after a decision: %s', (_, types, expected) =>
  expect(isDecidedAnew(types.map((type) => on('2026-11-04', type)))).toBe(expected),
)
