import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Day } from '#app/domain/day.ts'
import { type Check, nextOf } from '#app/forms/household-form.ts'
import { householdOf } from '#app/forms/members.ts'
import { servicesAbout } from './check.ts'
import { keyOf, linesOf, type ResultLines, servicesIn } from './result-lines.ts'

/** The lines of a result; `by`: what tells them from others, `services`: those they are about. */
export type KnownLines = { readonly lines: ResultLines; readonly by: string; readonly services: readonly string[] }

/** Lines by a hash of the answers they follow from: no answer and no name is held. */
const known = new LRUCache<string, KnownLines>({ max: 1000 })

/**
 * The lines of a check on a day; undefined while something is still to be answered. Whoever comes back to them, from one of them or in
 * another language, is not judged anew.
 */
export function finishedLines(check: Check, only: string | undefined, asOf: Day): KnownLines | undefined {
  const hash = createHash('sha256')
    .update(JSON.stringify({ ...check, ...householdOf(check), only, asOf }))
    .digest('base64')
  const before = known.get(hash)
  if (before) return before
  if (nextOf(check, servicesAbout(only, asOf), asOf) !== null) return undefined
  const lines = linesOf(check, only, asOf)
  const fresh = { lines, by: `${only ?? ''} ${keyOf(lines)}`, services: servicesIn(lines) }
  known.set(hash, fresh)
  return fresh
}
