import { describe, expect, test } from 'vitest'
import type { HallStep } from './application.ts'
import { isLocal, judgedIn, mayAtDesk, needsWhy } from './decision.ts'
import type { ApplicationEvent } from './event.ts'
import type { statuses } from './status.ts'

const steps: readonly HallStep[] = [
  'accept',
  'start-review',
  'ask-correction',
  'approve',
  'propose-decline',
  'return-proposal',
  'decline',
  'judge',
]
const unrated = { rating: null, ratingAnsweredAt: null, heldBy: null }
const mayDo = (status: (typeof statuses)[number], proposedBy: string | null, role: 'clerk' | 'reviewer' | 'supervisor', id = 'me') =>
  steps.filter((step) => mayAtDesk({ status, proposedBy, ...unrated }, step, { role, id }))

describe('who may do what, and when', () => {
  test.each([
    ['clerk', 'submitted', ['accept']],
    ['clerk', 'in-review', []],
    ['reviewer', 'submitted', ['accept', 'ask-correction', 'judge']],
    ['reviewer', 'accepted', ['start-review', 'ask-correction', 'judge']],
    ['reviewer', 'correction-asked', []],
    ['reviewer', 'in-review', ['ask-correction', 'approve', 'propose-decline', 'judge']],
    ['supervisor', 'in-review', []],
  ] as const)('a %s, where it is %s: %j', (role, status, may) => expect(mayDo(status, null, role)).toEqual(may))

  test('while refusal is proposed, only a supervisor acts, and never the proposer', () => {
    expect(mayDo('in-review', 'somebody', 'reviewer')).toEqual([])
    expect(mayDo('in-review', 'somebody', 'supervisor')).toEqual(['return-proposal', 'decline'])
    expect(mayDo('in-review', 'me', 'supervisor')).toEqual(['return-proposal'])
  })

  test('an ended case does not change', () => {
    for (const status of ['approved', 'declined', 'withdrawn', 'expired'] as const)
      for (const role of ['clerk', 'reviewer', 'supervisor'] as const) expect(mayDo(status, 'somebody', role)).toEqual([])
    expect(mayAtDesk({ status: 'approved', proposedBy: null, ...unrated }, 'assign', { role: 'supervisor', id: 'me' })).toBe(false)
    expect(mayAtDesk({ status: 'approved', proposedBy: null, ...unrated }, 'note', { role: 'clerk', id: 'me' })).toBe(true)
  })
})

const judge = (condition: string, truth: 'yes' | 'no'): ApplicationEvent => ({
  ...{ type: 'judge', actor: { role: 'reviewer', id: 'r' }, at: '2026-11-24T08:00:00.000Z' },
  ...{ condition, truth },
})
const handOver: ApplicationEvent = {
  ...{ type: 'hand-over', actor: { role: 'resident' }, at: '2026-11-24T08:00:00.000Z', from: '630104', to: '632723' },
}
const conditions = [
  { id: 'C1', kind: 'hard', locallySet: false },
  { id: 'C2', kind: 'hard', locallySet: true },
  { id: 'C3', kind: 'local', locallySet: false },
] as const

const undecided = (history: Parameters<typeof judgedIn>[0]) => {
  const judged = judgedIn(history)
  return needsWhy(conditions.map((one) => ({ local: isLocal(one), judged: judged.get(one.id)?.truth ?? null })))
}

test('what the locality decides is decided by the last judgement; an approval against or without it says why', () => {
  expect(conditions.filter(isLocal).map(({ id }) => id)).toEqual(['C2', 'C3'])
  expect(undecided([])).toBe(true)
  const refused = {
    actor: { role: 'reviewer' as const },
    at: '2026-11-24T08:00:00Z',
    condition: 'C2',
    reason: { text: '测试', language: 'zh' as const },
  }
  expect([...judgedIn([{ type: 'propose-decline', ...refused }, judge('C3', 'no'), { type: 'decline', ...refused }]).keys()]).toEqual([
    'C3',
  ])
  expect(undecided([judge('C2', 'yes')])).toBe(true)
  expect(undecided([judge('C2', 'yes'), judge('C3', 'no')])).toBe(true)
  expect(undecided([judge('C2', 'yes'), judge('C3', 'no'), judge('C3', 'yes')])).toBe(false)
  expect(undecided([judge('C2', 'yes'), judge('C3', 'yes'), handOver])).toBe(true)
  expect(undecided([handOver, judge('C2', 'yes'), judge('C3', 'yes')])).toBe(false)
  const unreadable = (was: string) => ({ type: 'unreadable' as const, id: 'e', was, at: null })
  expect(undecided([judge('C2', 'yes'), judge('C3', 'yes'), unreadable('hand-over')])).toBe(true)
  expect(undecided([judge('C2', 'yes'), judge('C3', 'yes'), unreadable('note')])).toBe(false)
})
