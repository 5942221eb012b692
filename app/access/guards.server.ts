import { type Filed, filedFor } from '#app/cases/assisted-session.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { type OpenFolder, openStored, reopened } from '#app/cases/folder.server.ts'
import { isOfAnotherFolder } from '#app/cases/version.server.ts'
import type { MandateScope } from '#app/domain/assisted-session.ts'
import { type DeskPart, mayOpen, type Staff, scopeOf } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type FolderReason, paths } from '#app/paths.ts'
import { notFound, redirectTo, stop } from './outcome.ts'
import type { Actor, RequestContext } from './request-context.server.ts'
import { lacksSecondFactor, type SignedIn, staffOf } from './staff-session.server.ts'
import { requireSignedInWriter } from './written-by.server.ts'

/**
 * The staff member at the screen.
 * @throws a redirect to sign in or unlock; a form sent from a locked screen or after the session ended is resumed there
 */
export function requireSignedIn({ actor, mode, at, sends }: Pick<RequestContext, 'actor' | 'mode' | 'at' | 'sends'>): SignedIn {
  if (actor.by === 'resident') throw stop(redirectTo(paths.signIn(mode, at), { resend: sends }))
  if (actor.session.locked) throw stop(redirectTo(paths.unlock(mode, at), { resend: sends }))
  return actor.session
}

/**
 * The staff member at the screen, if one of their roles may open this part of the desk.
 * @throws as `requireSignedIn` does; a redirect to set up the second factor a hall asks for, where a posted form is resumed;
 * `not-found` for others: a page one may not see does not exist for it
 */
export function requireStaff(context: RequestContext, part: DeskPart): Staff {
  const session = requireSignedIn(context)
  const staff = staffOf(session)
  if (!mayOpen(staff, part)) throw notFound()
  if (lacksSecondFactor(session)) {
    const { mode, at, sends } = context
    throw stop(redirectTo(paths.secondFactor(mode, sends ? at : undefined), { resend: sends }))
  }
  return staff
}

/** The place whose cases a staff member sees. @throws `not-found` for those who see none */
export function requirePlace(staff: Staff): string {
  const place = scopeOf(staff)
  if (place === undefined) throw notFound()
  return place
}

/**
 * Who fills in a form: a resident, or a clerk in an assisted session. `resend`: what was posted is posted to where the redirect leads;
 * `why`: what the page that opens a folder says.
 * @throws a redirect to unlock, or to the counter; for staff who help nobody there, to the page that opens a folder: signed out, they may
 */
export function requireApplicant(
  { actor, mode, at }: Pick<RequestContext, 'actor' | 'mode' | 'at'>,
  { resend = false, why }: { resend?: boolean; why?: 'photos' } = {},
): Exclude<Actor, { by: 'staff' }> {
  if (actor.by !== 'staff') return actor
  const to = resend ? { to: at } : {}
  if (actor.locked) throw stop(redirectTo(paths.unlock(mode, at), { resend }))
  if (mayNotAssist(actor)) throw stop(redirectTo(paths.openFolder(mode, why, to.to), { resend }))
  throw stop(redirectTo(paths.counter(mode, { why: 'nobody', ...to }), { resend }))
}

/** Is a staff member signed in none of whose roles has a counter? */
export const mayNotAssist = (actor: Actor): boolean => actor.by === 'staff' && !mayOpen(actor.session.stored, 'counter')

/**
 * Who files something, as its event records it. @throws a redirect to the counter where a clerk may not: what was typed is posted there, and
 * handed back once somebody may
 */
export function requireFiling(context: RequestContext, move: MandateScope): Filed {
  const applicant = requireApplicant(context)
  if (applicant.by === 'resident') return { actor: eventActor('resident') }
  const filed = filedFor(applicant.assisted, move, context.now)
  if (!filed) throw stop(redirectTo(paths.counter(context.mode, { why: 'scope', to: context.at }), { resend: true }))
  return filed
}

/** A page to file something from, which is not offered to who may not. @throws a redirect to the counter for a clerk who may not */
export function requireMayFile(context: RequestContext, move: MandateScope): void {
  const { actor, mode, now } = context
  if (actor.by === 'clerk' && !filedFor(actor.assisted, move, now)) throw stop(redirectTo(paths.counter(mode, { why: 'scope' })))
}

/** The open folder, decrypted; undefined where there is none. @throws `Unreadable` */
export async function openFolder({ folder }: Pick<RequestContext, 'folder'>): Promise<OpenFolder | undefined> {
  const stored = await folder()
  return stored && openStored(stored)
}

/**
 * The open folder. `why`: what the page that opens one says.
 * @throws a redirect to that page where there is none; for staff that is the counter
 */
export async function requireFolder(
  context: RequestContext,
  why: Extract<FolderReason, 'closed' | 'photos'> = 'closed',
): Promise<OpenFolder> {
  const open = await openFolder(context)
  if (open) return open
  const applicant = requireApplicant(context, why === 'photos' ? { why } : {})
  throw stop(redirectTo(applicant.by === 'clerk' ? paths.counter(context.mode) : paths.openFolder(context.mode, why)))
}

/**
 * The folder a form was opened in: what was typed for one folder is never saved in another, nor by somebody else than who helped.
 * @throws a redirect to where a folder is opened, which the form is posted to, where that folder is not open any more; to sign in, where it
 * is posted to as well, for a form of a clerk who is not signed in any more
 */
export async function requireFolderOf(context: RequestContext, form: FormValues): Promise<OpenFolder> {
  requireSignedInWriter(context, form)
  const open = await openFolder(context)
  if (open && !isOfAnotherFolder(form, open.stored.id)) return open
  throw whereItOpens(context)
}

/** The folder of a form as it is by now. @throws as `requireFolderOf` where it was deleted while the form was being read */
export async function requireReopened(context: RequestContext, open: Pick<OpenFolder, 'stored'>): Promise<OpenFolder> {
  const now = await reopened(open)
  if (now) return now
  throw whereItOpens(context)
}

/** A redirect to where a folder is opened, which the form is posted to. */
function whereItOpens(context: RequestContext) {
  const { mode, at, actor, staffSession } = context
  // A staff member whose own session has expired as well.
  if (actor.by === 'resident' && staffSession !== undefined) return stop(redirectTo(paths.signIn(mode, at), { resend: true }))
  const applicant = requireApplicant(context, { resend: true })
  return stop(
    redirectTo(applicant.by === 'clerk' ? paths.counter(mode, { to: at }) : paths.openFolder(mode, 'closed', at), { resend: true }),
  )
}
