// @ts-check
/**
 * Remembers, for each translated text, the Chinese it renders: `node locales/stamp.js` after translating.
 * `locales/review/<namespace>.json` holds, by key, the fingerprint of both and the review state. A text whose
 * Chinese has changed since is stale until it is stamped again; a text that was stamped anew is unreviewed again.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const locales = dirname(fileURLToPath(import.meta.url))

/** Every text of a JSON, by dotted key. @param {Record<string, unknown>} texts @returns {[string, string][]} */
export function flat(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [/** @type {[string, string]} */ ([prefix + key, value])]
      : flat(/** @type {Record<string, unknown>} */ (value), `${prefix}${key}.`),
  )
}

/** The fingerprint of a pair: a text, and the one that renders it. @param {string} source @param {string} target */
export function fingerprint(source, target) {
  return createHash('sha256').update(`${source}\0${target}`).digest('base64url').slice(0, 12)
}

/**
 * Where the reviews of each language lie, beside the texts.
 * @type {Readonly<Record<import('../app/domain/language.ts').TargetLanguage, string>>}
 */
export const reviewFolders = { bo: 'review' }

/** The namespaces of a language. @param {string} language */
export function namespaces(language) {
  const names = readdirSync(join(locales, language), { recursive: true }).map(String)
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/').replace(/\.json$/, ''))
    .sort()
}

/** One file of texts. @param {string} language @param {string} namespace @returns {Record<string, any>} */
export function texts(language, namespace) {
  return JSON.parse(readFileSync(join(locales, language, `${namespace}.json`), 'utf8'))
}

/** Stamps the texts of a namespace in one language. @param {string} language @param {string} folder @param {string} namespace */
function stamp(language, folder, namespace) {
  const file = join(locales, folder, `${namespace}.json`)
  /** @type {Record<string, { of: string, state: string }>} */
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const targets = Object.fromEntries(flat(texts(language, namespace)))
  const after = flat(texts('zh', namespace)).map(([key, source]) => {
    const of = fingerprint(source, targets[key] ?? '')
    return [key, before[key]?.of === of ? before[key] : { of, state: 'unreviewed' }]
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `{\n${after.map(([key, review]) => `  ${JSON.stringify(key)}: ${JSON.stringify(review)}`).join(',\n')}\n}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [language, folder] of Object.entries(reviewFolders))
    for (const namespace of namespaces('zh')) stamp(language, folder, namespace)
}
