import { parseCookie, stringifySetCookie } from 'cookie'
import { keys } from '#app/security/keys.server.ts'

type Declared = { readonly sameSite: 'lax' | 'strict'; readonly seconds?: number; readonly plainName?: true }

/**
 * Every cookie of the site. Names and values are stored in browsers and never change. Over TLS a name begins with `__Host-`, but that of
 * the mode, which holds no secret. `seconds`: its age where a change gives none; without, until the browser is closed.
 */
const declared = {
  /** The chosen display mode: `zh`, `bo` or `zh-bo`. */
  mode: { sameSite: 'lax', seconds: 31_536_000, plainName: true },
  /** The session of an open folder, 43 characters; followed by `.practice` where it is a practice folder. */
  folder: { sameSite: 'lax' },
  /** The staff session, 43 characters. */
  staff: { sameSite: 'strict' },
  /** The id of the assisted session on the device of a clerk. */
  client: { sameSite: 'strict' },
  /** The session of a resident's own screen at the counter, 43 characters; followed by `.practice` where it is for practice. */
  screen: { sameSite: 'strict' },
  /** By which a browser is known in which forms are stored for staff who are not signed in, 43 characters. Lax: the way back of single sign-on. */
  kept: { sameSite: 'lax' },
  /** The answers of a self-check, encrypted. */
  check: { sameSite: 'lax' },
  /** The code a self-check was saved under last, encrypted. */
  saved: { sameSite: 'lax' },
  /** State of a single sign-on under way, encrypted. Lax: the way back comes from another site. */
  sso: { sameSite: 'lax' },
} as const satisfies Record<string, Declared>

export type CookieName = keyof typeof declared

/** Our cookies in a request, by name. */
export type Cookies = Readonly<Partial<Record<CookieName, string>>>

/** A cookie to be set for so many seconds, or deleted (`null`). */
export type CookieChange = { readonly name: CookieName; readonly value: string | null; readonly seconds?: number }

/** Sets a cookie. `seconds`: its age, where it is not the declared one. */
export const setCookie = (name: CookieName, value: string, seconds?: number): CookieChange => ({
  ...{ name, value },
  ...(seconds === undefined ? {} : { seconds }),
})

/** Deletes a cookie. */
export const clearCookie = (name: CookieName): CookieChange => ({ name, value: null })

const names = Object.keys(declared) as CookieName[]
const cookieName = (name: CookieName) => (keys().secureCookies && !('plainName' in declared[name]) ? `__Host-${name}` : name)

/** Our cookies in a Cookie header; where a name appears twice, the first counts. */
export function readCookies(header: string | null | undefined): Cookies {
  // Static pages are rendered before there are keys.
  if (!header) return {}
  const all = parseCookie(header)
  const found: Partial<Record<CookieName, string>> = {}
  for (const name of names) {
    const value = all[cookieName(name)]
    if (value !== undefined) found[name] = value
  }
  return found
}

/** The value of the Set-Cookie header for a change. */
export function setCookieHeader({ name, value, seconds }: CookieChange): string {
  const one: Declared = declared[name]
  const maxAge = value === null ? 0 : (seconds ?? one.seconds)
  return stringifySetCookie({
    ...{ name: cookieName(name), value: value ?? '', path: '/', httpOnly: true, sameSite: one.sameSite, secure: keys().secureCookies },
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}
