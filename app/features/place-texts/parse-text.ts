import { parseText } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { type Language, letters } from '#app/domain/language.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** A text as it is saved, or what is wrong with it: in the script of its language, not too long, and asking nobody to give up land. */
export function parsePlaceText(typed: string, language: Language, most: number): { readonly text: string; readonly error?: FieldError } {
  const parsed = parseText(typed.slice(0, most * 4), most)
  const text = parsed.ok ? parsed.value : ''
  const field = language
  if (!parsed.ok || !isIn(text, language)) return { text, error: { key: `place-texts:errors.${language}`, field, values: { most } } }
  const caught = landDemandIn(text)
  return caught === undefined ? { text } : { text, error: { key: 'place-texts:errors.land', field, values: { caught } } }
}

const isIn = (text: string, language: Language) => letters[language].test(text)
