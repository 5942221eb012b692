import type { EventType } from './stored-labels.ts'

/** Everybody who does something. A clerk helping a resident takes the resident's path; only the actor differs. */
export const roles = ['resident', 'clerk', 'reviewer', 'supervisor', 'administrator', 'system'] as const
/** Who does something. */
export type Role = (typeof roles)[number]

/** What a status says of a case: whose turn it is (nobody's: its life has ended), and whether it was handed in. */
type StatusFacts = {
  readonly turn: 'resident' | 'hall' | 'nobody'
  readonly handedIn: boolean
  /** Has the hall decided? */
  readonly decided?: true
  /** For how many days what has ended is kept. */
  readonly keptDays?: number
}

const facts = {
  draft: { turn: 'resident', handedIn: false },
  submitted: { turn: 'hall', handedIn: true },
  accepted: { turn: 'hall', handedIn: true },
  'correction-asked': { turn: 'resident', handedIn: true },
  resubmitted: { turn: 'hall', handedIn: true },
  'in-review': { turn: 'hall', handedIn: true },
  approved: { turn: 'nobody', handedIn: true, decided: true, keptDays: 180 },
  declined: { turn: 'nobody', handedIn: true, decided: true, keptDays: 180 },
  withdrawn: { turn: 'nobody', handedIn: true, keptDays: 30 },
  expired: { turn: 'nobody', handedIn: false, keptDays: 30 },
} as const satisfies Record<string, StatusFacts>

/** Where an application stands. */
export type Status = keyof typeof facts
/** Every status, in the order of a life. */
export const statuses = Object.keys(facts) as Status[]

const of = (status: Status): StatusFacts => facts[status]
/** Has the life of an application ended? */
export const isClosed = (status: Status): boolean => of(status).turn === 'nobody'
/** Does somebody at the hall have it, or is it the resident's turn? */
export const isWithHall = (status: Status): boolean => of(status).turn === 'hall'
/** Was it handed in? The desk sees nothing else. */
export const isHandedIn = (status: Status): boolean => of(status).handedIn
/** Has the hall decided? */
export const isDecided = (status: Status): boolean => of(status).decided === true
/** Was it handed in, and has not ended? */
export const isOpen = (status: Status): boolean => isHandedIn(status) && !isClosed(status)
/** For how many days what has ended so is kept; undefined for what has not ended. */
export function keptDays<Of extends Status>(status: Of): Kept<Of> {
  return of(status).keptDays as Kept<Of>
}
type Kept<Of extends Status> = (typeof facts)[Of] extends { keptDays: number } ? number : number | undefined

/**
 * What can happen to a case. `leads`: from each status in which it can be done, the status it leads to, the same one where it moves
 * nothing. `by`: whose it is; nobody's: it only follows from something else.
 */
type Rule = {
  readonly moves: boolean
  readonly leads: Readonly<Partial<Record<Status, Status>>>
  readonly by: readonly Role[]
  /** Done at the desk; the rest is the resident's, whoever does it for them, or time's. */
  readonly desk?: true
  /** Who must have proposed to decline it, where that matters. */
  readonly proposal?: 'nobody' | 'somebody' | 'somebody-else'
  /** Whose words must wait for a second reader, where that matters. */
  readonly held?: 'nobody-else' | 'somebody-else' | 'self'
  /** How it must have been rated, where that matters. */
  readonly rating?: 'none' | 'awaits-answer'
  /** Is the resident sent a message: always, or only of what a clerk did in their name? */
  readonly tells?: 'always' | 'if-helped'
  /** Changes nothing but the history: it goes beside whatever else happens. */
  readonly beside?: true
  /** Among staff: the resident is not shown it. */
  readonly inside?: true
}

const lead = (to: Status, from: readonly Status[]) => ({ moves: true, leads: Object.fromEntries(from.map((one) => [one, to])) }) as const
const stay = (where: (status: Status) => boolean) =>
  ({ moves: false, leads: Object.fromEntries(statuses.filter(where).map((one) => [one, one])) }) as const

const filling = ['resident', 'clerk'] as const
/** Who works on cases. */
export const caseRoles = ['clerk', 'reviewer', 'supervisor'] as const satisfies readonly Role[]
/** Who writes words a resident reads, and reads those of a colleague that wait. */
export const wordReaders = ['reviewer', 'supervisor'] as const satisfies readonly Role[]
const always = () => true

/** The life of a case: everything that can happen to it, when, by whom, and whether the resident is told. Everything else is read from here. */
export const caseRules = {
  submit: { ...lead('submitted', ['draft']), by: filling, tells: 'always' },
  accept: { ...lead('accepted', ['submitted']), by: ['clerk', 'reviewer'], desk: true, tells: 'always' },
  'ask-correction': {
    ...lead('correction-asked', ['submitted', 'accepted', 'resubmitted', 'in-review']),
    ...{ by: ['reviewer'], desk: true, proposal: 'nobody', tells: 'always' },
  },
  resubmit: { ...lead('resubmitted', ['correction-asked']), by: filling, tells: 'always' },
  'start-review': { ...lead('in-review', ['accepted', 'resubmitted']), by: ['reviewer'], desk: true, tells: 'always' },
  approve: { ...lead('approved', ['in-review']), by: ['reviewer'], desk: true, proposal: 'nobody', tells: 'always' },
  // A reviewer proposes it, with the reason; somebody else confirms it.
  decline: { ...lead('declined', ['in-review']), by: ['supervisor'], desk: true, proposal: 'somebody-else', tells: 'always' },
  // Whoever withdraws knows it.
  withdraw: { ...lead('withdrawn', statuses.filter(isOpen)), by: filling, tells: 'if-helped' },
  expire: { ...lead('expired', ['draft']), by: ['system'], tells: 'always' },
  'propose-decline': { ...stay((status) => status === 'in-review'), by: ['reviewer'], desk: true, inside: true, proposal: 'nobody' },
  'return-proposal': { ...stay((status) => status === 'in-review'), by: ['supervisor'], desk: true, inside: true, proposal: 'somebody' },
  judge: { ...stay(isWithHall), by: ['reviewer'], desk: true, inside: true, proposal: 'nobody' },
  assign: { ...stay(isOpen), by: caseRoles, desk: true, inside: true },
  note: { ...stay(isHandedIn), by: caseRoles, desk: true, inside: true, beside: true },
  look: { ...stay(always), by: caseRoles, desk: true, inside: true, beside: true },
  // It follows a correction after which another county stands in what was handed in.
  'hand-over': { ...stay((status) => status === 'resubmitted'), by: [] },
  'help-begin': { ...stay(always), by: ['clerk'], beside: true },
  'help-end': { ...stay(always), by: ['clerk', 'system'], beside: true },
  rate: { ...stay((status) => isHandedIn(status) && isClosed(status)), by: ['resident'], rating: 'none' },
  'answer-rating': { ...stay(isHandedIn), by: ['supervisor'], desk: true, rating: 'awaits-answer', tells: 'always' },
  // Words that ask for land wait for a second reader, who lets them go or gives them back.
  'hold-words': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true, held: 'nobody-else' },
  'release-words': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true, held: 'somebody-else' },
  'return-words': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true, held: 'somebody-else' },
  'retract-words': { ...stay(isHandedIn), by: wordReaders, desk: true, inside: true, held: 'self' },
  forget: { ...stay(isClosed), by: ['system'], inside: true },
} as const satisfies Partial<Record<EventType, Rule>>

/** What can happen to a case. */
export type CaseEventType = keyof typeof caseRules
/** Everything that can happen to a case. */
export const caseEventTypes = Object.keys(caseRules) as CaseEventType[]
type With<Fact extends string> = {
  [Type in CaseEventType]: (typeof caseRules)[Type] extends Record<Fact, true> ? Type : never
}[CaseEventType]
/** What moves an application from one status to another. */
export type Move = With<'moves'>
/** What somebody of the hall does with a case; what residents and time do is not theirs. */
export type HallStep = With<'desk'>

/** The rule of what happens. */
export const ruleOf = (type: CaseEventType): Rule => caseRules[type]

/** Does an event concern a case? The others concern the desk itself. */
export const isCaseEventType = (type: string): type is CaseEventType => Object.hasOwn(caseRules, type)

/** Is this a move? */
export const isMove = (type: string): type is Move => isCaseEventType(type) && ruleOf(type).moves

/** Where a move leads; undefined where it is not allowed from here, or not to this role. */
export function moved(from: Status, move: Move, by: Role): Status | undefined {
  const rule = ruleOf(move)
  return rule.by.includes(by) ? rule.leads[from] : undefined
}

/** The moves of the hall. */
export const hallMoves = caseEventTypes.filter((type): type is Move & HallStep => isMove(type) && ruleOf(type).desk === true)

/** Where somebody of the hall with this role has something to do. */
export function statusesFor(role: Role): Status[] {
  return statuses.filter((status) => hallMoves.some((move) => moved(status, move, role) !== undefined))
}
