declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2' | 'truetype'
    /** Only the letters themselves, without the glyphs that the font puts in their place. */
    noLayoutClosure?: boolean
    /** Keeps the whole font, and changes its format only; no text is given then. */
    keepAllGlyphs?: boolean
  }

  /** Cuts a font down to the letters of a text. */
  export default function subset(font: Uint8Array, text: string | undefined, options: Options): Promise<Buffer>
}
