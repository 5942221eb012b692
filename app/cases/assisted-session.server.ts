import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Assistance, covered, type MandateScope } from '#app/domain/assisted-session.ts'
import { addDays, beginningOf, type Day, dayOf, daysLater } from '#app/domain/day.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { type Read, readStored } from '#app/security/stored-value.server.ts'
import { applicationsOf, type StoredApplication } from '#db/applications.server.ts'
import {
  appendAssistedEvents,
  assistedSessionOfScreen,
  assistedSessionOfStaff,
  attachFolder,
  closeAssistedSession,
  type EventOf,
  expiredAssistedSessions,
  insertAssistedSession,
  removeEndedAssistedSessions,
  type StoredAssistedSession,
} from '#db/assisted-sessions.server.ts'
import { encryptEvent, eventActor } from './case-events.server.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { endSharedSession, sharedSession } from './shared-session.server.ts'

/** How long an assisted session lasts at the most, in hours, and how long its row is stored afterwards, in days. */
export const [assistedHours, assistedSessionKeptDays] = [2, 30]

/** A clerk assisting a resident: whose folder, on what legal ground, until when. */
export type AssistedSession = Omit<StoredAssistedSession, 'sealed'> & { readonly help: Assistance }

function assistedSessionIn({ sealed, ...assisted }: StoredAssistedSession): Read<AssistedSession> {
  return readStored({ table: 'client_sessions', id: assisted.id }, sealed, purposes.clientSession(assisted.id), (plain) => ({
    ...assisted,
    help: helpSchema.parse(JSON.parse(plain.toString('utf8'))) as Assistance,
  }))
}

/** The fields every stored legal ground has. */
const helpSchema = z.looseObject({ ground: z.string(), channel: z.string(), seen: z.array(z.string()) })

/** When an assisted session expires: a mandate ends with its last day, in Qinghai time. */
export function endOf({ until }: Pick<Assistance, 'until'>, now: Date): Date {
  const longest = now.getTime() + assistedHours * 3_600_000
  return new Date(until === undefined ? longest : Math.min(longest, beginningOf(addDays(until, 1)).getTime()))
}

/** What is needed to end an assisted session. */
export type Ending = Pick<StoredAssistedSession, 'id' | 'folderId' | 'staffId'>

/** An assisted session not ended yet: running, or `over`, as it has expired or its legal ground cannot be read. */
export type AssistedState =
  | { readonly assisted: AssistedSession; readonly over?: never }
  | { readonly assisted?: never; readonly over: Ending }

/** The assisted session of a staff session. */
export async function assistedSessionOf(staffSession: string, now: Date): Promise<AssistedState | undefined> {
  return helpingIn(await assistedSessionOfStaff(staffSession), now)
}

/** The assisted session a resident's screen is paired with. */
export async function assistedSessionOnScreen(screenHash: string, now: Date): Promise<AssistedState | undefined> {
  return helpingIn(await assistedSessionOfScreen(screenHash), now)
}

function helpingIn(stored: StoredAssistedSession | undefined, now: Date): AssistedState | undefined {
  if (!stored) return undefined
  const assisted = assistedSessionIn(stored)
  // Without a readable legal ground nobody is assisted: it ends, and the clerk starts a new one.
  return assisted.ok && stored.expiresAt > now ? { assisted: assisted.value } : { over: stored }
}

/** Starts an assisted session and ends the one before. `folderId` is null for a new case. */
export async function startAssistedSession(
  { staffId, staffSession, folderId, help }: Pick<AssistedSession, 'staffId' | 'staffSession' | 'folderId' | 'help'>,
  now: Date,
): Promise<AssistedSession> {
  await endAssistedSessionOf(staffSession, now, 'next')
  const assisted: AssistedSession = { id: randomUUID(), staffId, staffSession, folderId, help, startedAt: now, expiresAt: endOf(help, now) }
  const { help: _help, ...row } = assisted
  const sealed = encryptText(JSON.stringify(help), purposes.clientSession(assisted.id))
  await refusingFullDisk(insertAssistedSession({ ...row, sealed }, begun(assisted, folderId ? await applicationsOf(folderId) : [], now)))
  return assisted
}

const begun = (assisted: AssistedSession, applications: readonly Pick<StoredApplication, 'id'>[], now: Date): EventOf[] =>
  applications.map(({ id }) => ({
    applicationId: id,
    event: encryptEvent({
      ...{ type: 'help-begin', actor: eventActor('clerk', assisted.staffId), at: now.toISOString(), session: assisted.id },
      ...{ ground: assisted.help.ground, channel: assisted.help.channel, seen: [...assisted.help.seen] },
      ...(assisted.help.scope ? { scope: [...assisted.help.scope] } : {}),
      ...(assisted.help.until ? { until: assisted.help.until } : {}),
    }),
  }))

/** Sets the folder of a new case; false where the assisted session has another. */
export async function assistWithFolder(assisted: AssistedSession, folderId: string, now: Date): Promise<boolean> {
  return refusingFullDisk(attachFolder(assisted.id, folderId, begun(assisted, await applicationsOf(folderId), now)))
}

/** Writes events for applications added during the session. */
export async function noteAdded(assisted: AssistedSession, applications: readonly { readonly id: string }[], now: Date): Promise<void> {
  if (applications.length > 0) await refusingFullDisk(appendAssistedEvents(begun(assisted, applications, now)))
}

/** Ends the assisted session of a staff session, if it has one. */
export async function endAssistedSessionOf(staffSession: string, now: Date, how: 'hand' | 'next' = 'hand'): Promise<void> {
  const stored = await assistedSessionOfStaff(staffSession)
  if (stored) await endAssistedSession(stored, how, now)
}

/** Ends an assisted session: by hand, on expiry, or because the next resident is assisted. */
export async function endAssistedSession(assisted: Ending, how: 'hand' | 'time' | 'next', now: Date): Promise<void> {
  const applications = assisted.folderId ? await applicationsOf(assisted.folderId) : []
  const who = how === 'time' ? eventActor('system') : eventActor('clerk', assisted.staffId)
  const ended = lockedEvents(applications, { type: 'help-end', actor: who, at: now.toISOString(), session: assisted.id, how })
  await refusingFullDisk(closeAssistedSession(assisted.id, now, ended))
  endSharedSession(assisted.id)
}

const lockedEvents = (applications: readonly StoredApplication[], event: ApplicationEvent): EventOf[] =>
  applications.map(({ id }) => ({ applicationId: id, event: encryptEvent(event) }))

/** Ends expired sessions, and deletes rows stored long enough. */
export async function endExpiredAssistedSessions(now: Date): Promise<void> {
  for (const stored of await expiredAssistedSessions(now)) await endAssistedSession(stored, 'time', now)
  await removeEndedAssistedSessions(daysLater(now, -assistedSessionKeptDays))
}

/** Who files something, as its event records it: the resident, or a clerk with the legal ground. */
export type Filed = Pick<Extract<ApplicationEvent, { type: 'submit' }>, 'actor' | 'helped'>

/** How a clerk files for a resident; undefined where the legal ground does not cover it on that day. */
export function filedFor(assisted: AssistedSession, move: MandateScope, now: Date): Filed | undefined {
  const asOf: Day = dayOf(now)
  if (!covered(assisted.help, move, asOf)) return undefined
  const { confirmed } = sharedSession(assisted.id)
  return {
    actor: eventActor('clerk', assisted.staffId),
    helped: {
      ...{ session: assisted.id, ground: assisted.help.ground, channel: assisted.help.channel },
      ...(confirmed.length > 0 ? { confirmed: [...confirmed] } : {}),
    },
  }
}
