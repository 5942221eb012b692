import { contentHash, linkHash } from '#app/audit-log/chain-hash.server.ts'
import type { Role } from '#app/domain/application.ts'
import { isMoment } from '#app/domain/day.ts'
import { type ApplicationEvent, applicationEvent, type HistoryEvent } from '#app/domain/event.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { newId } from '#app/security/random.server.ts'
import { type Read, readStored } from '#app/security/stored-value.server.ts'
import { eventsOf, type NewEvent, type StoredEvent } from '#db/audit-log.server.ts'

/** An event encrypted for the database. @throws where it could not be read again: such a one is never acknowledged */
export function encryptEvent(event: ApplicationEvent, id = newId()): NewEvent {
  const plaintext = JSON.stringify(applicationEvent.parse(event))
  const content = contentHash(id, plaintext)
  const linked = (previous: string) => linkHash(previous, content)
  return { id, type: event.type, at: new Date(event.at), sealed: encryptText(plaintext, purposes.event(id)), content, linked }
}

/**
 * What happened to an application, first things first; with `of`, only what is of such kinds. What cannot be read stands in its place, and
 * is logged.
 */
export async function historyOf(applicationId: string, of: (kind: string) => boolean = () => true): Promise<HistoryEvent[]> {
  const rows = (await eventsOf(applicationId)).filter(({ type }) => of(type))
  return rows.map((row) => {
    const read = decryptEvent(row)
    return read.ok ? read.value : { type: 'unreadable', id: row.id, was: row.type, at: isMoment(row.at) ? row.at.toISOString() : null }
  })
}

/** An event as it was written, or that it cannot be read. */
export function decryptEvent({ id, sealed }: Pick<StoredEvent, 'id' | 'sealed'>): Read<ApplicationEvent> {
  return readStored({ table: 'events', id }, sealed, purposes.event(id), (plain) =>
    applicationEvent.parse(JSON.parse(plain.toString('utf8'))),
  )
}

/** The actor of an event. */
export const eventActor = (role: Role, id?: string): ApplicationEvent['actor'] => (id === undefined ? { role } : { role, id })
