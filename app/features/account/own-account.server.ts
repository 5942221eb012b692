import { typedIn, wrong } from '#app/access/account-input.ts'
import { endLapsedAssistedSessions } from '#app/access/assisted-right.server.ts'
import { requireSignedIn, requireStaff } from '#app/access/guards.server.ts'
import { newOnce, sessionOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { tryOwnPassword } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { cookieOfSession, newStaffSession, type SignedIn, signOut } from '#app/access/staff-session.server.ts'
import { writerOf } from '#app/access/written-by.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { contentVersion, openedAt } from '#app/cases/version.server.ts'
import type { StaffChange } from '#app/domain/event.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { hashPassword } from '#app/security/password.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredStaff } from '#db/staff.server.ts'
import { changePassword, closeStaffSessions } from '#db/staff-sessions.server.ts'
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
    ...{
      hasFactor: stored.secondFactor !== null,
      changed: context.query.has('changed'),
      version: passwordVersion(stored),
      once: newOnce(),
    },
  })
}

/** Changes the password, or signs out everywhere. */
export async function accountAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const already = await changedAlready(context, form)
  if (already) return already
  requireStaff(context, 'desk')
  const present = requireSignedIn(context)
  switch (form.get('do')) {
    case 'password':
      return passwordAction(context, present, form)
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

/** The secret of the session one goes on in, once the password was changed as a form says. */
const secretOf = (form: FormValues) =>
  sessionOnce(form, [writerOf(form), ...['current', 'password', 'again'].map((name) => typedIn(form, name))])

/** Where a change of the password ends; undefined where this form has changed none. The session it was sent in is over by then. */
async function changedAlready({ path, now }: RequestContext, form: FormValues) {
  const secret = form.get('do') === 'password' ? secretOf(form) : undefined
  const cookie = secret === undefined ? undefined : await cookieOfSession(secret, now)
  return cookie && redirectTo(`${path}?changed`, { cookies: [cookie] })
}

/** A changed password ends every other session. What is sent twice changes it once, and ends at the same. */
async function passwordAction(context: RequestContext, present: SignedIn, form: FormValues) {
  const { path, now } = context
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
  const { opened, cookie } = newStaffSession(stored, session.practice, now, secretOf(form))
  if (!(await refusingFullDisk(changePassword(next, stored.passwordHash, ownChange(stored, 'password', now), opened))))
    return (await changedAlready(context, form)) ?? changed()
  await endLapsedAssistedSessions(now)
  return redirectTo(`${path}?changed`, { cookies: [cookie] })
}
