import { Blob, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs'
import subset from 'subset-font'
import { beforeAll, expect, test } from 'vitest'
import { coreFont, fullFont, tibetanLetters, tibetanTexts } from '#app/run/fonts.js'

const tsheg = '་'
const letters = tibetanLetters(tibetanTexts())
const between = (first: string, last: string) => letters.filter((letter) => letter >= first && letter <= last)
const [bases, subjoined, vowels] = [between('ཀ', 'ཬ'), between('ྍ', 'ྼ'), between('ཱ', 'ྃ')]

/** The syllables of our own texts: what stands between two points or other signs. */
const syllables = [...new Set(tibetanTexts().match(/[\u0f20-\u0fff]+/g))]

/** Every stack of two that the letters of our texts form, with every vowel sign; and stacks of three and more, Sanskrit's among them. */
const stacks = [
  ...bases.flatMap((base) => subjoined.flatMap((under) => ['', ...vowels].map((vowel) => base + under + vowel))),
  ...bases.flatMap((base) => vowels.map((vowel) => base + vowel)),
  ...bases.flatMap((base) => subjoined.flatMap((under) => ['ྱ', 'ྲ', 'ྭ'].map((last) => base + under + last))),
  ...['བསྒྲུབས', 'གྲྭ', 'རྩྭ', 'ཕྱྭ', 'པདྨེ', 'བཛྲ', 'སྟྭ', 'རྒྱྲ'],
]

let full: Font
let core: Font
beforeAll(async () => {
  ;[full, core] = await Promise.all([opened(fullFont()), coreFont().then(opened)])
}, 120_000)

async function opened(font: Uint8Array): Promise<Font> {
  const { buffer } = new Uint8Array(await subset(font, undefined, { keepAllGlyphs: true, targetFormat: 'truetype' }))
  return new Font(new Face(new Blob(buffer)))
}

/** What a text becomes in a font: outline, place and advance of each glyph, in units of the font. Numbers of glyphs differ between fonts. */
function shaped(font: Font, text: string): readonly (readonly (string | number | undefined)[])[] {
  const buffer = new ShapingBuffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  return buffer
    .getGlyphInfosAndPositions()
    .map((one) => [outline(font, one.codepoint), one.cluster, one.xAdvance, one.yAdvance, one.xOffset, one.yOffset])
}

const outlines = new Map<Font, Map<number, string>>()
function outline(font: Font, glyph: number): string {
  const known = outlines.get(font) ?? new Map<number, string>()
  outlines.set(font, known)
  const path = known.get(glyph) ?? font.glyphToPath(glyph)
  known.set(glyph, path)
  return path
}

/** The texts a font shapes otherwise than the whole one. */
const otherwise = (font: Font, texts: readonly string[]) =>
  texts.filter((text) => JSON.stringify(shaped(font, text)) !== JSON.stringify(shaped(full, text)))

test('the small font shapes every syllable of our texts just as the whole one does', () => {
  expect(syllables.length).toBeGreaterThan(500)
  expect(
    otherwise(
      core,
      syllables.flatMap((syllable) => [syllable, syllable + tsheg]),
    ),
  ).toEqual([])
})

test('the small font shapes every stack its letters can form just as the whole one does', () => {
  expect(stacks.length).toBeGreaterThan(1000)
  expect(otherwise(core, stacks)).toEqual([])
})

test('a font that lost its stacks, or a letter, is told from the whole one', async () => {
  const flat = await opened(await subset(fullFont(), letters.join(''), { targetFormat: 'woff2', noLayoutClosure: true }))
  expect(otherwise(flat, ['བསྒྲུབས', 'ཁ'])).toEqual(['བསྒྲུབས'])
  const lacking = await opened(await subset(fullFont(), letters.filter((letter) => letter !== 'ཁ').join(''), { targetFormat: 'woff2' }))
  expect(otherwise(lacking, ['བསྒྲུབས', 'ཁ'])).toEqual(['ཁ'])
})
