import { readdirSync } from 'node:fs'
import type { StaffRole } from '#app/domain/staff.ts'

/** Ids in addresses of the desk: a case, a file of its papers, and so on. */
export type Named = {
  readonly id: string
  /** A decided case with a low rating. */
  readonly decided: string
  readonly file: string
  readonly hall: string
  readonly member: string
  /** What somebody reported of a page, in the place of the hall. */
  readonly feedback: string
  readonly service: string
}

/** A route of the desk: its address, its roles (`null`: no sign-in needed), its response to a GET. */
export type StaffPage = {
  readonly path: (named: Named) => string
  readonly of: readonly StaffRole[] | null
  /** 200: a page or a file; 303: a redirect; 404: does not exist by now. */
  readonly gives: number
}

const [all, withCases] = [
  ['clerk', 'reviewer', 'supervisor', 'administrator'],
  ['clerk', 'reviewer', 'supervisor'],
] as const
const page = (of: StaffPage['of'], path: StaffPage['path'] | string, gives = 200): StaffPage => ({
  ...{ of, gives },
  path: typeof path === 'string' ? () => path : path,
})
const ofCase = (of: readonly StaffRole[], step = '') => page(of, ({ id }) => `/cases/${id}${step}`)

/** Every address of the desk by the name of its route. A test compares it with the routes. */
export const staffPages: Readonly<Record<string, StaffPage>> = {
  _index: page(all, ''),
  'account._index': page(all, '/account'),
  'account.second-factor': page(all, '/account/second-factor'),
  announcements: page(['supervisor', 'administrator'], '/announcements'),
  calendar: page(['administrator'], '/calendar'),
  'cases.$id._index': ofCase(withCases),
  'cases.$id.answer-resident': ofCase(withCases, '/answer-resident'),
  'cases.$id.approve': ofCase(['reviewer'], '/approve'),
  'cases.$id.contact': ofCase(withCases, '/contact'),
  'cases.$id.corrections': ofCase(['reviewer'], '/corrections'),
  'cases.$id.decline': ofCase(['reviewer'], '/decline'),
  'cases.$id.files.$file': page(withCases, ({ id, file }) => `/cases/${id}/files/${file}`),
  'cases.$id.letter': page(withCases, ({ decided }) => `/cases/${decided}/letter`),
  'cases.$id.letter[.]pdf': page(withCases, ({ decided }) => `/cases/${decided}/letter.pdf`),
  'cases.$id.reopen': ofCase(['supervisor'], '/reopen'),
  'cases.$id.resume': ofCase(['reviewer'], '/resume'),
  'cases.$id.return': ofCase(['supervisor'], '/return'),
  'cases.$id.return-text': ofCase(['reviewer', 'supervisor'], '/return-text'),
  'cases.$id.serve': ofCase(withCases, '/serve'),
  'cases.$id.annul': ofCase(['supervisor'], '/annul'),
  'cases.$id.close': ofCase(['reviewer', 'supervisor'], '/close'),
  'cases.$id.collect': ofCase(withCases, '/collect'),
  'cases.$id.correct-decision': ofCase(['reviewer', 'supervisor'], '/correct-decision'),
  'cases.$id.issue': ofCase(withCases, '/issue'),
  'cases.$id.offer-to-relatives': ofCase(withCases, '/offer-to-relatives'),
  'cases.$id.refuse-acceptance': ofCase(['supervisor'], '/refuse-acceptance'),
  'cases.$id.resume-clock': ofCase(['reviewer', 'supervisor'], '/resume-clock'),
  'cases.$id.send-on': ofCase(withCases, '/send-on'),
  'cases.$id.stop-clock': ofCase(['reviewer', 'supervisor'], '/stop-clock'),
  'cases.$id.take-back-acceptance': ofCase(withCases, '/take-back-acceptance'),
  'cases.$id.take-back-decision': ofCase(['reviewer', 'supervisor'], '/take-back-decision'),
  'cases.$id.withdraw-requested': ofCase(withCases, '/withdraw-requested'),
  'cases._index': page(withCases, '/cases'),
  'cases.list': page(withCases, '/cases/list', 303),
  'colleagues.$id': page(['supervisor'], ({ member }) => `/colleagues/${member}`),
  'colleagues._index': page(['supervisor'], '/colleagues'),
  'counter._index': page(['clerk'], '/counter'),
  'counter.end': page(['clerk'], '/counter/end', 303),
  'counter.paper.$service': page(['clerk'], ({ service }) => `/counter/paper/${service}`),
  'counter.paper._index': page(['clerk'], '/counter/paper'),
  'counter.screen': page(['clerk'], '/counter/screen', 303),
  'feedback.$id': page(['supervisor', 'administrator'], ({ feedback }) => `/feedback/${feedback}`),
  'feedback._index': page(['supervisor', 'administrator'], '/feedback'),
  phrases: page(['supervisor', 'administrator'], '/phrases'),
  figures: page(['supervisor'], '/figures'),
  'halls.$id._index': page(['administrator'], ({ hall }) => `/halls/${hall}`),
  'halls.$id.close': page(['administrator'], ({ hall }) => `/halls/${hall}/close`),
  'halls.$id.details': page(['administrator'], ({ hall }) => `/halls/${hall}/details`),
  'halls._index': page(['administrator'], '/halls'),
  'held-texts': page(['reviewer', 'supervisor'], '/held-texts'),
  'people.$id._index': page(withCases, '/people/gone', 303),
  'people.$id.recover': page(withCases, '/people/gone/recover', 303),
  'people._index': page(withCases, '/people'),
  'ratings.$id': page(['supervisor'], ({ decided }) => `/ratings/${decided}`),
  'ratings._index': page(['supervisor'], '/ratings'),
  'audit-log': page(['supervisor', 'administrator'], '/audit-log'),
  'recoveries.$id': page(withCases, '/recoveries/gone', 404),
  'recoveries._index': page(withCases, '/recoveries'),
  'sign-in': page(null, '/sign-in?why=out'),
  'sign-out': page(null, '/sign-out', 303),
  sso: page(null, '/sso', 404),
  'staff.$id': page(['administrator'], ({ member }) => `/staff/${member}`),
  'staff._index': page(['administrator'], '/staff'),
  unlock: page(null, '/unlock'),
  'invitation.$token': page(null, '/invitation/gone', 404),
}

/** The routes of the desk, by the names of their files. */
export const staffRoutes = (): string[] =>
  readdirSync('app/routes')
    .filter((file) => file.startsWith('$mode.desk.'))
    .map((file) => file.slice('$mode.desk.'.length).replace(/\.tsx?$/, ''))

/** Is it the address of a case? For another place no such case exists. */
export const isOfCase = (name: string): boolean => /^(cases|ratings)\.\$id/.test(name)
