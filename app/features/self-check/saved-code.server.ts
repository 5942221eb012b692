import { z } from 'zod'
import { deviceOf } from '#app/access/assisted-device.server.ts'
import { type CookieChange, clearCookie, setCookie } from '#app/access/cookies.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import type { Day } from '#app/domain/day.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import type { Check } from '#app/forms/household-form.ts'
import { decryptWithKey, encryptWithKey } from '#app/security/aes-gcm.server.ts'
import { keys } from '#app/security/keys.server.ts'

/** The code a check was saved under last, and the last day it opens. */
export type SavedCode = { readonly code: string; readonly until: Day }

type OnDevice = Pick<RequestContext, 'cookies' | 'staffSession'>
const purposeOn = (context: OnDevice) => purposes.savedCode(deviceOf(context))
const schema = z.object({ of: z.string(), code: z.string(), until: z.string() })

/** The code of a check as a text only this installation reads, on the same device. */
export function encryptSavedCode(context: OnDevice, { id = '' }: Pick<Check, 'id'>, { code, until }: SavedCode): string {
  const bytes = Buffer.from(JSON.stringify({ of: id, code, until }))
  return encryptWithKey(bytes, keys().session, purposeOn(context)).toString('base64url')
}

/** The code in such a text, and the check it is of; undefined where it is none. */
export function decryptSavedCode(context: OnDevice, encrypted: string | undefined): (SavedCode & { readonly of: string }) | undefined {
  const bytes = encrypted && decryptWithKey(Buffer.from(encrypted, 'base64url'), keys().session, purposeOn(context))
  return bytes ? schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) : undefined
}

/** Stores the code of a check with the browser: the page that shows it can be read in another language, and come back to. */
export function savedCodeCookie(context: OnDevice, check: Pick<Check, 'id'>, saved: SavedCode): CookieChange {
  return setCookie('saved', encryptSavedCode(context, check, saved))
}

/** The code this check was saved under last on this device; undefined where it was not, or that was another check. */
export function savedCodeOf(context: OnDevice, { id = '' }: Pick<Check, 'id'>): SavedCode | undefined {
  const saved = decryptSavedCode(context, context.cookies.saved)
  return saved?.of === id ? { code: saved.code, until: saved.until } : undefined
}

/** After what a code opens was deleted: the browser forgets the code where it has this one, and keeps any other. */
export function withoutSavedCode(context: OnDevice, code: string): CookieChange[] {
  return decryptSavedCode(context, context.cookies.saved)?.code === code ? [clearCookie('saved')] : []
}
