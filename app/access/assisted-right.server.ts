import {
  type AssistedSession,
  type Ending,
  endAssistedSession,
  readAssistedSession,
  removeOldAssistedSessions,
} from '#app/cases/assisted-session.server.ts'
import { mayOpen, scopeOf } from '#app/domain/staff.ts'
import {
  assistedSessionOfScreen,
  assistedSessionOfStaff,
  runningAssistedSessions,
  type StoredAssistedSession,
} from '#db/assisted-sessions.server.ts'
import { lacksSecondFactor, type SignedIn, signedIn } from './staff-session.server.ts'

/** A session to be ended: it has expired, or its legal ground cannot be read (`time`), or its clerk may not go on (`right`). */
export type Over = Ending & { readonly how: 'time' | 'right' }

/** An assisted session not ended yet: running, or over. */
export type AssistedState =
  | { readonly assisted: AssistedSession; readonly over?: never }
  | { readonly assisted?: never; readonly over: Over }

/** The assisted session of a signed-in staff member. */
export async function assistedSessionOf(session: SignedIn, now: Date): Promise<AssistedState | undefined> {
  const stored = await assistedSessionOfStaff(session.idHash)
  return stored && stateOf(stored, session, now)
}

/** The assisted session a resident's screen is paired with. */
export async function assistedSessionOnScreen(screenHash: string, now: Date): Promise<AssistedState | undefined> {
  const stored = await assistedSessionOfScreen(screenHash)
  return stored && stateOf(stored, await signedIn(stored.staffSession, now), now)
}

/** The only place that says whether an assisted session goes on, for the clerk's screen and the resident's alike. */
function stateOf(stored: StoredAssistedSession, clerk: SignedIn | undefined, now: Date): AssistedState {
  const assisted = readAssistedSession(stored)
  // Without a readable legal ground nobody is assisted: it ends, and the clerk starts a new one.
  if (!assisted.ok || !(stored.expiresAt > now)) return { over: { ...stored, how: 'time' } }
  return clerk && mayGoOn(clerk, stored) ? { assisted: assisted.value } : { over: { ...stored, how: 'right' } }
}

/** Is the clerk still one, at the place whose cases they saw when it started, and signed in as their hall demands? */
function mayGoOn(clerk: SignedIn, { staffId, place }: StoredAssistedSession): boolean {
  const { id, role, hall } = clerk.stored
  const sees = scopeOf({ role, hall, practice: clerk.session.practice })
  return id === staffId && mayOpen(clerk.stored, 'counter') && !lacksSecondFactor(clerk) && sees !== undefined && sees === place
}

/** Ends every assisted session that is over: after each change of accounts, halls or sessions, and by the hour. */
export async function endLapsedAssistedSessions(now: Date): Promise<void> {
  for (const stored of await runningAssistedSessions()) {
    const { over } = stateOf(stored, await signedIn(stored.staffSession, now), now)
    if (over) await endAssistedSession(over, over.how, now)
  }
}

/** Ends what is over, and deletes rows stored long enough. */
export async function expireAssistedSessions(now: Date): Promise<void> {
  await endLapsedAssistedSessions(now)
  await removeOldAssistedSessions(now)
}
