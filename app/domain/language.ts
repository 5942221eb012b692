/** The languages texts are written in. A third one: `docs/add-a-language.md`. */
export const languages = ['zh', 'bo'] as const
/** A language texts are written in. */
export type Language = (typeof languages)[number]

/** The language every text is written in first; in the others it is rendered. */
export const sourceLanguage = 'zh' satisfies Language
/** A language texts are translated into. */
export type TargetLanguage = Exclude<Language, typeof sourceLanguage>
/** The languages texts are translated into. */
export const targetLanguages = languages.filter((language): language is TargetLanguage => language !== sourceLanguage)

/** The languages a display mode shows, the prominent one first: each alone, or several on one screen. In the order modes are offered. */
const shown = {
  zh: ['zh'],
  bo: ['bo'],
  'zh-bo': ['zh', 'bo'],
} as const satisfies Readonly<Record<Language, readonly [Language]>> & Readonly<Record<string, readonly [Language, ...Language[]]>>

/** A display mode: one language, or several on one screen. */
export type Mode = keyof typeof shown
/** Every mode, in the order they are offered. */
export const modes: readonly Mode[] = Object.keys(shown) as Mode[]

/** The modes that leave no language out. */
type WholeMode = { [M in Mode]: [Language] extends [(typeof shown)[M][number]] ? M : never }[Mode]
/** The mode of whoever has chosen none, and of what several people read: letters, slips, a screen they share. It shows every language. */
export const parallelMode: WholeMode = 'zh-bo'

/** The languages a mode shows, the prominent one first. */
export const languagesOf = (mode: Mode): readonly [Language, ...Language[]] => shown[mode]
/** Does a mode show several languages on one screen? */
export const isParallel = (mode: Mode): boolean => languagesOf(mode).length > 1

/** Something in every language. */
export type InEvery<Of> = Readonly<Record<Language, Of>>
/** What a function of the language says, in every language. */
export function inEvery<Of>(of: (language: Language) => Of): InEvery<Of> {
  const found: Partial<Record<Language, Of>> = {}
  for (const language of languages) found[language] = of(language)
  return found as InEvery<Of>
}

/** Is this the name of a language? */
export const isLanguage = (text: string | null | undefined): text is Language => languages.some((language) => language === text)
/** Is this the name of a mode? */
export const isMode = (text: string | null | undefined): text is Mode => modes.some((mode) => mode === text)

/** A text as it was stored: in the source language, and in those there were at the time. */
export type StoredTexts = Partial<InEvery<string>> & Readonly<Record<typeof sourceLanguage, string>>
/** Words as they were stored, in every language: what was stored before a language was added is read in the source language. */
export const inEveryNow = (stored: StoredTexts): InEvery<string> => inEvery((language) => stored[language] ?? stored[sourceLanguage])

/** Does a text stand once for every language: a name, a number? */
export const isSameInEvery = (text: InEvery<string>): boolean => languages.every((language) => text[language] === text[sourceLanguage])

/** The letters each language is written in. */
export const letters: InEvery<RegExp> = { zh: /\p{Script=Han}/u, bo: /[\u0f00-\u0fff]/ }

/** What is read as one syllable in each script. */
const syllables: InEvery<RegExp> = { zh: /\p{Script=Han}/gu, bo: /[\u0f40-\u0fbc]+/g }

/**
 * The language whose script a text is in: the one most of its syllables are written in, where as many are in each a target language; by other
 * signs of a script, such as digits, where there are none; undefined without any.
 */
export function scriptOf(text: string): Language | undefined {
  const found = ([...targetLanguages, sourceLanguage] as const).filter((language) => letters[language].test(text))
  const counts = new Map(found.map((language) => [language, text.match(syllables[language])?.length ?? 0]))
  return found.find((language) => counts.get(language) === Math.max(...counts.values()))
}
