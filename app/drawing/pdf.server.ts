import type { PdfDocument } from './pdf-blocks.ts'
import worker from './pdf-worker.server.ts?thread'
import { drawnBy } from './thread.server.ts'

/** Input of the thread: what to draw, and where its fonts lie. */
export type PdfJob = { readonly document: PdfDocument; readonly fonts: string }

/** Draws a document as a PDF, as `drawnBy` does. */
export const pdfOf = (document: PdfDocument): Promise<Uint8Array | undefined> => drawnBy(worker, { document })
