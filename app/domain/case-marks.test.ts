import { describe, expect, test } from 'vitest'
import { marksAfter } from './case-marks.ts'
import type { CaseEvent, CaseState } from './case-state.ts'
import type { ApplicationEvent } from './event.ts'
import type { Status } from './status.ts'

const at = '2026-11-29T08:00:00.000Z'
const text = { text: '材料都对得上', language: 'zh' } as const
const by = (id: string, role: ApplicationEvent['actor']['role'] = 'reviewer') => ({ actor: { role, id }, at })
const state = (more: Partial<CaseState> = {}): CaseState => ({
  ...{ status: 'in-review', assignee: null, proposedBy: null, rating: null, ratingAnsweredAt: null, county: '630104', mode: 'bo' },
  ...{ channel: 'self', answeredAt: at, decidedAt: null, corrections: 0, declinedFor: null, askedAt: null, dueOn: null, expiresAt: null },
  ...{ heldBy: 'me', heldStep: 'approve' },
  ...more,
})

const propose = (id: string): CaseEvent => ({ type: 'propose-decline', ...by(id), reason: text })
const ask = (id: string): CaseEvent => ({ type: 'ask-correction', ...by(id), items: [{ target: 'person/1/name', reason: 'missing' }] })
const answer = (id: string): CaseEvent => ({ type: 'answer-rating', ...by(id, 'supervisor'), words: text })
const [nothing, mine] = [
  { heldBy: null, heldStep: null },
  { heldBy: 'me', heldStep: 'approve' },
]

describe('what waits for a second reader after a step', () => {
  test.each<[string, CaseEvent, Status, object]>([
    ['who wrote it approves, in other words', { type: 'approve', ...by('me'), reason: text }, 'approved', nothing],
    ['who wrote it proposes to decline instead', propose('me'), 'in-review', nothing],
    ['who wrote it asks for corrections instead', ask('me'), 'correction-asked', nothing],
    ['who wrote it answers a rating instead', answer('me'), 'in-review', nothing],
    ['who wrote it takes the case on', { type: 'assign', ...by('me'), to: 'me' }, 'in-review', mine],
    ['who wrote it judges a condition', { type: 'judge', ...by('me'), condition: 'C1', truth: 'yes' }, 'in-review', mine],
    ['somebody else proposes to decline', propose('other'), 'in-review', mine],
    ['somebody else answers a rating', answer('other'), 'in-review', mine],
    ['somebody else approves', { type: 'approve', ...by('other') }, 'approved', nothing],
    ['somebody else asks for corrections', ask('other'), 'correction-asked', nothing],
    ['it is given back', { type: 'return-words', ...by('other'), reason: text }, 'in-review', nothing],
    ['it is taken back', { type: 'retract-words', ...by('me') }, 'in-review', nothing],
    ['a note is let go', { type: 'release-internal', ...by('other'), of: 'x' }, 'in-review', mine],
    ['a note is taken back', { type: 'retract-internal', ...by('me'), of: 'x' }, 'in-review', mine],
    ['the resident withdraws', { type: 'withdraw', ...by('', 'resident') }, 'withdrawn', nothing],
  ])('%s', (_what, event, status, waits) => expect(marksAfter(state(), status, event, {})).toMatchObject(waits))

  test('what is held takes the place of what waited, whoever wrote it', () => {
    const hold = (id: string): CaseEvent => ({
      type: 'hold-words',
      ...by(id),
      step: { type: 'approve', reason: text },
      caught: text.text,
    })
    const asking = state({ heldStep: 'ask-correction' })
    expect(marksAfter(asking, 'in-review', hold('me'), {})).toMatchObject(mine)
    expect(marksAfter(asking, 'in-review', hold('other'), {})).toMatchObject({ heldBy: 'other', heldStep: 'approve' })
    expect(marksAfter(state(nothing as Partial<CaseState>), 'in-review', hold('me'), {})).toMatchObject(mine)
  })

  test('a request for corrections waits where it can still be sent, an approval does not', () => {
    const accepted = (heldStep: 'approve' | 'ask-correction') =>
      marksAfter(state({ heldStep }), 'accepted', { type: 'accept', ...by('c', 'clerk') }, {}).heldStep
    expect([accepted('ask-correction'), accepted('approve')]).toEqual(['ask-correction', null])
  })

  test('where nothing waits, nothing does', () => {
    for (const of of [nothing, { heldBy: 'me', heldStep: null }, { heldBy: null, heldStep: 'approve' }] as const)
      expect(marksAfter(state(of), 'in-review', { type: 'assign', ...by('other'), to: 'other' }, {})).toMatchObject(nothing)
  })
})

describe('how often corrections were asked for', () => {
  const asking = (...items: readonly { still?: true }[]): CaseEvent => ({
    ...{ type: 'ask-correction', ...by('me') },
    items: items.map((item, index) => ({ target: `a/b/${index}`, reason: 'missing', ...item })),
  })
  test.each<[string, CaseEvent, number]>([
    ['something', asking({}), 2],
    ['something beside what never came', asking({ still: true }, {}), 2],
    ['nothing but what never came', asking({ still: true }, { still: true }), 1],
  ])('asking for %s', (_, event, count) => {
    expect(marksAfter(state({ corrections: 1 }), 'correction-asked', event, {}).corrections).toBe(count)
  })
})
