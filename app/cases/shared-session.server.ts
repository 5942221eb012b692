import type { SharedSession, Writer } from '#app/domain/shared-session.ts'
import { isParallel, type Mode } from '#app/i18n/mode.ts'

/** In memory only, deleted with the assisted session. */
const beginning: SharedSession = { at: 0, place: '', values: {}, focus: null, pointed: null, screens: 0, confirmed: [] }
/** Maximum numbers of inputs, of values of one, and of characters: far above any step. */
const most = { names: 200, given: 60, text: 4000 }

type Session = { state: SharedSession; readonly listeners: Set<(state: SharedSession | undefined) => void> }
const sessions = new Map<string, Session>()

function sessionOf(sessionId: string): Session {
  const known = sessions.get(sessionId) ?? { state: beginning, listeners: new Set() }
  sessions.set(sessionId, known)
  return known
}

/** The state clerk and resident share. */
export function sharedSession(sessionId: string): SharedSession {
  return sessions.get(sessionId)?.state ?? beginning
}

function change(sessionId: string, next: Partial<SharedSession>): void {
  const session = sessionOf(sessionId)
  session.state = { ...session.state, ...next, at: session.state.at + 1 }
  for (const tell of session.listeners) tell(session.state)
}

/** The clerk opened a page. Unsaved input of another page is deleted. */
export function moveTo(sessionId: string, place: string): void {
  if (sharedSession(sessionId).place !== place) change(sessionId, { place, values: {}, focus: null, pointed: null })
}

/** Input typed on a page; false where the clerk has left it. `known` only fills what nobody has typed yet. */
export function writeFields(
  sessionId: string,
  place: string,
  by: Writer,
  given: Readonly<Record<string, readonly string[]>>,
  known = false,
): boolean {
  const { place: now, values, confirmed } = sharedSession(sessionId)
  if (now !== place) return false
  const entries = Object.entries(given)
    .filter(([name]) => /^f-[\w-]{1,60}$/.test(name) && !(known && name in values))
    .slice(0, most.names)
    .map(([name, texts]) => [name, { given: texts.slice(0, most.given).map((one) => one.slice(0, most.text)), by }] as const)
    .filter(([name, { given: texts }]) => values[name]?.given.join('\n') !== texts.join('\n') || values[name] === undefined)
  if (entries.length === 0 || Object.keys(values).length + entries.length > 2 * most.names) return true
  change(sessionId, {
    values: { ...values, ...Object.fromEntries(entries) },
    confirmed: known ? confirmed : stillRight(confirmed, place),
  })
  return true
}

/** The clerk focuses an input, or the resident points at a field. */
export function pointAt(sessionId: string, what: { readonly focus?: string | null; readonly pointed?: string | null }): void {
  change(sessionId, what)
}

/** The page on which all answers are reviewed before they are filed. */
const overview = 'apply/answers'
/** What stays confirmed once a page changes: a confirmed review covered that page too. */
const stillRight = (confirmed: readonly string[], place: string) => confirmed.filter((one) => one !== place && one !== overview)

/** A page was saved with another content: it is no longer confirmed. */
export function revokeConfirmation(sessionId: string, place: string): void {
  const { confirmed } = sharedSession(sessionId)
  const left = stillRight(confirmed, place)
  if (left.length < confirmed.length) change(sessionId, { confirmed: left })
}

/** Is there one screen only, in both languages, so that the resident confirms on the clerk's? */
export function isOneScreen(sessionId: string, mode: Mode): boolean {
  return isParallel(mode) && sharedSession(sessionId).screens === 0
}

/** The resident confirms a page as it is. */
export function confirm(sessionId: string, place: string): void {
  const { confirmed } = sharedSession(sessionId)
  if (!confirmed.includes(place)) change(sessionId, { confirmed: [...confirmed, place], pointed: null })
}

/** Calls `tell` with the state now and on every change, with `undefined` at the end; returns how to stop. */
export function subscribe(sessionId: string, as: Writer, tell: (state: SharedSession | undefined) => void): () => void {
  const { listeners } = sessionOf(sessionId)
  const count = (by: 1 | -1) => change(sessionId, { screens: sharedSession(sessionId).screens + by })
  listeners.add(tell)
  if (as === 'resident') count(1)
  else tell(sharedSession(sessionId))
  return () => {
    if (listeners.delete(tell) && as === 'resident' && sessions.get(sessionId)?.listeners === listeners) count(-1)
  }
}

/** Ends a shared session: its state is deleted, and every listener is told. */
export function endSharedSession(sessionId: string): void {
  const session = sessions.get(sessionId)
  sessions.delete(sessionId)
  for (const tell of [...(session?.listeners ?? [])]) tell(undefined)
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
    const texts = since(`${name}-${part}`)
    return texts ? [[part, texts[0] ?? '']] : []
  })
  return { ...saved, ...Object.fromEntries(found), given: since(name) ?? saved.given }
}
