import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { fontsIn } from '#app/drawing/fonts.server.ts'
import { linesOf, segmentsOf } from '#app/drawing/lines.ts'
import { type Glyph, shaper } from '#app/drawing/shaping.server.ts'
import type { Block } from './picture-blocks.ts'
import type { PictureJob } from './picture-thread.server.ts'

/** The worker thread of `picture-thread.server.ts`: blocks of text to a PNG, by the fonts the build made. */
const { blocks, fonts } = workerData as PictureJob

/** The picture is as wide as a large phone shows it, in pixels. */
const [width, margin] = [1080, 56]
/** By pixels; `weight` is how much bolder than the font, `above` the room before it. */
const styles = {
  title: { size: 46, lead: 84, indent: 0, weight: 1.6, above: 0 },
  heading: { size: 36, lead: 66, indent: 0, weight: 1.4, above: 28 },
  strong: { size: 32, lead: 58, indent: 28, weight: 1.1, above: 8 },
  item: { size: 32, lead: 58, indent: 64, weight: 0, above: 0 },
} as const

const { shaped, outline } = shaper(fontsIn(fonts))

/** The text of a block: a name with a letter no font has is told otherwise, whole. */
const textOf = ({ text, instead }: Block) => (instead !== undefined && shaped(text).lacks ? instead : text)

function svgOf(): string {
  const paths = new Map<string, string>()
  const idOf = (glyph: Glyph) => {
    const id = `${glyph.font}-${glyph.glyph}`
    if (!paths.has(id)) {
      const { path, unit } = outline(glyph)
      paths.set(id, `<path id="${id}" transform="scale(${unit / 1000} ${-unit / 1000})" d="${path}"/>`)
    }
    return id
  }
  let y = margin
  const drawn = blocks.flatMap((block, index) => {
    const { size, lead, indent, weight, above } = styles[block.style]
    // The same in the other language stands close to it.
    if (blocks[index - 1]?.style !== block.style) y += above
    const most = ((width - 2 * margin - indent) * 1000) / size
    return linesOf(segmentsOf(textOf(block)), most, (text) => shaped(text).width).map((line) => {
      y += lead
      const uses = shaped(line).glyphs.map(
        (one) => `<use href="#${idOf(one)}" x="${(one.x / 1000).toFixed(3)}" y="${(-one.y / 1000).toFixed(3)}"/>`,
      )
      // The outlines are in thousandths of the size, and so is what makes them bolder.
      const bold = weight > 0 ? ` stroke="#000" stroke-width="${((weight / size) * 1000).toFixed(1)}"` : ''
      return `<g transform="translate(${margin + indent} ${y - lead * 0.3}) scale(${size})"${bold}>${uses.join('')}</g>`
    })
  })
  const height = Math.ceil(y + margin)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><defs>${[...paths.values()].join('')}</defs>${drawn.join('')}</svg>`
}

sharp.concurrency(1)
const png = await sharp(Buffer.from(svgOf()), { unlimited: true }).png({ palette: true, colours: 16 }).toBuffer()
const bytes = new Uint8Array(png)
parentPort?.postMessage(bytes, [bytes.buffer])
