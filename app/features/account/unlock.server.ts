import { typedIn, wrong } from '#app/access/account-input.ts'
import { deskPath } from '#app/access/desk-path.ts'
import { folderPath } from '#app/access/folder-path.ts'
import { page, type RefusedWhy, redirectTo, shownAgain, stop } from '#app/access/outcome.ts'
import { tryOwnPassword } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import type { SignedIn } from '#app/access/staff-session.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { hasUnlockGrant } from '#app/access/unlock-grants.server.ts'
import { isByAnother } from '#app/access/written-by.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { besideField, lockedAfterMinutes, type StaffInSession } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inMode, paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { touchStaffSession } from '#db/staff-sessions.server.ts'
import { refusal } from './password-errors.server.ts'
import { accountOf, decryptForm, encryptForm, type ResumedForm } from './resumed-form.server.ts'

/** The name of the password field: a form posted from a locked screen has no such field. */
export const unlockField = 'unlock-password'
/** The field that says whose page was covered. */
const ownerField = 'unlock-of'

/** A clerk who helps somebody is at work on their pages too. */
const goesTo = ({ mode, query }: RequestContext) => deskPath(mode, query.get('to')) ?? folderPath(mode, query.get('to')) ?? paths.desk(mode)

/** The owner of the screen. @throws a redirect to sign in where it has none; `resend`: what was posted is posted there */
function requireOwner(context: RequestContext, resend = false): SignedIn {
  if (context.actor.by !== 'resident') return context.actor.session
  throw stop(redirectTo(paths.signIn(context.mode, goesTo(context)), { resend }))
}

/** A form that was typed on another page, or carries one that was: the cover of a page has neither. */
const holdsTyped = (form: FormValues) => form.has('kept') || !(form.has(unlockField) || form.has(besideField))

/** Data of the unlock page, or a redirect where the screen is not locked. */
export function unlockLoader(context: RequestContext) {
  const { mode } = context
  const { stored, session, locked } = requireOwner(context)
  const { name } = namesOf(stored)
  const writer: StaffInSession = { id: stored.id, practice: session.practice }
  const failed = context.query.get('why') === 'provider'
  return page({
    ...{ mode, at: context.at, to: goesTo(context), name, writer, locked, failed },
    minutes: lockedAfterMinutes,
  })
}

type Unlocking = { readonly carried: string; readonly again: ResumedForm | null; readonly errors: readonly FieldError[] }

/**
 * Unlocks the screen and redirects back, with the password or after single sign-on. A form posted from the locked screen is saved for the
 * account, and handed back to be posted again, after signing in where the session ended meanwhile or is somebody else's by now; a covered
 * page is uncovered for its owner only.
 */
export async function unlockAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const [present, to] = [requireOwner(context, holdsTyped(form)), goesTo(context)]
  if (isByAnother(context, form)) return redirectTo(paths.signIn(mode, to, 'other'), { resend: true })
  const say = (result: Partial<Unlocking>, why?: RefusedWhy) =>
    shownAgain<Unlocking>({ carried: '', again: null, errors: [], ...result }, why)
  const beside = form.has(besideField)
  if (!form.has(unlockField) && !beside) {
    if (!present.locked) return redirectTo(to, { resend: true })
    return say({ carried: encryptForm(accountOf(present), to, form) })
  }
  switchMode(form, context)
  const carried = String(form.get('kept') ?? '')
  if (form.has('switch-to')) return say({ carried })
  if (form.has(ownerField) && form.get(ownerField) !== present.stored.id) return say({}, 'conflict')
  if (beside && !hasUnlockGrant(present.idHash, now)) return say({ carried, errors: [wrong('not-beside', besideField)] }, 'invalid')
  const tried = beside ? 'right' : await tryOwnPassword(present, typedIn(form, unlockField), now)
  if (tried !== 'right') {
    const { errors, why } = refusal(tried, 'password-wrong', unlockField)
    return say({ carried, errors }, why)
  }
  await refusingFullDisk(touchStaffSession(present.idHash, now))
  const again = carried === '' ? undefined : decryptForm(accountOf(present), carried)
  if (!again) return redirectTo(to)
  return say({ again: { ...again, to: inMode(again.to, mode) } })
}
