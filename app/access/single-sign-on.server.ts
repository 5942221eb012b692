import * as oidc from 'openid-client'
import { z } from 'zod'
import { purposes } from '#app/domain/stored-labels.ts'
import { type Mode, modes, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { decryptWithKey, encryptWithKey } from '#app/security/aes-gcm.server.ts'
import { keys } from '#app/security/keys.server.ts'
import { staffByLogin } from '#db/staff.server.ts'
import { hasCarriedForm } from './carried-forms.server.ts'
import { type CookieChange, type Cookies, clearCookie, setCookie } from './cookies.server.ts'
import { deskPath } from './desk-path.ts'
import { notFound, type RedirectTo, redirectTo } from './outcome.ts'
import { publicOrigin } from './public-origin.server.ts'
import type { RequestContext } from './request-context.server.ts'
import { completeSignIn } from './sign-in.server.ts'
import { loginHashOf } from './staff-names.server.ts'
import { grantUnlock } from './unlock-grants.server.ts'

/** The provider (OpenID Connect), our client id there, and the claim that holds the sign-in name. */
export type SingleSignOn = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly claim: string }

let configured: SingleSignOn | undefined
let provider: Promise<oidc.Configuration> | undefined

/** Sets the provider; undefined where there is none. */
export function setSingleSignOn(of: SingleSignOn | undefined): void {
  configured = of
  provider = undefined
}

/** Is single sign-on configured? */
export const hasSingleSignOn = (): boolean => configured !== undefined

/** The provider's discovery document, fetched once; again where it did not answer. Plain HTTP is accepted from this machine only. */
async function found({ issuer, clientId, clientSecret }: SingleSignOn): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  const local = url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  provider ??= oidc.discovery(url, clientId, clientSecret, undefined, local ? { execute: [oidc.allowInsecureRequests] } : {})
  return provider.catch((error: unknown) => {
    provider = undefined
    throw error
  })
}

/** Purposes besides ordinary sign-in: to practise, or to unlock the screen. */
const ways = ['practice', 'unlock'] as const

/** State of a sign-in under way, stored in a cookie. */
const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  mode: z.enum(modes as [Mode, ...Mode[]]),
  to: z.string(),
  as: z.enum(ways).optional(),
  /** The staff session of the device: its cookie is not sent on the way back. */
  session: z.string().optional(),
  until: z.number(),
})
type UnderWay = z.infer<typeof underWay>

const minutes = 10
const wayBack = () => `${publicOrigin()}/desk/sso`

/** Redirects to the provider. @throws `not-found` where there is none */
export async function redirectToProvider({ mode, now, query, staffSession }: RequestContext): Promise<RedirectTo> {
  if (!configured) throw notFound()
  const as = ways.find((way) => way === query.get('as'))
  const to = deskPath(mode, query.get('to')) ?? (as === 'unlock' ? paths.unlock(mode) : paths.desk(mode))
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const attempt: UnderWay = { state, nonce, verifier, mode, to, as, session: staffSession, until: now.getTime() + minutes * 60_000 }
  const known = await found(configured).catch(() => undefined)
  if (!known) return redirectTo(failed(attempt))
  const url = oidc.buildAuthorizationUrl(known, {
    ...{ redirect_uri: wayBack(), scope: 'openid profile', state, nonce },
    ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    ...(as === 'unlock' ? freshly : {}),
  })
  const value = encryptWithKey(JSON.stringify(attempt), keys().session, purposes.singleSignOn()).toString('base64url')
  return redirectTo(url.href, { cookies: [setCookie('sso', value, minutes * 60)] })
}

/** A locked screen is unlocked only by a fresh sign-in at the provider. */
const freshly = { prompt: 'login', max_age: '0' }
/** How many seconds the provider's clock may be behind. */
const clocksApart = 30

/** Where a failed sign-in leads: back to the page it began on. */
const failed = ({ mode, to, as }: UnderWay) => (as === 'unlock' ? paths.unlock(mode, to, 'provider') : paths.signIn(mode, to, 'provider'))

/**
 * Completes a sign-in at the provider, for active staff members whose sign-in name is known; unlocking leads back to the page
 * it began on. The answer is a page that redirects by itself: a SameSite=Strict cookie is not sent on a redirect that began on another site.
 * @throws `notFound()` where no provider is configured
 */
export async function completeSingleSignOn({ query, cookies, staffSession, now }: RequestContext): Promise<RedirectTo> {
  if (!configured) throw notFound()
  const attempt = underWayIn(cookies, now)
  if (!attempt) return redirectTo(paths.signIn(parallelMode, undefined, 'provider'))
  const { mode, to, as, session } = attempt
  const login = await loginAt(configured, query, attempt).catch(() => undefined)
  if (login === undefined && as === 'unlock') return goOn(failed(attempt))
  if (login === undefined) return redirectTo(failed(attempt))
  const one = await staffByLogin(loginHashOf(login))
  if (one?.state !== 'active') return redirectTo(paths.signIn(mode, to, 'unknown'))
  if (as === 'unlock' && session && (await grantUnlock(session, one.id, now))) return goOn(to)
  const { cookie, practice } = await completeSignIn(staffSession ?? session, one, as === 'practice', now)
  const waits = await hasCarriedForm({ cookies, now }, { id: one.id, practice })
  return goOn(waits ? paths.signIn(mode, to, 'kept') : to, cookie)
}

const goOn = (to: string, ...cookies: readonly CookieChange[]): RedirectTo =>
  redirectTo(to, { fromElsewhere: true, cookies: [...cookies, clearCookie('sso')] })

/** The sign-in name in the provider's claim. @throws where the answer does not belong to our request */
async function loginAt(
  of: SingleSignOn,
  query: URLSearchParams,
  { state, nonce, verifier, as, until }: UnderWay,
): Promise<string | undefined> {
  const url = new URL(`${wayBack()}?${query}`)
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
  const claims = (await oidc.authorizationCodeGrant(await found(of), url, checks)).claims()
  const begun = until / 1000 - minutes * 60
  if (as === 'unlock' && !(Number(claims?.auth_time) >= begun - clocksApart)) return undefined
  const login = claims?.[of.claim]
  return typeof login === 'string' ? login : undefined
}

function underWayIn({ sso: value }: Cookies, now: Date): UnderWay | undefined {
  const opened = value && decryptWithKey(Buffer.from(value, 'base64url'), keys().session, purposes.singleSignOn())
  const parsed = opened ? underWay.safeParse(JSON.parse(opened.toString('utf8'))) : undefined
  return parsed?.success && parsed.data.until > now.getTime() ? parsed.data : undefined
}
