import { unitsPerCharacter } from '#app/domain/characters.ts'
import { type EventText, longestText } from '#app/domain/event-text.ts'
import { type IdentityParsed, parseText } from '#app/domain/identity.ts'
import { type InEvery, type Language, scriptOf, sourceLanguage } from '#app/domain/language.ts'
import type { PhraseKind } from '#app/domain/phrase.ts'
import { hasText, keysUnder } from '#app/i18n/messages.ts'
import { phraseText } from '#app/i18n/stored-names.ts'
import { bothOf } from './stored-texts.ts'

/** The language of a text, by its script. */
export const languageOfText = (text: string): Language => scriptOf(text) ?? sourceLanguage

/** The keys of the standard sentences of a kind in `locales/…/phrases.json`. */
export function phrasesOf(kind: PhraseKind): string[] {
  return keysUnder('phrases', kind).map((key) => `${kind}.${key}`)
}

/**
 * A free text as an event stores it, or what is wrong with it; `text` undefined where nothing was written and no sentence chosen. `own` says
 * what a sentence of the hall or the province says.
 */
export function parseFreeText(
  typed: string,
  phrase: string,
  own: (phrase: string) => InEvery<string> | undefined = () => undefined,
): { text: EventText | undefined; error?: 'text-too-long' } {
  const said = phrase === '' ? undefined : hasText(`phrases:${phrase}`) ? bothOf(phraseText(phrase)) : own(phrase)
  const chosen = said ? { phrase, said } : {}
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
