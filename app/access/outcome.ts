import type { CookieChange } from './cookies.server.ts'

/** What the browser is to store or to clear: cookies, and its cache and storage. */
export type OnDevice = { readonly cookies?: readonly CookieChange[]; readonly forget?: readonly ('cache' | 'storage')[] }

/** Why a form was refused: invalid, saved over by someone else, too many tries, what it belongs to is gone, or the disk is full; `retired`: there was such a thing. */
export type RefusedWhy = 'invalid' | 'conflict' | 'too-many' | 'gone' | 'retired' | 'disk-full'

/** Why there is nothing to show, and nothing was done. */
export type DeniedWhy = 'not-found' | 'forbidden' | 'malformed' | 'over'

/** A page with its data; `made`: something was created. */
export type Page<T> = { readonly kind: 'page'; readonly data: T; readonly made?: boolean } & OnDevice
/** A page that says why a form was refused. */
export type Refused<T> = { readonly kind: 'refused'; readonly data: T; readonly why: RefusedWhy } & OnDevice
/** Redirect. `resend`: the same form is posted there again; `fromElsewhere`: the request comes from another site. */
export type RedirectTo = {
  readonly kind: 'go'
  readonly to: string
  readonly resend?: boolean
  readonly fromElsewhere?: boolean
} & OnDevice
/** A file, shown in the browser where it has no name, else downloaded. */
export type FileOutcome = { readonly kind: 'file'; readonly type: string; readonly content: string | Uint8Array; readonly name?: string }
/** A stream of bytes, as long as the connection lasts. */
export type StreamOutcome = { readonly kind: 'stream'; readonly type: string; readonly content: ReadableStream<Uint8Array> }
/** Done, nothing to show. */
export type Done = { readonly kind: 'done' } & OnDevice
/** Nothing to show, and nothing was done. */
export type Denied = { readonly kind: 'denied'; readonly why: DeniedWhy }

/** Result of a use case, in plain values; the server turns it into HTTP. */
export type Outcome = Page<unknown> | Refused<unknown> | RedirectTo | FileOutcome | StreamOutcome | Done | Denied

/** Shows a page with its data; `more`: whether something was created, and what the browser is to store. */
export const page = <T>(data: T, more: Omit<Page<T>, 'kind' | 'data'> = {}): Page<T> => ({ kind: 'page', data, ...more })
/** Refuses a form: its page again, with the status of `why`. */
export const refused = <T>(data: T, why: RefusedWhy): Refused<T> => ({ kind: 'refused', data, why })
/** The page again with what was typed: refused for `why`, or, without it, for another reason. */
export const shownAgain = <T>(data: T, why?: RefusedWhy): Page<T> | Refused<T> => (why ? refused(data, why) : page(data))
/** Leads on to a path, or an address elsewhere. */
export const redirectTo = (to: string, more: Omit<RedirectTo, 'kind' | 'to'> = {}): RedirectTo => ({ kind: 'go', to, ...more })
export const done: Done = { kind: 'done' }
/** Nothing to show, and nothing was done. */
export const denied = (why: DeniedWhy): Denied => ({ kind: 'denied', why })

/** An error that ends a use case from within, with its outcome. */
export type Stop = Error & { readonly outcome: Outcome }

/** Ends a use case from within: `throw stop(redirectTo(…))`. For guards only; otherwise outcomes are returned. */
export const stop = (outcome: Outcome): Stop => Object.assign(new Error(`The use case ended: ${outcome.kind}`), { outcome })

/** To be thrown where a URL names nothing: ends the use case as `not-found`. */
export const notFound = (): Stop => stop(denied('not-found'))

/** Did a use case end itself, with an outcome? */
export const isStop = (thrown: unknown): thrown is Stop => thrown instanceof Error && 'outcome' in thrown
