import { expect, test } from 'vitest'
import type { HistoryEvent } from './event.ts'
import { isUnanswered } from './unanswered.ts'

const actor = { role: 'reviewer', id: 'a' } as const
const asked = (until?: string): HistoryEvent => ({
  ...{ type: 'ask-correction', actor, at: '2026-11-10T08:00:00.000Z' },
  ...{ items: [{ target: 'person/1/name', reason: 'missing' }], ...(until ? { until } : {}) },
})
const tried = (on: string, outcome: 'reached' | 'not-reached' = 'not-reached'): HistoryEvent => ({
  ...{ type: 'contact', actor, at: '2026-11-20T08:00:00.000Z', on, how: 'phone', outcome },
})
const [one, two] = [tried('2026-11-11'), tried('2026-11-12')]
const lost: HistoryEvent = { type: 'unreadable', id: 'x', was: 'ask-correction', at: '2026-11-10T08:00:00.000Z' }

test.each<[string, HistoryEvent[], boolean]>([
  ['the day is over, and two attempts were in vain', [asked('2026-11-19'), one, two], true],
  ['the day is not over yet', [asked('2026-11-20'), one, two], false],
  ['one attempt only', [asked('2026-11-19'), one], false],
  ['an attempt that reached somebody does not count', [asked('2026-11-19'), one, tried('2026-11-12', 'reached')], false],
  ['attempts before one that reached somebody do not count', [asked('2026-11-19'), one, two, tried('2026-11-13', 'reached')], false],
  ['nor do they with one since', [asked('2026-11-19'), one, two, tried('2026-11-13', 'reached'), tried('2026-11-14')], false],
  ['two since do', [asked('2026-11-19'), tried('2026-11-10', 'reached'), one, two], true],
  ['by the day of each, whenever it was noted', [asked('2026-11-19'), one, two, tried('2026-11-10', 'reached')], true],
  ['reached on the day of the last, noted after it', [asked('2026-11-19'), one, two, tried('2026-11-12', 'reached')], false],
  ['reached before it was asked for', [asked('2026-11-19'), one, two, tried('2026-11-09', 'reached')], true],
  ['attempts before the request do not count', [one, two, asked('2026-11-19')], false],
  ['nor do those of before that were noted since', [asked('2026-11-19'), tried('2026-11-09'), two], false],
  ['but those of the day itself do', [asked('2026-11-19'), tried('2026-11-10'), two], true],
  ['a request of before names no day: two attempts are enough', [asked(), one, two], true],
  ['what was asked for anew', [asked('2026-11-12'), one, two, asked('2026-11-19')], false],
  ['a request nobody can read', [lost, one, two], false],
  ['nothing was asked for', [one, two], false],
])('%s: %3$s', (_what, history, expected) => expect(isUnanswered(history, '2026-11-20')).toBe(expected))
