import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// One set of colours, each with a value for day and one for night; every other line of the style sheets names one of them.

const sheets = readdirSync('app/ui', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join('app/ui', file), 'utf8'))

/** The block of a rule, with what is nested in it. */
function blockAfter(css: string, start: string): string {
  const from = css.indexOf(start)
  let depth = 0
  for (let at = css.indexOf('{', from); from >= 0 && at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return css.slice(from, at + 1)
  }
  return ''
}

const tokens = blockAfter(readFileSync('app/ui/styles/tokens.css', 'utf8'), '@layer tokens {')
const night = blockAfter(tokens, '@media screen and (prefers-color-scheme: dark)')

/** Colours written as such: digits, functions, and names other than those of the system and of no colour. */
const colour =
  /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|:[^;{}]*\b(?:white|black|red|green|blue|gr[ae]y|yellow|orange)\b/gi

const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '')
const coloursIn = (css: string) => [...withoutComments(css).matchAll(colour)].map(([found]) => found.trim())

test('no colour is written outside the one set', () => expect(sheets.flatMap((sheet) => coloursIn(sheet.replace(tokens, '')))).toEqual([]))

test('a colour outside it is found, however it is written; names of the set, of the system and of none are not', () => {
  for (const css of ['a { color: #fff }', 'a { border: 1px solid rgb(0 0 0) }', 'a { background: white; }'])
    expect(coloursIn(css)).toHaveLength(1)
  expect(coloursIn('a { color: var(--ink); background: Canvas; outline: 1px solid transparent; white-space: nowrap }')).toEqual([])
})

type Palette = Readonly<Record<string, string>>
const paletteIn = (css: string): Palette =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
const day = paletteIn(tokens.replace(night, ''))
const palettes = { day, night: { ...day, ...paletteIn(night) } }
/** Paper is white by day and by night. */
const ofPaper = ['sheet', 'sheet-ink']

test('every colour has its value for the night', () =>
  expect(Object.keys(paletteIn(night)).sort()).toEqual(
    Object.keys(day)
      .filter((name) => !ofPaper.includes(name))
      .sort(),
  ))

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['wool', 'paper', 'lake-tint', 'field']
/** What stands on what, and the least contrast: text 7, borders one has to see and the focus 3. */
const pairs: readonly (readonly [front: string, ground: string, least: number])[] = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'lake', 'lake-deep'].map((front) => [front, ground, 7] as const)),
  ...['wool', 'paper', 'alert-tint'].map((ground) => ['alert', ground, 7] as const),
  ['ink', 'alert-tint', 7],
  ...['lake', 'lake-deep'].map((ground) => ['on-lake', ground, 7] as const),
  ['paper', 'lake-deep', 7],
  ...['wool', 'paper', 'field'].flatMap((ground) => ['line-strong', 'focus', 'lake'].map((front) => [front, ground, 3] as const)),
]

describe.each(Object.entries(palettes))('by %s', (_when, palette) => {
  test.each(pairs)('%s on %s has a contrast of at least %d', (front, ground, least) =>
    expect(contrast(palette[front] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(least),
  )
})

test('contrast is counted as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
