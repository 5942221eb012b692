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

/**
 * Nothing is done in the name of somebody else than who wrote a form, such as in a tab that was left open when another signed in.
 * @throws a redirect to sign in, which the form is posted to: there it is kept for who wrote it
 */
export function requireWriter({ actor, mode, at }: Pick<RequestContext, 'actor' | 'mode' | 'at'>, form: FormValues): void {
  const writer = writerOf(form)
  if (actor.by === 'resident' || !writer) return
  if (staffMark(writer) === staffMark({ id: actor.session.stored.id, practice: actor.practice })) return
  throw stop(redirectTo(paths.signIn(mode, at, 'other'), { resend: true }))
}
