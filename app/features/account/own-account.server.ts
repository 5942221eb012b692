import { json, redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import { actor, lockedEvent } from '#app/cases/moving.server.ts'
import type { StaffChange } from '#app/domain/event.ts'
import { staffRoles } from '#app/domain/staff.ts'
import { paths } from '#app/paths.ts'
import { hashPassword } from '#app/security/password.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changePassword, type StoredStaff } from '#db/staff.server.ts'
import { closeStaffSessions } from '#db/staff-sessions.server.ts'
import { found, modeOf, placeOf } from '../page-data.ts'
import { namesOf, type Present, presentAt, signIn, signOut, staffAt, staffSessionOf } from '../staff-session.server.ts'
import { newPasswordErrors, refusal, tryOwnPassword } from './password-gate.server.ts'
import { typedIn } from './typed.ts'

type Params = { mode?: string }

/** The event of something somebody did about their own account. */
export const ownChange = ({ id, role }: Pick<StoredStaff, 'id' | 'role'>, what: StaffChange, now: Date) =>
  lockedEvent({ type: 'staff-changed', actor: actor(role, id), at: now.toISOString(), member: id, what })

/** Everything the page shows of somebody's own account. */
export async function showAccount(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, staffRoles)
  const { stored } = await presentAt(request, mode)
  const { searchParams } = new URL(request.url)
  return json({
    ...{ mode, at: placeOf(request), staff, login: namesOf(stored).login },
    ...{ hasFactor: stored.secondFactor !== null, changed: searchParams.has('changed') },
  })
}

/** Changes the password, or signs out everywhere. */
export async function takeAccount(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  await staffAt(request, mode, staffRoles, now)
  const [present, form] = [await presentAt(request, mode, now), await request.formData()]
  switch (form.get('do')) {
    case 'password':
      return takePassword(request, present, form, now)
    case 'everywhere': {
      const headers = await signOut(request)
      await onDisk(closeStaffSessions(present.stored.id, ownChange(present.stored, 'signed-out-everywhere', now)))
      throw redirect(paths.signIn(mode, undefined, 'everywhere'), { status: 303, headers })
    }
    default:
      return found(undefined)
  }
}

/** Whoever changes their password stays signed in here and nowhere else. */
async function takePassword(request: Request, present: Present, form: FormData, now: Date) {
  const { stored, session } = present
  const password = typedIn(form, 'password')
  const errors: FieldError[] = newPasswordErrors(password, typedIn(form, 'again'), namesOf(stored).login)
  if (errors.length > 0) return json({ errors }, { status: 422 })
  const tried = await tryOwnPassword(present, typedIn(form, 'current'), now)
  if (tried !== 'right') {
    const { errors, status } = refusal(tried, 'password-wrong', 'current')
    return json({ errors }, { status })
  }
  await onDisk(changePassword(stored.id, await hashPassword(password), ownChange(stored, 'password', now)))
  const headers = await signIn(staffSessionOf(request), stored, session.practice, now)
  throw redirect(`${new URL(request.url).pathname}?changed`, { status: 303, headers })
}
