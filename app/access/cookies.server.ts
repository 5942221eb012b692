import { parseCookie, stringifySetCookie } from 'cookie'
import { keys } from '#app/security/keys.server.ts'

type Declared = { readonly sameSite: 'lax' | 'strict'; readonly seconds?: number; readonly plainName?: true }

/**
 * Every cookie of the site. Names and values lie in running browsers and never change. Over TLS a name begins with `__Host-`, but that of
 * the mode, which holds no secret. `seconds`: how long it is kept where nothing else is said; without, until the browser is closed.
 */
const declared = {
  /** The display mode somebody chose: `zh`, `bo` or `zh-bo`. */
  mode: { sameSite: 'lax', seconds: 31_536_000, plainName: true },
  /** The session of an open folder, 43 characters; `.practice` behind it where it is made up to practise. */
  folder: { sameSite: 'lax' },
  /** The session of somebody of the staff, 43 characters. */
  staff: { sameSite: 'strict' },
  /** The id of the client session on the device of a clerk. */
  client: { sameSite: 'strict' },
  /** The session of a resident's own screen at the counter, 43 characters; `.practice` behind it where it is made up to practise. */
  screen: { sameSite: 'strict' },
  /** The answers of a self-check, encrypted. */
  check: { sameSite: 'lax' },
  /** What is remembered while somebody is at the provider of single sign-on, encrypted. Lax: the way back comes from another site. */
  sso: { sameSite: 'lax' },
} as const satisfies Record<string, Declared>

export type CookieName = keyof typeof declared

/** The cookies of ours a request brings along, by name. */
export type Cookies = Readonly<Partial<Record<CookieName, string>>>

/** A cookie that is to be set for so many seconds, or taken away (`null`). */
export type CookieChange = { readonly name: CookieName; readonly value: string | null; readonly seconds?: number }

export const setCookie = (name: CookieName, value: string, seconds?: number): CookieChange => ({
  ...{ name, value },
  ...(seconds === undefined ? {} : { seconds }),
})

export const clearCookie = (name: CookieName): CookieChange => ({ name, value: null })

const names = Object.keys(declared) as CookieName[]
const cookieName = (name: CookieName) => (keys().secureCookies && !('plainName' in declared[name]) ? `__Host-${name}` : name)

/** What a Cookie header holds of ours; where a name stands twice, the first counts. */
export function readCookies(header: string | null | undefined): Cookies {
  // Reading pages are made before there are keys.
  if (!header) return {}
  const all = parseCookie(header)
  return Object.fromEntries(names.flatMap((name) => (all[cookieName(name)] === undefined ? [] : [[name, all[cookieName(name)]]])))
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
