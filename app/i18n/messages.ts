import i18next from 'i18next'
import { inEvery, isLanguage, sourceLanguage } from '#app/domain/language.ts'
import { type Language, languagesOf, type Mode } from './mode.ts'

/** Values for `{{…}}`: the same in every language, or by language. */
export type Values = Readonly<Record<string, string | number>> | ((language: Language) => Readonly<Record<string, string | number>>)

/** Every file of `locales/<language>`: namespace (`common`, `services/land-rights`) to texts. */
const files = import.meta.glob<Record<string, unknown>>(['/locales/*/**/*.json', '!/locales/review*/**'], {
  eager: true,
  import: 'default',
})

const i18n = i18next.createInstance()
void i18n.init({
  resources: resources(),
  fallbackLng: false,
  keySeparator: '.',
  nsSeparator: ':',
  returnNull: false,
  initAsync: false,
  parseMissingKeyHandler: (key: string) => {
    throw new Error(`No text for ${key}`)
  },
})

function resources(): Record<Language, Record<string, Record<string, unknown>>> {
  const found = inEvery((): Record<string, Record<string, unknown>> => ({}))
  for (const [path, texts] of Object.entries(files)) {
    const [, , language, ...rest] = path.split('/')
    if (isLanguage(language)) found[language][rest.join('/').replace(/\.json$/, '')] = texts
  }
  return found
}

/** The text of a key (`namespace:path.to.key`) in one language. @throws where it, or a value in it, does not exist */
export function text(language: Language, key: string, values?: Values): string {
  const known = said[language].get(key)
  const found = known ?? withShared(language, i18n.t(key, { lng: language, skipInterpolation: true }))
  if (known === undefined) said[language].set(key, found)
  if (!found.includes('{{')) return found
  const given = typeof values === 'function' ? values(language) : values
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(given?.[name] ?? lacks(found)))
}

/** A text with those it shares with others in it: `$t(key)`, as i18next writes nesting, which it leaves alone where it interpolates nothing. */
function withShared(language: Language, found: string): string {
  return found.replace(/\$t\((.+?)\)/g, (_, key: string) => text(language, key))
}

function lacks(found: string): never {
  throw new Error(`A text lacks a value: ${found}`)
}

/** Cache of texts without values: a result page shows thousands. */
const said = inEvery(() => new Map<string, string>())
const existing = new Map<string, boolean>()

/** Does a text exist under this key? */
export function hasText(key: string): boolean {
  const known = existing.get(key) ?? i18n.exists(key, { lng: sourceLanguage })
  if (existing.size < 20_000) existing.set(key, known)
  return known
}

/** The text of a key for places that hold plain text only (titles, attributes): in parallel mode both languages. */
export function plainText(mode: Mode, key: string, values?: Values): string {
  return plainIn(mode, (language) => text(language, key, values))
}

/** What is said in each language, likewise. */
export function plainIn(mode: Mode, of: (language: Language) => string): string {
  return languagesOf(mode).map(of).join(' · ')
}

/** The keys directly under a key, in the order of the file. */
export function keysUnder(namespace: string, path: string): string[] {
  const found = i18n.getResource(sourceLanguage, namespace, path) as unknown
  return found && typeof found === 'object' ? Object.keys(found) : []
}
