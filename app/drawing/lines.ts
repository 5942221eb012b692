const isTibetan = (letter: string) => /^[\u0f00-\u0fff]/u.test(letter)

/** The font of each letter of a text by its id: `bo`, a part of Chinese, or undefined where it is in none. */
export type FontOf = (letter: string) => string | undefined

/** A text by font: each run is shaped whole, in one. */
export function runsOf(text: string, fontOf: FontOf): readonly { readonly font: string | undefined; readonly text: string }[] {
  const runs: { font: string | undefined; text: string }[] = []
  for (const letter of graphemes(text)) {
    const last = runs.at(-1)
    // A space goes with what stands before it: in Tibetan it is as wide as the font of Tibetan makes it.
    const font = letter === ' ' && last ? last.font : isTibetan(letter) ? 'bo' : fontOf(letter)
    if (last && last.font === font) last.text += letter
    else runs.push({ font, text: letter })
  }
  return runs
}

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map((one) => one.segment)

/** The parts of a text no line may end within: syllables in Tibetan, single characters in Chinese, words and numbers elsewhere. */
export function segmentsOf(text: string): readonly string[] {
  const segments: string[] = []
  let last = ''
  for (const letter of graphemes(text)) {
    if (last !== '' && mayBreak(last, letter)) segments.push(letter)
    else segments.push((segments.pop() ?? '') + letter)
    last = letter
  }
  return segments
}

const [opening, closing] = [/^[（“‘《〔]/u, /^[，。；：？！）”’、》〕…—་།༎༏༐༑༔ ]/u]
const unbreakable = /^[\p{Script=Latin}\p{Nd}./:-]/u

function mayBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false
  if (before === ' ') return true
  if (isTibetan(before) && isTibetan(after)) return /[་།༎༔]$/u.test(before)
  return !(unbreakable.test(before) && unbreakable.test(after))
}

/** Segments in lines, each at most `most` wide; a segment wider than that has a line of its own. */
export function linesOf(segments: readonly string[], most: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const segment of segments) {
    const longer = `${lines.at(-1) ?? ''}${segment}`
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= most) lines[lines.length - 1] = longer
    else lines.push(segment)
  }
  return lines.map((line) => line.trimEnd())
}
