import type { SharedSession, Writer } from '#app/domain/shared-session.ts'
import type { Mode } from '#app/i18n/mode.ts'

/** In memory only, deleted with the assisted session. */
const beginning: SharedSession = { at: 0, place: '', values: {}, focus: null, pointed: null, screens: 0, confirmed: [] }
/** Maximum numbers of inputs, of values of one, and of characters: far above any step. */
const most = { names: 200, given: 60, words: 4000 }

type Session = { state: SharedSession; readonly listeners: Set<(state: SharedSession | undefined) => void> }
const sessions = new Map<string, Session>()

function sessionOf(client: string): Session {
  const known = sessions.get(client) ?? { state: beginning, listeners: new Set() }
  sessions.set(client, known)
  return known
}

/** The state clerk and resident share. */
export function sharedSession(client: string): SharedSession {
  return sessions.get(client)?.state ?? beginning
}

function change(client: string, next: Partial<SharedSession>): void {
  const table = sessionOf(client)
  table.state = { ...table.state, ...next, at: table.state.at + 1 }
  for (const tell of table.listeners) tell(table.state)
}

/** The clerk opened a page. Unsaved input of another page is deleted. */
export function moveTo(client: string, place: string): void {
  if (sharedSession(client).place !== place) change(client, { place, values: {}, focus: null, pointed: null })
}

/** Input typed on a page; false where the clerk has left it. `known` only fills what nobody has typed yet. */
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

/** The clerk focuses an input, or the resident points at a field. */
export function pointAt(client: string, what: { readonly focus?: string | null; readonly pointed?: string | null }): void {
  change(client, what)
}

/** The page on which all answers are reviewed before they are filed. */
const overview = 'apply/answers'
/** What stays confirmed once a page changes: a confirmed review covered that page too. */
const stillRight = (confirmed: readonly string[], place: string) => confirmed.filter((one) => one !== place && one !== overview)

/** A page was saved with another content: it is no longer confirmed. */
export function revokeConfirmation(client: string, place: string): void {
  const { confirmed } = sharedSession(client)
  const left = stillRight(confirmed, place)
  if (left.length < confirmed.length) change(client, { confirmed: left })
}

/** Is there one screen only, in both languages, so that the resident confirms on the clerk's? */
export function isOneScreen(client: string, mode: Mode): boolean {
  return mode === 'zh-bo' && sharedSession(client).screens === 0
}

/** The resident confirms a page as it is. */
export function confirm(client: string, place: string): void {
  const { confirmed } = sharedSession(client)
  if (!confirmed.includes(place)) change(client, { confirmed: [...confirmed, place], pointed: null })
}

/** Calls `tell` with the state now and on every change, with `undefined` at the end; returns how to stop. */
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

/** Ends a shared session: its state is deleted, and every listener is told. */
export function endSharedSession(client: string): void {
  const table = sessions.get(client)
  sessions.delete(client)
  for (const tell of [...(table?.listeners ?? [])]) tell(undefined)
}

/** The parts of a date have an input each. */
const parts = ['year', 'month', 'day', 'age'] as const
type Parts = Partial<Record<(typeof parts)[number], string>>

/** The value of inputs named `name…`: what was typed since (only by `by`, where given), else what was saved. */
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
