// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const source = 'node_modules/@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff2'
const folder = 'app/ui/fonts'
/** Chinese, for pictures the server draws: it has no font of its own. Noto Sans SC (OFL), in about a hundred parts. */
const chinese = 'node_modules/@fontsource-variable/noto-sans-sc'
const sheetFolder = 'build/fonts'

/** The whole font, Noto Serif Tibetan (OFL), as WOFF2. */
export const fullFont = () => readFileSync(source)

/** Digits and marks of the same design: the Tibetan file has none, and a device's last resort sets them in whatever it has. */
const digitsSource = 'node_modules/@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-latin-400-normal.woff2'
const digits = '0123456789.,:%+-–/()“”‘’'

/** What the display modes call themselves in Tibetan (`modeNames` in app/i18n/mode.ts). */
export const tibetanModeNames = 'བོད་ཡིག ཟླ་སྒྲིག'

/** Our own Tibetan texts, and the names of display modes, which stand in the code. */
export function tibetanTexts() {
  const names = readdirSync('locales/bo', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'))
  return `${names.map((name) => readFileSync(join('locales/bo', name), 'utf8')).join('')}${tibetanModeNames}`
}

/** Each Tibetan letter of a text once, whole and taken apart. @param {string} text */
export function tibetanLetters(text) {
  return [...new Set(text.normalize('NFD') + text)].filter((letter) => letter >= '\u0f00' && letter <= '\u0fff').sort()
}

/** The letters of our own texts, closed over every stack they can form, as WOFF2. */
export const coreFont = () => fontOf(tibetanTexts())

/** The letters of the language switch alone: a Chinese page on a phone without a Tibetan font has to show them, and nothing else. */
export const modesFont = () => fontOf(tibetanModeNames)

/** The digits and marks that stand in Tibetan texts, as WOFF2. */
export async function digitsFont() {
  const { default: subset } = await import('subset-font')
  return subset(readFileSync(digitsSource), digits, { targetFormat: 'woff2' })
}

/** @param {string} text */
async function fontOf(text) {
  const { default: subset } = await import('subset-font')
  return subset(fullFont(), tibetanLetters(text).join(''), { targetFormat: 'woff2' })
}

/**
 * Makes the Tibetan fonts: `modes`, `digits`, `core`, and `full`, which browsers fetch only when somebody types a letter that is not in `core`.
 */
export async function makeFonts() {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tibetan-modes.woff2'), await modesFont())
  writeFileSync(join(folder, 'tibetan-core.woff2'), await coreFont())
  writeFileSync(join(folder, 'tibetan-digits.woff2'), await digitsFont())
  writeFileSync(join(folder, 'tibetan-full.woff2'), fullFont())
}

/**
 * The fonts of the pictures as TrueType: Tibetan whole, and Chinese in the parts it is published in, each with the code points it is for, from
 * and to. A later part is meant before an earlier one.
 */
export async function sheetFonts() {
  const { default: subset } = await import('subset-font')
  const whole = (/** @type {string} */ path) => subset(readFileSync(path), undefined, { keepAllGlyphs: true, targetFormat: 'truetype' })
  /** @type {Record<string, string>} */
  const parts = JSON.parse(readFileSync(join(chinese, 'unicode.json'), 'utf8'))
  const zh = Object.entries(parts).map(async ([name, ranges]) => {
    const id = name.replace(/\W/g, '')
    const font = await whole(join(chinese, `files/noto-sans-sc-${/^\d/.test(id) ? id : name}-wght-normal.woff2`))
    return { id: `zh-${id}`, ranges: ranges.split(',').map(rangeOf), font }
  })
  return { bo: await whole(source), zh: await Promise.all(zh) }
}

/** @param {string} range as in CSS: U+4e00-4e0b @returns {[number, number]} */
function rangeOf(range) {
  const [from = '', to = from] = range.replace('U+', '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

/** Makes the fonts of the pictures, beside the server. */
export async function makeSheetFonts() {
  mkdirSync(sheetFolder, { recursive: true })
  const { bo, zh } = await sheetFonts()
  writeFileSync(join(sheetFolder, 'bo.ttf'), bo)
  for (const { id, font } of zh) writeFileSync(join(sheetFolder, `${id}.ttf`), font)
  writeFileSync(join(sheetFolder, 'parts.json'), JSON.stringify(zh.map(({ id, ranges }) => ({ id, ranges }))))
}
