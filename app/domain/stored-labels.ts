/*
 * Strings that lie in stored data, or are part of what encrypts and finds it. They never change, whatever the code around them is
 * called: a changed purpose makes what was encrypted unreadable, a changed hash label makes it unfindable, a changed event type
 * breaks the history of every case. New ones are added; `stored-labels.test.ts` pins each.
 */

/** What a value is encrypted for: it must be given again to decrypt it, so that no value serves in the place of another. */
export const purposes = {
  folder: (id: string) => `folder ${id}`,
  submission: (applicationId: string) => `submission ${applicationId}`,
  event: (id: string) => `event ${id}`,
  message: (id: string) => `message ${id}`,
  clientSession: (id: string) => `client ${id}`,
  staff: (id: string) => `staff ${id}`,
  secondFactor: (staffId: string) => `second-factor ${staffId}`,
  savedCheck: (codeHash: string) => `saved-check ${codeHash}`,
  keptForm: (id: string) => `kept-form ${id}`,
  recovery: (id: string) => `recovery ${id}`,
  paper: (id: string) => `paper ${id}`,
  /** A piece is decrypted at its own offset only: pieces cannot change places. */
  paperPiece: (id: string, offset: number) => `paper-piece ${id} ${offset}`,
  // These lie with the person: in cookies and forms.
  selfCheck: (device: string) => `self-check ${device}`.trimEnd(),
  savedCode: (device: string) => `saved-code ${device}`.trimEnd(),
  singleSignOn: () => 'single-sign-on',
  secondFactorOffer: (sessionHash: string) => `second factor offered to ${sessionHash}`,
  heldForm: (owner: string) => `form at a locked screen ${owner}`,
  openedAnswers: (folderId: string) => `answers opened ${folderId}`,
} as const

/** Who owns a form sent in an ended session: the account, to practise or not. Part of the purpose it is encrypted for. */
export const accountOwner = (staffId: string, practice: boolean): string => `account ${staffId} ${practice}`

/** Who owns a form sent to a folder that is not open any more: whoever opens that folder. `mark` as `folderMark` makes it. */
export const folderOwner = (mark: string): string => `folder ${mark}`

/** What goes into a keyed hash: the label tells apart what is found by it. */
export const hashLabels = {
  folderCode: (code: string) => `folder-code ${code}`,
  checkCode: (code: string) => `case-code ${code}`,
  folderSession: (session: string) => `session ${session}`,
  staffSession: (session: string) => `staff-session ${session}`,
  sessionOnce: (content: string) => `staff-session-once ${content}`,
  staffLogin: (login: string) => `staff-login ${login}`,
  staffLink: (token: string) => `staff-link ${token}`,
  keptForms: (token: string) => `kept-forms ${token}`,
  staffLinkUsed: (token: string) => `staff-link-used ${token}`,
  staffLinkUsedBy: (content: string) => `staff-link-used-by ${content}`,
  screen: (token: string) => `screen ${token}`,
  person: (service: string, identityNumber: string) => `person ${service} ${identityNumber}`,
  personDetails: (service: string, name: string, born: string, phone: string) => `person-details ${service} ${name} ${born} ${phone}`,
  lookupIdentity: (identityNumber: string) => `lookup identity-number ${identityNumber}`,
  lookupPhone: (phone: string) => `lookup phone ${phone}`,
  lookupName: (name: string, born: string) => `lookup name ${name} ${born}`,
  recoveryScreen: (token: string) => `recovery-screen ${token}`,
  recoveryPhone: (id: string, digits: string) => `recovery-phone ${id} ${digits}`,
  recoveryTries: (folderId: string) => `recovery-tries ${folderId}`,
  letter: (code: string) => `letter ${code}`,
  eventContent: (id: string, plaintext: string) => `event-content ${id} ${plaintext}`,
  eventLink: (previous: string, content: string) => `event-link ${previous} ${content}`,
  keyCheck: () => 'key-check',
} as const

/** What the first event of an application, and the first of all, are chained to. */
export const chainBeginnings = { of: (applicationId: string) => `case ${applicationId}`, all: 'all' } as const

/** In whose chain of the audit log stands what concerns no application. */
export const deskChain = 'desk'

/** Every kind of event there ever was, old ones that are written no more included. */
export const eventTypes = [
  ...(['submit', 'accept', 'ask-correction', 'resubmit', 'start-review', 'approve', 'decline', 'withdraw', 'expire'] as const),
  ...(['propose-decline', 'return-proposal', 'judge', 'assign', 'hand-over', 'note', 'look', 'help-begin', 'help-end', 'forget'] as const),
  ...(['signed-in', 'staff-changed', 'hall-changed', 'rate', 'answer-rating'] as const),
  ...(['hold-words', 'release-words', 'return-words', 'retract-words'] as const),
  ...(['decision-document'] as const),
  ...(['hold-internal', 'release-internal', 'return-internal', 'retract-internal'] as const),
  ...(['contact', 'resume', 'withdraw-requested', 'reopen', 'serve'] as const),
  ...(['find-person', 'recover'] as const),
  ...(['stop-clock', 'resume-clock', 'refuse-acceptance', 'send-on', 'close', 'offer-to-relatives'] as const),
  ...(['take-back-acceptance', 'take-back-decision', 'annul', 'correct-decision', 'issue', 'collect', 'remind'] as const),
  ...(['take-back', 'see-original'] as const),
  ...(['calendar-changed', 'announcement-changed', 'phrase-changed'] as const),
  ...(['ask-hall', 'answer-resident'] as const),
] as const
/** A kind of event. */
export type EventType = (typeof eventTypes)[number]
