import { Blob, Face, Font, Buffer as ShapingBuffer, shape, Variation } from 'harfbuzzjs'
import type { PictureFonts } from './fonts.server.ts'
import { runsOf } from './lines.ts'

/** A glyph in its place, in thousandths of the size of the letters. */
export type Glyph = {
  readonly font: string
  readonly glyph: number
  readonly x: number
  readonly y: number
  readonly width: number
  /** What it renders; empty for all but the first glyph of a stack. */
  readonly text: string
}
/** A text shaped: its glyphs and its width; `lacks`: a letter is in no font. */
export type Shaped = { readonly glyphs: readonly Glyph[]; readonly width: number; readonly lacks: boolean }

/** Shapes texts of both scripts by these fonts, with HarfBuzz, as browsers do. `instead`: what stands for each letter that is in no font. */
export function shaper({ fontOf, bytesOf }: PictureFonts, instead?: string) {
  const opened = new Map<string, ReturnType<typeof open>>()
  const of = (id: string) => {
    const found = opened.get(id) ?? open(bytesOf(id))
    opened.set(id, found)
    return found
  }
  return {
    shaped(text: string): Shaped {
      let [x, lacks] = [0, false]
      const glyphs: Glyph[] = []
      const add = (id: string, said: string) => {
        const { font, unit } = of(id)
        const found = glyphsOf(font, said)
        for (const [index, { codepoint, cluster, xOffset = 0, yOffset = 0, xAdvance = 0 }] of found.entries()) {
          // What the font has not is left out, never drawn as a box.
          if (codepoint === 0) {
            lacks = true
            if (instead !== undefined && id !== fontOf(instead)) add(fontOf(instead) ?? id, instead)
            continue
          }
          const isFirst = found[index - 1]?.cluster !== cluster
          const ends = found.find((one) => one.cluster > cluster)?.cluster
          const own = { width: xAdvance * unit, text: isFirst ? said.slice(cluster, ends) : '' }
          glyphs.push({ font: id, glyph: codepoint, x: x + xOffset * unit, y: yOffset * unit, ...own })
          x += xAdvance * unit
        }
      }
      for (const run of runsOf(text, fontOf)) {
        if (run.font !== undefined) add(run.font, run.text)
        else {
          lacks = true
          const font = instead === undefined ? undefined : fontOf(instead)
          if (instead !== undefined && font !== undefined) for (const _ of [...run.text]) add(font, instead)
        }
      }
      return { glyphs, width: x, lacks }
    },
    /** The outline of a glyph as an SVG path, in thousandths. */
    outline: ({ font, glyph }: Pick<Glyph, 'font' | 'glyph'>) => ({ path: of(font).font.glyphToPath(glyph), unit: of(font).unit }),
  }
}

function open(bytes: Uint8Array) {
  const face = new Face(new Blob(new Uint8Array(bytes).buffer))
  const font = new Font(face)
  // The Chinese font can be of any weight, and is thin where none is named; the Tibetan one is of one weight.
  font.setVariations([new Variation('wght', 400)])
  return { font, unit: 1000 / face.upem }
}

function glyphsOf(font: Font, text: string) {
  const buffer = new ShapingBuffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  return buffer.getGlyphInfosAndPositions()
}
