import { languagesOf, type Mode, sourceLanguage, type TargetLanguage } from '#app/domain/language.ts'

/** Review state of a translated text: the fingerprint of it and of the text it renders, and whether a person has read it. */
export type Review = { of: string; state: 'unreviewed' | 'reviewed' }

/** The reviews of each language, as `locales/stamp.js` writes them. */
const files: Readonly<Record<TargetLanguage, Readonly<Record<string, Record<string, Review>>>>> = {
  bo: import.meta.glob<Record<string, Review>>('/locales/review/**/*.json', { eager: true, import: 'default' }),
}
const folders: Readonly<Record<TargetLanguage, string>> = { bo: '/locales/review' }

function isReviewed(language: TargetLanguage, namespace: string): boolean {
  const reviews = files[language][`${folders[language]}/${namespace}.json`]
  return reviews !== undefined && Object.values(reviews).every((review) => review.state === 'reviewed')
}

/** Has a person read every text of some namespaces, in the languages of a mode they are translated into? */
export function areReviewed(mode: Mode, namespaces: readonly string[]): boolean {
  return languagesOf(mode).every((language) => language === sourceLanguage || namespaces.every((name) => isReviewed(language, name)))
}
