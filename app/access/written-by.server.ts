import { type StaffInSession, staffMark, staffMarked, writtenByInput } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { redirectTo, stop } from './outcome.ts'
import type { RequestContext } from './request-context.server.ts'

/** On whose page a form of the desk was written; undefined where it does not say. */
export function writerOf(form: FormValues): StaffInSession | undefined {
  const mark = form.get(writtenByInput)
  return typeof mark === 'string' && mark !== '' ? staffMarked(mark.slice(0, 80)) : undefined
}

/** Did somebody else write a form than the staff member who is signed in? Not where it does not say, or nobody is. */
export function isByAnother({ actor }: Pick<RequestContext, 'actor'>, form: FormValues): boolean {
  const writer = writerOf(form)
  if (actor.by === 'resident' || !writer) return false
  return staffMark(writer) !== staffMark({ id: actor.session.stored.id, practice: actor.practice })
}

/**
 * Nothing is done in the name of somebody else than who wrote a form, such as in a tab that was left open when another signed in.
 * @throws a redirect to sign in, which the form is posted to: there it is stored for who wrote it
 */
export function requireWriter(context: Pick<RequestContext, 'actor' | 'mode' | 'at'>, form: FormValues): void {
  if (isByAnother(context, form)) throw stop(redirectTo(paths.signIn(context.mode, context.at, 'other'), { resend: true }))
}

/**
 * The same on the pages of residents, where nobody need be signed in: what a clerk wrote for somebody they help is theirs alone, also after
 * their session has ended.
 * @throws as `requireWriter` does, also where nobody is signed in any more
 */
export function requireSignedInWriter(context: Pick<RequestContext, 'actor' | 'mode' | 'at'>, form: FormValues): void {
  requireWriter(context, form)
  if (context.actor.by === 'resident' && writerOf(form)) throw stop(redirectTo(paths.signIn(context.mode, context.at), { resend: true }))
}
