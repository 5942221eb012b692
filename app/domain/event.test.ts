import { describe, expect, test } from 'vitest'
import {
  type ApplicationEvent,
  applicationEvent,
  type DecisionEvent,
  type HistoryEvent,
  isDecision,
  isForResident,
  isMoving,
  isOfDecision,
  isTakenIn,
  reasonOf,
  type UnreadableEvent,
} from './event.ts'
import { inEvery } from './language.ts'
import type { EventType } from './stored-labels.ts'

const common = { actor: { role: 'reviewer' }, at: '2026-11-24T08:00:00Z' }
const takes = (event: object) => applicationEvent.safeParse({ ...common, ...event }).success
const text = (length: number) => ({ text: 'x'.repeat(length), language: 'zh' })
const items = (count: number, target = 'paper/a~1') => Array.from({ length: count }, () => ({ target, reason: 'missing' }))

/** What the resident sees of the life of their application; the rest is among staff. */
test.each<[EventType, boolean, boolean]>([
  ['submit', true, true],
  ['accept', true, true],
  ['ask-correction', true, true],
  ['resume', true, true],
  ['resubmit', true, true],
  ['start-review', true, true],
  ['approve', true, true],
  ['decline', true, true],
  ['withdraw', true, true],
  ['withdraw-requested', true, true],
  ['reopen', true, true],
  ['serve', true, false],
  ['stop-clock', true, false],
  ['resume-clock', true, false],
  ['refuse-acceptance', true, true],
  ['send-on', true, false],
  ['close', true, true],
  ['offer-to-relatives', true, false],
  ['take-back-acceptance', true, true],
  ['take-back-decision', true, true],
  ['annul', true, true],
  ['correct-decision', true, false],
  ['issue', true, false],
  ['collect', true, false],
  ['remind', true, false],
  ['expire', true, true],
  ['propose-decline', false, false],
  ['return-proposal', false, false],
  ['judge', false, false],
  ['assign', false, false],
  ['note', false, false],
  ['contact', false, false],
  ['look', false, false],
  ['forget', false, false],
  ['hand-over', true, false],
  ['help-begin', true, false],
  ['help-end', true, false],
  ['rate', true, false],
  ['answer-rating', true, false],
  ['ask-hall', true, false],
  ['answer-resident', true, false],
  ['signed-in', false, false],
  ['staff-changed', false, false],
  ['hall-changed', false, false],
  ['calendar-changed', false, false],
  ['announcement-changed', false, false],
  ['phrase-changed', false, false],
])('%s is for the resident: %s, and moves: %s', (type, isShown, moves) => {
  expect(isForResident({ type })).toBe(isShown)
  expect(isMoving({ type } as ApplicationEvent)).toBe(moves)
})

/** A decision that can be read, one at all, and what legal limits run from. */
test.each<[EventType, boolean, boolean]>([
  ['approve', true, false],
  ['decline', true, false],
  ['refuse-acceptance', true, false],
  ['annul', true, false],
  ['correct-decision', false, false],
  ['accept', false, true],
  ['start-review', false, true],
  ['resume', false, true],
  ['submit', false, false],
  ['propose-decline', false, false],
])('%s is a decision: %s, takes in: %s, and still is where it cannot be read', (type, decides, takesIn) => {
  const event = { ...common, type } as HistoryEvent
  const unreadable: UnreadableEvent = { type: 'unreadable', id: 'e1', was: type, at: null }
  expect([isDecision(event), isOfDecision(event), isTakenIn(event)]).toEqual([decides, decides, takesIn])
  expect([isDecision(unreadable), isOfDecision(unreadable), isTakenIn(unreadable)]).toEqual([false, decides, takesIn])
})

describe('an event is taken up to its limits', () => {
  test.each<[string, object, boolean]>([
    ['the most units a text of 1000 characters may have', { type: 'note', words: text(16_000) }, true],
    ['one more', { type: 'note', words: text(16_001) }, false],
    ['a language nobody writes in', { type: 'note', words: { text: 'x', language: 'zh-bo' } }, false],
    ['a phrase of 60', { type: 'note', words: { ...text(0), phrase: 'x'.repeat(60) } }, true],
    ['a phrase of 61', { type: 'note', words: { ...text(0), phrase: 'x'.repeat(61) } }, false],
    ['no item', { type: 'ask-correction', items: [] }, false],
    ['one item', { type: 'ask-correction', items: items(1) }, true],
    ['40 items', { type: 'ask-correction', items: items(40) }, true],
    ['41 items', { type: 'ask-correction', items: items(41) }, false],
    ['an item without a target', { type: 'ask-correction', items: items(1, '') }, false],
    ['a target of 120', { type: 'ask-correction', items: items(1, 'x'.repeat(120)) }, true],
    ['a target of 121', { type: 'ask-correction', items: items(1, 'x'.repeat(121)) }, false],
    ['a reason there is none of', { type: 'ask-correction', items: [{ target: 'x', reason: 'mood' }] }, false],
    ['why again, one more', { type: 'ask-correction', items: items(1), again: 'x'.repeat(16_001) }, false],
    ['one star', { type: 'rate', score: 1 }, true],
    ['five', { type: 'rate', score: 5 }, true],
    ['none', { type: 'rate', score: 0 }, false],
    ['six', { type: 'rate', score: 6 }, false],
    ['half a star', { type: 'rate', score: 1.5 }, false],
    ['a county of six digits', { type: 'hand-over', from: '630104', to: '630105' }, true],
    ['of five', { type: 'hand-over', from: '63010', to: '630105' }, false],
    ['to one of seven', { type: 'hand-over', from: '630104', to: '6301055' }, false],
    ['given to nobody', { type: 'assign', to: null }, true],
    ['given to nobody said', { type: 'assign' }, false],
    ['a condition of 20', { type: 'judge', condition: 'C'.repeat(20), truth: 'no' }, true],
    ['of 21', { type: 'judge', condition: 'C'.repeat(21), truth: 'no' }, false],
    ['a judgement that knows nothing', { type: 'judge', condition: 'C1', truth: 'unknown' }, false],
    ['what was looked at, of 200', { type: 'look', what: 'file', target: 'x'.repeat(200) }, true],
    ['of 201', { type: 'look', what: 'file', target: 'x'.repeat(201) }, false],
    ['a type there is none of', { type: 'gone' }, false],
    ['a moment that is none', { type: 'accept', at: '2026-11-24' }, false],
    ['somebody there is no role of', { type: 'accept', actor: { role: 'king' } }, false],
    ['somebody of 60', { type: 'accept', actor: { role: 'clerk', id: 'x'.repeat(60) } }, true],
    ['somebody of 61', { type: 'accept', actor: { role: 'clerk', id: 'x'.repeat(61) } }, false],
  ])('%s: %o → %s', (_what, event, taken) => expect(takes(event)).toBe(taken))
})

describe('the text of a decision', () => {
  const decision = (reason?: object, document?: object) => ({ ...common, type: 'approve', reason, document }) as unknown as DecisionEvent
  const [said, other] = [inEvery(() => 'said'), inEvery(() => 'other')]
  test.each([
    ['has what a standard sentence says', decision({ ...text(1), said }, { phrase: other }), { ...text(1), said }],
    ['has it from the document, where the text has none', decision(text(1), { phrase: other }), { ...text(1), said: other }],
    ['is typed where neither has any', decision(text(1), { phrase: null }), { ...text(1), said: undefined }],
    ['is that of before there were documents', decision(text(1)), { ...text(1), said: undefined }],
    ['is none where none was written', decision(undefined, { phrase: other }), undefined],
  ])('%s', (_, event, expected) => expect(reasonOf(event)).toStrictEqual(expected))
})
