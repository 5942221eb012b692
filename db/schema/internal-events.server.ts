import { sql } from 'drizzle-orm'
import { internalKinds } from '#app/domain/internal-texts.ts'
import type { EventType } from '#app/domain/stored-labels.ts'

/** A condition in the very same words wherever it is written. */
const isOf = (kinds: readonly EventType[]) => sql.raw(`type in (${kinds.map((kind) => `'${kind}'`).join(', ')})`)

/**
 * Is an event of the kinds that say which texts for staff wait? They are few, so that an index of them alone is small. It serves a query
 * that has these very words in its condition.
 */
export const ofInternalTexts = isOf(internalKinds)

const returnedKinds = ['return-words', 'return-internal'] as const satisfies readonly EventType[]
/** Did texts come back to whoever wrote them, whether residents were to read them or staff? The same goes for its index. */
export const ofReturnedTexts = isOf(returnedKinds)
