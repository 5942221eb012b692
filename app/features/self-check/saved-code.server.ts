import { z } from 'zod'
import { deviceOf } from '#app/access/assisted-device.server.ts'
import { type CookieChange, setCookie } from '#app/access/cookies.server.ts'
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

/** Stores the code of a check with the browser: the page that shows it can be read in another language, and come back to. */
export function savedCodeCookie(context: OnDevice, { id = '' }: Pick<Check, 'id'>, { code, until }: SavedCode): CookieChange {
  const bytes = Buffer.from(JSON.stringify({ of: id, code, until }))
  return setCookie('saved', encryptWithKey(bytes, keys().session, purposeOn(context)).toString('base64url'))
}

/** The code this check was saved under last on this device; undefined where it was not, or that was another check. */
export function savedCodeOf(context: OnDevice, { id = '' }: Pick<Check, 'id'>): SavedCode | undefined {
  const { saved } = context.cookies
  const bytes = saved && decryptWithKey(Buffer.from(saved, 'base64url'), keys().session, purposeOn(context))
  if (!bytes) return undefined
  const { of, ...code } = schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  return of === id ? code : undefined
}
