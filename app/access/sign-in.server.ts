import { stockPractice } from '#app/cases/sample-data.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import type { CookieChange } from './cookies.server.ts'
import { tryToEnter } from './password-throttle.server.ts'
import { cookieOfSession, newStaffSession, openSession } from './staff-session.server.ts'
import type { ThrottleOutcome } from './throttle.server.ts'

/** Whoever signed in: the cookie of their session, and whether it is to practise. */
type Entered = { readonly practice: boolean; readonly cookie: CookieChange }

/** What was typed to sign in. `secret`: of the session this form opens, whenever it is posted; undefined: another one each time. */
type Typed = {
  readonly loginHash: string
  readonly password: string
  readonly code: string
  readonly asksPractice: boolean
  readonly secret: string | undefined
}

/** To practise needs a hall. */
const practises = (one: StoredStaff | undefined, asks: boolean) => asks && one !== undefined && one.hall !== null

/** Signs in an authenticated staff member, to practise where they ask for it and have a hall. `before`: the session the device had. */
export async function completeSignIn(before: string | undefined, one: StoredStaff, asksPractice: boolean, now: Date): Promise<Entered> {
  const practice = practises(one, asksPractice)
  if (practice) await stockPractice(now)
  const { opened, cookie } = newStaffSession(one, practice, now)
  await openSession(before, opened, null, now)
  return { practice, cookie }
}

/** Signs in by what was typed, where it is right; the same form, sent twice, comes to the same session, and counts as no second try. */
export async function trySignIn(
  before: string | undefined,
  one: StoredStaff | undefined,
  { loginHash, password, code, asksPractice, secret }: Typed,
  now: Date,
): Promise<Entered | Exclude<ThrottleOutcome, 'right'>> {
  const practice = practises(one, asksPractice)
  const opened = one && secret !== undefined ? await cookieOfSession(secret, now) : undefined
  if (opened) return { practice, cookie: opened }
  const next = one && newStaffSession(one, practice, now, secret)
  const enter = async (step: number | null) => next !== undefined && openSession(before, next.opened, step, now)
  const tried = await tryToEnter(loginHash, one, password, code, enter, now)
  if (tried !== 'right' || !next) return tried === 'locked' ? 'locked' : 'no-match'
  if (practice) await stockPractice(now)
  return { practice, cookie: next.cookie }
}
