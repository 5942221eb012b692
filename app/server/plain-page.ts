import { json } from '@remix-run/node'

/** A page that is to be rendered at once: what its loader came to, not yet text that would be read again. */
export class PlainPage {
  constructor(
    readonly data: unknown,
    readonly init: { readonly status: number; readonly headers: Headers },
  ) {}

  /** The same as Remix takes it. */
  toResponse(): Response {
    return json(this.data, this.init)
  }
}

/** The load context of loaders whose page is rendered without Remix's document handler. */
export type PlainLoad = { readonly plain: true }

/** Is the answer of this load to be a `PlainPage`? */
export const isPlainLoad = (load: unknown): load is PlainLoad => typeof load === 'object' && load !== null && 'plain' in load
