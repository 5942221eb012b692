import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FontOf } from './lines.ts'

/** Chinese is published in parts, each for some code points, from and to; a later part is meant before an earlier one. */
export type FontPart = { readonly id: string; readonly ranges: readonly (readonly [number, number])[] }
/** The fonts of pictures, TrueType: which part a letter is in, and the bytes of each. */
export type PictureFonts = { readonly fontOf: FontOf; readonly bytesOf: (id: string) => Uint8Array }

/** The part a letter is in. */
export function partOf(parts: readonly FontPart[]): FontOf {
  const has = (point: number) => (part: FontPart) => part.ranges.some(([from, to]) => from <= point && point <= to)
  return (letter) => parts.findLast(has(letter.codePointAt(0) ?? 0))?.id
}

/** The fonts the build made (`app/run/fonts.js`), each read when a text needs it. */
export function fontsIn(folder: string): PictureFonts {
  const parts = JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8')) as readonly FontPart[]
  return { fontOf: partOf(parts), bytesOf: (id) => readFileSync(join(folder, `${id}.ttf`)) }
}
