import { describe, expect, test } from 'vitest'
import type { CaseEvent, CaseState } from './case-state.ts'
import type { ApplicationEvent } from './event.ts'
import { landDemandOf, lapsesIn, placeOfSecondReader, replacedHeld, returnedHeld, type Worker } from './held-texts.ts'
import type { Status } from './status.ts'
import { isAllowed, transition } from './transition.ts'
import { type WordedStep, wordedSteps } from './worded-step.ts'

const at = '2026-11-24T08:00:00.000Z'
const demand = { text: '请先退出承包地', language: 'zh' } as const
const harmless = { text: '请带户口簿', language: 'zh' } as const
const by = (id: string, role: ApplicationEvent['actor']['role'] = 'reviewer') => ({ actor: { role, id }, at })
const item = { target: 'person/1/name', reason: 'other' } as const

describe('texts a resident reads are guarded', () => {
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
    [{ type: 'ask-correction', items: [{ ...item, words: { ...demand, text: '请先退出' } }, item], again: '承包地，再来' }, true],
    [{ type: 'ask-correction', items: [{ ...item, words: harmless }], again: harmless.text }, false],
  ])('%j: %s', (step, caught) => expect(landDemandOf({ ...step, ...by('me') })).toBe(caught ? demand.text : undefined))

  test.each<ApplicationEvent>([
    // A resident writes it for themselves; of a refusal two people have read the texts already.
    { type: 'withdraw', ...by('me', 'resident'), reason: demand },
    { type: 'decline', ...by('me'), reason: demand },
  ])('not those of $type', (event) => expect(landDemandOf(event)).toBeUndefined())
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

describe('a case in which texts wait', () => {
  const state = (more: Partial<CaseState> = {}): CaseState => ({
    ...{ status: 'in-review', assignee: null, proposedBy: null, rating: null, ratingAnsweredAt: null, county: '630104', mode: 'bo' },
    ...{ channel: 'self', answeredAt: at, decidedAt: null, corrections: 0, declinedFor: null, askedAt: null, dueOn: null, expiresAt: null },
    ...{ heldBy: 'me', heldStep: 'approve' },
    ...more,
  })
  const held: CaseEvent = { type: 'approve', ...by('me'), reason: demand }
  const release: CaseEvent = { type: 'release-words', ...by('other', 'supervisor') }
  const waitsAfter = (event: CaseEvent, more: Partial<CaseState> = {}) => {
    const result = transition(state(more), event)
    return result.ok ? (result.changes?.marks.heldBy ?? null) : 'not-allowed'
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
    const result = transition(state({ heldBy: null, heldStep: null }), hold)
    expect(result).toMatchObject({ ok: true, messages: [], changes: { status: 'in-review', marks: { heldBy: 'me', heldStep: 'approve' } } })
    expect(transition(state({ status: 'submitted', heldBy: null, heldStep: null }), hold).ok).toBe(false)
  })

  test('released, the step happens as if it were taken then: status, message and all, by who wrote it', () => {
    const result = transition(state(), release, { held })
    expect(result).toMatchObject({
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
    ['somebody takes it on', { type: 'assign', ...by('other'), to: 'other' }, 'me'],
    ['a condition is judged', { type: 'judge', ...by('other'), condition: 'C1', truth: 'yes' }, 'me'],
    ['who wrote them takes the case on', { type: 'assign', ...by('me'), to: 'me' }, 'me'],
  ])('%s: waits for %s', (_what, event, heldBy) => expect(waitsAfter(event)).toBe(heldBy))

  test('a request for corrections goes on waiting where it can still be sent', () => {
    const waiting = { status: 'accepted', heldStep: 'ask-correction' } as const
    expect(waitsAfter({ type: 'start-review', ...by('other') }, waiting)).toBe('me')
  })

  test('an answer to a rating waits until it was judged', () => {
    const rated = { status: 'approved', rating: 1, heldStep: 'answer-rating' } as const
    expect(waitsAfter({ type: 'answer-rating', ...by('me', 'supervisor'), words: harmless }, rated)).toBe(null)
    expect(
      waitsAfter(
        { type: 'hold-words', ...by('me', 'supervisor'), step: { type: 'answer-rating', words: demand }, caught: demand.text },
        rated,
      ),
    ).toBe('me')
    expect(waitsAfter({ type: 'forget', ...by('', 'system') }, rated)).toBe('me')
    expect(waitsAfter({ type: 'assign', ...by('other'), to: 'other' }, { ratingAnsweredAt: at })).toBe('me')
  })

  test('a case that has ended takes no texts any more', () => {
    const ends: readonly Status[] = ['withdrawn', 'expired']
    for (const type of wordedSteps)
      for (const status of ends) expect(isAllowed(state({ status, heldBy: null }), type, by('me').actor)).toBe(false)
  })
})

describe('texts that wait lapse with what makes their step impossible', () => {
  const step = { type: 'approve', reason: demand } as const
  const correction: WordedStep = { type: 'ask-correction', items: [{ ...item, words: demand }] }
  const held: ApplicationEvent = { type: 'hold-words', ...by('me'), step, caught: demand.text }
  const asking: ApplicationEvent = { type: 'hold-words', ...by('me'), step: correction, caught: demand.text }
  const answering: ApplicationEvent = {
    ...{ type: 'hold-words', ...by('me', 'supervisor'), caught: demand.text },
    step: { type: 'answer-rating', words: demand },
  }
  const withdraw: ApplicationEvent = { type: 'withdraw', ...by('resident', 'resident') }
  const unreadable = { type: 'unreadable', id: 'x', was: 'withdraw', at } as const
  test.each<[string, Parameters<typeof lapsesIn>[0], number[]]>([
    ['withdrawn by the resident', [held, withdraw], [1]],
    ['withdrawn in an event that cannot be read', [held, unreadable], [1]],
    ['decided by somebody else', [held, { type: 'approve', ...by('other') }], [1]],
    ['decided by whoever wrote them', [held, { type: 'approve', ...by('me') }], []],
    [
      'proposed by somebody else, then declined',
      [
        held,
        { type: 'propose-decline', ...by('other'), reason: harmless },
        { type: 'decline', ...by('s', 'supervisor'), reason: harmless },
      ],
      [2],
    ],
    ['given back, then withdrawn', [held, { type: 'return-words', ...by('other'), reason: harmless }, withdraw], []],
    ['taken back, then withdrawn', [held, { type: 'retract-words', ...by('me') }, withdraw], []],
    ['let go, then decided by them', [held, { type: 'release-words', ...by('other') }, { type: 'approve', ...by('me') }], []],
    [
      'a request for corrections lives through accepting',
      [asking, { type: 'accept', ...by('c', 'clerk') }, { type: 'start-review', ...by('other') }, withdraw],
      [3],
    ],
    [
      'an answer to a rating that somebody else gave',
      [answering, { type: 'answer-rating', ...by('s', 'supervisor'), words: harmless }],
      [1],
    ],
    ['nothing waits', [withdraw], []],
    ['something else is held in their place, then withdrawn', [held, asking, withdraw], [2]],
    ['held anew in an event that cannot be read, then withdrawn', [held, { ...unreadable, was: 'hold-words' }, withdraw], []],
    ['let go in an event that cannot be read, then withdrawn', [held, { ...unreadable, was: 'release-words' }, withdraw], []],
    ['asked for corrections by somebody else', [held, { type: 'ask-correction', ...by('other'), items: [item] }], [1]],
    [
      'whoever wrote them proposes to decline, then withdrawn',
      [held, { type: 'propose-decline', ...by('me'), reason: harmless }, withdraw],
      [],
    ],
    ['decided in an event that cannot be read: nobody knows by whom', [held, { ...unreadable, was: 'approve' }], [1]],
    ['whoever wrote them takes the case on, then withdrawn', [held, { type: 'assign', ...by('me'), to: 'me' }, withdraw], [2]],
    ['what happens after that is nothing to them', [held, withdraw, { ...unreadable, was: 'expire' }], [1]],
    ['an answer to a rating, in a case that moves', [answering, withdraw], []],
    ['an event that changes nothing of the case', [held, { ...unreadable, was: 'hand-over' }], []],
    ['what is no event of a case', [held, { ...unreadable, was: 'signed-in' }, { ...unreadable, was: 'of a later release' }], []],
    [
      'what moves nothing',
      [held, { type: 'note', ...by('other'), words: harmless }, { type: 'judge', ...by('other'), condition: 'C1', truth: 'no' }],
      [],
    ],
  ])('%s', (_, history, lapsed) => expect([...lapsesIn(history)].map((event) => history.indexOf(event))).toEqual(lapsed))
})

describe('nobody decides past texts of a colleague that wait', () => {
  const atDesk = { rating: null, ratingAnsweredAt: null, proposedBy: null, heldBy: 'writer' }
  test.each(['approve', 'ask-correction', 'propose-decline'] as const)('%s', (type) => {
    const may = (id: string) => isAllowed({ ...atDesk, status: 'in-review' }, type, { role: 'reviewer', id })
    expect([may('writer'), may('colleague')]).toEqual([true, false])
  })
  test('nor confirms a proposal, or answers a rating; the resident withdraws all the same', () => {
    const supervisor = { role: 'supervisor', id: 'other' } as const
    expect(isAllowed({ ...atDesk, status: 'in-review', proposedBy: 'x' }, 'decline', supervisor)).toBe(false)
    expect(isAllowed({ ...atDesk, status: 'in-review', proposedBy: 'x', heldBy: null }, 'decline', supervisor)).toBe(true)
    expect(isAllowed({ ...atDesk, status: 'approved', rating: 1 }, 'answer-rating', supervisor)).toBe(false)
    expect(isAllowed({ ...atDesk, status: 'in-review' }, 'withdraw', { role: 'resident' })).toBe(true)
  })
})

describe('texts that came back to whoever wrote them', () => {
  const held: ApplicationEvent = { type: 'hold-words', ...by('me'), step: { type: 'approve', reason: demand }, caught: demand.text }
  const back: ApplicationEvent = { type: 'return-words', ...by('other'), reason: harmless }
  const note: ApplicationEvent = { type: 'note', ...by('other'), words: harmless }
  const lost = (was: string) => ({ type: 'unreadable', id: 'e', was, at }) as const
  test('do so until something else is done with the case; what stands beside it is nothing', () => {
    for (const history of [
      [held, back],
      [held, back, note],
      [held, back, lost('look')],
      [held, back, { type: 'assign', ...by('me'), to: 'me' } as ApplicationEvent],
    ])
      expect(returnedHeld(history, 'me')).toEqual({ held, back })
    for (const history of [[], [held], [back], [held, back, { type: 'approve', ...by('me') } as ApplicationEvent]])
      expect(returnedHeld(history, 'me')).toBeUndefined()
  })
  test('are nobody else’s, and none where either cannot be read', () => {
    expect(returnedHeld([held, back], 'other')).toBeUndefined()
    expect(returnedHeld([held, lost('return-words')], 'me')).toBeUndefined()
    expect(returnedHeld([held, lost('hold-words'), back], 'me')).toBeUndefined()
  })
})

describe('what was held before and is replaced', () => {
  const holds = (step: WordedStep): ApplicationEvent => ({ type: 'hold-words', ...by('me'), step, caught: demand.text })
  const [first, second, third] = [
    holds({ type: 'approve', reason: demand }),
    holds({ type: 'ask-correction', items: [{ ...item, words: demand }] }),
    holds({ type: 'propose-decline', reason: demand }),
  ]
  const unreadable = (was: string) => ({ type: 'unreadable', id: 'x', was, at }) as const
  const back: ApplicationEvent = { type: 'return-words', ...by('other'), reason: harmless }
  test.each<[string, Parameters<typeof replacedHeld>[0], Parameters<typeof replacedHeld>[0]]>([
    ['nothing ever waited', [{ type: 'start-review', ...by('me') }], []],
    ['nothing else was held', [first], []],
    ['each but the last, whatever its step', [first, second, third], [first, second]],
    ['what cannot be read too', [unreadable('hold-words'), second], [unreadable('hold-words')]],
    [
      'what cannot be read, whatever happens beside it',
      [unreadable('hold-words'), { type: 'accept', ...by('other') }, second],
      [unreadable('hold-words')],
    ],
    ['before what cannot be read', [first, unreadable('hold-words')], [first]],
    ['what happens beside ends nothing', [first, { type: 'note', ...by('other'), words: harmless }, second], [first]],
    ['not what was given back', [first, back, second], []],
    ['nor what was taken back', [first, { type: 'retract-words', ...by('me') }, second], []],
    ['nor what was let go', [first, { type: 'release-words', ...by('other') }, { type: 'approve', ...by('me') }], []],
    ['nor in an event that cannot be read', [first, unreadable('return-words'), second], []],
    ['nor what its writer did otherwise', [first, { type: 'ask-correction', ...by('me'), items: [item] }, second], []],
    ['of whoever cannot be read too', [unreadable('hold-words'), { type: 'ask-correction', ...by('me'), items: [item] }, second], []],
    ['nor what lapsed', [first, { type: 'withdraw', ...by('r', 'resident') }, second], []],
  ])('%s', (_why, history, replaced) => expect(replacedHeld(history)).toEqual(replaced))
})
