import { json, redirect } from '@remix-run/node'
import { lockMinutes } from '#app/cases/attempts.server.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { staffByLogin } from '#db/staff.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { isLocked, loginHashOf, signedIn, signIn, signOut } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { deskPath } from './desk-path.server.ts'
import { readCode, refusal, tryToEnter } from './password-gate.server.ts'
import { typedIn } from './typed.ts'

type Params = { mode?: string }

const reasons = ['chosen', 'out', 'everywhere'] as const
/** Why somebody is at the door. */
export type WhyHere = (typeof reasons)[number]

/** Everything the page shows on which one signs in. Whoever is in already goes on. */
export async function showSignIn(request: Request, params: Params) {
  const [mode, { searchParams }, now] = [modeOf(params), new URL(request.url), new Date()]
  const to = deskPath(mode, searchParams.get('to'))
  const why = reasons.find((one) => one === searchParams.get('why')) ?? null
  const found = why ? undefined : await signedIn(request, now)
  if (found && !isLocked(found.session, now)) throw redirect(to ?? paths.desk(mode))
  return json({ mode, at: placeOf(request), why, minutes: lockMinutes })
}

/** Signs in, or says that it did not come together: never which part. */
export async function takeSignIn(request: Request, params: Params) {
  const mode = modeOf(params)
  const form = await request.formData()
  switchMode(form, request, mode)
  const [login, practice] = [typedIn(form, 'login'), form.has('practice')]
  if (form.has('switch-to')) return json({ login, practice, errors: [] as FieldError[] })
  const now = new Date()
  const loginHash = loginHashOf(login)
  const found = await staffByLogin(loginHash)
  const one = found?.state === 'active' && found.passwordHash !== null ? found : undefined
  const tried = await tryToEnter(loginHash, one, typedIn(form, 'password'), readCode(typedIn(form, 'code')), now)
  if (tried === 'right' && one) {
    const headers = await signIn(request, one, practice && one.hall !== null, now)
    throw redirect(deskPath(mode, new URL(request.url).searchParams.get('to')) ?? paths.desk(mode), { status: 303, headers })
  }
  const { errors, status } = refusal(tried === 'locked' ? 'locked' : 'no-match', 'no-match', 'login')
  return json({ login, practice, errors }, { status })
}

/** Signs out on this device. */
export async function takeSignOut(request: Request, params: Params) {
  const headers = await signOut(request)
  throw redirect(paths.signIn(modeOf(params), undefined, 'out'), { status: 303, headers })
}
