import type { Rule } from './case-rule.ts'
import { isClosed, isDecided, isHandedIn, isOpen, isWithHall, type Status, statuses } from './status.ts'
import type { EventType } from './stored-labels.ts'

/** The roles of actors. A clerk in an assisted session takes the resident's path; only the actor differs. */
export const roles = ['resident', 'clerk', 'reviewer', 'supervisor', 'administrator', 'system'] as const
/** The role of an actor. */
export type Role = (typeof roles)[number]

const lead = (to: Status, from: readonly Status[]) => ({ moves: true, leads: Object.fromEntries(from.map((one) => [one, to])) }) as const
const stay = (where: (status: Status) => boolean) =>
  ({ moves: false, leads: Object.fromEntries(statuses.filter(where).map((one) => [one, one])) }) as const

const filling = ['resident', 'clerk'] as const
/** Who works on cases. */
export const caseRoles = ['clerk', 'reviewer', 'supervisor'] as const satisfies readonly Role[]
/** Who writes texts a resident reads, and reads texts of a colleague that wait. */
export const wordReaders = ['reviewer', 'supervisor'] as const satisfies readonly Role[]
const always = () => true
/** Remedies run after a decision, and after a case was closed: as long as it is stored, its hall answers. */
const canBeAsked = (status: Status) => isHandedIn(status) && status !== 'withdrawn'

/** The life cycle: every event of a case, when, by whom, and whether the resident is told. Everything else is derived from it. */
export const caseRules = {
  submit: { ...lead('submitted', ['draft']), by: filling, tells: 'always' },
  accept: { ...lead('accepted', ['submitted']), by: ['clerk', 'reviewer'], desk: true, takesIn: true, tells: 'always' },
  'ask-correction': {
    ...lead('correction-asked', ['submitted', 'accepted', 'resubmitted', 'in-review']),
    ...{ by: ['reviewer'], desk: true, holder: true, proposal: 'nobody', held: 'nobody-else', tells: 'always' },
  },
  // The hall takes its request back, or nobody answered it. See `isUnanswered`.
  resume: {
    ...lead('in-review', ['correction-asked']),
    ...{ by: ['reviewer'], desk: true, form: true, takesIn: true, occasional: true, held: 'nobody-else', tells: 'always' },
  },
  resubmit: { ...lead('resubmitted', ['correction-asked']), by: filling, tells: 'always' },
  'start-review': {
    ...lead('in-review', ['accepted', 'resubmitted']),
    ...{ by: ['reviewer'], desk: true, holder: true, takesIn: true, tells: 'always' },
  },
  // While texts of a colleague wait for a second reader, nobody decides past them.
  approve: {
    ...lead('approved', ['in-review']),
    ...{ by: ['reviewer'], desk: true, holder: true, proposal: 'nobody', held: 'nobody-else', tells: 'always' },
  },
  // An approval that is not told to anybody yet. See `isPending`.
  'take-back': { ...lead('in-review', ['approved']), by: ['reviewer'], desk: true, inside: true, occasional: true, rating: 'none' },
  // A reviewer proposes it, with the reason; another staff member confirms it.
  decline: {
    ...lead('declined', ['in-review']),
    by: ['supervisor'],
    desk: true,
    proposal: 'other-staff',
    held: 'nobody-else',
    tells: 'always',
  },
  // A resident who withdraws needs no message.
  withdraw: { ...lead('withdrawn', statuses.filter(isOpen)), by: filling, tells: 'if-helped' },
  'withdraw-requested': {
    ...lead('withdrawn', statuses.filter(isOpen)),
    ...{ by: caseRoles, desk: true, form: true, occasional: true, tells: 'always' },
  },
  // What was decided stays in the history, with its document; another decision follows.
  reopen: {
    ...lead(
      'in-review',
      statuses.filter((status) => isHandedIn(status) && isClosed(status)),
    ),
    ...{ by: ['supervisor'], desk: true, form: true, occasional: true, held: 'nobody-else', tells: 'always' },
  },
  // Before it was accepted only: see `whyBarred`, which knows the history and the service.
  'refuse-acceptance': {
    ...lead('not-accepted', ['submitted', 'resubmitted']),
    ...{ by: ['supervisor'], desk: true, form: true, occasional: true, held: 'nobody-else', tells: 'always' },
  },
  'take-back-acceptance': {
    ...lead('submitted', ['accepted', 'in-review']),
    ...{ by: caseRoles, desk: true, form: true, occasional: true, proposal: 'nobody', held: 'nobody-else', tells: 'always' },
  },
  // Before it was served: afterwards it is taken up again, or annulled.
  'take-back-decision': {
    moves: true,
    leads: { approved: 'in-review', declined: 'in-review', 'not-accepted': 'submitted' },
    ...{ by: ['reviewer', 'supervisor'], desk: true, form: true, occasional: true, held: 'nobody-else', tells: 'always' },
  },
  annul: {
    ...lead('annulled', ['approved']),
    ...{ by: ['supervisor'], desk: true, form: true, occasional: true, held: 'nobody-else', tells: 'always' },
  },
  close: {
    ...lead('closed', statuses.filter(isOpen)),
    ...{ by: ['reviewer', 'supervisor'], desk: true, form: true, occasional: true, held: 'nobody-else', tells: 'always' },
  },
  expire: { ...lead('expired', ['draft']), by: ['system'], tells: 'always' },
  'propose-decline': {
    ...stay((status) => status === 'in-review'),
    ...{ by: ['reviewer'], desk: true, inside: true, holder: true, proposal: 'nobody', held: 'nobody-else' },
  },
  'return-proposal': { ...stay((status) => status === 'in-review'), by: ['supervisor'], desk: true, inside: true, proposal: 'any-staff' },
  judge: { ...stay(isWithHall), by: ['reviewer'], desk: true, inside: true, holder: true, proposal: 'nobody' },
  // The original of a paper was shown at the hall, or it turned out that it was not.
  'see-original': { ...stay(isOpen), by: caseRoles, desk: true, inside: true, beside: true },
  // An administrator sees no case: theirs are those of a colleague who leaves, or of a hall, and they learn their number.
  assign: { ...stay(isOpen), by: [...caseRoles, 'administrator'], desk: true, inside: true },
  note: { ...stay(isHandedIn), by: caseRoles, desk: true, inside: true, beside: true },
  // An attempt to reach the resident, as an event of its own: what is said about it is a note.
  contact: { ...stay(isHandedIn), by: caseRoles, desk: true, form: true, inside: true, beside: true },
  look: { ...stay(always), by: caseRoles, desk: true, inside: true, beside: true },
  // The clock of a legal limit; it stands still on a ground of the service only.
  'stop-clock': { ...stay(isOpen), by: wordReaders, desk: true, form: true, tells: 'always' },
  'resume-clock': { ...stay(isOpen), by: wordReaders, desk: true, form: true, tells: 'always' },
  'send-on': { ...stay(isWithHall), by: caseRoles, desk: true, form: true, proposal: 'nobody', held: 'nobody-else', tells: 'always' },
  'offer-to-relatives': { ...stay(isOpen), by: caseRoles, desk: true, form: true, tells: 'always' },
  // Of the correction that is asked for now, once.
  remind: { ...stay((status) => status === 'correction-asked'), by: ['system'], tells: 'always' },
  // Follows a correction that changes the county, or what is sent on.
  'hand-over': { ...stay(isWithHall), by: [] },
  'help-begin': { ...stay(always), by: ['clerk'], beside: true },
  'help-end': { ...stay(always), by: ['clerk', 'system'], beside: true },
  // Of the decision there is: the resident has it in hand, and needs no message.
  serve: { ...stay(isDecided), by: caseRoles, desk: true, form: true },
  'correct-decision': { ...stay(isDecided), by: wordReaders, desk: true, form: true, held: 'nobody-else', tells: 'always' },
  issue: { ...stay((status) => status === 'approved'), by: caseRoles, desk: true, form: true, tells: 'always' },
  // They have it in hand, as of `serve`.
  collect: { ...stay((status) => status === 'approved'), by: caseRoles, desk: true, form: true },
  rate: { ...stay((status) => isHandedIn(status) && isClosed(status)), by: ['resident'], rating: 'none' },
  'answer-rating': {
    ...stay(isHandedIn),
    ...{ by: ['supervisor'], desk: true, rating: 'awaits-answer', held: 'nobody-else', tells: 'always' },
  },
  // A question about what was handed in, while it can be answered for something: what was withdrawn is over. Who asks needs no message.
  'ask-hall': { ...stay(canBeAsked), by: ['resident'] },
  'answer-resident': { ...stay(canBeAsked), by: caseRoles, desk: true, form: true, held: 'nobody-else', asked: true, tells: 'always' },
  // Texts that ask for land wait for a second reader, who lets them go or gives them back.
  'hold-words': { ...stay(isHandedIn), by: caseRoles, desk: true, inside: true, held: 'nobody-else' },
  'release-words': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true, held: 'other-staff' },
  'return-words': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true, held: 'other-staff' },
  'retract-words': { ...stay(isHandedIn), by: caseRoles, desk: true, inside: true, held: 'self' },
  // So do those only staff read, beside the case: they stand in nobody's way, and any number of them may wait.
  'hold-internal': { ...stay(isHandedIn), by: caseRoles, desk: true, inside: true, beside: true },
  'release-internal': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true },
  'return-internal': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true },
  'retract-internal': { ...stay(isHandedIn), by: caseRoles, desk: true, inside: true },
  forget: { ...stay(isClosed), by: ['system'], inside: true },
  // Once, for decisions that were taken before they were written with their documents.
  'decision-document': { ...stay(isDecided), by: ['system'], inside: true, beside: true },
} as const satisfies Partial<Record<EventType, Rule>>

/** The type of an event of a case. */
export type CaseEventType = keyof typeof caseRules
/** Every type of an event of a case. */
export const caseEventTypes = Object.keys(caseRules) as CaseEventType[]
type With<Fact extends string> = {
  [Type in CaseEventType]: (typeof caseRules)[Type] extends Record<Fact, true> ? Type : never
}[CaseEventType]
/** An event that may change the status. */
export type Move = With<'moves'>
/** An event caused by hall staff at the desk. */
export type HallStep = With<'desk'>
/** A step of the desk that asks more than a text. */
export type LifeStep = With<'form'>

/** The rule of an event type. */
export const ruleOf = (type: CaseEventType): Rule => caseRules[type]

/** Does an event concern a case? Other events concern the desk itself. */
export const isCaseEventType = (type: string): type is CaseEventType => Object.keys(caseRules).includes(type)

/** Is this a move? */
export const isMove = (type: string): type is Move => isCaseEventType(type) && ruleOf(type).moves

/** The status a move leads to; undefined where it is not allowed in this status, or for this role. */
export function moved(from: Status, move: Move, by: Role): Status | undefined {
  const rule = ruleOf(move)
  return rule.by.includes(by) ? rule.leads[from] : undefined
}

/** The moves of the hall. */
export const hallMoves = caseEventTypes.filter((type): type is Move & HallStep => isMove(type) && ruleOf(type).desk === true)

/** Can a case be taken on, or given to somebody? What nobody works on is counted among these only. */
export const isAssignable = (status: Status): boolean => ruleOf('assign').leads[status] !== undefined

/** The statuses in which somebody with these roles of the hall has something to do. */
export function statusesFor(roles: readonly Role[]): Status[] {
  const isTheirs = (status: Status, move: Move) => roles.some((role) => moved(status, move, role) !== undefined)
  return statuses.filter((status) => hallMoves.some((move) => !ruleOf(move).occasional && isTheirs(status, move)))
}

/** In which of their roles somebody takes a step; in the first of them where none may. */
export function roleFor<R extends Role>(type: CaseEventType, roles: readonly [R, ...R[]]): R {
  return roles.find((role) => ruleOf(type).by.includes(role)) ?? roles[0]
}
