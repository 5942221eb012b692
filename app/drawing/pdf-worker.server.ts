import { parentPort, workerData } from 'node:worker_threads'
import { fontsIn } from './fonts.server.ts'
import type { PdfJob } from './pdf.server.ts'
import { drawnPdf } from './pdf-document.server.ts'

/** The worker thread of `pdf.server.ts`: a document to a PDF, by the fonts the build made. */
const { document, fonts } = workerData as PdfJob

const bytes = new Uint8Array(await drawnPdf(document, fontsIn(fonts)))
parentPort?.postMessage(bytes, [bytes.buffer])
