import type { Role } from '#app/domain/application.ts'
import { type ApplicationEvent, applicationEvent } from '#app/domain/event.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { newId } from '#app/security/randoms.server.ts'
import { lockText, unlockText } from '#app/security/vault.server.ts'
import { eventsOf, type NewEvent, type StoredEvent } from '#db/record.server.ts'
import { contentHash, linkHash } from './record-hash.server.ts'

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

/** Who did something, as an event says it. */
export const actor = (role: Role, id?: string): ApplicationEvent['actor'] => (id === undefined ? { role } : { role, id })
