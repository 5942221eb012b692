import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { kindOf } from '#app/domain/fields/index.ts'
import type { Question } from '#app/domain/question.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { longestName, mostMembers } from '#app/forms/members.ts'
import { keys } from '#app/security/keys.server.ts'
import { open, seal } from '#app/security/seal.server.ts'
import { questionnaire } from '#app/services/household.ts'
import { countyCodes } from '#app/services/places.ts'
import { deviceOf } from '../client-session.server.ts'
import { type Check, emptyCheck } from './check.ts'
import { checkDictionary } from './check-dictionary.server.ts'

/** At a counter a check is the client's: with the next client, or without one, it does not open. */
const purposeOn = (request: Request) => purposes.selfCheck(deviceOf(request))
/** Far above any check that `mostMembers` and `longestName` allow. */
const mostBytes = 32 * 1024

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const person = z.object({
  id: z.string().regex(/^[1-9]\d{0,3}$/),
  name: z
    .string()
    .min(1)
    .max(longestName * 12),
  answers,
})
const schema = z.object({ answers, county: z.string().optional(), members: z.array(person).max(mostMembers), rosterDone: z.boolean() })

/** A check as bytes, small. */
export function packCheck(check: Check): Buffer {
  return deflateRawSync(JSON.stringify(check), { level: 9, dictionary: checkDictionary })
}

/** The check in these bytes, without answers that today's questions do not know; undefined where it is none. */
export function unpackCheck(bytes: Uint8Array): Check | undefined {
  try {
    const read = schema.safeParse(
      JSON.parse(inflateRawSync(bytes, { dictionary: checkDictionary, maxOutputLength: mostBytes }).toString('utf8')),
    )
    if (!read.success) return undefined
    const { county, members, ...rest } = read.data
    return {
      ...rest,
      answers: known(rest.answers),
      ...(county && countyCodes.has(county) ? { county } : {}),
      members: members.map((one) => ({ ...one, answers: known(one.answers) })),
    }
  } catch {
    return undefined
  }
}

function known(given: z.infer<typeof answers>): Check['answers'] {
  const questions = questionnaire.questions as Readonly<Record<string, Question>>
  return Object.fromEntries(
    Object.entries(given).filter(([id, answer]) => {
      const question = Object.hasOwn(questions, id) ? questions[id] : undefined
      return question && kindOf(question).holds(answer, question, { counties: countyCodes, people: [] })
    }),
  )
}

const cookieName = () => (keys().secureCookies ? '__Host-check' : 'check')
const attributes = () => `Path=/; SameSite=Lax; HttpOnly${keys().secureCookies ? '; Secure' : ''}`

/** The check a request brings along; an empty one where it brings none, or one of another time or installation. */
export function checkOf(request: Request): Check {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
  const bytes = value && open(Buffer.from(value, 'base64url'), keys().session, purposeOn(request))
  return (bytes && unpackCheck(bytes)) || emptyCheck
}

/** Headers that leave a check with the person: until the browser is closed, out of reach of scripts. */
export function keepWithPerson(request: Request, check: Check): { 'Set-Cookie': string } {
  const value = seal(packCheck(check), keys().session, purposeOn(request)).toString('base64url')
  return { 'Set-Cookie': `${cookieName()}=${value}; ${attributes()}` }
}

/** Headers that leave nothing behind on the device. */
export function leaveNothing(): Record<string, string> {
  return { 'Set-Cookie': `${cookieName()}=; Max-Age=0; ${attributes()}`, 'Clear-Site-Data': '"cache"' }
}
