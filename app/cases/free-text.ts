import { unitsPerCharacter } from '#app/domain/characters.ts'
import { type EventText, longestText } from '#app/domain/event-text.ts'
import { type IdentityParsed, parseText } from '#app/domain/identity.ts'
import { type Language, scriptOf, sourceLanguage } from '#app/domain/language.ts'
import { hasText, keysUnder } from '#app/i18n/messages.ts'
import { phraseText } from '#app/i18n/stored-names.ts'
import { bothOf } from './stored-texts.ts'

/** The language of a text, by its script. */
export const languageOfText = (text: string): Language => scriptOf(text) ?? sourceLanguage

/** What a free text is about: each kind has standard sentences of its own in `locales/…/phrases.json`. */
export type PhraseKind = 'correction' | 'approve' | 'decline' | 'return' | 'rating' | 'answer'

/** The keys of the standard sentences of a kind. */
export function phrasesOf(kind: PhraseKind): string[] {
  return keysUnder('phrases', kind).map((key) => `${kind}.${key}`)
}

/** A free text as an event stores it, or what is wrong with it; `text` undefined where nothing was written and no sentence chosen. */
export function parseFreeText(typed: string, phrase: string): { text: EventText | undefined; error?: 'text-too-long' } {
  const chosen = phrase !== '' && hasText(`phrases:${phrase}`) ? { phrase, said: bothOf(phraseText(phrase)) } : {}
  const parsed = parsedText(typed)
  if (!parsed.ok && parsed.error === 'text-too-long') return { text: undefined, error: parsed.error }
  const text = parsed.ok ? parsed.value : ''
  if (text === '' && !('phrase' in chosen)) return { text: undefined }
  return { text: { text, language: languageOfText(text), ...chosen } }
}

/** A text of a resident as an event stores it, with the language of its script; `text` undefined where nothing was typed, or too much. */
export function parseOptionalText(typed: string): { text: EventText | undefined; error?: 'text-too-long' } {
  const parsed = parsedText(typed)
  if (parsed.ok) return { text: { text: parsed.value, language: languageOfText(parsed.value) } }
  return { text: undefined, ...(parsed.error === 'text-too-long' ? { error: parsed.error } : {}) }
}

/** What is longer in any way of counting is not read to its end. */
const parsedText = (typed: string): IdentityParsed =>
  typed.length > longestText * unitsPerCharacter ? { ok: false, error: 'text-too-long' } : parseText(typed, longestText)
