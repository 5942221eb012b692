import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setsIn } from '#tests/support/stored-sets.ts'
import { assistanceChannels, grounds, mandateScopes, seenPapers } from './assisted-session.ts'
import { applicationEvent } from './event.ts'
import { staffRoles } from './staff.ts'
import { statuses } from './status.ts'
import { accountOwner, chainBeginnings, deskChain, eventTypes, folderOwner, hashLabels, purposes } from './stored-labels.ts'

// Installations hold data written with these. A line may be added; none may ever be changed or taken away.

const said = (labels: Record<string, (...args: never[]) => string>) =>
  Object.entries(labels).map(([name, of]) => `${name}: ${(of as (...args: string[]) => string)('A', 'B', 'C', 'D')}`)

test('the purposes of encryption stay as they were', () => {
  expect(said(purposes)).toEqual([
    'folder: folder A',
    'submission: submission A',
    'event: event A',
    'message: message A',
    'clientSession: client A',
    'staff: staff A',
    'secondFactor: second-factor A',
    'savedCheck: saved-check A',
    'keptForm: kept-form A',
    'recovery: recovery A',
    'paper: paper A',
    'paperPiece: paper-piece A B',
    'selfCheck: self-check A',
    'savedCode: saved-code A',
    'singleSignOn: single-sign-on',
    'secondFactorOffer: second factor offered to A',
    'heldForm: form at a locked screen A',
    'openedAnswers: answers opened A',
  ])
  expect(purposes.selfCheck('')).toBe('self-check')
  expect(purposes.savedCode('')).toBe('saved-code')
  expect(accountOwner('A', true)).toBe('account A true')
  expect(folderOwner('A')).toBe('folder A')
})

test('the labels of keyed hashes stay as they were', () => {
  expect(said(hashLabels)).toEqual([
    'folderCode: folder-code A',
    'checkCode: case-code A',
    'folderSession: session A',
    'staffSession: staff-session A',
    'sessionOnce: staff-session-once A',
    'staffLogin: staff-login A',
    'staffLink: staff-link A',
    'keptForms: kept-forms A',
    'staffLinkUsed: staff-link-used A',
    'staffLinkUsedBy: staff-link-used-by A',
    'screen: screen A',
    'person: person A B',
    'personDetails: person-details A B C D',
    'lookupIdentity: lookup identity-number A',
    'lookupPhone: lookup phone A',
    'lookupName: lookup name A B',
    'recoveryScreen: recovery-screen A',
    'recoveryPhone: recovery-phone A B',
    'recoveryTries: recovery-tries A',
    'letter: letter A',
    'eventContent: event-content A B',
    'eventLink: event-link A B',
    'keyCheck: key-check',
  ])
  expect([chainBeginnings.of('A'), chainBeginnings.all, deskChain]).toEqual(['case A', 'all', 'desk'])
})

/** Every event type that is stored in an audit log somewhere, with the names of its properties. */
const events = `
  submit: type actor at helped language version
  accept: type actor at
  ask-correction: type actor at items again until
  resubmit: type actor at helped language version changed before words
  start-review: type actor at
  approve: type actor at reason document finalAt
  decline: type actor at condition reason document
  withdraw: type actor at helped reason
  expire: type actor at
  propose-decline: type actor at condition reason
  return-proposal: type actor at reason
  judge: type actor at condition truth reason
  assign: type actor at to from
  hand-over: type actor at from to
  note: type actor at words
  look: type actor at what target
  help-begin: type actor at session ground channel seen scope until
  help-end: type actor at session how
  forget: type actor at
  signed-in: type actor at practice
  staff-changed: type actor at member what role hall roles serves
  hall-changed: type actor at hall what place secondFactor
  rate: type actor at score words
  answer-rating: type actor at words
  hold-words: type actor at step caught
  release-words: type actor at
  return-words: type actor at reason
  retract-words: type actor at
  decision-document: type actor at document
  hold-internal: type actor at id step caught
  release-internal: type actor at of
  return-internal: type actor at of
  retract-internal: type actor at of
  contact: type actor at on how outcome words
  resume: type actor at why reason
  withdraw-requested: type actor at on paper reason
  reopen: type actor at ground on number reason unaccepted
  serve: type actor at on manner recipient relation name
  stop-clock: type actor at ground on reason
  resume-clock: type actor at on reason
  refuse-acceptance: type actor at ground department reason document
  send-on: type actor at to consent on reason
  close: type actor at why on reason
  offer-to-relatives: type actor at on reason
  take-back-acceptance: type actor at reason
  take-back-decision: type actor at reason
  annul: type actor at department heard on article number reason document
  correct-decision: type actor at was is document
  issue: type actor at on what
  collect: type actor at on recipient relation name
  remind: type actor at until
  take-back: type actor at
  see-original: type actor at paper seen
  ask-hall: type actor at text
  answer-resident: type actor at reason
  find-person: type actor at kind ground of hash place matched
  recover: type actor at id step what card digits way why
  calendar-changed: type actor at notice what year number off worked
  announcement-changed: type actor at announcement what place audience from until
  phrase-changed: type actor at phrase what place kind version`

/** Every value that lies in a stored event out of a closed set, by type and place: what is taken away from a set makes events unreadable. */
const values = `
  announcement-changed.audience: residents staff everybody
  announcement-changed.what: made ended
  calendar-changed.what: made removed
  phrase-changed.kind: correction approve decline return rating answer
  phrase-changed.what: made changed left
  staff-changed.roles: resident clerk reviewer supervisor administrator system
  annul.heard: present written silent
  approve.document.conditions.by: hall answers
  approve.document.conditions.truth: yes no unknown
  ask-correction.items.reason: missing unreadable does-not-match expired wrong-paper other
  close.why: death duplicate done-elsewhere
  collect.recipient: resident other
  collect.relation: family guardian mandate other
  contact.how: phone message visit other
  contact.outcome: reached not-reached
  find-person.ground: card case slip
  find-person.kind: identity-number phone code name
  hall-changed.what: made changed closed
  help-begin.channel: counter paper
  help-begin.ground: present guardian mandate
  help-begin.scope: submit resubmit withdraw
  help-begin.seen: id-card hukou-book residence-permit passport guardian-proof mandate none
  help-end.how: hand time next right
  judge.truth: yes no
  look.what: identity-number file export
  recover.card: id-card residence-permit social-security-card passport driving-licence
  recover.step: asked wrong-digits confirmed refused left expired screen done
  recover.way: colleague phone above
  recover.what: pin code
  recover.why: other-person card-doubt not-present
  refuse-acceptance.ground: not-needed not-competent incomplete
  reopen.ground: recheck statutory-review ruling
  resubmit.helped.channel: counter paper
  resubmit.helped.ground: present guardian mandate
  resubmit.language: zh bo zh-bo
  resubmit.words.language: zh bo
  resume.why: mistake unanswered
  send-on.consent: present phone written
  serve.manner: collected post message other
  serve.recipient: resident other
  serve.relation: family guardian mandate other
  staff-changed.role: resident clerk reviewer supervisor administrator system
  staff-changed.what: made moved off on link password signed-out-everywhere second-factor-on second-factor-off
  submit.helped.channel: counter paper
  submit.helped.ground: present guardian mandate
  submit.language: zh bo zh-bo
  withdraw-requested.paper: letter hall-form mandate other
  withdraw.helped.channel: counter paper
  withdraw.helped.ground: present guardian mandate
`

test('events are read as they were written: every value of a closed set', () => {
  const now = new Map(applicationEvent.options.flatMap((one) => setsIn(one, one.shape.type.value)))
  const stored = values
    .trim()
    .split(/\n\s+/)
    .map((line): [string, string[]] => [line.split(': ')[0] ?? '', (line.split(': ')[1] ?? '').split(' ')])
  expect(stored.flatMap(([at, members]) => members.filter((one) => !now.get(at)?.includes(one)).map((one) => `${at}: ${one}`))).toEqual([])
  // None is left out but those pinned by other tests: who did it, languages, truths, and the step that waits, which is an event of its own.
  const elsewhere = /\.(actor\.role|language|truth|by)$|\.step\./
  expect([...now.keys()].filter((at) => !elsewhere.test(at) && !stored.some(([one]) => one === at))).toEqual([])
})

test('events are read as they were written: every type, every name in it', () => {
  const pinned = events
    .trim()
    .split(/\n\s+/)
    .map((line) => line.split(':')[0])
  expect(eventTypes.filter((type) => !pinned.includes(type))).toEqual([])
  const now = applicationEvent.options.map(({ shape }) => `${shape.type.value}: ${Object.keys(shape).join(' ')}`)
  const stored = events.trim().split(/\n\s+/)
  expect(stored.filter((line) => !now.some((one) => one === line || one.startsWith(`${line} `)))).toEqual([])
  expect(applicationEvent.options.map(({ shape }) => shape.type.value).toSorted()).toEqual([...eventTypes].toSorted())
})

test('statuses, roles and what events say of help stay as they were', () => {
  expect(statuses.join(' ')).toBe(
    'draft submitted accepted correction-asked resubmitted in-review approved declined not-accepted annulled closed withdrawn expired',
  )
  expect(staffRoles.join(' ')).toBe('clerk reviewer supervisor administrator')
  expect([grounds, assistanceChannels, mandateScopes].map((list) => list.join(' '))).toEqual([
    'present guardian mandate',
    'counter paper',
    'submit resubmit withdraw',
  ])
  expect(seenPapers.join(' ')).toBe('id-card hukou-book residence-permit passport guardian-proof mandate none')
})

/** Where somebody writes a purpose or a label on the spot instead of taking it from the file. */
function writtenOnTheSpot(source: string): string[] {
  const hashed = /\bkeyedHash\(\s*[`'"]/g
  const encrypted = /(?<![.\w])(?:(?:en|de|reen)crypt|(?:en|de)cryptText|(?:en|de)cryptWithKey)\([^()]*(?:\([^()]*\)[^()]*)*,\s*[`'"]/g
  const named = /\b\w*[pP]urpose\w* = (?:\([^)]*\)(?:: \w+)? => )?[`'"]/g
  return [hashed, encrypted, named].flatMap((pattern) => source.match(pattern) ?? [])
}

test.each([
  'keyedHash(`person A`)',
  "encryptText(JSON.stringify(a), 'folder x')",
  'decrypt(bytes, `paper A`)',
  'const piecePurpose = (id: string) => `paper A`',
  "const purpose = 'single-sign-on'",
])('%s is found', (wrong) => expect(writtenOnTheSpot(wrong)).toHaveLength(1))

test('purposes and labels are literal nowhere else', () => {
  const files = ['app', 'db'].flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  // Migrations in code keep the strings of their time.
  const own = files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^db\/migrations\//.test(name))
  const found = own.flatMap((file) => writtenOnTheSpot(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`))
  expect(own.length).toBeGreaterThan(200)
  expect(found).toEqual([])
})
