import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'

/** What stands in the record for the content of an event: whoever has the database and not the key cannot write another one. */
export const contentHash = (id: string, words: string): string => keyedHash(hashLabels.eventContent(id, words))

/** What chains an event to the one before it. */
export const linkHash = (previous: string, content: string): string => keyedHash(hashLabels.eventLink(previous, content))
