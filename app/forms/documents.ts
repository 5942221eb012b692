import { evaluate, type Subject } from '#app/domain/condition.ts'
import type { Document } from '#app/services/define.ts'

/**
 * The papers a service asks of somebody: those always needed, and those that are or may be needed in their case. `people`: how many the
 * household lists; who is alone in it has no papers of a family.
 */
export function documentsAsked(documents: readonly Document[], subject: Subject | undefined, people: number): readonly Document[] {
  return documents.filter(
    ({ when, ofFamily }) => !(ofFamily && people === 1) && (!when || !subject || evaluate(when, subject).truth !== 'no'),
  )
}
