import type { PictureFonts } from './fonts.server.ts'
import { lackingMark, type PdfBlock, type PdfDocument } from './pdf-blocks.ts'
import { layout } from './pdf-layout.ts'
import { written } from './pdf-write.server.ts'
import { shaper } from './shaping.server.ts'

/** A document as a PDF, by these fonts. */
export async function drawnPdf(document: PdfDocument, fonts: PictureFonts): Promise<Uint8Array> {
  const shaping = shaper(fonts, lackingMark)
  const lacks = document.blocks.flatMap(textsOf).some((text) => shaping.shaped(text).lacks)
  const noted: PdfDocument = lacks
    ? { ...document, blocks: [...document.blocks, { kind: 'text', style: 'quiet', said: document.lacking }] }
    : document
  const pages = layout(noted, (text) => shaping.shaped(text).width)
  return written(noted, pages, shaping)
}

const textsOf = (block: PdfBlock): string[] =>
  [...block.said, ...(block.kind === 'fact' ? block.label : []), ...(block.kind === 'end' ? block.stamp : [])].map(({ text }) => text)
