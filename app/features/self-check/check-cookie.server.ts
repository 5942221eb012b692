import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { deviceOf } from '#app/access/assisted-device.server.ts'
import { type CookieChange, setCookie } from '#app/access/cookies.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { longestStoredName, mostMembers } from '#app/forms/members.ts'
import { checkFrom, firstEdition, storedCheck } from '#app/forms/outdated-check.ts'
import { decryptWithKey, encryptWithKey } from '#app/security/aes-gcm.server.ts'
import { keys } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { checkDictionary } from './check-dictionary.server.ts'

/** In an assisted session a check belongs to it: in another one, or outside, it cannot be decrypted. */
const purposeOn = (context: OnDevice) => purposes.selfCheck(deviceOf(context))
type OnDevice = Pick<RequestContext, 'cookies' | 'staffSession'>
/** Far above the size of any check `mostMembers` and `longestStoredName` allow. */
const mostBytes = 32 * 1024

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const person = z.object({
  id: z.string().regex(/^[1-9]\d{0,3}$/),
  name: z.string().min(1).max(longestStoredName),
  answers,
  differs: z.array(z.string()).optional(),
})
/** What options mean: checks of before bear no number. */
const edition = 2
const schema = z.object({
  edition: z.number().optional(),
  id: z.string().max(20).optional(),
  answers,
  county: z.string().optional(),
  members: z.array(person).max(mostMembers),
  rosterDone: z.boolean(),
  /** Checks of before, and those nobody was removed from, have none. */
  lastId: z.number().optional(),
})

/** A check as compressed bytes. */
export function packCheck(check: Check): Buffer {
  return deflateRawSync(JSON.stringify({ ...storedCheck(check), edition }), { level: 9, dictionary: checkDictionary })
}

/** The check in these bytes, read by today's questions; undefined where they are not valid. */
export function unpackCheck(bytes: Uint8Array): Check | undefined {
  try {
    const parsed = schema.safeParse(
      JSON.parse(inflateRawSync(bytes, { dictionary: checkDictionary, maxOutputLength: mostBytes }).toString('utf8')),
    )
    if (!parsed.success) return undefined
    const { id, county, lastId, edition: written, ...rest } = parsed.data
    const check = { ...rest, ...(id ? { id } : {}), ...(county ? { county } : {}), ...(lastId === undefined ? {} : { lastId }) }
    if (written !== undefined) return checkFrom(check)
    const members = check.members.map((one) => ({ ...one, answers: firstEdition(one.answers) }))
    return checkFrom({ ...check, members, answers: firstEdition(check.answers) })
  } catch {
    return undefined
  }
}

/** The check in the cookie; an empty one where there is none, or it is not of this installation. */
export function checkOf(context: OnDevice): Check {
  return decryptCheck(context, context.cookies.check) ?? emptyCheck
}

/** Stores a check in a session cookie, HttpOnly. One without an id gets one: no page of another is of it. */
export function checkCookie(context: OnDevice, check: Check): CookieChange {
  return setCookie('check', encryptCheck(context, { ...check, id: check.id ?? newCheckId() }))
}

/** What tells a check from any other. */
export const newCheckId = (): string => secureRandom(6).toString('base64url')

/** A check as a text only this installation reads, on the same device. */
export function encryptCheck(context: OnDevice, check: Check): string {
  return encryptWithKey(packCheck(check), keys().session, purposeOn(context)).toString('base64url')
}

/** The check in such a text; undefined where it is none. */
export function decryptCheck(context: OnDevice, encrypted: string | undefined): Check | undefined {
  const bytes = encrypted && decryptWithKey(Buffer.from(encrypted, 'base64url'), keys().session, purposeOn(context))
  return bytes ? unpackCheck(bytes) : undefined
}
