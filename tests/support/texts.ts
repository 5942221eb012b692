import { readFileSync } from 'node:fs'
import type { Language } from '#app/domain/language.ts'

/** A text of the locales: `verdicts:eligible.name`. */
export function textOf(language: Language, key: string): string {
  const [namespace = '', path = ''] = key.split(':')
  const texts: unknown = JSON.parse(readFileSync(new URL(`../../locales/${language}/${namespace}.json`, import.meta.url), 'utf8'))
  const found = String(path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts))
  return found.replace(/\$t\((.+?)\)/g, (_, shared: string) => textOf(language, shared))
}
