import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysLater } from '#app/domain/day.ts'
import { type CaseEventType, caseEventTypes, caseRoles, type Role, roles } from './application.ts'
import type { CaseEvent, CaseState } from './case-state.ts'
import { isForResident } from './event.ts'
import { isClosed, isDecided, isHandedIn, type Status, statuses } from './status.ts'
import { isAllowed, type Transition, transition } from './transition.ts'

const at = '2026-11-24T08:00:00.000Z'
const state = (more: Partial<CaseState> = {}): CaseState => ({
  ...{ status: 'draft', assignee: null, proposedBy: null, rating: null, ratingAnsweredAt: null, county: null, mode: null },
  ...{
    heldBy: null,
    heldStep: null,
    channel: 'self',
    answeredAt: null,
    decidedAt: null,
    corrections: 0,
    declinedFor: null,
    askedAt: null,
    dueOn: null,
    expiresAt: null,
  },
  ...more,
})

const eventText = { text: '测试', language: 'zh' } as const
const both = { zh: '测试', bo: 'ཚོད་ལྟ།' }
const document = { service: both, departments: [], hall: null, outcome: both, ground: null, phrase: null, conditions: [], next: both }
/** What an event of each kind says besides who did it and when. */
const rest: { readonly [Type in CaseEventType]: Omit<Extract<CaseEvent, { type: Type }>, 'type' | 'actor' | 'at'> } = {
  submit: { language: 'bo', version: '1' },
  accept: {},
  'ask-correction': { items: [{ target: 'person/1/name', reason: 'missing' }] },
  resume: { why: 'mistake', reason: eventText },
  resubmit: { language: 'bo', version: '1', changed: [] },
  'start-review': {},
  approve: {},
  decline: { reason: eventText, condition: 'C2' },
  withdraw: {},
  'withdraw-requested': { on: '2026-11-20', paper: 'letter' },
  serve: { on: '2026-11-24', manner: 'collected', recipient: 'resident' },
  reopen: { ground: 'recheck', on: '2026-11-20', reason: eventText },
  'stop-clock': { ground: 'other-authority', on: '2026-11-24', reason: eventText },
  'resume-clock': { on: '2026-11-24' },
  'refuse-acceptance': { ground: 'not-competent', department: 'civil-affairs', reason: eventText },
  'send-on': { to: '632801', consent: 'present', on: '2026-11-24', reason: eventText },
  close: { why: 'duplicate', on: '2026-11-24', reason: eventText },
  'offer-to-relatives': { on: '2026-11-24' },
  'take-back-acceptance': { reason: eventText },
  'take-back-decision': { reason: eventText },
  annul: { department: 'civil-affairs', heard: 'present', on: '2026-11-24', article: '测试', reason: eventText },
  'correct-decision': { was: '测试', is: '测试二' },
  issue: { what: '测试', on: '2026-11-24' },
  collect: { on: '2026-11-24', recipient: 'resident' },
  remind: { until: '2026-11-30' },
  expire: {},
  'propose-decline': { reason: eventText },
  'return-proposal': { reason: eventText },
  'take-back': {},
  judge: { condition: 'C1', truth: 'yes' },
  'see-original': { paper: 'id-card~1', seen: true },
  assign: { to: 'me' },
  note: { words: eventText },
  contact: { on: '2026-11-24', how: 'phone', outcome: 'not-reached' },
  look: { what: 'file', target: 'x' },
  'hand-over': { from: '630104', to: '632723' },
  'help-begin': { session: 's', ground: 'present', channel: 'counter', seen: [] },
  'help-end': { session: 's', how: 'hand' },
  'ask-hall': { text: eventText },
  'answer-resident': { reason: eventText },
  rate: { score: 1 },
  'answer-rating': { words: eventText },
  'hold-words': {
    step: { type: 'ask-correction', items: [{ target: 'person/1/name', reason: 'missing', words: eventText }] },
    caught: eventText.text,
  },
  'release-words': {},
  'return-words': { reason: eventText },
  'retract-words': {},
  forget: {},
  'decision-document': { document },
  'hold-internal': { id: 'w', step: { type: 'note', words: eventText }, caught: eventText.text },
  'release-internal': { of: 'w' },
  'return-internal': { of: 'w' },
  'retract-internal': { of: 'w' },
}
const eventOf = (type: CaseEventType, role: (typeof roles)[number], more: object = {}): CaseEvent =>
  ({ type, actor: { role, id: 'me' }, at, ...rest[type], ...more }) as CaseEvent

/** Every kind of event: whose it is, and from where to where it leads; `=`: it stays. Written down a second time on purpose. */
const rules: readonly [CaseEventType, string, string][] = [
  ['submit', 'resident clerk', 'draft>submitted'],
  ['accept', 'clerk reviewer', 'submitted>accepted'],
  [
    'ask-correction',
    'reviewer',
    'submitted>correction-asked accepted>correction-asked resubmitted>correction-asked in-review>correction-asked',
  ],
  ['resume', 'reviewer', 'correction-asked>in-review'],
  ['resubmit', 'resident clerk', 'correction-asked>resubmitted'],
  ['start-review', 'reviewer', 'accepted>in-review resubmitted>in-review'],
  ['approve', 'reviewer', 'in-review>approved'],
  ['decline', 'supervisor', ''],
  [
    'withdraw',
    'resident clerk',
    'submitted>withdrawn accepted>withdrawn correction-asked>withdrawn resubmitted>withdrawn in-review>withdrawn',
  ],
  [
    'withdraw-requested',
    'clerk reviewer supervisor',
    'submitted>withdrawn accepted>withdrawn correction-asked>withdrawn resubmitted>withdrawn in-review>withdrawn',
  ],
  [
    'reopen',
    'supervisor',
    'approved>in-review declined>in-review not-accepted>in-review annulled>in-review closed>in-review withdrawn>in-review',
  ],
  ['stop-clock', 'reviewer supervisor', 'submitted= accepted= correction-asked= resubmitted= in-review='],
  ['resume-clock', 'reviewer supervisor', 'submitted= accepted= correction-asked= resubmitted= in-review='],
  ['refuse-acceptance', 'supervisor', 'submitted>not-accepted resubmitted>not-accepted'],
  ['send-on', 'clerk reviewer supervisor', 'submitted= accepted= resubmitted= in-review='],
  ['close', 'reviewer supervisor', 'submitted>closed accepted>closed correction-asked>closed resubmitted>closed in-review>closed'],
  ['offer-to-relatives', 'clerk reviewer supervisor', 'submitted= accepted= correction-asked= resubmitted= in-review='],
  ['take-back-acceptance', 'clerk reviewer supervisor', 'accepted>submitted in-review>submitted'],
  ['take-back-decision', 'reviewer supervisor', 'approved>in-review declined>in-review not-accepted>submitted'],
  ['annul', 'supervisor', 'approved>annulled'],
  ['correct-decision', 'reviewer supervisor', 'approved= declined= not-accepted= annulled='],
  ['issue', 'clerk reviewer supervisor', 'approved='],
  ['collect', 'clerk reviewer supervisor', 'approved='],
  ['remind', 'system', 'correction-asked='],
  ['expire', 'system', 'draft>expired'],
  ['propose-decline', 'reviewer', 'in-review='],
  ['return-proposal', 'supervisor', ''],
  // Nothing is to be taken back here.
  ['take-back', '', ''],
  ['judge', 'reviewer', 'submitted= accepted= resubmitted= in-review='],
  ['see-original', 'clerk reviewer supervisor', 'submitted= accepted= correction-asked= resubmitted= in-review='],
  ['assign', 'clerk reviewer supervisor administrator', 'submitted= accepted= correction-asked= resubmitted= in-review='],
  [
    'note',
    'clerk reviewer supervisor',
    'submitted= accepted= correction-asked= resubmitted= in-review= approved= declined= not-accepted= annulled= closed= withdrawn=',
  ],
  [
    'contact',
    'clerk reviewer supervisor',
    'submitted= accepted= correction-asked= resubmitted= in-review= approved= declined= not-accepted= annulled= closed= withdrawn=',
  ],
  ['look', 'clerk reviewer supervisor', statuses.map((status) => `${status}=`).join(' ')],
  ['hand-over', '', ''],
  ['help-begin', 'clerk', statuses.map((status) => `${status}=`).join(' ')],
  ['help-end', 'clerk system', statuses.map((status) => `${status}=`).join(' ')],
  ['serve', 'clerk reviewer supervisor', 'approved= declined= not-accepted= annulled='],
  ['rate', 'resident', 'approved= declined= not-accepted= annulled= closed= withdrawn='],
  [
    'ask-hall',
    'resident',
    'submitted= accepted= correction-asked= resubmitted= in-review= approved= declined= not-accepted= annulled= closed=',
  ],
  // Nothing was asked here.
  ['answer-resident', 'clerk reviewer supervisor', ''],
  ['answer-rating', 'supervisor', ''],
  // What is held here is a request for corrections.
  ['hold-words', 'reviewer', 'submitted= accepted= resubmitted= in-review='],
  ['release-words', '', ''],
  ['return-words', '', ''],
  ['retract-words', '', ''],
  ['forget', 'system', 'approved= declined= not-accepted= annulled= closed= withdrawn= expired='],
  ['decision-document', 'system', 'approved= declined= not-accepted= annulled='],
  [
    'hold-internal',
    'clerk reviewer supervisor',
    statuses
      .filter(isHandedIn)
      .map((status) => `${status}=`)
      .join(' '),
  ],
  // Nothing waits here.
  ['release-internal', '', ''],
  ['return-internal', '', ''],
  ['retract-internal', '', ''],
]

describe('every status, every event, every role', () => {
  test('the table names every kind of event once', () => expect(rules.map(([type]) => type).toSorted()).toEqual(caseEventTypes.toSorted()))

  test.each(rules)('%s is for: %s', (type, by, leads) => {
    for (const role of roles) {
      const led = statuses.flatMap((status) => {
        const result = transition(state({ status }), eventOf(type, role))
        if (!result.ok) return []
        const to = result.changes?.status ?? status
        return [to === status ? `${status}=` : `${status}>${to}`]
      })
      expect(led.join(' '), role).toBe(by.split(' ').includes(role) ? leads : '')
    }
  })

  test.each([
    ['decline', 'supervisor', 'in-review', { proposedBy: 'somebody' }, 'declined'],
    ['decline', 'supervisor', 'in-review', { proposedBy: 'me' }, undefined],
    ['return-proposal', 'supervisor', 'in-review', { proposedBy: 'me' }, 'in-review'],
    ['approve', 'reviewer', 'in-review', { proposedBy: 'somebody' }, undefined],
    ['ask-correction', 'reviewer', 'in-review', { proposedBy: 'somebody' }, undefined],
    ['judge', 'reviewer', 'in-review', { proposedBy: 'somebody' }, undefined],
    ['propose-decline', 'reviewer', 'in-review', { proposedBy: 'somebody' }, undefined],
    ['withdraw', 'resident', 'in-review', { proposedBy: 'somebody' }, 'withdrawn'],
    ['answer-rating', 'supervisor', 'approved', { rating: 2 }, 'approved'],
    ['answer-rating', 'supervisor', 'approved', { rating: 3 }, undefined],
    ['answer-rating', 'supervisor', 'approved', { rating: 1, ratingAnsweredAt: at }, undefined],
    ['answer-resident', 'clerk', 'in-review', { askedAt: at }, 'in-review'],
    ['answer-resident', 'reviewer', 'closed', { askedAt: at }, 'closed'],
    ['answer-resident', 'administrator', 'in-review', { askedAt: at }, undefined],
    ['answer-resident', 'clerk', 'withdrawn', { askedAt: at }, undefined],
    ['rate', 'resident', 'approved', { rating: 5 }, undefined],
    ['assign', 'clerk', 'submitted', { assignee: 'somebody' }, undefined],
    ['assign', 'supervisor', 'submitted', { assignee: 'somebody' }, 'submitted'],
    ['assign', 'administrator', 'submitted', { assignee: 'somebody' }, 'submitted'],
  ] as const)('%s by a %s where it is %s and %j: %s', (type, role, status, more, to) => {
    const result = transition(state({ status, ...more }), eventOf(type, role))
    expect(result.ok ? result.changes?.status : undefined).toBe(to)
  })

  test.each<[string, Partial<CaseState>, CaseEvent]>([
    ['what is not for their role', { status: 'submitted' }, eventOf('approve', 'clerk')],
    ['what another has taken on', { status: 'submitted', assignee: 'somebody' }, eventOf('assign', 'clerk')],
    ['holding a step that may not be taken', { status: 'approved' }, eventOf('hold-words', 'reviewer')],
    ['going on where somebody may still answer', { status: 'correction-asked' }, eventOf('resume', 'reviewer', { why: 'unanswered' })],
    ['asking until a day that is over', { status: 'submitted' }, eventOf('ask-correction', 'reviewer', { until: '2026-11-24' })],
    ['judging what a colleague works on', { status: 'in-review', assignee: 'somebody' }, eventOf('judge', 'reviewer')],
    ['approving what a colleague works on', { status: 'in-review', assignee: 'somebody' }, eventOf('approve', 'reviewer')],
    [
      'having a text about it wait',
      { status: 'in-review', assignee: 'somebody' },
      eventOf('hold-words', 'reviewer', { step: { type: 'approve', reason: eventText } }),
    ],
    [
      'taking over from whoever does not work on it any more',
      { status: 'in-review', assignee: 'somebody' },
      eventOf('assign', 'reviewer', { from: 'another' }),
    ],
    ['taking back what was rated', { status: 'approved', rating: 5 }, eventOf('take-back', 'reviewer')],
    ['letting go what does not wait', { status: 'in-review', heldBy: 'x', heldStep: 'approve' }, eventOf('release-words', 'reviewer')],
  ])('%s is not allowed', (_what, of, event) => expect(transition(state(of), event)).toEqual({ ok: false, why: 'not-allowed' }))

  test('a mandate holds on its last day too', () =>
    expect(allowed('help-begin', 'clerk', { ground: 'mandate', scope: ['submit'], until: '2026-11-24' })).toBe(true))

  test('a case is taken over from the colleague who works on it, by name', () => {
    const taken = done({ status: 'in-review', assignee: 'somebody' }, eventOf('assign', 'reviewer', { from: 'somebody' }))
    expect(taken.changes?.marks.assignee).toBe('me')
  })

  test('an approval that is not told yet is taken back, and it is as if it had not been', () => {
    const before = state({ status: 'in-review', mode: 'bo', assignee: 'me', dueOn: '2026-12-08', answeredAt: at })
    const approved = done(before, eventOf('approve', 'reviewer', { finalAt: '2026-11-24T08:00:13.000Z' }))
    expect(approved.messages).toEqual([{ to: 'resident', text: 'approve', mode: 'bo', notBefore: '2026-11-24T08:00:13.000Z' }])
    const { status, marks, deadline } = approved.changes ?? expect.fail('nothing changed')
    const back = done({ status, ...marks, ...deadline }, eventOf('take-back', 'reviewer'), { pending: true })
    const { changes } = back
    expect({ status: changes?.status, ...changes?.marks, ...changes?.deadline }).toEqual(before)
    expect(back.messages).toEqual([])
  })

  const refused = { ok: false, why: 'not-allowed' }

  test('while an original that has to be seen was not, nobody approves', () =>
    expect(transition(state({ status: 'in-review' }), eventOf('approve', 'reviewer'), { originalsMissing: true })).toEqual(refused))

  test('other steps ask for no original', () =>
    expect(transition(state({ status: 'submitted' }), eventOf('accept', 'clerk'), { originalsMissing: true }).ok).toBe(true))

  test('what is not pending is not taken back', () =>
    expect(transition(state({ status: 'approved' }), eventOf('take-back', 'reviewer'))).toEqual(refused))

  test('only a supervisor assigns a case to another, or to nobody', () => {
    for (const to of ['another', null])
      expect(['clerk', 'reviewer', 'supervisor'].filter((role) => allowed('assign', role, { to }))).toEqual(['supervisor'])
  })

  test.each([
    ['me', true],
    ['somebody', false],
    [null, false],
  ])('a clerk puts back what is assigned to %s: %s', (assignee, can) => {
    expect(transition(state({ status: 'accepted', assignee }), eventOf('assign', 'clerk', { to: null })).ok).toBe(can)
  })
})

const allowed = (type: CaseEventType, role: string, more: object) =>
  transition(state({ status: 'submitted' }), eventOf(type, role as (typeof roles)[number], more)).ok

const done = (of: Partial<CaseState>, event: CaseEvent, given = {}): Transition => {
  const result = transition(state(of), event, given)
  return result.ok ? result : expect.fail(`${event.type} is not allowed`)
}

describe('messages to the resident', () => {
  const helped = { helped: { session: 's', ground: 'present', channel: 'counter' } }
  const role = (type: CaseEventType) => rules.find(([one]) => one === type)?.[1].split(' ')[0] as (typeof roles)[number]
  const where = (type: CaseEventType) =>
    statuses
      .flatMap((status) =>
        [{}, { proposedBy: 'somebody' }, { rating: 1 }, { askedAt: at }].map((more) => ({ status, mode: 'bo', ...more })),
      )
      .find((one) => isAllowed(state(one), type, { role: role(type), id: 'me' }))
  const toldOf = (type: CaseEventType, more: object = {}) => {
    const from = where(type)
    return from ? done(from, eventOf(type, role(type), more), { pending: true }).messages.map(({ text, mode }) => `${text} ${mode}`) : []
  }

  test('every change of status has a message, except their own withdrawal; of the rest, what concerns them', () =>
    expect(caseEventTypes.flatMap((type) => toldOf(type))).toEqual([
      'submit bo',
      'accept bo',
      'ask-correction bo',
      'resume bo',
      'resubmit bo',
      'start-review bo',
      'approve bo',
      'decline bo',
      'withdraw-requested bo',
      'reopen bo',
      'refuse-acceptance bo',
      'take-back-acceptance bo',
      'take-back-decision bo',
      'annul bo',
      'close bo',
      'expire bo',
      'stop-clock bo',
      'resume-clock bo',
      'send-on bo',
      'offer-to-relatives bo',
      'remind bo',
      'correct-decision bo',
      'issue bo',
      'answer-rating bo',
      'answer-resident bo',
    ]))

  test('what a clerk filed for them always has a message that says so', () =>
    expect((['submit', 'resubmit', 'withdraw'] as const).flatMap((type) => toldOf(type, helped))).toEqual([
      'helped.submit bo',
      'helped.resubmit bo',
      'helped.withdraw bo',
    ]))

  test('help that is not told of is none', () => expect(toldOf('withdraw', { helped: undefined })).toEqual([]))

  test('what staff do among themselves has none', () =>
    expect(caseEventTypes.filter((type) => !isForResident({ type }) && toldOf(type).length > 0)).toEqual([]))

  test('a message is in the mode of what was handed in now, else of what was handed in before', () => {
    expect(done({ mode: 'zh' }, eventOf('submit', 'resident')).messages).toEqual([{ to: 'resident', text: 'submit', mode: 'bo' }])
    expect(done({ status: 'submitted', mode: 'zh-bo' }, eventOf('accept', 'clerk')).messages).toEqual([
      { to: 'resident', text: 'accept', mode: 'zh-bo' },
    ])
  })

  test('where corrections are asked for until a day, the message says it', () =>
    expect(done({ status: 'submitted', mode: 'bo' }, eventOf('ask-correction', 'reviewer', { until: '2026-12-04' })).messages).toEqual([
      { to: 'resident', text: 'ask-correction-until', mode: 'bo', until: '2026-12-04' },
    ]))

  test('the message about a draft without a mode is in Chinese', () =>
    expect(done({}, eventOf('expire', 'system')).messages).toEqual([{ to: 'resident', text: 'expire', mode: 'zh' }]))
})

describe('marks', () => {
  const changed = (of: Partial<CaseState>, event: CaseEvent, given = {}) => {
    const { changes } = done(of, event, given)
    const before: Readonly<Record<string, unknown>> = state(of)
    const after = { ...changes?.marks, ...changes?.deadline }
    expect(Object.keys({ status: of.status, ...after }).toSorted(), 'no mark is lost').toEqual(Object.keys(before).toSorted())
    return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name]))
  }
  const days = (count: number) => daysLater(new Date(at), count).toISOString()

  test.each<[string, Partial<CaseState>, CaseEvent, object, object]>([
    ['who hands in says where, and reads how', {}, eventOf('submit', 'resident'), { county: '630104' }, { county: '630104', mode: 'bo' }],
    [
      'over the counter',
      {},
      eventOf('submit', 'clerk', { helped: { session: 's', ground: 'present', channel: 'paper' } }),
      { county: '630104' },
      { county: '630104', mode: 'bo', channel: 'paper' },
    ],
    [
      'a limit runs from the day the hall accepted',
      { status: 'submitted' },
      eventOf('accept', 'clerk'),
      { limitEnds: '2026-12-08' },
      { answeredAt: at, dueOn: '2026-12-08' },
    ],
    [
      'and does not begin anew',
      { status: 'accepted', answeredAt: 'before', dueOn: '2026-12-08', assignee: 'me' },
      eventOf('start-review', 'reviewer'),
      { limitEnds: '2026-12-30' },
      {},
    ],
    [
      'who begins to review what nobody has takes it on',
      { status: 'accepted', answeredAt: 'before', dueOn: '2026-12-08' },
      eventOf('start-review', 'reviewer'),
      {},
      { assignee: 'me' },
    ],
    ['a question waits', { status: 'in-review' }, eventOf('ask-hall', 'resident'), {}, { askedAt: at }],
    ['since it was first asked', { status: 'closed', askedAt: 'before' }, eventOf('ask-hall', 'resident'), {}, {}],
    ['until it is answered', { status: 'in-review', askedAt: 'before' }, eventOf('answer-resident', 'clerk'), {}, { askedAt: null }],
    [
      'what was answered late can still be read',
      { status: 'approved', askedAt: 'before', expiresAt: days(3) },
      eventOf('answer-resident', 'clerk'),
      {},
      { askedAt: null, expiresAt: days(30) },
    ],
    [
      'who withdraws asks no more',
      { status: 'in-review', askedAt: 'before' },
      eventOf('withdraw', 'resident'),
      {},
      { askedAt: null, expiresAt: days(30) },
    ],
    [
      'corrections are counted',
      { status: 'accepted', answeredAt: 'before', corrections: 1 },
      eventOf('ask-correction', 'reviewer'),
      {},
      { corrections: 2 },
    ],
    [
      'in the same county it stays where it is',
      { status: 'correction-asked', county: '630104', assignee: 'r' },
      eventOf('resubmit', 'resident'),
      { county: '630104' },
      {},
    ],
    [
      'in another county nobody works on it yet',
      { status: 'correction-asked', county: '630104', assignee: 'r' },
      eventOf('resubmit', 'resident'),
      { county: '632723' },
      { county: '632723', assignee: null },
    ],
    [
      'an approval is kept for half a year',
      { status: 'in-review', answeredAt: 'before' },
      eventOf('approve', 'reviewer'),
      {},
      { decidedAt: at, expiresAt: days(180) },
    ],
    [
      'declined for a condition, and the proposal has ended',
      { status: 'in-review', answeredAt: 'before', proposedBy: 'somebody' },
      eventOf('decline', 'supervisor'),
      {},
      { decidedAt: at, expiresAt: days(180), declinedFor: 'C2', proposedBy: null },
    ],
    [
      'what is withdrawn is decided by nobody',
      { status: 'in-review', proposedBy: 'somebody' },
      eventOf('withdraw', 'resident'),
      {},
      { expiresAt: days(30), proposedBy: null },
    ],
    [
      'withdrawn on a written request, as if they did it themselves',
      { status: 'in-review', answeredAt: 'before', proposedBy: 'somebody', heldBy: 'x', heldStep: 'approve' },
      eventOf('withdraw-requested', 'clerk'),
      {},
      { expiresAt: days(30), proposedBy: null, heldBy: null, heldStep: null },
    ],
    [
      'taken up again, it is open: for anybody, with no limit, and it is not deleted',
      {
        status: 'declined',
        answeredAt: 'before',
        decidedAt: at,
        declinedFor: 'C2',
        assignee: 'x',
        dueOn: '2026-12-08',
        expiresAt: days(9),
      },
      eventOf('reopen', 'supervisor'),
      {},
      { decidedAt: null, declinedFor: null, assignee: null, dueOn: null, expiresAt: null },
    ],
    [
      'an answer to a rating of before deletes nothing, and what was taken up again can be rated again',
      { status: 'in-review', rating: 1 },
      eventOf('answer-rating', 'supervisor'),
      {},
      { rating: null },
    ],
    [
      'taken up again, rated well before',
      { status: 'approved', rating: 5, expiresAt: days(9), decidedAt: at, answeredAt: at },
      eventOf('reopen', 'supervisor'),
      {},
      { rating: null, decidedAt: null, expiresAt: null },
    ],
    [
      'taken up again while a low rating waits for its answer',
      { status: 'approved', rating: 1, expiresAt: days(9), decidedAt: at, answeredAt: at },
      eventOf('reopen', 'supervisor'),
      {},
      { decidedAt: null, expiresAt: null },
    ],
    [
      'taken up again without a decision, its limit runs on',
      { status: 'withdrawn', dueOn: '2026-12-08', expiresAt: days(9), answeredAt: at },
      eventOf('reopen', 'supervisor'),
      { limitEnds: '2026-12-08' },
      { expiresAt: null },
    ],
    ['a clock that stands still', { status: 'in-review', dueOn: '2026-12-08' }, eventOf('stop-clock', 'reviewer'), {}, { dueOn: null }],
    [
      'a clock that runs again',
      { status: 'in-review' },
      eventOf('resume-clock', 'reviewer'),
      { limitEnds: '2026-12-18' },
      { dueOn: '2026-12-18' },
    ],
    [
      'an acceptance that is taken back never began a limit',
      { status: 'accepted', dueOn: '2026-12-08', answeredAt: at },
      eventOf('take-back-acceptance', 'clerk'),
      {},
      { dueOn: null },
    ],
    [
      'a decision that is taken back',
      { status: 'approved', dueOn: '2026-12-08', decidedAt: at, answeredAt: at, expiresAt: days(9) },
      eventOf('take-back-decision', 'reviewer'),
      {},
      { decidedAt: null, expiresAt: null },
    ],
    [
      'sent on',
      { status: 'submitted', county: '630104', assignee: 'x' },
      eventOf('send-on', 'clerk'),
      {},
      { county: '632801', assignee: null },
    ],
    ['a draft that expires', {}, eventOf('expire', 'system'), {}, { expiresAt: days(30) }],
    ['a proposal', { status: 'in-review' }, eventOf('propose-decline', 'reviewer'), {}, { proposedBy: 'me' }],
    ['given back', { status: 'in-review', proposedBy: 'x' }, eventOf('return-proposal', 'supervisor'), {}, { proposedBy: null }],
    ['taken on', { status: 'submitted' }, eventOf('assign', 'clerk'), {}, { assignee: 'me' }],
    ['rated', { status: 'approved', expiresAt: days(9) }, eventOf('rate', 'resident'), {}, { rating: 1 }],
    [
      'an answer can be read for thirty days',
      { status: 'approved', rating: 1, expiresAt: days(9) },
      eventOf('answer-rating', 'supervisor'),
      {},
      { ratingAnsweredAt: at, expiresAt: days(30) },
    ],
    [
      'or longer, where the case is kept longer',
      { status: 'approved', rating: 1, expiresAt: days(99) },
      eventOf('answer-rating', 'supervisor'),
      {},
      { ratingAnsweredAt: at },
    ],
    ['handed in without a county', {}, eventOf('submit', 'resident'), {}, { county: '', mode: 'bo' }],
    [
      'corrected where no county was known, it stays with whom it is',
      { status: 'correction-asked', assignee: 'r' },
      eventOf('resubmit', 'resident'),
      { county: '632723' },
      {},
    ],
    [
      'corrected without a county',
      { status: 'correction-asked', county: '630104', assignee: 'r' },
      eventOf('resubmit', 'resident'),
      {},
      {},
    ],
    [
      'an answer that could be read for thirty days anyway',
      { status: 'approved', rating: 1, expiresAt: days(30) },
      eventOf('answer-rating', 'supervisor'),
      {},
      { ratingAnsweredAt: at },
    ],
    [
      'an answer to what never expired',
      { status: 'approved', rating: 1 },
      eventOf('answer-rating', 'supervisor'),
      {},
      { ratingAnsweredAt: at, expiresAt: days(30) },
    ],
    [
      'reviewed at once, the limit runs from then',
      { status: 'resubmitted', answeredAt: 'before', assignee: 'me' },
      eventOf('start-review', 'reviewer'),
      { limitEnds: '2026-12-08' },
      { dueOn: '2026-12-08' },
    ],
    [
      'gone on with where the hall had not accepted it, the limit runs from then',
      { status: 'correction-asked', answeredAt: 'before', assignee: 'x' },
      eventOf('resume', 'reviewer', { why: 'unanswered' }),
      { limitEnds: '2026-12-08', unanswered: true },
      { dueOn: '2026-12-08' },
    ],
    [
      'given to another while a proposal waits, it goes on waiting',
      { status: 'in-review', proposedBy: 'x' },
      eventOf('assign', 'supervisor'),
      {},
      { assignee: 'me' },
    ],
    ['judged', { status: 'in-review' }, eventOf('judge', 'reviewer'), {}, {}],
  ])('%s', (_, of, event, given, marks) => expect(changed(of, event, given)).toEqual(marks))

  test('an event beside transitions changes nothing', () => {
    for (const type of ['note', 'contact', 'look'] as const) expect(done({ status: 'approved' }, eventOf(type, 'clerk')).changes).toBeNull()
  })

  test('only a correction with another county is followed by a hand-over', () => {
    const resubmit = eventOf('resubmit', 'resident')
    const from = { status: 'correction-asked' as const, county: '630104' }
    expect(done(from, resubmit, { county: '630104' }).further).toEqual([])
    expect(done({ ...from, status: 'submitted' }, eventOf('accept', 'clerk'), { county: '632723' }).further).toEqual([])
    expect(done(from, resubmit, { county: '632723' }).further).toEqual([
      { type: 'hand-over', actor: resubmit.actor, at, from: '630104', to: '632723' },
    ])
  })
})

/** A life: whatever is tried one after the other, with everything that was done. */
function live(tried: readonly { type: CaseEventType; by: (typeof roles)[number]; id: string }[]) {
  let now = state()
  const done: { event: CaseEvent; from: Status }[] = []
  for (const { type, by, id } of tried) {
    const event = { ...eventOf(type, by), actor: { role: by, id } }
    const result = transition(now, event, { county: '630104' })
    if (!result.ok) continue
    done.push({ event, from: now.status })
    if (result.changes) now = { status: result.changes.status, ...result.changes.marks, ...result.changes.deadline }
  }
  return { now, done }
}
const attempts = fc.array(
  fc.record({ type: fc.constantFrom(...caseEventTypes), by: fc.constantFrom(...roles), id: fc.constantFrom('a', 'b') }),
  { maxLength: 60 },
)

describe('for any sequence of events', () => {
  const always = (holds: (life: ReturnType<typeof live>) => boolean) => fc.assert(fc.property(attempts, (tried) => holds(live(tried))))

  test('its events played again lead to the same case', () =>
    always(({ now, done }) => {
      let again = state()
      for (const { event } of done) {
        const result = transition(again, event, { county: '630104' })
        if (!result.ok) return false
        if (result.changes) again = { status: result.changes.status, ...result.changes.marks, ...result.changes.deadline }
      }
      expect(again).toEqual(now)
      return true
    }))

  test('it expires exactly when it has ended, is answered before it is decided, and has no proposal outside review', () =>
    always(
      ({ now }) =>
        (now.expiresAt !== null) === isClosed(now.status) &&
        (now.decidedAt !== null) === isDecided(now.status) &&
        (now.decidedAt === null || now.answeredAt !== null) &&
        (now.proposedBy === null || now.status === 'in-review') &&
        (now.county !== null) === isHandedIn(now.status),
    ))

  test('no staff member confirms a refusal they proposed', () =>
    always(({ done }) =>
      done.every(({ event }, index) => {
        if (event.type !== 'decline') return true
        const proposed = done.slice(0, index).findLast((one) => one.event.type === 'propose-decline')
        return proposed !== undefined && proposed.event.actor.id !== event.actor.id
      }),
    ))
})

test.each([
  ['withdrawn', true, 'submitted'],
  ['withdrawn', false, 'in-review'],
  ['not-accepted', true, 'submitted'],
  ['declined', false, 'in-review'],
] as const)('what was %s and taken up again, never accepted: %s, is %s', (status, unaccepted, then) => {
  const result = transition(state({ status }), eventOf('reopen', 'supervisor', unaccepted ? { unaccepted } : {}))
  expect(result.ok && result.changes?.status).toBe(then)
})

test('what the service or the history speaks against does not happen', () => {
  const [of, event] = [state({ status: 'in-review' }), eventOf('approve', 'reviewer')]
  expect([transition(of, event).ok, transition(of, event, { barred: true })]).toEqual([true, { ok: false, why: 'not-allowed' }])
})

test('what is sent on is handed over to the hall of the other place, and says so twice in its history', () => {
  const result = transition(state({ status: 'submitted', county: '630104' }), eventOf('send-on', 'clerk'))
  expect(result.ok && result.further).toMatchObject([{ type: 'hand-over', from: '630104', to: '632801' }])
})

describe('no case gets stuck', () => {
  const hall = caseRoles
  /** Everything that can come next of a case, by anybody of these roles. */
  const nextOf = (of: CaseState, by: readonly Role[]): CaseState[] =>
    caseEventTypes.flatMap((type) =>
      by.flatMap((role) =>
        ['a', 'b'].flatMap((id) => {
          const result = transition(of, { ...eventOf(type, role), actor: { role, id } } as CaseEvent, { county: '630104' })
          return result.ok && result.changes ? [{ status: result.changes.status, ...result.changes.marks, ...result.changes.deadline }] : []
        }),
      ),
    )
  const keyOf = ({ status, proposedBy, heldBy, heldStep }: CaseState) => [status, proposedBy, heldBy, heldStep].join(' ')
  /** Everything that can become of a case, by status, proposal and waiting texts. */
  function reachedFrom(from: CaseState, by: readonly Role[]): CaseState[] {
    const reached = new Map([[keyOf(from), from]])
    for (const of of reached.values()) for (const next of nextOf(of, by)) if (!reached.has(keyOf(next))) reached.set(keyOf(next), next)
    return [...reached.values()]
  }
  const everything = reachedFrom(state(), roles)
  /** What somebody cannot bring to an end. */
  const stuck = (all: readonly CaseState[], by: readonly Role[]) =>
    all.filter((of) => !reachedFrom(of, by).some(({ status }) => isClosed(status))).map(keyOf)

  test('every status is reached', () =>
    expect([...new Set(everything.map(({ status }) => status))].toSorted()).toEqual(statuses.toSorted()))
  test('whatever became of a case that was handed in, the hall can bring it to an end, whatever waits for a second reader', () =>
    expect(
      stuck(
        everything.filter(({ status }) => isHandedIn(status)),
        hall,
      ),
    ).toEqual([]))
  test('a draft ends by its resident, or with time', () => {
    const drafts = everything.filter(({ status }) => status === 'draft')
    expect([stuck(drafts, ['resident', ...hall]), stuck(drafts, ['system'])]).toEqual([[], []])
  })
  test('a case nobody can end is found', () =>
    expect(stuck([state({ status: 'correction-asked' })], ['administrator'])).toEqual(['correction-asked   ']))
})
