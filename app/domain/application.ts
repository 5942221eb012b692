/** Where an application stands. */
export type Status =
  | 'draft'
  | 'submitted'
  | 'accepted'
  | 'correction-asked'
  | 'resubmitted'
  | 'in-review'
  | 'approved'
  | 'declined'
  | 'withdrawn'
  | 'expired'

/** Who does something. A clerk helping a resident takes the resident's path; only the actor differs. An administrator moves nothing. */
export type Role = 'resident' | 'clerk' | 'reviewer' | 'supervisor' | 'administrator' | 'system'

/** What can be done with an application. */
export type Move = 'submit' | 'accept' | 'ask-correction' | 'resubmit' | 'start-review' | 'approve' | 'decline' | 'withdraw' | 'expire'

type Step = { readonly to: Status; readonly by: readonly Role[] }

const [filling, deciding] = [['resident', 'clerk'] as const, ['reviewer'] as const]
const withdraw: Step = { to: 'withdrawn', by: filling }
const askCorrection: Step = { to: 'correction-asked', by: deciding }

/** The life of an application: from each status, which moves lead where, and whose they are. */
export const moves: Readonly<Record<Status, Readonly<Partial<Record<Move, Step>>>>> = {
  draft: { submit: { to: 'submitted', by: filling }, expire: { to: 'expired', by: ['system'] } },
  submitted: { accept: { to: 'accepted', by: ['clerk', 'reviewer'] }, 'ask-correction': askCorrection, withdraw },
  accepted: { 'start-review': { to: 'in-review', by: deciding }, 'ask-correction': askCorrection, withdraw },
  'correction-asked': { resubmit: { to: 'resubmitted', by: filling }, withdraw },
  resubmitted: { 'start-review': { to: 'in-review', by: deciding }, 'ask-correction': askCorrection, withdraw },
  'in-review': {
    'ask-correction': askCorrection,
    approve: { to: 'approved', by: deciding },
    // A reviewer proposes it, with the reason; somebody else confirms it.
    decline: { to: 'declined', by: ['supervisor'] },
    withdraw,
  },
  approved: {},
  declined: {},
  withdrawn: {},
  expired: {},
}

/** Every status, in the order of a life. */
export const statuses = Object.keys(moves) as Status[]

/** Where a move leads; undefined where it is not allowed from here, or not to this role. */
export function moved(from: Status, move: Move, by: Role): Status | undefined {
  const step = moves[from][move]
  return step?.by.includes(by) ? step.to : undefined
}

/** The moves of a hall; the others are the resident's, whoever makes them for them. */
const ofHall: readonly Move[] = ['accept', 'ask-correction', 'start-review', 'approve', 'decline']

/** Where somebody of the hall with this role has something to do. */
export function statusesFor(role: Role): Status[] {
  return statuses.filter((status) => ofHall.some((move) => moved(status, move, role) !== undefined))
}

/** Has the life of an application ended? */
export function isClosed(status: Status): boolean {
  return Object.keys(moves[status]).length === 0
}

/** Does somebody at the hall have it, or is it the resident's turn? */
export function isWithHall(status: Status): boolean {
  return !isClosed(status) && status !== 'draft' && status !== 'correction-asked'
}
