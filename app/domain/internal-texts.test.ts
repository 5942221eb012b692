import { describe, expect, test } from 'vitest'
import type { CaseEvent, CaseState } from './case-state.ts'
import type { ApplicationEvent, HistoryEvent } from './event.ts'
import { landDemandOf, secondReaders, type Worker } from './held-texts.ts'
import {
  type AboutInternal,
  type HoldInternal,
  type InternalText,
  isOfInternal,
  returnedInternal,
  waitingInternal,
} from './internal-texts.ts'
import { eventTypes } from './stored-labels.ts'
import { transition } from './transition.ts'
import { type InternalStep, internalStepOf } from './worded-step.ts'

const at = '2026-11-29T08:00:00.000Z'
const demand = { text: '请先退出承包地', language: 'zh' } as const
const harmless = { text: '请带户口簿', language: 'zh' } as const
const by = (id: string, role: ApplicationEvent['actor']['role'] = 'reviewer') => ({ actor: { role, id }, at })
const note = { type: 'note', words: demand } as const
const hold = (id: string, step: InternalStep = note, who = by('me')): HoldInternal => ({
  type: 'hold-internal',
  ...who,
  id,
  step,
  caught: demand.text,
})
const about = (type: AboutInternal['type'], of: string, who = by('other')) => ({ type, ...who, of }) as AboutInternal
const unreadable = (was: string, id = 'row') => ({ type: 'unreadable', id, was, at }) as const
const readers = () => ['other']

describe('texts only staff read are guarded', () => {
  test.each<[InternalStep, boolean]>([
    [{ type: 'note', words: demand }, true],
    [{ type: 'note', words: harmless }, false],
    [{ type: 'contact', on: '2026-11-24', how: 'visit', outcome: 'reached', words: demand }, true],
    [{ type: 'return-proposal', reason: demand }, true],
    [{ type: 'return-words', reason: demand }, true],
    [{ type: 'judge', condition: 'C1', truth: 'no', reason: demand }, true],
  ])('%j: %s', (step, caught) => {
    expect(landDemandOf({ ...step, ...by('me') })).toBe(caught ? demand.text : undefined)
    expect(internalStepOf({ ...step, ...by('me') })).toEqual(step)
  })
  test('a judgement without texts, and texts a resident reads, are none of them', () => {
    expect(internalStepOf({ type: 'judge', ...by('me'), condition: 'C1', truth: 'no' })).toBeUndefined()
    expect(internalStepOf({ type: 'approve', ...by('me'), reason: demand })).toBeUndefined()
  })
})

describe('who reads them', () => {
  const worker = (id: string, place: string, role: Worker['role'] = 'reviewer'): Worker => ({ id, place, role })
  const me = worker('me', '630104', 'clerk')
  test.each<[string, Worker[], string[]]>([
    ['everybody of the hall who may', [me, worker('a', '630104'), worker('b', '630104', 'supervisor'), worker('c', '630100')], ['a', 'b']],
    ['no clerk', [me, worker('a', '630104', 'clerk'), worker('c', '630100')], ['c']],
    ['the province', [me, worker('a', '630105'), worker('c', '630000')], ['c']],
    ['nobody', [me, worker('a', '630105')], []],
  ])('%s', (_who, workers, ids) => expect(secondReaders(workers, '630104', 'me').map(({ id }) => id)).toEqual(ids))
  test('in practice whoever else practises, but no clerk', () =>
    expect(secondReaders([me, worker('a', '632723'), worker('b', '630100', 'clerk')], '990000', 'me').map(({ id }) => id)).toEqual(['a']))
})

describe('which of a history wait', () => {
  test.each<[string, HistoryEvent[], string[]]>([
    ['nothing was held', [{ type: 'note', ...by('me'), words: harmless }], []],
    ['several at once', [hold('a'), hold('b', note, by('you'))], ['a', 'b']],
    ['let go', [hold('a'), hold('b'), about('release-internal', 'a')], ['b']],
    ['given back', [hold('a'), hold('b'), about('return-internal', 'b')], ['a']],
    ['taken back', [hold('a'), about('retract-internal', 'a', by('me'))], []],
    ['an end of others', [hold('a'), about('release-internal', 'x')], ['a']],
    ['the case ended', [hold('a'), { type: 'withdraw', ...by('r', 'resident') }], ['a']],
    ['held in an event that cannot be read', [unreadable('hold-internal'), hold('b')], ['row', 'b']],
    ['that one given back', [unreadable('hold-internal'), hold('b'), about('return-internal', 'row')], ['b']],
    ['ended in an event that cannot be read', [hold('a'), hold('b'), unreadable('release-internal'), hold('c')], ['c']],
    ['another event that cannot be read', [hold('a'), unreadable('note')], ['a']],
  ])('%s', (_what, history, ids) => expect(waitingInternal(history, readers).map(({ id }) => id)).toEqual(ids))

  test('to know it only these kinds need to be read', () =>
    expect(eventTypes.filter(isOfInternal)).toEqual(['hold-internal', 'release-internal', 'return-internal', 'retract-internal']))

  test('each is told with who reads it, since when, and what holds it', () => {
    const history = [hold('a'), unreadable('hold-internal')]
    const of = (writer: string | undefined) => [`reads ${writer}`]
    expect(waitingInternal(history, of)).toEqual([
      { id: 'a', held: history[0], at, outdated: false, readers: ['reads me'] },
      { id: 'row', held: null, at, outdated: false, readers: ['reads undefined'] },
    ])
  })

  const returning: InternalStep = { type: 'return-proposal', reason: demand }
  const givingBack: InternalStep = { type: 'return-words', reason: demand }
  const judging: InternalStep = { type: 'judge', condition: 'C1', truth: 'no', reason: demand }
  const judged = (condition: string) => ({ type: 'judge', ...by('other'), condition, truth: 'yes' }) as const
  const heldAnew = { type: 'hold-words', ...by('w'), step: { type: 'approve', reason: demand }, caught: demand.text } as const
  test.each<[string, InternalStep, HistoryEvent, boolean]>([
    ['a proposal was made anew', returning, { type: 'propose-decline', ...by('x'), reason: harmless }, true],
    ['other texts wait now', givingBack, heldAnew, true],
    ['the condition was judged', judging, judged('C1'), true],
    ['another one was', judging, judged('C2'), false],
    ['one was, nobody knows which', judging, unreadable('judge'), true],
    ['another hall has the case', judging, { type: 'hand-over', ...by('r', 'resident'), from: '630104', to: '630105' }, true],
    ['the same, and a proposal waits', returning, { type: 'hand-over', ...by('r', 'resident'), from: '630104', to: '630105' }, false],
    ['somebody takes it on', returning, { type: 'assign', ...by('x'), to: 'x' }, false],
    ['the same, after a judgement', judging, { type: 'assign', ...by('x'), to: 'x' }, false],
    ['any of it, after a note', note, { type: 'propose-decline', ...by('x'), reason: harmless }, false],
  ])('their step may be about something else: %s', (_what, step, later, outdated) => {
    expect(waitingInternal([later, hold('a', step)], readers)[0]?.outdated).toBe(false)
    expect(waitingInternal([hold('a', step), later], readers)[0]?.outdated).toBe(outdated)
  })
})

describe('what becomes of a case', () => {
  const state = (more: Partial<CaseState> = {}): CaseState => ({
    ...{ status: 'in-review', assignee: null, proposedBy: null, rating: null, ratingAnsweredAt: null, county: '630104', mode: 'bo' },
    ...{ channel: 'self', answeredAt: at, decidedAt: null, corrections: 0, declinedFor: null, askedAt: null, dueOn: null, expiresAt: null },
    ...{ heldBy: null, heldStep: null },
    ...more,
  })
  const waiting = (more: Partial<InternalText> = {}): InternalText => ({
    ...{ id: 'a', held: hold('a'), at, outdated: false, readers: ['other', 'third'] },
    ...more,
  })
  const becomes = (event: CaseEvent, internal?: InternalText, more: Partial<CaseState> = {}) => transition(state(more), event, { internal })
  const may = (...[event, internal, more]: Parameters<typeof becomes>) => becomes(event, internal, more).ok
  const release = about('release-internal', 'a')

  test('while they wait nothing changes and nobody is told; what may not be done is not held', () => {
    const nothing = { ok: true, changes: null, messages: [], further: [] }
    expect(becomes(hold('a'))).toEqual(nothing)
    expect(becomes(hold('a', note, by('c', 'clerk')), undefined, { status: 'approved' })).toEqual(nothing)
    const returning: InternalStep = { type: 'return-proposal', reason: demand }
    expect(may(hold('a', returning, by('s', 'supervisor')), undefined, { proposedBy: 'x' })).toBe(true)
    expect(may(hold('a', returning, by('s', 'supervisor')))).toBe(false)
    expect(may(hold('a', returning), undefined, { proposedBy: 'x' })).toBe(false)
  })

  test('let go, the note is written by who wrote it, then; the case counts a step, so that nobody else lets it go as well', () => {
    const later = '2026-11-30T08:00:00.000Z'
    const result = becomes({ ...release, at: later }, waiting(), { assignee: 'x' })
    expect(result).toMatchObject({ ok: true, messages: [], further: [{ type: 'note', ...by('me'), at: later, words: demand }] })
    expect(result.ok && result.changes).toMatchObject({ status: 'in-review', marks: { assignee: 'x', county: '630104' } })
  })

  test('let go, a step is taken as it would have been: the proposal does not stand any more, the texts do not wait any more', () => {
    const returning = waiting({ held: hold('a', { type: 'return-proposal', reason: demand }, by('s', 'supervisor')) })
    expect(becomes(release, returning, { proposedBy: 'x' })).toMatchObject({ ok: true, changes: { marks: { proposedBy: null } } })
    const givingBack = waiting({ held: hold('a', { type: 'return-words', reason: demand }) })
    const result = becomes(release, givingBack, { heldBy: 'w', heldStep: 'approve' })
    expect(result).toMatchObject({ ok: true, changes: { marks: { heldBy: null, heldStep: null } }, further: [{ type: 'return-words' }] })
  })

  test('a step that cannot be taken any more, or would be about something else, is not let go; it can be given back and taken back', () => {
    const returning = { held: hold('a', { type: 'return-proposal', reason: demand }, by('s', 'supervisor')) } as const
    for (const [text, more] of [
      [waiting(returning), {}],
      [waiting({ ...returning, outdated: true }), { proposedBy: 'x' }],
    ] as const) {
      expect(may(release, text, more)).toBe(false)
      expect(may(about('return-internal', 'a'), text, more)).toBe(true)
      expect(may(about('retract-internal', 'a', by('s', 'supervisor')), text, more)).toBe(true)
    }
  })

  test('given back or taken back, nothing happens beside; the case counts a step', () => {
    for (const event of [about('return-internal', 'a'), about('retract-internal', 'a', by('me'))])
      expect(becomes(event, waiting())).toMatchObject({ ok: true, changes: { status: 'in-review' }, messages: [], further: [] })
  })

  test('what is refused says so', () => {
    const refused = { ok: false, why: 'not-allowed' }
    for (const text of [undefined, waiting({ readers: [] }), waiting({ outdated: true })]) expect(becomes(release, text)).toEqual(refused)
  })

  test('what cannot be read any more can be given back only', () => {
    const text = waiting({ held: null })
    expect([may(release, text), may(about('return-internal', 'a'), text)]).toEqual([false, true])
    expect(may(about('retract-internal', 'a', by('me')), text)).toBe(false)
  })

  test.each<[string, AboutInternal, boolean]>([
    ['who is to read them lets them go', release, true],
    ['somebody else does not', about('release-internal', 'a', by('else')), false],
    ['nor who wrote them', about('release-internal', 'a', by('me')), false],
    ['nor a clerk', about('release-internal', 'a', by('other', 'clerk')), false],
    ['nobody lets go others by them', about('release-internal', 'b'), false],
    ['who is to read them gives them back', about('return-internal', 'a', by('third', 'supervisor')), true],
    ['who wrote them does not', about('return-internal', 'a', by('me')), false],
    ['who wrote them takes them back, also a clerk', about('retract-internal', 'a', by('me', 'clerk')), true],
    ['who is to read them does not', about('retract-internal', 'a'), false],
  ])('%s', (_who, event, is) => {
    expect(may(event, waiting())).toBe(is)
    expect(may(event, waiting(), { status: 'declined' })).toBe(is)
    expect(may(event, undefined)).toBe(false)
  })

  test('somebody without an id is nobody', () => {
    const nobody: CaseEvent = { type: 'retract-internal', actor: { role: 'clerk' }, at, of: 'a' }
    const text = waiting({ held: { ...hold('a'), actor: { role: 'clerk' } } })
    expect(may(nobody, text)).toBe(false)
  })
})

describe('what came back to somebody', () => {
  const back = [hold('a'), about('return-internal', 'a')]
  const own: ApplicationEvent = { type: 'note', ...by('me'), words: harmless }
  const look: ApplicationEvent = { type: 'look', ...by('me'), what: 'file', target: 'x' }
  test.each<[string, HistoryEvent[], string[]]>([
    ['until they do something about it', back, ['a']],
    ['also while others go on', [...back, { type: 'note', ...by('other'), words: harmless }, unreadable('note')], ['a']],
    ['a look and taking it on are nothing', [...back, look, { type: 'assign', ...by('me'), to: 'me' }], ['a']],
    ['they wrote otherwise', [...back, own], []],
    ['they wrote the same once more', [...back, hold('b')], []],
    ['somebody let go another of theirs', [hold('b'), ...back, about('release-internal', 'b'), own], ['a']],
    ['both came back', [hold('b'), ...back, about('return-internal', 'b')], ['a', 'b']],
    ['what was of others', [hold('a', note, by('you')), about('return-internal', 'a')], []],
    ['what cannot be read', [unreadable('hold-internal'), about('return-internal', 'row')], []],
  ])('%s', (_what, history, ids) => expect(returnedInternal(history, 'me').map(({ held }) => held.id)).toEqual(ids))
  test('is told with who gave it back', () =>
    expect(returnedInternal(back, 'me')).toEqual([{ held: hold('a'), by: 'other', at: back[1]?.at }]))
})
