import { json, redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import { lockedAfterMinutes } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { inMode, paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { touchStaffSession } from '#db/staff-sessions.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { isLocked, namesOf, type Present, signedIn } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { deskPath } from './desk-path.server.ts'
import { type KeptForm, keepForm, keptForm } from './kept-form.server.ts'
import { wasOpened } from './opened-screens.server.ts'
import { refusal, tryOwnPassword } from './password-gate.server.ts'
import { typedIn, wrong } from './typed.ts'

type Params = { mode?: string }

/** What the password field is called: a form that met the locked screen has no such field. */
export const unlockField = 'unlock-password'
/** The field of who was at the provider on a page beside. */
export const besideField = 'unlock-beside'
/** The field that says whose page it is that lay covered. */
const ownerField = 'unlock-of'

const goesTo = (request: Request, mode: Mode) => deskPath(mode, new URL(request.url).searchParams.get('to')) ?? paths.desk(mode)

/** Whoever's screen it is. Throws the way to signing in where it is nobody's. */
async function ownerOf(request: Request, mode: Mode, now: Date): Promise<Present> {
  const found = await signedIn(request, now)
  if (found) return found
  throw redirect(paths.signIn(mode, goesTo(request, mode)), 303)
}

/** Everything the page shows on which one unlocks the screen, or from which one goes on where it is not locked. */
export async function showUnlock(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  const { stored, session } = await ownerOf(request, mode, now)
  const { name } = namesOf(stored)
  const failed = new URL(request.url).searchParams.get('why') === 'provider'
  return json({
    ...{ mode, at: placeOf(request), to: goesTo(request, mode), name, locked: isLocked(session, now), failed },
    minutes: lockedAfterMinutes,
  })
}

type Unlocking = { readonly kept: string; readonly again: KeptForm | null; readonly errors: readonly FieldError[] }

/**
 * Unlocks the screen and leads back, by the password or after the provider. A form that met the locked screen is kept, and handed back
 * to be sent once more; a page that lay covered opens for whoever covered it only (409 for anybody else).
 */
export async function takeUnlock(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  const form = await request.formData()
  const [present, to] = [await ownerOf(request, mode, now), goesTo(request, mode)]
  const say = (came: Partial<Unlocking>, status = 200) => json<Unlocking>({ kept: '', again: null, errors: [], ...came }, { status })
  const beside = form.has(besideField)
  if (!form.has(unlockField) && !beside) {
    if (!isLocked(present.session, now)) throw redirect(to, 307)
    return say({ kept: keepForm(present.idHash, to, form) })
  }
  switchMode(form, request, mode)
  const kept = String(form.get('kept') ?? '')
  if (form.has('switch-to')) return say({ kept })
  if (form.has(ownerField) && form.get(ownerField) !== present.stored.id) return say({}, 409)
  if (beside && !wasOpened(present.idHash, now)) return say({ kept, errors: [wrong('not-beside', besideField)] }, 422)
  const tried = beside ? 'right' : await tryOwnPassword(present, typedIn(form, unlockField), now)
  if (tried !== 'right') {
    const { errors, status } = refusal(tried, 'password-wrong', unlockField)
    return say({ kept, errors }, status)
  }
  await onDisk(touchStaffSession(present.idHash, now))
  const again = kept === '' ? undefined : keptForm(present.idHash, kept)
  if (!again) throw redirect(to, 303)
  return say({ again: { ...again, to: inMode(again.to, mode) } })
}
