import { isClosed, moved, type Role } from '#app/domain/application.ts'
import { type HallActor, type HallStep, mayAtDesk } from '#app/domain/deciding.ts'
import { type ApplicationEvent, applicationEvent, type Helped, isForResident, moveOf } from '#app/domain/event.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { plainText } from '#app/i18n/messages.ts'
import { isMode } from '#app/i18n/mode.ts'
import { newId } from '#app/security/randoms.server.ts'
import { lockText, unlockText } from '#app/security/vault.server.ts'
import { type DeskStep, moveApplication, noteEvent, type StoredApplication } from '#db/applications.server.ts'
import type { NewMessage } from '#db/outbox.server.ts'
import { eventsOf, type NewEvent, type StoredEvent } from '#db/record.server.ts'
import { onDisk } from './disk.server.ts'
import type { Folder } from './folder.ts'
import { limitsOf } from './limits.ts'
import { message } from './outbox.server.ts'
import { contentHash, linkHash } from './record-hash.server.ts'
import { lockedSubmission } from './submission.server.ts'
import type { BareSubmission } from './submission.ts'
import { wordingInForce } from './wording.server.ts'

/** How long what has ended is kept, in days: withdrawn by the resident, expired unsent, decided by the hall. */
export const keptAfter = { withdrawn: 30, expired: 30, approved: 180, declined: 180 } as const
/** How long the answer to a rating can be read at the least, in days. */
export const answerKept = 30

/** An event locked for the database. */
export function lockedEvent(event: ApplicationEvent): NewEvent {
  const [id, words] = [newId(), JSON.stringify(event)]
  const content = contentHash(id, words)
  const linked = (previous: string) => linkHash(previous, content)
  return { id, type: event.type, at: new Date(event.at), sealed: lockText(words, purposes.event(id)), content, linked }
}

/** What happened to an application, first things first. Throws where an event does not unlock: a broken promise of our own. */
export async function historyOf(applicationId: string): Promise<ApplicationEvent[]> {
  return (await eventsOf(applicationId)).map(openedEvent)
}

/** An event as it was written. Throws where it does not unlock. */
export function openedEvent({ id, sealed }: Pick<StoredEvent, 'id' | 'sealed'>): ApplicationEvent {
  const text = unlockText(sealed, purposes.event(id))
  if (text === undefined) throw new Error('An event does not unlock')
  return applicationEvent.parse(JSON.parse(text))
}

/** What a move came to: done, not allowed from here, or somebody moved it first. */
export type Moved = 'done' | 'not-allowed' | 'stale'

type With = DeskStep & {
  /** What was submitted, where it changes with the move. */
  readonly submission?: BareSubmission
  /** The county that stands in it then: where it is another, the hall of that one has it from now on, and nobody there works on it yet. */
  readonly county?: string | undefined
  readonly messages?: readonly NewMessage[]
}

/** Moves an application by an event, whoever does it: the table of the life cycle decides. */
export async function move(
  application: StoredApplication,
  event: ApplicationEvent,
  { submission, county, messages = [], seen, marks }: With = {},
): Promise<Moved> {
  const name = moveOf(event)
  const to = name && moved(application.status, name, event.actor.role)
  if (!to) return 'not-allowed'
  const at = new Date(event.at)
  const days = isClosed(to) ? keptAfter[to as keyof typeof keptAfter] : undefined
  const done = await onDisk(
    moveApplication({
      ...{ id: application.id, from: application.status, to, at, event: lockedEvent(event), messages },
      ...{ seen, marks },
      ...handedOver(application, event, county),
      ...(submission ? { sealed: lockedSubmission(application.id, submission, await wordingInForce()) } : {}),
      ...(event.type === 'decline' && event.condition ? { declinedFor: event.condition } : {}),
      ...(days === undefined ? {} : { expiresAt: new Date(at.getTime() + days * 86_400_000) }),
    }),
  )
  return done ? 'done' : 'stale'
}

/** What changes with a move after which another county stands in what was handed in. */
function handedOver({ county: from }: StoredApplication, { actor, at }: ApplicationEvent, to: string | undefined) {
  if (to === undefined || from === null || to === from) return {}
  return { county: to, also: [lockedEvent({ type: 'hand-over', actor, at, from, to })], marks: { assignee: null } }
}

/** A case of the hall: the application, and the folder it lies in. */
export type HallCase = { readonly application: StoredApplication; readonly folder: Folder; readonly code: string }

/** What somebody of the hall does, as an event. */
export type HallEvent = Extract<ApplicationEvent, { type: HallStep }>

/**
 * A step of somebody at the desk, decided on when there were `seen` events (looks not counted): `stale` where something else
 * happened since, and nothing is written then. Notes and looks go beside whatever else happens.
 */
export async function stepByHall(hallCase: HallCase, event: HallEvent, who: HallActor, seen: number): Promise<Moved> {
  const { application } = hallCase
  if (!mayAtDesk(application, event.type, who)) return 'not-allowed'
  if (moveOf(event)) return moveByHall(hallCase, event, seen)
  const beside = event.type === 'note' || event.type === 'look'
  const step = beside ? {} : { seen, marks: marksOf(hallCase, event), messages: messagesOf(hallCase, event) }
  return (await onDisk(noteEvent(application.id, lockedEvent(event), step))) ? 'done' : 'stale'
}

/** How many events there were when somebody looked: a step decided on then is taken only while there are no others. */
export function seenIn(history: readonly ApplicationEvent[]): number {
  return history.filter(({ type }) => type !== 'look').length
}

/** A move of the hall: what it marks goes with it, and the resident is told. */
export function moveByHall(hallCase: HallCase, event: ApplicationEvent, seen?: number): Promise<Moved> {
  return move(hallCase.application, event, { messages: messagesOf(hallCase, event), seen, marks: marksOf(hallCase, event) })
}

/** What the resident is told of a step of the hall, in the language they handed in with. */
function messagesOf({ application, folder, code }: HallCase, event: ApplicationEvent): NewMessage[] {
  return isForResident(event) ? messagesFor(folder, code, application.id, event, application.mode) : []
}

/** What an event changes besides the status. A legal limit runs from the day the hall accepted; of several the first to end counts. */
function marksOf({ application, folder }: HallCase, event: ApplicationEvent): DeskStep['marks'] {
  switch (event.type) {
    case 'accept':
    case 'start-review': {
      if (application.dueOn !== null) return {}
      const ends = limitsOf(folder, application, [event]).map((limit) => limit.ends)
      return { dueOn: ends.sort()[0] ?? null }
    }
    case 'propose-decline':
      return { proposedBy: event.actor.id ?? null }
    case 'return-proposal':
    case 'decline':
      return { proposedBy: null }
    case 'assign':
      return { assignee: event.to }
    case 'answer-rating': {
      const read = Date.parse(event.at) + answerKept * 86_400_000
      return { ratingAnsweredAt: event.at, expiresAt: new Date(Math.max(read, application.expiresAt?.getTime() ?? 0)).toISOString() }
    }
    default:
      return {}
  }
}

/** Writes a rating. */
export async function note(application: StoredApplication, event: ApplicationEvent): Promise<void> {
  await onDisk(noteEvent(application.id, lockedEvent(event), event.type === 'rate' ? { marks: { rating: event.score } } : {}))
}

/** Who did something, as an event says it. */
export const actor = (role: Role, id?: string): ApplicationEvent['actor'] => (id === undefined ? { role } : { role, id })

/** The message an event sends, where the person asked for messages; in the language that was used, with nothing personal but the end of the code. */
export function messagesFor(
  folder: Folder,
  code: string,
  applicationId: string,
  event: Pick<ApplicationEvent, 'type' | 'at'> & { readonly helped?: Helped | undefined },
  mode: string | null,
): NewMessage[] {
  const phone = folder.values['contact/home/phone']
  const wants = folder.values['contact/home/messages'] === 'sms'
  if (!wants || folder.practice || typeof phone !== 'string' || event.type === 'rate') return []
  // Whoever withdraws knows it; of what was filed in their name they are always told.
  if (event.type === 'withdraw' && !event.helped) return []
  const words = plainText(isMode(mode) ? mode : 'zh', `messages:${event.helped ? `helped.${event.type}` : event.type}`, {
    tail: code.slice(-4),
  })
  const found = message(applicationId, phone, words, new Date(event.at))
  return found ? [found] : []
}
