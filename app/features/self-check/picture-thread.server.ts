import { drawnBy } from '#app/drawing/thread.server.ts'
import type { Block } from './picture-blocks.ts'
import worker from './picture-worker.server.ts?thread'

/** Input of the thread: what to draw, and where its fonts lie. */
export type PictureJob = { readonly blocks: readonly Block[]; readonly fonts: string }

/** Draws blocks as a PNG, as `drawnBy` does. */
export const drawn = (blocks: readonly Block[]): Promise<Uint8Array | undefined> => drawnBy(worker, { blocks })
