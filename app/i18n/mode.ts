import { isMode, type Language, languagesOf, type Mode } from '#app/domain/language.ts'

export {
  isMode,
  isParallel,
  type Language,
  languages,
  languagesOf,
  type Mode,
  modes,
  parallelMode,
  sourceLanguage,
} from '#app/domain/language.ts'

/** The mode a path begins with, undefined where it begins with none. */
export function modeOfPath(pathname: string): Mode | undefined {
  const first = pathname.split('/')[1]
  return isMode(first) ? first : undefined
}

/** The value of `lang` for each language; the style sheets choose fonts and line heights by it. */
const htmlLang: Readonly<Record<Language, string>> = { zh: 'zh-CN', bo: 'bo' }

/** The value of `lang` for a language. */
export const langOf = (language: Language): string => htmlLang[language]

/** The value of `lang` of a whole page: its prominent language. */
export const pageLang = (mode: Mode): string => langOf(languagesOf(mode)[0])

/** What each mode calls itself, in the languages it shows. */
export const modeNames: Readonly<Record<Mode, readonly (readonly [Language, string])[]>> = {
  zh: [['zh', '中文']],
  bo: [['bo', 'བོད་ཡིག']],
  'zh-bo': [
    ['zh', '对照'],
    ['bo', 'ཟླ་སྒྲིག'],
  ],
}
