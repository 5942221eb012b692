import { expect, test } from 'vitest'
import type { HistoryEvent } from './event.ts'
import { reminderDue } from './reminder.ts'

const asked = (on: string, until?: string) =>
  ({
    type: 'ask-correction',
    actor: { role: 'reviewer' },
    at: `${on}T02:00:00.000Z`,
    items: [],
    ...(until ? { until } : {}),
  }) as HistoryEvent
const looked = { type: 'look', actor: { role: 'reviewer' }, at: '2026-11-26T02:00:00.000Z', what: 'file', target: 'x' } as HistoryEvent
const reminded = { type: 'remind', actor: { role: 'system' }, at: '2026-11-27T02:00:00.000Z', until: '2026-11-30' } as HistoryEvent

test.each<[string, HistoryEvent[], string, string | undefined]>([
  ['nothing asked', [], '2026-11-27', undefined],
  ['no day said', [asked('2026-11-20')], '2026-11-27', undefined],
  ['too early', [asked('2026-11-20', '2026-11-30')], '2026-11-26', undefined],
  ['three days before', [asked('2026-11-20', '2026-11-30')], '2026-11-27', '2026-11-30'],
  ['on the last day', [asked('2026-11-20', '2026-11-30')], '2026-11-30', '2026-11-30'],
  ['over', [asked('2026-11-20', '2026-11-30')], '2026-12-01', undefined],
  ['whatever happened beside it', [asked('2026-11-20', '2026-11-30'), looked], '2026-11-27', '2026-11-30'],
  ['once', [asked('2026-11-20', '2026-11-30'), reminded], '2026-11-28', undefined],
  ['a short time: not on the day it was asked', [asked('2026-11-29', '2026-11-30')], '2026-11-29', undefined],
  ['a short time: the day after', [asked('2026-11-29', '2026-11-30')], '2026-11-30', '2026-11-30'],
  ['asked anew', [asked('2026-11-20', '2026-11-30'), reminded, asked('2026-12-02', '2026-12-10')], '2026-12-08', '2026-12-10'],
])('%s', (_, history, today, until) => expect(reminderDue(history, today)).toBe(until))
