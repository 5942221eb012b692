import { expect, test } from 'vitest'
import type { LifeStep } from '#app/domain/application.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import type { Status } from '#app/domain/status.ts'
import { daysOf } from './life-days.ts'

const on = (day: string, type: string, more: object = {}) =>
  ({ type, actor: { role: 'reviewer', id: 'a' }, at: `2026-11-${day}T02:00:00.000Z`, ...more }) as HistoryEvent
const handedIn = [on('02', 'submit')]
const accepted = [...handedIn, on('04', 'accept')]
const decided = [...accepted, on('10', 'approve')]
const stopped = [...accepted, on('05', 'stop-clock', { on: '2026-11-06' })]
const twice = [...decided, on('11', 'reopen'), on('16', 'decline')]

test.each<[LifeStep, Status, HistoryEvent[], string, string]>([
  ['contact', 'approved', decided, '02', 'early'],
  ['serve', 'approved', decided, '10', 'before-decision'],
  ['collect', 'approved', decided, '10', 'before-decision'],
  ['serve', 'declined', twice, '16', 'before-decision'],
  ['reopen', 'approved', decided, '10', 'before-decision'],
  ['reopen', 'declined', twice, '16', 'before-decision'],
  ['reopen', 'withdrawn', [...accepted, on('09', 'withdraw')], '02', 'early'],
  ['reopen', 'withdrawn', [...decided, on('11', 'reopen'), on('12', 'withdraw')], '02', 'early'],
  ['stop-clock', 'accepted', accepted, '04', 'before-acceptance'],
  ['stop-clock', 'submitted', handedIn, '02', 'early'],
  ['resume-clock', 'accepted', stopped, '06', 'before-stop'],
])('the first day of %s of what is %s', (step, status, history, from, early) =>
  expect(daysOf(step, { status, submittedAt: new Date('2026-11-02T02:00:00.000Z') }, history)).toEqual({
    from: `2026-11-${from}`,
    early: `steps:error.day-${early}`,
  }),
)
