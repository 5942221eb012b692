/** A display mode: one language, or both on one screen, Chinese first. */
export type Mode = 'zh' | 'bo' | 'zh-bo'
/** A language texts are written in. */
export type Language = 'zh' | 'bo'

/** Every mode, in the order they are offered. */
export const modes: readonly Mode[] = ['zh', 'bo', 'zh-bo']

/** Is this the name of a mode? */
export function isMode(text: string | null | undefined): text is Mode {
  return modes.some((mode) => mode === text)
}

/** The mode a path begins with, undefined where it begins with none. */
export function modeOfPath(pathname: string): Mode | undefined {
  const first = pathname.split('/')[1]
  return isMode(first) ? first : undefined
}

/** The languages a mode shows, the prominent one first. */
export function languagesOf(mode: Mode): readonly Language[] {
  return mode === 'zh-bo' ? ['zh', 'bo'] : [mode]
}

/** The value of `lang` for a language. */
export function langOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'bo'
}

/** The value of `lang` of a whole page: its prominent language. */
export function pageLang(mode: Mode): string {
  return mode === 'bo' ? 'bo' : 'zh-CN'
}
