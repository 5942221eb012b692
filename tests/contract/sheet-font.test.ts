import { readdirSync, readFileSync } from 'node:fs'
import { Blob, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs'
import subset from 'subset-font'
import { beforeAll, expect, test } from 'vitest'
import { partOf } from '#app/drawing/fonts.server.ts'
import { shaper } from '#app/drawing/shaping.server.ts'
import { fullFont, sheetFonts, tibetanTexts } from '#app/run/fonts.js'

// The picture of a sheet is drawn from glyphs HarfBuzz chose: they must be those of the whole font, in their places, and none a box.

const syllables = [...new Set(tibetanTexts().match(/[\u0f20-\u0fff]+/g))]
const stacks = ['བསྒྲུབས', 'གྲྭ', 'རྩྭ', 'ཕྱྭ', 'པདྨེ', 'བཛྲ', 'སྟྭ', 'རྒྱྲ', 'ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ']

let sheet: ReturnType<typeof shaper>
let whole: Font
beforeAll(async () => {
  const { bo, zh } = await sheetFonts()
  const bytes = new Map([['bo', bo], ...zh.map(({ id, font }): [string, Uint8Array] => [id, font])])
  sheet = shaper({ fontOf: partOf(zh), bytesOf: (id) => bytes.get(id) ?? expect.fail(id) })
  const tibetan = new Uint8Array(await subset(fullFont(), undefined, { keepAllGlyphs: true, targetFormat: 'truetype' }))
  whole = new Font(new Face(new Blob(tibetan.buffer)))
}, 120_000)

/** What HarfBuzz makes of a text by the whole font: glyph, place, and the width of it all. */
function expected(text: string) {
  const buffer = new ShapingBuffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(whole, buffer)
  let x = 0
  const glyphs = buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
    const placed = [whole.glyphToPath(codepoint), x + xOffset, yOffset]
    x += xAdvance
    return placed
  })
  return { glyphs, width: x }
}

function drawn(text: string) {
  const { glyphs, width } = sheet.shaped(text)
  return { glyphs: glyphs.map((one) => [sheet.outline(one).path, one.x, one.y]), width }
}

test('every Tibetan syllable and stack is drawn as HarfBuzz shapes it by the whole font', () => {
  expect(syllables.length).toBeGreaterThan(500)
  for (const text of [...syllables, ...stacks]) expect([text, drawn(text)]).toEqual([text, expected(text)])
})

test('a stack that fell apart would be told', () => {
  const apart = [...'བསྒྲུབས'].flatMap((letter) => drawn(letter).glyphs)
  expect(apart).not.toEqual(expected('བསྒྲུབས').glyphs)
})

/** Every letter of our Chinese texts. */
const ours = [
  ...new Set(
    readdirSync('locales/zh', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => [...readFileSync(`locales/zh/${name}`, 'utf8')]),
  ),
].filter((letter) => !/\s/u.test(letter))

/** Every common character: those of GB 2312. */
const common = Array.from({ length: 0xf8 - 0xb0 }, (_, row) => Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell]))
  .flat()
  .map((pair) => new TextDecoder('gb2312').decode(new Uint8Array(pair)))
  .filter((letter) => /^\p{Script=Han}$/u.test(letter))

test('every one of our texts has a glyph, and of common characters all but some rare ones; what has none is told, and never drawn', () => {
  expect(common.length).toBe(6763)
  expect(ours.filter((letter) => sheet.shaped(letter).lacks)).toEqual([])
  // The font is published in parts that leave these out, such as 稆 and 齄.
  expect(common.filter((letter) => sheet.shaped(letter).lacks).length).toBeLessThanOrEqual(38)
  expect(sheet.shaped('才让\u{2fa1d}')).toMatchObject({ lacks: true })
  expect(sheet.shaped('才让\u{2fa1d}').glyphs).toHaveLength(2)
})
