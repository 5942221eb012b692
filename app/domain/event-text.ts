import { z } from 'zod'
import { unitsPerCharacter } from './characters.ts'
import { both } from './decision-document.ts'
import { languages } from './language.ts'

/** The longest free text, in characters as a reader counts them. */
export const longestText = 1000

/** What may lie in an event: every text that may be written, in units of UTF-16. What is written and cannot be read is lost. */
export const storedText = z.string().max(longestText * unitsPerCharacter)

/**
 * A free text, and its language; `phrase` is the key of a standard sentence, which everybody reads in their own, and `said` what it said:
 * the first events lack that.
 */
export const eventText = z.object({
  text: storedText,
  language: z.enum(languages),
  phrase: z.string().max(60).optional(),
  said: both.optional(),
})
/** A free text, as an event stores it. */
export type EventText = z.infer<typeof eventText>
