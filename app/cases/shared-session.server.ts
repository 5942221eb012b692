import type { SharedSession, Writer } from '#app/domain/shared-session.ts'
import type { Mode } from '#app/i18n/mode.ts'

/** In memory only, gone with the assisted session. */
const beginning: SharedSession = { at: 0, place: '', values: {}, focus: null, pointed: null, screens: 0, confirmed: [] }
/** Far above any step of any form. */
const most = { names: 200, given: 60, words: 4000 }

type Session = { state: SharedSession; readonly listeners: Set<(state: SharedSession | undefined) => void> }
const sessions = new Map<string, Session>()

function sessionOf(client: string): Session {
  const known = sessions.get(client) ?? { state: beginning, listeners: new Set() }
  sessions.set(client, known)
  return known
}

/** What the two of an assisted session share now. */
export function sharedSession(client: string): SharedSession {
  return sessions.get(client)?.state ?? beginning
}

function change(client: string, next: Partial<SharedSession>): void {
  const table = sessionOf(client)
  table.state = { ...table.state, ...next, at: table.state.at + 1 }
  for (const tell of table.listeners) tell(table.state)
}

/** The clerk has gone to a place. What was typed elsewhere and not saved is forgotten. */
export function moveTo(client: string, place: string): void {
  if (sharedSession(client).place !== place) change(client, { place, values: {}, focus: null, pointed: null })
}

/** Somebody wrote into inputs of a place; false where the clerk is elsewhere by now. `known` only fills what nobody has written yet. */
export function writeFields(
  client: string,
  place: string,
  by: Writer,
  given: Readonly<Record<string, readonly string[]>>,
  known = false,
): boolean {
  const { place: now, values, confirmed } = sharedSession(client)
  if (now !== place) return false
  const entries = Object.entries(given)
    .filter(([name]) => /^f-[\w-]{1,60}$/.test(name) && !(known && name in values))
    .slice(0, most.names)
    .map(([name, words]) => [name, { given: words.slice(0, most.given).map((one) => one.slice(0, most.words)), by }] as const)
    .filter(([name, { given: words }]) => values[name]?.given.join('\n') !== words.join('\n') || values[name] === undefined)
  if (entries.length === 0 || Object.keys(values).length + entries.length > 2 * most.names) return true
  change(client, {
    values: { ...values, ...Object.fromEntries(entries) },
    confirmed: known ? confirmed : stillRight(confirmed, place),
  })
  return true
}

/** The clerk is at an input, the resident points at a field, or says that a place is right as it stands. */
export function pointAt(client: string, what: { readonly focus?: string | null; readonly pointed?: string | null }): void {
  change(client, what)
}

/** Where everything written is looked over before it is filed. */
const overview = 'apply/answers'
/** What was confirmed and still is once something changes at a place: whoever looked over everything saw it as it stood. */
const stillRight = (confirmed: readonly string[], place: string) => confirmed.filter((one) => one !== place && one !== overview)

/** Something else was saved at a place: it is not confirmed any more. */
export function revokeConfirmation(client: string, place: string): void {
  const { confirmed } = sharedSession(client)
  const left = stillRight(confirmed, place)
  if (left.length < confirmed.length) change(client, { confirmed: left })
}

/** Is there one screen only, in both languages: does the resident say on the clerk's that a part is right? */
export function isOneScreen(client: string, mode: Mode): boolean {
  return mode === 'zh-bo' && sharedSession(client).screens === 0
}

/** The resident says that a place is right, as it stands. */
export function confirm(client: string, place: string): void {
  const { confirmed } = sharedSession(client)
  if (!confirmed.includes(place)) change(client, { confirmed: [...confirmed, place], pointed: null })
}

/** Tells how things stand and of every change from now on, `undefined` at the end; returns how to stop. */
export function subscribe(client: string, as: Writer, tell: (state: SharedSession | undefined) => void): () => void {
  const { listeners } = sessionOf(client)
  const count = (by: 1 | -1) => change(client, { screens: sharedSession(client).screens + by })
  listeners.add(tell)
  if (as === 'resident') count(1)
  else tell(sharedSession(client))
  return () => {
    if (listeners.delete(tell) && as === 'resident' && sessions.get(client)?.listeners === listeners) count(-1)
  }
}

/** The assisted session has ended: everything shared is forgotten, and everybody is told. */
export function endSharedSession(client: string): void {
  const table = sessions.get(client)
  sessions.delete(client)
  for (const tell of [...(table?.listeners ?? [])]) tell(undefined)
}

/** The parts of a date are inputs of their own. */
const parts = ['year', 'month', 'day', 'age'] as const
type Parts = Partial<Record<(typeof parts)[number], string>>

/** What stands in a field of inputs named `name…`: what was written since (by one of the two, where `by` says so), else what was saved. */
export function typedInSharedSession<Saved extends Parts & { readonly given: readonly string[] }>(
  { values }: SharedSession,
  name: string,
  saved: Saved,
  by?: Writer,
): Saved {
  const since = (of: string) => (values[of] && (by === undefined || values[of].by === by) ? values[of].given : undefined)
  const found = parts.flatMap((part) => {
    const words = since(`${name}-${part}`)
    return words ? [[part, words[0] ?? '']] : []
  })
  return { ...saved, ...Object.fromEntries(found), given: since(name) ?? saved.given }
}
