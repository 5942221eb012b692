import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Letter } from '#app/cases/letter.ts'
import { letterPdf } from '#app/cases/letter-blocks.ts'
import { letterTextsNow } from '#app/domain/decision-document.ts'
import { type InEvery, inEvery, languages, modes } from '#app/domain/language.ts'
import { fontsIn } from '#app/drawing/fonts.server.ts'
import { lackingMark } from '#app/drawing/pdf-blocks.ts'
import { drawnPdf } from '#app/drawing/pdf-document.server.ts'
import { pathOf } from '#app/drawing/pdf-glyphs.server.ts'
import { shaper } from '#app/drawing/shaping.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { textOf } from '#tests/support/texts.ts'

// The letter as a PDF, by the fonts of the build: every glyph is the one HarfBuzz chose, stands where HarfBuzz put it, and says its text.

const fonts = fontsIn('build/fonts')
const { shaped, outline } = shaper(fonts, lackingMark)
const says = (key: string): InEvery<string> => inEvery((language) => textOf(language, key))
const service = 'services/public-rental-housing'
const [at, reason] = ['2026-11-25T04:00:00.000Z', 'བསྒྲུབས་རྒྱྲ་གྲྭ་ཕྱྭ།']
const checksum = '0123456789abcdef'.repeat(2)

const letter = (language: Mode, name = '扎西·测试'): Letter => ({
  ...{ number: 1, code: 'ABCDE-FGHJK', name, submitted: '2026-11-24', decided: '2026-11-25', language },
  ...{ reason: { text: reason, language: 'bo' }, reopened: null, writtenLater: null },
  checkedAt: `https://example.org/zh-bo/letters/${'0'.repeat(32)}`,
  document: {
    labels: Object.fromEntries(Object.entries(letterTextsNow).map(([name, key]) => [name, says(key)])),
    ...{ service: says(`${service}:name`), departments: [says('departments:housing-security')], phrase: null },
    hall: { name: { zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན།' }, place: says('places:counties.630104') },
    ...{ outcome: says('application:status.declined.name'), ground: null, next: says('desk:letter.object') },
    conditions: ['H1', 'C1', 'C2', 'C3', 'C4'].map((id) => ({
      ...{ says: says(`${service}:conditions.${id}.is`), sources: [says('common:site')], truth: 'yes', by: 'hall' },
    })),
    unreviewed: says('common:unreviewed'),
    register: { number: '630104-2026-00012', issuer: says('common:site'), code: '0'.repeat(32), checksum, languages: [...languages] },
  },
})
const drawn = (of: Letter) => drawnPdf(letterPdf(of, at), fonts)
const inflated = (stream: unknown) => inflateSync((stream as PDFRawStream).contents).toString('latin1')
const fromHex = (digits: string) => String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((one) => Number.parseInt(one, 16)))

/** The lines of a PDF: what each says, and its glyphs, each with its outline and its place in points. */
async function linesOf(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes)
  return pdf.getPages().flatMap(({ node }) => {
    const font = node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
    const outlineOf = (name: string, code: string) => {
      const procedures = font?.lookup(PDFName.of(name), PDFDict).lookup(PDFName.of('CharProcs'), PDFDict)
      return inflated(procedures?.lookup(PDFName.of(`g${Number.parseInt(code, 16)}`)))
    }
    const content = inflated(node.lookup(PDFName.of('Contents')))
    return [...content.matchAll(/ActualText <feff([0-9a-f]*)>>> BDC\nBT\n([\s\S]*?)ET/g)].map(([, said = '', operators = '']) => {
      let [name, size] = ['', 0]
      const glyphs = operators.split('\n').flatMap((line) => {
        const set = /^\/(F\d+) ([\d.]+) Tf/.exec(line)
        if (set) [name, size] = [set[1] ?? '', Number(set[2])]
        const [, x, y, code = ''] = /1 0 0 1 (\S+) (\S+) Tm <(..)> Tj/.exec(line) ?? []
        return x === undefined ? [] : [{ x: Number(x), y: Number(y), size, outline: outlineOf(name, code) }]
      })
      return { said: fromHex(said), glyphs }
    })
  })
}

test('every glyph of every line is the one HarfBuzz chose, in its place', async () => {
  const lines = await linesOf(await drawn(letter('bo')))
  expect(lines.length).toBeGreaterThan(40)
  for (const { said, glyphs } of lines) {
    const wanted = shaped(said).glyphs
    expect([said, glyphs.length]).toEqual([said, wanted.length])
    const [first] = glyphs
    const from = { x: (first?.x ?? 0) - ((wanted[0]?.x ?? 0) * (first?.size ?? 0)) / 1000, y: first?.y ?? 0 }
    for (const [index, { x, y, size, outline: path }] of glyphs.entries()) {
      const glyph = wanted[index] ?? expect.fail()
      expect(x - from.x).toBeCloseTo((glyph.x * size) / 1000, 1)
      expect(y - from.y).toBeCloseTo(((glyph.y - (wanted[0]?.y ?? 0)) * size) / 1000, 1)
      const { path: svg, unit } = outline(glyph)
      expect(path).toContain(pathOf(svg, unit))
    }
  }
  expect(lines.some(({ said }) => said === reason)).toBe(true)
}, 60_000)

describe.each(modes)('for a reader of %s', (mode) => {
  test('it says everything in both languages, that of its reader first, and looks the same each time', async () => {
    const bytes = await drawn(letter(mode))
    expect(Buffer.from(bytes).equals(Buffer.from(await drawn(letter(mode))))).toBe(true)
    expect(bytes.length).toBeLessThan(400_000)
    const said = (await linesOf(bytes)).map((one) => one.said)
    const titles = languages.map((language) => textOf(language, 'desk:letter.title'))
    expect(said.slice(0, 2)).toEqual(mode === 'bo' ? titles.toReversed() : titles)
    const whole = said.join('')
    for (const key of ['application:status.declined.name', 'common:unreviewed', 'desk:letter.stamp', `${service}:name`])
      for (const language of languages) expect(whole).toContain(textOf(language, key))
    for (const one of ['630104-2026-00012', '0123 4567 89ab cdef', 'ABCDE-FGHJK/1', '扎西·测试']) expect(whole).toContain(one)
  }, 60_000)
})

test('a program reads which language each paragraph is in, what it is called, and on how many pages it stands', async () => {
  const pdf = await PDFDocument.load(await drawn(letter('bo')))
  expect([pdf.getTitle(), pdf.getPageCount()]).toEqual([`${textOf('bo', 'desk:letter.title')} 630104-2026-00012`, 3])
  expect(String(pdf.catalog.lookup(PDFName.of('Lang')))).toContain('bo')
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const paragraphs = root.lookup(PDFName.of('K'), PDFDict).lookup(PDFName.of('K'), PDFArray)
  expect(paragraphs.size()).toBeGreaterThan(40)
  expect(String(paragraphs.lookup(0, PDFDict).get(PDFName.of('S')))).toBe('/H1')
}, 60_000)

test('a letter of a name that is in no font is marked, said all the same, and to be written by hand', async () => {
  const name = '才让\u{2fa1d}'
  const lines = await linesOf(await drawn(letter('zh', name)))
  const line = lines.find(({ said }) => said === name) ?? expect.fail()
  const [mark = expect.fail()] = shaped(lackingMark).glyphs
  expect(line.glyphs).toHaveLength(3)
  expect(line.glyphs[2]?.outline).toContain(pathOf(outline(mark).path, outline(mark).unit))
  expect(lines.map(({ said }) => said)).toContain(textOf('zh', 'letters:lacking'))
}, 60_000)
