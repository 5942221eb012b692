import type { AssistedSession } from '#app/cases/assisted-session.server.ts'
import { type CookieChange, clearCookie, setCookie } from './cookies.server.ts'
import type { RequestContext } from './request-context.server.ts'

/** Staff session and assisted session of this device, as part of the purpose check cookies are encrypted with. Empty for residents. */
export function deviceOf({ staffSession, cookies }: Pick<RequestContext, 'staffSession' | 'cookies'>): string {
  return staffSession === undefined ? '' : `${staffSession} ${cookies.client ?? ''}`
}

/** Marks the device with the assisted session until that expires; null removes the mark. */
export function markDevice(assisted: Pick<AssistedSession, 'id' | 'expiresAt'> | null, now: Date): CookieChange {
  if (!assisted) return clearCookie('client')
  return setCookie('client', assisted.id, Math.max(0, Math.floor((assisted.expiresAt.getTime() - now.getTime()) / 1000)))
}
