import { describe, expect, test } from 'vitest'
import type { Status } from './application.ts'
import type { CaseEvent, CaseState } from './case-state.ts'
import { type ApplicationEvent, type WordedStep, wordedSteps } from './event.ts'
import { landDemandOf, placeOfSecondReader, type Worker } from './held-words.ts'
import { isAllowed, transition } from './transition.ts'

const at = '2026-11-24T08:00:00.000Z'
const demand = { text: '请先退出承包地', language: 'zh' } as const
const harmless = { text: '请带户口簿', language: 'zh' } as const
const by = (id: string, role: ApplicationEvent['actor']['role'] = 'reviewer') => ({ actor: { role, id }, at })
const item = { target: 'person/1/name', reason: 'other' } as const

describe('words a resident reads are guarded', () => {
  test.each<[WordedStep, boolean]>([
    [{ type: 'approve', reason: demand }, true],
    [{ type: 'approve', reason: harmless }, false],
    [{ type: 'approve' }, false],
    [{ type: 'propose-decline', condition: 'C1', reason: demand }, true],
    [{ type: 'answer-rating', words: demand }, true],
    [
      {
        type: 'ask-correction',
        items: [
          { ...item, words: harmless },
          { ...item, words: demand },
        ],
      },
      true,
    ],
    [{ type: 'ask-correction', items: [item], again: demand.text }, true],
    [{ type: 'ask-correction', items: [{ ...item, words: harmless }], again: harmless.text }, false],
  ])('%j: %s', (step, caught) => expect(landDemandOf({ ...step, ...by('me') })).toBe(caught ? demand.text : undefined))

  test.each<ApplicationEvent>([
    { type: 'note', ...by('me'), words: demand },
    { type: 'return-proposal', ...by('me'), reason: demand },
    { type: 'return-words', ...by('me'), reason: demand },
    { type: 'withdraw', ...by('me', 'resident'), reason: demand },
    // Two people have read it already.
    { type: 'decline', ...by('me'), reason: demand },
  ])('not those of $type: staff write them for staff, residents for themselves', (event) => expect(landDemandOf(event)).toBeUndefined())
})

describe('whose place reads them', () => {
  const worker = (id: string, place: string, role: Worker['role'] = 'reviewer'): Worker => ({ id, place, role })
  const me = worker('me', '630104')
  test.each<[string, Worker[], string | undefined]>([
    ['a colleague', [me, worker('a', '630104'), worker('b', '630100')], '630104'],
    ['a supervisor', [me, worker('a', '630104', 'supervisor')], '630104'],
    ['no clerk', [me, worker('a', '630104', 'clerk'), worker('b', '630100')], '630100'],
    ['the prefecture', [me, worker('a', '630105'), worker('b', '630100'), worker('c', '630000')], '630100'],
    ['no other county of it, but the province', [me, worker('a', '630105'), worker('c', '630000')], '630000'],
    ['nobody', [me, worker('a', '632723')], undefined],
  ])('%s', (_who, workers, place) => expect(placeOfSecondReader(workers, '630104', 'me')).toBe(place))

  test('in practice whoever else practises, wherever their hall is', () => {
    expect(placeOfSecondReader([me, worker('a', '632723')], '990000', 'me')).toBe('990000')
    expect(placeOfSecondReader([me], '990000', 'me')).toBeUndefined()
  })
})

describe('a case in which words wait', () => {
  const state = (more: Partial<CaseState> = {}): CaseState => ({
    ...{ status: 'in-review', assignee: null, proposedBy: null, rating: null, ratingAnsweredAt: null, county: '630104', mode: 'bo' },
    ...{ channel: 'self', answeredAt: at, decidedAt: null, corrections: 0, declinedFor: null, dueOn: null, expiresAt: null },
    ...{ heldBy: 'me', heldStep: 'approve' },
    ...more,
  })
  const held: CaseEvent = { type: 'approve', ...by('me'), reason: demand }
  const release: CaseEvent = { type: 'release-words', ...by('other', 'supervisor') }
  const waitsAfter = (event: CaseEvent, more: Partial<CaseState> = {}) => {
    const came = transition(state(more), event)
    return came.ok ? (came.changes?.marks.heldBy ?? null) : 'not-allowed'
  }
  const step = { type: 'approve', reason: demand } as const

  test('who wrote them holds them and takes them back, somebody else lets them go or gives them back', () => {
    const may = (type: 'hold-words' | 'release-words' | 'return-words' | 'retract-words', heldBy: string | null) =>
      isAllowed(state({ heldBy }), type, { role: 'reviewer', id: 'me' })
    expect([null, 'me', 'other'].map((heldBy) => may('hold-words', heldBy))).toEqual([true, true, false])
    expect([null, 'me', 'other'].map((heldBy) => may('release-words', heldBy))).toEqual([false, false, true])
    expect([null, 'me', 'other'].map((heldBy) => may('return-words', heldBy))).toEqual([false, false, true])
    expect([null, 'me', 'other'].map((heldBy) => may('retract-words', heldBy))).toEqual([false, true, false])
    expect(isAllowed(state({ heldBy: 'me' }), 'release-words', { role: 'clerk', id: 'other' })).toBe(false)
  })

  test('nothing is told while they wait, and only a step that may be taken is held', () => {
    const hold: CaseEvent = { type: 'hold-words', ...by('me'), step, caught: demand.text }
    const came = transition(state({ heldBy: null, heldStep: null }), hold)
    expect(came).toMatchObject({ ok: true, messages: [], changes: { status: 'in-review', marks: { heldBy: 'me', heldStep: 'approve' } } })
    expect(transition(state({ status: 'submitted', heldBy: null, heldStep: null }), hold).ok).toBe(false)
  })

  test('released, the step happens as if it were taken then: status, message and all, by who wrote it', () => {
    const came = transition(state(), release, { held })
    expect(came).toMatchObject({
      ...{ ok: true, further: [held], messages: [{ to: 'resident', text: 'approve', mode: 'bo' }] },
      changes: { status: 'approved', marks: { heldBy: null, heldStep: null, decidedAt: at } },
    })
  })

  test('nothing is released that does not wait: no step, another one, somebody else’s, or one that cannot be taken any more', () => {
    const released = (given: object, more: Partial<CaseState> = {}) => transition(state(more), release, given).ok
    expect(released({ held })).toBe(true)
    expect(released({})).toBe(false)
    expect(released({ held: { ...held, type: 'propose-decline', reason: demand } })).toBe(false)
    expect(released({ held: { ...held, ...by('third') } })).toBe(false)
    expect(released({ held }, { proposedBy: 'third' })).toBe(false)
  })

  test.each<[string, CaseEvent, string | null]>([
    ['given back', { type: 'return-words', ...by('other', 'supervisor'), reason: harmless }, null],
    ['taken back', { type: 'retract-words', ...by('me') }, null],
    ['written otherwise', { type: 'propose-decline', ...by('me'), reason: harmless }, null],
    ['the case ends', { type: 'withdraw', ...by('', 'resident') }, null],
    ['the resident has to correct first', { type: 'ask-correction', ...by('other'), items: [item] }, null],
    ['somebody takes it on', { type: 'assign', ...by('other'), to: 'other' }, 'me'],
    ['a condition is judged', { type: 'judge', ...by('other'), condition: 'C1', truth: 'yes' }, 'me'],
    ['who wrote them takes the case on', { type: 'assign', ...by('me'), to: 'me' }, 'me'],
    ['somebody else proposes to decline', { type: 'propose-decline', ...by('other'), reason: harmless }, 'me'],
  ])('%s: waits for %s', (_what, event, heldBy) => expect(waitsAfter(event)).toBe(heldBy))

  test('a request for corrections goes on waiting where it can still be sent', () => {
    const waiting = { status: 'accepted', heldStep: 'ask-correction' } as const
    expect(waitsAfter({ type: 'start-review', ...by('other') }, waiting)).toBe('me')
  })

  test('an answer to a rating waits no longer once another one was given', () => {
    const rated = { status: 'approved', rating: 1, heldStep: 'answer-rating' } as const
    expect(waitsAfter({ type: 'answer-rating', ...by('other', 'supervisor'), words: harmless }, rated)).toBe(null)
    expect(
      waitsAfter(
        { type: 'hold-words', ...by('me', 'supervisor'), step: { type: 'answer-rating', words: demand }, caught: demand.text },
        rated,
      ),
    ).toBe('me')
    expect(waitsAfter({ type: 'forget', ...by('', 'system') }, rated)).toBe('me')
    expect(waitsAfter({ type: 'assign', ...by('other'), to: 'other' }, { ratingAnsweredAt: at })).toBe('me')
  })

  test('a case that has ended takes no words any more', () => {
    const ends: readonly Status[] = ['withdrawn', 'expired']
    for (const type of wordedSteps)
      for (const status of ends) expect(isAllowed(state({ status, heldBy: null }), type, by('me').actor)).toBe(false)
  })
})
