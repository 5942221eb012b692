import { typedIn, wrong } from '#app/access/account-input.ts'
import { endLapsedAssistedSessions } from '#app/access/assisted-right.server.ts'
import { requireSignedIn, requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { tryOwnPassword } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { type SignedIn, signIn, signOut } from '#app/access/staff-session.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { contentVersion, openedAt } from '#app/cases/version.server.ts'
import type { StaffChange } from '#app/domain/event.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { hashPassword } from '#app/security/password.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changePassword, type StoredStaff } from '#db/staff.server.ts'
import { closeStaffSessions } from '#db/staff-sessions.server.ts'
import { found } from '../page-data.ts'
import { newPasswordErrors, refusal } from './password-errors.server.ts'

/** The event of a staff member's change to their own account. */
export const ownChange = ({ id, role }: Pick<StoredStaff, 'id' | 'role'>, what: StaffChange, now: Date) =>
  encryptEvent({ type: 'staff-changed', actor: eventActor(role, id), at: now.toISOString(), member: id, what })

/** The version of a password: a digest of its salted hash, which says nothing of it. */
const passwordVersion = ({ passwordHash }: StoredStaff) => contentVersion(['password', passwordHash])

/** Data of the own account page. */
export async function accountLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'desk')
  const { stored } = requireSignedIn(context)
  return page({
    ...{ mode, at: context.at, staff, login: namesOf(stored).login },
    ...{ hasFactor: stored.secondFactor !== null, changed: context.query.has('changed'), version: passwordVersion(stored) },
  })
}

/** Changes the password, or signs out everywhere. */
export async function accountAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  requireStaff(context, 'desk')
  const present = requireSignedIn(context)
  switch (form.get('do')) {
    case 'password':
      return takePassword(context, present, form)
    case 'everywhere': {
      const left = await signOut(present.idHash, now)
      await refusingFullDisk(closeStaffSessions(present.stored.id, ownChange(present.stored, 'signed-out-everywhere', now)))
      await endLapsedAssistedSessions(now)
      return redirectTo(paths.signIn(mode, undefined, 'everywhere'), left)
    }
    default:
      return found(undefined)
  }
}

/** A changed password ends every other session. */
async function takePassword({ path, now, staffSession }: RequestContext, present: SignedIn, form: FormValues) {
  const { stored, session } = present
  const password = typedIn(form, 'password')
  const changed = () => refused({ errors: [wrong('password-changed', 'current')] }, 'conflict')
  if (openedAt(form) !== passwordVersion(stored)) return changed()
  const errors: FieldError[] = newPasswordErrors(password, typedIn(form, 'again'), namesOf(stored).login)
  if (errors.length > 0) return refused({ errors }, 'invalid')
  const tried = await tryOwnPassword(present, typedIn(form, 'current'), now)
  if (tried !== 'right') {
    const { errors, why } = refusal(tried, 'password-wrong', 'current')
    return refused({ errors }, why)
  }
  const next = await hashPassword(password)
  if (!(await refusingFullDisk(changePassword(stored.id, next, stored.passwordHash, ownChange(stored, 'password', now))))) return changed()
  await endLapsedAssistedSessions(now)
  const cookie = await signIn(staffSession, stored, session.practice, now)
  return redirectTo(`${path}?changed`, { cookies: [cookie] })
}
