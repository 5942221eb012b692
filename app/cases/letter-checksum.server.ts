import { createHash } from 'node:crypto'
import { reasonOf } from '#app/domain/event.ts'
import { sourceLanguage } from '#app/domain/language.ts'
import type { LetterEvent } from '#app/domain/letter-event.ts'

/** How many digits of the hash are printed: enough that nobody finds another text for them. */
const digits = 32

/**
 * The checksum of a letter: SHA-256 of everything it says, with its number and the code of its address, which makes what it says unguessable.
 * Texts count in the languages they were written in: one that is added later changes nothing. Undefined for what is in no register.
 */
export function checksumOf(event: LetterEvent): string | undefined {
  const { document, at } = event
  if (!document?.register) return undefined
  const { checksum: _, ...register } = document.register
  const reason = event.type === 'correct-decision' ? undefined : reasonOf(event)
  const content = plainly({ ...document, register, at, reason }, register.languages)
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, digits)
}

/** The same value with its properties in order, and texts in these languages only. */
function plainly(value: unknown, languages: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => plainly(one, languages))
  if (typeof value !== 'object' || value === null) return value
  const isText = sourceLanguage in value
  return Object.entries(value)
    .filter(([key, one]) => one !== undefined && (!isText || languages.includes(key)))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]) => [key, plainly(one, languages)])
}
