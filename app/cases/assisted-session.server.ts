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
  assistedSessionOfStaff,
  attachFolder,
  closeAssistedSession,
  closeStaffSession,
  type EventOf,
  isScreenPaired,
  removeEndedAssistedSessions,
  replaceAssistedSession,
  type StoredAssistedSession,
} from '#db/assisted-sessions.server.ts'
import { encryptEvent, eventActor } from './case-events.server.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { endSharedSession, sharedSession } from './shared-session.server.ts'

/** How long an assisted session lasts at the most, in hours, and how long its row is stored afterwards, in days. */
export const [assistedHours, assistedSessionStoredDays] = [2, 30]

/** A clerk assisting a resident: whose folder, on what legal ground, until when. */
export type AssistedSession = Omit<StoredAssistedSession, 'sealed'> & { readonly assistance: Assistance }

/** Reads a stored session; not readable where its legal ground is not. */
export function readAssistedSession({ sealed, ...assisted }: StoredAssistedSession): Read<AssistedSession> {
  return readStored({ table: 'client_sessions', id: assisted.id }, sealed, purposes.clientSession(assisted.id), (plain) => ({
    ...assisted,
    assistance: assistanceSchema.parse(JSON.parse(plain.toString('utf8'))) as Assistance,
  }))
}

/** The fields every stored legal ground has. */
const assistanceSchema = z.looseObject({ ground: z.string(), channel: z.string(), seen: z.array(z.string()) })

/** When an assisted session expires: a mandate ends with its last day, in Qinghai time. */
export function endOf({ until }: Pick<Assistance, 'until'>, now: Date): Date {
  const longest = now.getTime() + assistedHours * 3_600_000
  return new Date(until === undefined ? longest : Math.min(longest, beginningOf(addDays(until, 1)).getTime()))
}

/** What is needed to end an assisted session. */
export type Ending = Pick<StoredAssistedSession, 'id' | 'folderId' | 'staffId'>

/** How an assisted session ends: by hand, on expiry, because the next resident is assisted, or because its clerk may not go on. */
export type HowEnded = Extract<ApplicationEvent, { type: 'help-end' }>['how']

type Starting = Pick<AssistedSession, 'staffId' | 'staffSession' | 'place' | 'folderId' | 'assistance'>

/**
 * Starts an assisted session and ends the one before, in one commit. `folderId` is null for a new case. What was posted twice starts one
 * session: the one that runs is given back where it is for the same folder, on the same ground.
 */
export async function startAssistedSession(asked: Starting, now: Date): Promise<AssistedSession> {
  for (;;) {
    const running = await assistedSessionOfStaff(asked.staffSession)
    const same = running && (await sameSession(running, asked, now))
    if (same) return same
    const assisted: AssistedSession = { ...asked, id: randomUUID(), startedAt: now, expiresAt: endOf(asked.assistance, now) }
    const { assistance, ...row } = assisted
    const sealed = encryptText(JSON.stringify(assistance), purposes.clientSession(assisted.id))
    const events = begun(assisted, asked.folderId ? await applicationsOf(asked.folderId) : [], now)
    const before = running && { id: running.id, at: now, events: await ended(running, 'next', now) }
    if (!(await refusingFullDisk(replaceAssistedSession({ ...row, sealed }, events, before)))) continue
    if (running) endSharedSession(running.id)
    return assisted
  }
}

/** The running session, where nothing else would be started. For a new case it is the same only as long as nothing was done in it. */
async function sameSession(running: StoredAssistedSession, asked: Starting, now: Date): Promise<AssistedSession | undefined> {
  const read = readAssistedSession(running)
  if (!read.ok || !(running.expiresAt > now)) return undefined
  const { folderId, place, assistance } = read.value
  if (folderId !== asked.folderId || place !== asked.place || JSON.stringify(assistance) !== JSON.stringify(asked.assistance))
    return undefined
  const isUsed = folderId === null && (sharedSession(running.id).place !== '' || (await isScreenPaired(running.id)))
  return isUsed ? undefined : read.value
}

const begun = (assisted: AssistedSession, applications: readonly Pick<StoredApplication, 'id'>[], now: Date): EventOf[] =>
  applications.map(({ id }) => ({
    applicationId: id,
    event: encryptEvent({
      ...{ type: 'help-begin', actor: eventActor('clerk', assisted.staffId), at: now.toISOString(), session: assisted.id },
      ...{ ground: assisted.assistance.ground, channel: assisted.assistance.channel, seen: [...assisted.assistance.seen] },
      ...(assisted.assistance.scope ? { scope: [...assisted.assistance.scope] } : {}),
      ...(assisted.assistance.until ? { until: assisted.assistance.until } : {}),
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
export async function endAssistedSessionOf(staffSession: string, now: Date): Promise<void> {
  const stored = await assistedSessionOfStaff(staffSession)
  if (stored) await endAssistedSession(stored, 'hand', now)
}

/**
 * Closes a staff session, with its assisted session. Both screens are told once both are over: what stands on the clerk's then, and was not
 * saved, meets the sign-in page, which keeps it for them.
 */
export async function closeSessionsOf(staffSession: string, now: Date): Promise<void> {
  for (;;) {
    const running = await assistedSessionOfStaff(staffSession)
    const assisted = running && { id: running.id, at: now, events: await ended(running, 'hand', now) }
    if (!(await refusingFullDisk(closeStaffSession(staffSession, assisted)))) continue
    if (running) endSharedSession(running.id)
    return
  }
}

/** Ends an assisted session. */
export async function endAssistedSession(assisted: Ending, how: HowEnded, now: Date): Promise<void> {
  await refusingFullDisk(closeAssistedSession(assisted.id, now, await ended(assisted, how, now)))
  endSharedSession(assisted.id)
}

async function ended({ id, folderId, staffId }: Ending, how: HowEnded, now: Date): Promise<EventOf[]> {
  const applications = folderId ? await applicationsOf(folderId) : []
  const actor = how === 'time' || how === 'right' ? eventActor('system') : eventActor('clerk', staffId)
  return encryptedEvents(applications, { type: 'help-end', actor, at: now.toISOString(), session: id, how })
}

const encryptedEvents = (applications: readonly StoredApplication[], event: ApplicationEvent): EventOf[] =>
  applications.map(({ id }) => ({ applicationId: id, event: encryptEvent(event) }))

/** Deletes the rows of ended sessions stored long enough. */
export async function removeOldAssistedSessions(now: Date): Promise<void> {
  await removeEndedAssistedSessions(daysLater(now, -assistedSessionStoredDays))
}

/** Who files something, as its event records it: the resident, or a clerk with the legal ground. */
export type Filed = Pick<Extract<ApplicationEvent, { type: 'submit' }>, 'actor' | 'helped'>

/** How a clerk files for a resident; undefined where the legal ground does not cover it on that day. */
export function filedFor(assisted: AssistedSession, move: MandateScope, now: Date): Filed | undefined {
  const asOf: Day = dayOf(now)
  if (!covered(assisted.assistance, move, asOf)) return undefined
  const { confirmed } = sharedSession(assisted.id)
  return {
    actor: eventActor('clerk', assisted.staffId),
    helped: {
      ...{ session: assisted.id, ground: assisted.assistance.ground, channel: assisted.assistance.channel },
      ...(confirmed.length > 0 ? { confirmed: [...confirmed] } : {}),
    },
  }
}
