import type { Day } from '#app/domain/day.ts'
import type { Act } from './act.ts'

/**
 * What was taken away: the last day it was there, what took its place, where anything did (an id of the same kind); of a service who was in
 * charge, what it was in law, and whom to ask.
 */
export type Retired = {
  readonly until: Day
  readonly successor?: string
  readonly departments?: readonly string[]
  readonly act?: Act
  readonly hotlines?: readonly string[]
}

/** The kinds of things stored data may speak of after they went. */
export const retiredKinds = [
  'services',
  'questions',
  'options',
  'conditions',
  'counties',
  'departments',
  'instruments',
  'papers',
  'fields',
  'phrases',
  'stops',
] as const
/** One of these kinds. */
export type RetiredKind = (typeof retiredKinds)[number]

/**
 * Everything that was ever taken away, by kind and id. Whoever takes something away writes it down here, and moves its name in both
 * languages to `locales/…/retired.json` under the same kind and id: what is stored goes on speaking of it. Ids have their place before
 * them: `<question>.<option>`, `<block or service>.<field>.<option>`, `<service>.<condition>`, `<service>.<paper>`, `<kind of text>.<phrase>`.
 * A service leaves its act and its telephone numbers: what was handed in for it is decided by them.
 */
export const retired: Readonly<Record<RetiredKind, Readonly<Record<string, Retired>>>> = {
  services: {},
  questions: {},
  options: {
    'permit.valid-2026': { until: '2026-11-28', successor: 'permit.unsure' },
    'lives-together.no-2026': { until: '2026-11-28', successor: 'lives-together.unsure' },
    'school-stage.not-in-2026': { until: '2026-11-28', successor: 'school-stage.unsure' },
    'school-stage.primary-2026': { until: '2026-11-28', successor: 'school-stage.unsure' },
  },
  // Both became the held condition H1 of their service; their ids are never used again.
  conditions: {
    'settle-household.C1': { until: '2026-11-28', successor: 'settle-household.H1' },
    'residence-permit.C0': { until: '2026-11-28', successor: 'residence-permit.H1' },
  },
  counties: {},
  departments: {},
  instruments: {},
  papers: {},
  fields: {},
  phrases: {},
  stops: {},
}

/**
 * Options of the first self-checks whose ids mean something narrower today, by `<question>.<option>`, and the id they are known by: a
 * permit that may have been issued elsewhere, a child that may live with relatives, a school year that may be the sixth or over. They are
 * read as "not sure", and told.
 */
export const meantMore: Readonly<Record<string, string>> = {
  'permit.valid': 'valid-2026',
  'lives-together.no': 'no-2026',
  'school-stage.not-in': 'not-in-2026',
  'school-stage.primary': 'primary-2026',
}

/** What is known of something that was taken away; undefined where nothing is. */
export function retiredOf(kind: RetiredKind, id: string): Retired | undefined {
  return Object.hasOwn(retired[kind], id) ? retired[kind][id] : undefined
}

/** What took the place of something that was taken away, also where that was taken away in turn; undefined where nothing did. */
export function successorOf(kind: RetiredKind, id: string): string | undefined {
  return successorIn((one) => retiredOf(kind, one)?.successor, id)
}

/** The last in a line of successors; `next` gives what took the place of one. */
export function successorIn(next: (id: string) => string | undefined, id: string): string | undefined {
  const passed = new Set([id])
  let found = next(id)
  for (let after = found && next(found); after !== undefined && !passed.has(after); after = next(after)) {
    passed.add(after)
    found = after
  }
  return found
}
