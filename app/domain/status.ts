/** Facts of a status: whose turn it is (`nobody`: the case has ended), and whether it was submitted. */
type StatusFacts = {
  readonly turn: 'resident' | 'hall' | 'nobody'
  readonly handedIn: boolean
  /** Has the hall decided? */
  readonly decided?: true
  /** For how many days an ended case is stored. */
  readonly storedDays?: number
}

const facts = {
  draft: { turn: 'resident', handedIn: false },
  submitted: { turn: 'hall', handedIn: true },
  accepted: { turn: 'hall', handedIn: true },
  'correction-asked': { turn: 'resident', handedIn: true },
  resubmitted: { turn: 'hall', handedIn: true },
  'in-review': { turn: 'hall', handedIn: true },
  approved: { turn: 'nobody', handedIn: true, decided: true, storedDays: 180 },
  declined: { turn: 'nobody', handedIn: true, decided: true, storedDays: 180 },
  // Not accepted: it was decided that nothing is decided on it here.
  'not-accepted': { turn: 'nobody', handedIn: true, decided: true, storedDays: 180 },
  annulled: { turn: 'nobody', handedIn: true, decided: true, storedDays: 180 },
  closed: { turn: 'nobody', handedIn: true, storedDays: 180 },
  withdrawn: { turn: 'nobody', handedIn: true, storedDays: 30 },
  expired: { turn: 'nobody', handedIn: false, storedDays: 30 },
} as const satisfies Record<string, StatusFacts>

/** The status of an application. */
export type Status = keyof typeof facts
/** Every status, in the order of the life cycle. */
export const statuses = Object.keys(facts) as Status[]

/** A status there is not is damage: nobody can do anything with it. */
const unknown: StatusFacts = { turn: 'nobody', handedIn: false }
const of = (status: Status): StatusFacts => (statuses.includes(status) ? facts[status] : unknown)
/** Has the application ended? */
export const isClosed = (status: Status): boolean => of(status).turn === 'nobody'
/** Is it the hall's turn? */
export const isWithHall = (status: Status): boolean => of(status).turn === 'hall'
/** Is it the resident's turn? */
export const isWithResident = (status: Status): boolean => of(status).turn === 'resident'
/** Was it submitted? The desk sees nothing else. */
export const isHandedIn = (status: Status): boolean => of(status).handedIn
/** Has the hall decided? */
export const isDecided = (status: Status): boolean => of(status).decided === true
/** Was it submitted, and has not ended? */
export const isOpen = (status: Status): boolean => isHandedIn(status) && !isClosed(status)
/** For how many days a case with this status is stored; undefined where it has not ended. */
export function storedDays<Of extends Status>(status: Of): StoredDays<Of> {
  return of(status).storedDays as StoredDays<Of>
}
type StoredDays<Of extends Status> = (typeof facts)[Of] extends { storedDays: number } ? number : number | undefined
