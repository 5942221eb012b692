import type { LifeStep } from '#app/domain/application.ts'
import type { Writer } from '#app/domain/shared-session.ts'
import { isMode, type Mode } from '#app/i18n/mode.ts'

/** Why the page that opens a folder is shown. */
export const folderReasons = ['closed', 'deleted', 'photos'] as const
/** One of these reasons. */
export type FolderReason = (typeof folderReasons)[number]

/** Why the sign-in page is shown; `kept`: to resume a typed form, even when signed in already; `other`: somebody else typed it. */
export const signInReasons = ['chosen', 'out', 'everywhere', 'provider', 'unknown', 'kept', 'other'] as const
/** One of these reasons. */
export type SignInReason = (typeof signInReasons)[number]

/** Why the counter is shown where something else was asked for. */
export const counterReasons = ['nobody', 'scope', 'ended'] as const
/** One of these reasons. */
export type CounterReason = (typeof counterReasons)[number]

/**
 * What the page of a case knows besides: the filters of the queue one comes from, a case that was just approved and may be taken back, the
 * case to go on with.
 */
export type CaseQuery = {
  readonly from?: string | undefined
  readonly done?: string | undefined
  readonly next?: string | undefined
}

/** Every internal URL as a function. None contains anything personal: members appear by number. */
export const paths = {
  start: () => '/',
  error: (mode: Mode, status: number) => `/${mode}/error/${status}`,
  /** Remembers a mode and goes on to `to`. */
  chooseMode: (mode: Mode, to: string) => `/?${new URLSearchParams({ mode, to })}`,
  home: (mode: Mode) => `/${mode}`,
  policy: (mode: Mode) => `/${mode}/policy`,
  beforeSettling: (mode: Mode) => `/${mode}/before-settling`,
  topic: (mode: Mode, topic: string) => `/${mode}/topics/${topic}`,
  services: (mode: Mode) => `/${mode}/services`,
  service: (mode: Mode, service: string) => `/${mode}/services/${service}`,
  explanation: (mode: Mode, id: string) => `/${mode}/explanations/${id}`,
  help: (mode: Mode) => `/${mode}/help`,
  feedback: (mode: Mode, page?: string) => withQuery(`/${mode}/help/feedback`, { page }),
  /** After feedback was sent: who reads it, and its outcome. `id` leads back to it. */
  feedbackSent: (mode: Mode, thanks: string) => withQuery(`/${mode}/help/feedback`, { thanks }),
  privacy: (mode: Mode) => `/${mode}/privacy`,
  search: (mode: Mode, q?: string) => withQuery(`/${mode}/search`, { q }),
  check: (mode: Mode, only?: string) => withQuery(`/${mode}/check`, { only }),
  question: (mode: Mode, question: string, member: string | null, only?: string, then?: 'summary') =>
    withQuery(member === null ? `/${mode}/check/${question}` : `/${mode}/check/${member}/${question}`, { only, then }),
  members: (mode: Mode, only?: string) => withQuery(`/${mode}/check/members`, { only }),
  /** The list of members, which says why it is shown. */
  membersAfter: (mode: Mode, after: 'removed', only?: string) => withQuery(`/${mode}/check/members`, { only, after }),
  summary: (mode: Mode, only?: string) => withQuery(`/${mode}/check/summary`, { only }),
  result: (mode: Mode, only?: string) => withQuery(`/${mode}/check/result`, { only }),
  /** The result of one service, for a member or for the household. */
  serviceResult: (mode: Mode, service: string, member: string | null, only?: string) =>
    withQuery(`/${mode}/check/result/${member ?? 'household'}/${service}`, { only }),
  /** `why`: a picture was not drawn, since too many wait. */
  print: (mode: Mode, only?: string, why?: 'busy' | 'gone' | 'again') => withQuery(`/${mode}/check/print`, { only, why }),
  sheetPicture: (mode: Mode, only?: string) => withQuery(`/${mode}/check/picture`, { only }),
  counterfactuals: (mode: Mode, only?: string, question?: string, member?: string | null) =>
    withQuery(`/${mode}/check/counterfactuals`, { only, question, member: member ?? undefined }),
  saveCheck: (mode: Mode) => `/${mode}/check/save`,
  /** What was typed on a page of a check that is under way no more; or of somebody who was removed from the one that is. */
  otherCheck: (mode: Mode, question: string, member?: string, why?: 'removed') =>
    withQuery(`/${mode}/check/other`, { question, member, why }),
  openCheck: (mode: Mode) => `/${mode}/check/open`,
  clearCheck: (mode: Mode) => `/${mode}/check/clear`,
  /** Applying: choosing services; `pick` is `service`, `service:member`, or `now` for all one can apply for now. */
  apply: (mode: Mode, pick?: string) => withQuery(`/${mode}/apply`, { pick }),
  folder: (mode: Mode) => `/${mode}/apply/folder`,
  /** Who applies, where whoever began is too young. */
  adult: (mode: Mode) => `/${mode}/apply/adult`,
  step: (mode: Mode, block: string, subject: string, then?: 'answers') => withQuery(`/${mode}/apply/step/${block}/${subject}`, { then }),
  papers: (mode: Mode) => `/${mode}/apply/papers`,
  paper: (mode: Mode, key: string, then?: 'answers') => withQuery(`/${mode}/apply/papers/${key}`, { then }),
  paperFile: (mode: Mode, key: string, id: string, then?: 'answers') => withQuery(`/${mode}/apply/papers/${key}/${id}`, { then }),
  paperPieces: (mode: Mode, key: string) => `/${mode}/apply/papers/${key}/pieces`,
  answers: (mode: Mode, why?: 'changed') => withQuery(`/${mode}/apply/answers`, { why }),
  /** `seen`: the version of the answers as they were read. */
  submit: (mode: Mode, seen?: string) => withQuery(`/${mode}/apply/submit`, { seen }),
  applications: (mode: Mode, why?: 'late-photos' | 'late-deletion') => withQuery(`/${mode}/applications`, { why }),
  application: (mode: Mode, number: number) => `/${mode}/applications/${number}`,
  applicationThere: (mode: Mode, number: number) => `/${mode}/applications/${number}?there`,
  /** A PDF was not drawn, since too many wait. */
  applicationBusy: (mode: Mode, number: number) => `/${mode}/applications/${number}?busy`,
  correct: (mode: Mode, number: number) => `/${mode}/applications/${number}/correct`,
  withdraw: (mode: Mode, number: number) => `/${mode}/applications/${number}/withdraw`,
  ask: (mode: Mode, number: number) => `/${mode}/applications/${number}/ask`,
  rate: (mode: Mode, number: number) => `/${mode}/applications/${number}/rate`,
  slip: (mode: Mode) => `/${mode}/applications/slip`,
  openFolder: (mode: Mode, why?: FolderReason, to?: string) => withQuery(`/${mode}/applications/open`, { why, to }),
  closeFolder: (mode: Mode) => `/${mode}/applications/close`,
  deleteFolder: (mode: Mode) => `/${mode}/applications/delete`,
  /** The language the people of a folder read. */
  folderLanguage: (mode: Mode) => `/${mode}/applications/language`,
  myData: (mode: Mode) => `/${mode}/applications/data`,
  myDataFile: (mode: Mode) => `/${mode}/applications/data.json`,
  /** The desk: what staff of service halls work with. `to`: the page to go to next. */
  signIn: (mode: Mode, to?: string, why?: SignInReason) => withQuery(`/${mode}/desk/sign-in`, { to, why }),
  singleSignOn: (mode: Mode, to?: string, as?: 'practice' | 'unlock') => withQuery(`/${mode}/desk/sso`, { to, as }),
  unlock: (mode: Mode, to?: string, why?: 'provider') => withQuery(`/${mode}/desk/unlock`, { to, why }),
  signOut: (mode: Mode) => `/${mode}/desk/sign-out`,
  invitation: (mode: Mode, token: string) => `/${mode}/desk/invitation/${token}`,
  desk: (mode: Mode) => `/${mode}/desk`,
  queue: (mode: Mode, query: Readonly<Record<string, string | undefined>> = {}) => withQuery(`/${mode}/desk/cases`, query),
  /** `paper`: the paper shown beside the fields it proves. */
  queueList: (mode: Mode, query: Readonly<Record<string, string | undefined>> = {}) => withQuery(`/${mode}/desk/cases/list`, query),
  deskCase: (mode: Mode, id: string, paper?: string, more: CaseQuery = {}) => withQuery(`/${mode}/desk/cases/${id}`, { paper, ...more }),
  deciding: (
    mode: Mode,
    id: string,
    step: 'corrections' | 'approve' | 'decline' | 'return' | 'return-text' | LifeStep,
    more: Pick<CaseQuery, 'from'> & { readonly ask?: string | undefined } = {},
  ) => withQuery(`/${mode}/desk/cases/${id}/${step}`, more),
  deskFile: (mode: Mode, id: string, file: string) => `/${mode}/desk/cases/${id}/files/${file}`,
  /** The letter of a decision; `decision`: which, the first being 1, where it is not the last. */
  letter: (mode: Mode, id: string, decision?: string, busy?: 'busy') => withQuery(`/${mode}/desk/cases/${id}/letter`, { decision, busy }),
  /** What anybody may check of a letter, by the code printed on it. */
  letterCheck: (mode: Mode, code: string) => `/${mode}/letters/${code}`,
  letterPdf: (mode: Mode, id: string, decision?: string) => withQuery(`/${mode}/desk/cases/${id}/letter.pdf`, { decision }),
  /** The same for the resident. */
  myLetter: (mode: Mode, number: number, decision: string) => `/${mode}/applications/${number}/letters/${decision}`,
  /** Where staff look for somebody's applications; `of`: the case they work on. */
  people: (mode: Mode, query: { readonly of?: string; readonly why?: 'over' } = {}) => withQuery(`/${mode}/desk/people`, query),
  /** What one search found. */
  person: (mode: Mode, search: string) => `/${mode}/desk/people/${search}`,
  /** A lost PIN or code of a folder that a search found. */
  recover: (mode: Mode, search: string, folder: string) => withQuery(`/${mode}/desk/people/${search}/recover`, { folder }),
  /** Requests to give one back. */
  recoveries: (mode: Mode) => `/${mode}/desk/recoveries`,
  recovery: (mode: Mode, id: string) => `/${mode}/desk/recoveries/${id}`,
  /** The resident's own screen on which a new PIN is chosen; `join` is its token. */
  newPin: (mode: Mode, join?: string) => withQuery(`/${mode}/new-pin`, { join }),
  /** Low ratings that wait for an answer; `after`: where the page before ended. */
  ratings: (mode: Mode, after?: string) => withQuery(`/${mode}/desk/ratings`, { after }),
  rating: (mode: Mode, id: string) => `/${mode}/desk/ratings/${id}`,
  /** Texts of colleagues that wait to be read. */
  heldTexts: (mode: Mode) => `/${mode}/desk/held-texts`,
  /** Feedback on pages; `show`: what was seen to. */
  deskFeedback: (mode: Mode, show?: 'done', after?: string) => withQuery(`/${mode}/desk/feedback`, { show, after }),
  deskFeedbackOne: (mode: Mode, id: string) => `/${mode}/desk/feedback/${id}`,
  /** To whom cases are assigned; `changed`: after some were reassigned. */
  colleagues: (mode: Mode, changed?: 'yes') => withQuery(`/${mode}/desk/colleagues`, { changed }),
  colleague: (mode: Mode, id: string) => `/${mode}/desk/colleagues/${id}`,
  deskFigures: (mode: Mode) => `/${mode}/desk/figures`,
  auditLog: (mode: Mode) => `/${mode}/desk/audit-log`,
  deskStaff: (mode: Mode) => `/${mode}/desk/staff`,
  deskStaffMember: (mode: Mode, id: string) => `/${mode}/desk/staff/${id}`,
  deskAnnouncements: (mode: Mode) => `/${mode}/desk/announcements`,
  deskPhrases: (mode: Mode) => `/${mode}/desk/phrases`,
  deskCalendar: (mode: Mode) => `/${mode}/desk/calendar`,
  deskHalls: (mode: Mode) => `/${mode}/desk/halls`,
  deskHall: (mode: Mode, id: string) => `/${mode}/desk/halls/${id}`,
  /** What residents need to know of a hall. */
  deskHallClosing: (mode: Mode, id: string) => `/${mode}/desk/halls/${id}/close`,
  deskHallDetails: (mode: Mode, id: string) => `/${mode}/desk/halls/${id}/details`,
  /** The counter; `paper`: the service of a paper form to be typed in. */
  counter: (mode: Mode, query: { readonly why?: CounterReason; readonly paper?: string; readonly to?: string } = {}) =>
    withQuery(`/${mode}/desk/counter`, query),
  endAssistedSession: (mode: Mode) => `/${mode}/desk/counter/end`,
  screenCode: (mode: Mode) => `/${mode}/desk/counter/screen`,
  paperForms: (mode: Mode) => `/${mode}/desk/counter/paper`,
  paperForm: (mode: Mode, service: string) => `/${mode}/desk/counter/paper/${service}`,
  /** The resident's own screen in an assisted session; `join` is the pairing token. */
  sharedSession: (mode: Mode, join?: string) => withQuery(`/${mode}/shared-session`, { join }),
  /** Input of a shared session, and its event stream. */
  sharedSessionWrite: (mode: Mode) => `/${mode}/shared-session/write`,
  sharedSessionEvents: (mode: Mode, as: Writer) => withQuery(`/${mode}/shared-session/events`, { as }),
  account: (mode: Mode) => `/${mode}/desk/account`,
  secondFactor: (mode: Mode, to?: string) => withQuery(`/${mode}/desk/account/second-factor`, { to }),
  /** Under which everything for other programs lies. */
  api: () => '/api/',
  apiCheck: () => '/api/v1/check',
  apiServices: () => '/api/v1/services',
  openApi: () => '/api/v1/openapi.json',
}

/** The same page in another mode; `/` and pages without a mode lead to the mode's home. */
export function inMode(pathAndQuery: string, mode: Mode): string {
  const [, now, rest] = /^\/([^/?]*)(.*)$/s.exec(pathAndQuery) ?? []
  return isMode(now) ? `/${mode}${rest}` : paths.home(mode)
}

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
