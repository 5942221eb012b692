// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const source = 'node_modules/@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff2'
const folder = 'app/ui/fonts'

/** The whole font, Noto Serif Tibetan (OFL), as WOFF2. */
export const fullFont = () => readFileSync(source)

/** Our own Tibetan texts, and the two Tibetan names of display modes that stand in the code. */
export function tibetanTexts() {
  const names = readdirSync('locales/bo', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'))
  return `${names.map((name) => readFileSync(join('locales/bo', name), 'utf8')).join('')}བོད་ཡིག ཟླ་སྒྲིག`
}

/** Each Tibetan letter of a text once, whole and taken apart. @param {string} text */
export function tibetanLetters(text) {
  return [...new Set(text.normalize('NFD') + text)].filter((letter) => letter >= '\u0f00' && letter <= '\u0fff').sort()
}

/** The letters of our own texts, closed over every stack they can form, as WOFF2. */
export async function coreFont() {
  const { default: subset } = await import('subset-font')
  return subset(fullFont(), tibetanLetters(tibetanTexts()).join(''), { targetFormat: 'woff2' })
}

/** Makes the two Tibetan fonts: `core`, and `full`, which browsers fetch only when somebody types a letter that is not in `core`. */
export async function makeFonts() {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tibetan-core.woff2'), await coreFont())
  writeFileSync(join(folder, 'tibetan-full.woff2'), fullFont())
}
