import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseEventTypes, isAssignable, type Move, moved, type Role, roles, ruleOf, statusesFor } from './application.ts'
import { type ApplicationEvent, applicationEvent, isMoving } from './event.ts'
import { isClosed, isWithHall, isWithResident, type Status, statuses } from './status.ts'

const everyMove: Move[] = [
  'submit',
  'accept',
  'ask-correction',
  'resume',
  'resubmit',
  'start-review',
  'approve',
  'take-back',
  'decline',
  'withdraw',
  'withdraw-requested',
  'reopen',
  'refuse-acceptance',
  'take-back-acceptance',
  'take-back-decision',
  'annul',
  'close',
  'expire',
]
const everyRole: readonly Role[] = roles
const attempts = fc.array(fc.record({ move: fc.constantFrom(...everyMove), by: fc.constantFrom(...everyRole) }), { maxLength: 30 })

/** A life: what becomes of a draft when these moves are tried one after the other. */
function live(tried: readonly { move: Move; by: Role }[]): { status: Status; done: { move: Move; by: Role; from: Status }[] } {
  return tried.reduce<ReturnType<typeof live>>(
    ({ status, done }, { move, by }) => {
      const to = moved(status, move, by)
      return to ? { status: to, done: [...done, { move, by, from: status }] } : { status, done }
    },
    { status: 'draft', done: [] },
  )
}

describe('the life of an application', () => {
  test('no sequence of moves reaches an unknown status', () =>
    fc.assert(fc.property(attempts, (tried) => statuses.includes(live(tried).status))))

  test('every move that was made is an event of the union, and every event that moves is a move', () =>
    fc.assert(
      fc.property(attempts, (tried) => live(tried).done.every(({ move, by }) => applicationEvent.safeParse(eventOf(move, by)).success)),
    ))

  test('an ended application stays ended, unless it is taken up again or its decision is taken back; what was approved can be annulled', () =>
    fc.assert(
      fc.property(attempts, attempts, (first, then) => {
        const { status } = live(first)
        return (
          !isClosed(status) ||
          live([...first, ...then.filter(({ move }) => !['reopen', 'take-back', 'take-back-decision', 'annul'].includes(move))]).status ===
            status
        )
      }),
    ))

  test('only a reviewer approves and only a supervisor declines, and only what is in review', () =>
    fc.assert(
      fc.property(attempts, (tried) =>
        live(tried).done.every(
          ({ move, by, from }) =>
            !['approve', 'decline'].includes(move) || (by === (move === 'approve' ? 'reviewer' : 'supervisor') && from === 'in-review'),
        ),
      ),
    ))

  test('nothing is decided that was not submitted first', () =>
    fc.assert(
      fc.property(attempts, (tried) => {
        const { done } = live(tried)
        const decided = done.findIndex(({ move }) => move === 'approve' || move === 'decline')
        return decided < 0 || done.findIndex(({ move }) => move === 'submit') < decided
      }),
    ))

  test('every status can be reached from a draft', () => {
    const reached = new Set<Status>(['draft'])
    for (const status of reached)
      for (const type of caseEventTypes) {
        const to = ruleOf(type).leads[status]
        if (to) reached.add(to)
      }
    expect([...reached].sort()).toEqual([...statuses].sort())
  })

  test('a resident can always withdraw what was submitted and not decided', () => {
    const open = statuses.filter((status) => status !== 'draft' && !isClosed(status))
    expect(open.filter((status) => moved(status, 'withdraw', 'resident') !== 'withdrawn')).toEqual([])
  })

  test('the hall has it, except for drafts, corrections asked for, and ended ones', () =>
    expect(statuses.filter(isWithHall)).toEqual(['submitted', 'accepted', 'resubmitted', 'in-review']))

  test('the resident has drafts and corrections asked for', () =>
    expect(statuses.filter(isWithResident)).toEqual(['draft', 'correction-asked']))

  test.each<[Role, Status[]]>([
    ['clerk', ['submitted']],
    ['reviewer', ['submitted', 'accepted', 'resubmitted', 'in-review']],
    ['supervisor', ['in-review']],
    ['administrator', []],
    ['resident', []],
  ])('a %s of the hall has something to do with what is %j', (role, expected) => expect(statusesFor([role])).toEqual(expected))
})

function eventOf(move: Move, role: Role): ApplicationEvent {
  const common = { actor: { role }, at: '2026-11-24T08:00:00.000Z' }
  const text = { text: 'ok', language: 'zh' as const }
  switch (move) {
    case 'submit':
      return { type: move, ...common, language: 'bo', version: '1' }
    case 'resubmit':
      return { type: move, ...common, language: 'bo', version: '1', changed: ['person/1/name'] }
    case 'ask-correction':
      return { type: move, ...common, items: [{ target: 'person/1/name', reason: 'missing' }] }
    case 'withdraw-requested':
      return { type: move, ...common, on: '2026-11-20', paper: 'letter' }
    case 'reopen':
      return { type: move, ...common, ground: 'recheck', on: '2026-11-20', reason: text }
    case 'refuse-acceptance':
      return { type: move, ...common, ground: 'incomplete', reason: text }
    case 'close':
      return { type: move, ...common, why: 'duplicate', on: '2026-11-20', reason: text }
    case 'annul':
      return { type: move, ...common, department: 'civil-affairs', heard: 'present', on: '2026-11-20', article: '1', reason: text }
    case 'take-back-acceptance':
    case 'take-back-decision':
      return { type: move, ...common, reason: text }
    case 'resume':
      return { type: move, ...common, why: 'mistake', reason: text }
    case 'decline':
      return { type: move, ...common, reason: text }
    case 'accept':
    case 'start-review':
    case 'approve':
    case 'take-back':
    case 'withdraw':
    case 'expire':
      return { type: move, ...common }
  }
}

test('a rating changes no status', () => {
  expect(isMoving({ type: 'rate' } as ApplicationEvent)).toBe(false)
  expect(everyMove.every((type) => isMoving({ type } as ApplicationEvent))).toBe(true)
})

test('a case may be taken on from when it is handed in until it is closed', () =>
  expect(statuses.filter(isAssignable)).toEqual(['submitted', 'accepted', 'correction-asked', 'resubmitted', 'in-review']))
