import { expect, test } from 'vitest'
import type { CaseEventType } from '#app/domain/application.ts'
import { caseEventTypes } from '#app/domain/application.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { isDepending, whyBarred } from './barred-steps.ts'

const by = (id: string, ...types: string[]) =>
  types.map(
    (type) => ({ type, actor: { role: 'reviewer', id }, at: '2026-11-24T02:00:00.000Z', on: '2026-11-24' }) as unknown as HistoryEvent,
  )
const of = (more: Partial<Parameters<typeof whyBarred>[1]>) => ({
  ...{ service: 'temporary-assistance', county: '630104', dueOn: null, history: [], who: 'a' },
  ...more,
})

test.each<[CaseEventType, Parameters<typeof of>[0], string | null]>([
  ['decline', { service: 'school-compulsory' }, 'placed'],
  ['propose-decline', { service: 'school-compulsory' }, 'placed'],
  ['refuse-acceptance', { service: 'school-compulsory' }, 'placed'],
  ['decline', {}, null],
  ['refuse-acceptance', {}, null],
  ['refuse-acceptance', { history: by('b', 'submit', 'accept') }, 'accepted'],
  ['refuse-acceptance', { history: by('b', 'submit', 'accept', 'take-back-acceptance') }, null],
  ['approve', { history: by('a', 'approve') }, null],
  ['approve', { history: by('a', 'approve', 'reopen') }, 'decided-before'],
  ['approve', { history: [...by('a', 'propose-decline'), ...by('b', 'decline', 'reopen')] }, 'decided-before'],
  ['approve', { history: by('b', 'approve', 'reopen') }, null],
  ['approve', { history: by('b', 'approve', 'reopen'), who: undefined }, null],
  ['annul', { history: by('a', 'approve') }, 'decided-before'],
  ['annul', { history: by('b', 'approve') }, null],
  ['stop-clock', { service: 'occupational-injury', dueOn: '2026-12-24' }, null],
  ['stop-clock', { service: 'occupational-injury' }, 'no-clock'],
  ['stop-clock', { service: 'unemployment-insurance', dueOn: '2026-12-24' }, 'no-clock'],
  ['resume-clock', {}, 'not-stopped'],
  ['resume-clock', { history: by('a', 'accept', 'stop-clock') }, null],
  ['send-on', { county: '990000' }, 'practice'],
  ['send-on', {}, null],
  ['offer-to-relatives', {}, 'ends-with-death'],
  ['offer-to-relatives', { service: 'wage-protection' }, null],
  ['take-back-acceptance', { history: by('b', 'submit', 'accept') }, null],
  ['take-back-acceptance', { history: by('b', 'submit', 'accept', 'decline', 'reopen') }, 'not-accepted'],
  ['take-back-acceptance', { history: by('b', 'submit', 'accept', 'withdraw', 'reopen') }, null],
  ['take-back-decision', { history: by('b', 'approve') }, null],
  ['take-back-decision', { history: by('b', 'approve', 'serve') }, 'served'],
  ['take-back-decision', { history: by('b', 'approve', 'serve', 'reopen', 'decline') }, null],
  ['collect', { history: by('b', 'approve') }, 'not-issued'],
  ['collect', { history: by('b', 'approve', 'issue') }, null],
  ['accept', {}, null],
])('%s of %j: %s', (step, more, why) => {
  const barred = why === null ? null : `steps:barred.${why}`
  expect(whyBarred(step, of(more))).toBe(barred)
  if (barred !== null) expect(isDepending(step)).toBe(true)
})

test('a decision that cannot be read bars nobody', () => {
  const unreadable = { type: 'unreadable', id: 'e', was: 'approve', at: null } as const
  expect(whyBarred('approve', of({ history: [unreadable, ...by('b', 'reopen')] }))).toBeNull()
})

test('only what depends on more than its status is asked about', () =>
  expect(caseEventTypes.filter((type) => !isDepending(type) && whyBarred(type, of({})) !== null)).toEqual([]))
