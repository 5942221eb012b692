import { json, redirect } from '@remix-run/node'
import { lockMinutes } from '#app/cases/attempts.server.ts'
import { accountOwner } from '#app/domain/stored-labels.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { inMode, paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { staffByLogin } from '#db/staff.server.ts'
import { ownerOfEndedSession } from '#db/staff-sessions.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { isLocked, loginHashOf, signedIn, signOut, staffSessionOf } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { comeIn } from './coming-in.server.ts'
import { deskPath } from './desk-path.server.ts'
import { type KeptForm, keepForm, keptForm } from './kept-form.server.ts'
import { readCode, refusal, tryToEnter } from './password-gate.server.ts'
import { hasSingleSignOn } from './single-sign-on.server.ts'
import { typedIn, wrong } from './typed.ts'
import { besideField } from './unlocking.server.ts'

type Params = { mode?: string }

const reasons = ['chosen', 'out', 'everywhere', 'provider', 'unknown', 'kept'] as const
/** Why somebody is at the door; `kept`: for what was typed, though they may be in already. */
export type WhyHere = (typeof reasons)[number]

/** Everything the page shows on which one signs in. Whoever is in already goes on. */
export async function showSignIn(request: Request, params: Params) {
  const [mode, { searchParams }, now] = [modeOf(params), new URL(request.url), new Date()]
  const to = deskPath(mode, searchParams.get('to'))
  const why = reasons.find((one) => one === searchParams.get('why')) ?? null
  const found = why ? undefined : await signedIn(request, now)
  if (found && !isLocked(found.session, now)) throw redirect(to ?? paths.desk(mode))
  const elsewhere = hasSingleSignOn() ? { work: paths.singleSignOn(mode, to), practice: paths.singleSignOn(mode, to, 'practice') } : null
  return json({ mode, at: placeOf(request), to, why, minutes: lockMinutes, elsewhere })
}

type Entering = { readonly login: string; readonly practice: boolean; readonly kept: string; readonly errors: readonly FieldError[] }

/**
 * Signs in, or says that it did not come together: never which part. A form that met the end of a session is kept for its owner, and
 * handed back to be sent once more; whoever else signs in sees nothing of it.
 */
export async function takeSignIn(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  const form = await request.formData()
  const to = deskPath(mode, new URL(request.url).searchParams.get('to'))
  if (form.has(besideField)) return takeBeside(request, mode, String(form.get('kept') ?? ''), now)
  if (!isOfDoor(form)) return json<Partial<Entering>>({ kept: await keptOf(request, to, form, now) })
  switchMode(form, request, mode)
  const [login, practice, kept] = [typedIn(form, 'login'), form.has('practice'), String(form.get('kept') ?? '')]
  if (form.has('switch-to')) return json<Entering>({ login, practice, kept, errors: [] })
  const loginHash = loginHashOf(login)
  const found = await staffByLogin(loginHash)
  const one = found?.state === 'active' && found.passwordHash !== null ? found : undefined
  const tried = await tryToEnter(loginHash, one, typedIn(form, 'password'), readCode(typedIn(form, 'code')), now)
  if (tried === 'right' && one) {
    const { headers, ...came } = await comeIn(staffSessionOf(request), one, practice, now)
    const again = keptFor(one.id, came.practice, kept, mode)
    if (again) return json({ again }, { headers })
    throw redirect(to ?? paths.desk(mode), { status: 303, headers })
  }
  const { errors, status } = refusal(tried === 'locked' ? 'locked' : 'no-match', 'no-match', 'login')
  return json<Entering>({ login, practice, kept, errors }, { status })
}

/** What was typed, for whoever came in on a page beside, where it is theirs; they were not there yet: 422. */
async function takeBeside(request: Request, mode: Mode, kept: string, now: Date) {
  const found = await signedIn(request, now)
  if (!found || isLocked(found.session, now))
    return json<Partial<Entering>>({ kept, errors: [wrong('not-beside', besideField)] }, { status: 422 })
  const again = keptFor(found.stored.id, found.session.practice, kept, mode)
  if (!again) throw redirect(paths.desk(mode), 303)
  return json({ again })
}

function keptFor(staffId: string, practice: boolean, kept: string, mode: Mode): KeptForm | undefined {
  const again = kept === '' ? undefined : keptForm(accountOwner(staffId, practice), kept)
  return again && { ...again, to: inMode(again.to, mode) }
}

/** Other forms ask for a sign-in name, or for a password; only the door for both. */
const isOfDoor = (form: FormData) => form.has('login') && form.has('password')

/** What was typed when the session had ended, locked for whoever had it; empty where that is not known any more. */
async function keptOf(request: Request, to: string | undefined, form: FormData, now: Date): Promise<string> {
  const idHash = staffSessionOf(request)
  const owner = idHash && (await ownerOfEndedSession(idHash, now))
  return owner && to ? keepForm(accountOwner(owner.staffId, owner.practice), to, form) : ''
}

/** Signs out on this device. */
export async function takeSignOut(request: Request, params: Params) {
  const headers = await signOut(request)
  throw redirect(paths.signIn(modeOf(params), undefined, 'out'), { status: 303, headers })
}
