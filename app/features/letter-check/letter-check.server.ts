import { page, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { groupsOf } from '#app/cases/letter.ts'
import { codeHashOf } from '#app/cases/letter-register.server.ts'
import { dayOf } from '#app/domain/day.ts'
import { letterCode } from '#app/domain/letter-register.ts'
import { letterByCode } from '#db/letters.server.ts'

/** Data of the page that tells whether a letter holds: its number, day, issuer and checksum, and nothing of whom or what it is about. */
export async function letterCheckLoader({ mode, at, now }: RequestContext, { code = '' }: { code?: string }) {
  const found = letterCode.test(code) ? await letterByCode(codeHashOf(code), now) : undefined
  if (!found) return refused({ mode, at, letter: null }, 'gone')
  const { number, issuer, issuedAt, checksum, state } = found
  return page({ mode, at, letter: { number, issuer, state, day: dayOf(issuedAt), checksum: groupsOf(checksum) } })
}
