import type { CookieChange } from './cookies.server.ts'

/** What the device of whoever asked is to keep or to forget beside the answer: cookies, and what the browser stored of pages. */
export type OnDevice = { readonly cookies?: readonly CookieChange[]; readonly forget?: readonly ('cache' | 'storage')[] }

/** Why what was sent was not taken: it lacks something, somebody was faster, there were too many tries, what it belongs to is gone, or the disk is full. */
export type RefusedWhy = 'invalid' | 'conflict' | 'too-many' | 'gone' | 'disk-full'

/** Why there is nothing to show, or nothing was done. */
export type DeniedWhy = 'not-found' | 'forbidden' | 'malformed' | 'over'

/** A page with its data; `made`: what was sent made something new. */
export type Page<T> = { readonly kind: 'page'; readonly data: T; readonly made?: boolean } & OnDevice
/** A page that says why what was sent was not taken. */
export type Refused<T> = { readonly kind: 'refused'; readonly data: T; readonly why: RefusedWhy } & OnDevice
/** Another page is next. `resend`: what was sent is sent there once more; `fromElsewhere`: whoever asks comes from another site. */
export type RedirectTo = {
  readonly kind: 'go'
  readonly to: string
  readonly resend?: boolean
  readonly fromElsewhere?: boolean
} & OnDevice
/** A file, shown where it has no name, else to be saved. */
export type FileOutcome = { readonly kind: 'file'; readonly type: string; readonly content: string | Uint8Array; readonly name?: string }
/** Bytes that come one after the other, as long as the connection lasts. */
export type StreamOutcome = { readonly kind: 'stream'; readonly type: string; readonly content: ReadableStream<Uint8Array> }
/** It was done, and there is nothing to show. */
export type Done = { readonly kind: 'done' } & OnDevice
/** There is nothing to show, and nothing was done. */
export type Denied = { readonly kind: 'denied'; readonly why: DeniedWhy }

/** What a use case comes to, in plain values; the server makes HTTP of it. */
export type Outcome = Page<unknown> | Refused<unknown> | RedirectTo | FileOutcome | StreamOutcome | Done | Denied

export const page = <T>(data: T, more: Omit<Page<T>, 'kind' | 'data'> = {}): Page<T> => ({ kind: 'page', data, ...more })
export const refused = <T>(data: T, why: RefusedWhy): Refused<T> => ({ kind: 'refused', data, why })
/** A page once more with what was typed, because something was wrong with it or, without `why`, for another reason. */
export const shownAgain = <T>(data: T, why?: RefusedWhy): Page<T> | Refused<T> => (why ? refused(data, why) : page(data))
export const redirectTo = (to: string, more: Omit<RedirectTo, 'kind' | 'to'> = {}): RedirectTo => ({ kind: 'go', to, ...more })
export const done: Done = { kind: 'done' }
export const denied = (why: DeniedWhy): Denied => ({ kind: 'denied', why })

/** An error that ends a use case from within, with its outcome. */
export type Stop = Error & { readonly outcome: Outcome }

/** Ends a use case from within: `throw stop(go(…))`. For guards that most use cases begin with; else outcomes are returned. */
export const stop = (outcome: Outcome): Stop => Object.assign(new Error(`The use case ended: ${outcome.kind}`), { outcome })

export const notFound = (): Stop => stop(denied('not-found'))

export const isStop = (thrown: unknown): thrown is Stop => thrown instanceof Error && 'outcome' in thrown
