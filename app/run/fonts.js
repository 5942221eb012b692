// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const source = 'node_modules/@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff2'
const folder = 'app/ui/fonts'

/**
 * Makes the two Tibetan fonts: `core` with the letters of our own texts, closed over every stack they can form,
 * and `full`, which browsers fetch only when somebody types a letter that is not in `core`. From Noto Serif Tibetan (OFL).
 */
export async function makeFonts() {
  const { default: subset } = await import('subset-font')
  const names = readdirSync('locales/bo', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'))
  const words = `${names.map((name) => readFileSync(join('locales/bo', name), 'utf8')).join('')}བོད་ཡིག ཟླ་སྒྲིག`
  const letters = [...new Set(words.normalize('NFD') + words)].filter((letter) => letter >= '\u0f00' && letter <= '\u0fff').sort()
  const full = readFileSync(source)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tibetan-core.woff2'), await subset(full, letters.join(''), { targetFormat: 'woff2' }))
  writeFileSync(join(folder, 'tibetan-full.woff2'), full)
}
