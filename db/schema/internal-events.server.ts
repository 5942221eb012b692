import { sql } from 'drizzle-orm'
import { internalKinds } from '#app/domain/internal-words.ts'

/**
 * Is an event of the kinds that say which words for staff wait? They are few, so that an index of them alone is small. It serves a query
 * that has these very words in its condition.
 */
export const ofInternalWords = sql.raw(`type in (${internalKinds.map((kind) => `'${kind}'`).join(', ')})`)
