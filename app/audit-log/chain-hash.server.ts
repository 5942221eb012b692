import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'

/** Keyed hash of the content of an event: with the database but not the key, nobody can write another event. */
export const contentHash = (id: string, plaintext: string): string => keyedHash(hashLabels.eventContent(id, plaintext))

/** The hash that chains an event to the one before it. */
export const linkHash = (previous: string, content: string): string => keyedHash(hashLabels.eventLink(previous, content))
