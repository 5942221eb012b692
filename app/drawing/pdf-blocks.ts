import type { Language } from '#app/domain/language.ts'

/** A text in a language; what people typed themselves is in none. */
export type Said = { readonly language: Language | null; readonly text: string }
/** How a text is set. */
export type Style = 'title' | 'heading' | 'strong' | 'text' | 'quiet' | 'item'

/** What stands on a page, from above: texts of one thing in each language; a fact with what it is called; the end, with a place for a stamp, a QR code, and texts below. */
export type PdfBlock =
  | { readonly kind: 'text'; readonly style: Style; readonly said: readonly Said[] }
  | { readonly kind: 'fact'; readonly label: readonly Said[]; readonly said: readonly Said[] }
  | { readonly kind: 'end'; readonly stamp: readonly Said[]; readonly code: string | null; readonly said: readonly Said[] }

/** A document: what it is called, in which language a reader begins, of which moment it is, and what stands on each page below. */
export type PdfDocument = {
  readonly title: string
  readonly language: Language
  readonly at: string
  readonly blocks: readonly PdfBlock[]
  /** Stands at the foot of each page, before its number. */
  readonly foot: string
  /** Said at the end where a letter is in no font: a mark stands for it. */
  readonly lacking: readonly Said[]
}

/** What stands for a letter that is in no font, as printers mark it. */
export const lackingMark = '〓'
