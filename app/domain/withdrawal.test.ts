import { expect, test } from 'vitest'
import type { HistoryEvent } from './event.ts'
import { reasonWithdrawn } from './withdrawal.ts'

const on = (type: string, text?: string) =>
  ({
    type,
    actor: { role: 'resident' },
    at: '2026-11-02T02:00:00.000Z',
    ...(text ? { reason: { text, language: 'zh' } } : {}),
  }) as HistoryEvent
const unreadable: HistoryEvent = { type: 'unreadable', id: 'x', was: 'withdraw', at: null }

test.each<[string, HistoryEvent[], string | undefined]>([
  ['not withdrawn', [on('submit')], undefined],
  ['by the resident', [on('withdraw', '不办了·测试'), on('rate')], '不办了·测试'],
  ['without a reason', [on('withdraw')], ''],
  ['by the hall', [on('withdraw-requested', '来信·测试')], '来信·测试'],
  [
    'by the hall, after it had been withdrawn before',
    [on('withdraw', '以前的·测试'), on('reopen'), on('withdraw-requested', '来信·测试')],
    '来信·测试',
  ],
  ['taken up again since', [on('withdraw', '以前的·测试'), on('reopen'), on('approve')], undefined],
  ['by an event that cannot be read', [on('withdraw', '以前的·测试'), on('reopen'), unreadable], ''],
])('why it is withdrawn: %s', (_, history, reason) => expect(reasonWithdrawn(history)).toBe(reason))
