// @ts-check
/**
 * Remembers, for each Tibetan text, the Chinese it renders: `node locales/stamp.js` after translating.
 * `locales/review/<namespace>.json` holds, by key, the fingerprint of the Chinese and the review state. A Tibetan text whose
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

/** The fingerprint of a pair: the Chinese, and the Tibetan made of it. @param {string} zh @param {string} bo */
export function fingerprint(zh, bo) {
  return createHash('sha256').update(`${zh}\0${bo}`).digest('base64url').slice(0, 12)
}

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const namespace of namespaces('zh')) {
    const file = join(locales, 'review', `${namespace}.json`)
    /** @type {Record<string, { of: string, state: string }>} */
    const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    const bo = Object.fromEntries(flat(texts('bo', namespace)))
    const after = flat(texts('zh', namespace)).map(([key, zh]) => {
      const of = fingerprint(zh, bo[key] ?? '')
      return [key, before[key]?.of === of ? before[key] : { of, state: 'unreviewed' }]
    })
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `{\n${after.map(([key, review]) => `  ${JSON.stringify(key)}: ${JSON.stringify(review)}`).join(',\n')}\n}\n`)
  }
}
