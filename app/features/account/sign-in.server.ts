import { typedIn, wrong } from '#app/access/account-input.ts'
import { deskPath } from '#app/access/desk-path.ts'
import { folderPath } from '#app/access/folder-path.ts'
import { page, type RedirectTo, redirectTo, refused } from '#app/access/outcome.ts'
import { readCode, tryToEnter } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { completeSignIn } from '#app/access/sign-in.server.ts'
import { hasSingleSignOn } from '#app/access/single-sign-on.server.ts'
import { loginHashOf } from '#app/access/staff-names.server.ts'
import { signOut } from '#app/access/staff-session.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { lockMinutes } from '#app/access/throttle.server.ts'
import { writerOf } from '#app/access/written-by.server.ts'
import { accountOwner } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { inMode, paths, signInReasons } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { staffByLogin } from '#db/staff.server.ts'
import { ownerOfEndedSession } from '#db/staff-sessions.server.ts'
import { refusal } from './password-errors.server.ts'
import { decryptForm, encryptForm, type ResumedForm } from './resumed-form.server.ts'
import { besideField, unlockField } from './unlock.server.ts'

/** Data of the sign-in page. A signed-in staff member is redirected. */
export function signInLoader(context: RequestContext) {
  const { mode, query, actor } = context
  const to = deskPath(mode, query.get('to'))
  const why = signInReasons.find((one) => one === query.get('why')) ?? null
  if (!why && actor.by !== 'resident' && !actor.session.locked) return redirectTo(to ?? paths.desk(mode))
  const elsewhere = hasSingleSignOn() ? { work: paths.singleSignOn(mode, to), practice: paths.singleSignOn(mode, to, 'practice') } : null
  return page({ mode, at: context.at, to, why, minutes: lockMinutes, elsewhere })
}

type Entering = { readonly login: string; readonly practice: boolean; readonly kept: string; readonly errors: readonly FieldError[] }

/**
 * Signs in, or says that the data do not match: never which part. A form posted after the session ended is saved for its owner, and
 * handed back to be posted again; anyone else who signs in sees nothing of it.
 */
export async function signInAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const wanted = context.query.get('to')
  const to = deskPath(mode, wanted)
  if (form.has(besideField)) return takeBeside(context, String(form.get('kept') ?? ''))
  // Of the unlock page only what it carries is kept, never the password that came with it.
  if (form.has(unlockField)) return page<Partial<Entering>>({ kept: String(form.get('kept') ?? '') })
  if (!isOfDoor(form)) return page<Partial<Entering>>({ kept: await keptOf(context, to ?? folderPath(mode, wanted), form) })
  switchMode(form, context)
  const [login, practice, kept] = [typedIn(form, 'login'), form.has('practice'), String(form.get('kept') ?? '')]
  if (form.has('switch-to')) return page<Entering>({ login, practice, kept, errors: [] })
  const loginHash = loginHashOf(login)
  const found = await staffByLogin(loginHash)
  const one = found?.state === 'active' && found.passwordHash !== null ? found : undefined
  const tried = await tryToEnter(loginHash, one, typedIn(form, 'password'), readCode(typedIn(form, 'code')), now)
  if (tried === 'right' && one) {
    const { cookie, ...came } = await completeSignIn(context.staffSession, one, practice, now)
    const again = keptFor(one.id, came.practice, kept, mode)
    if (again) return page({ again }, { cookies: [cookie] })
    return redirectTo(to ?? paths.desk(mode), { cookies: [cookie] })
  }
  const { errors, why } = refusal(tried === 'locked' ? 'locked' : 'no-match', 'no-match', 'login')
  return refused<Entering>({ login, practice, kept, errors }, why)
}

/** Resumes a form whose owner signed in in a second window; refused where they have not. */
function takeBeside({ mode, actor }: RequestContext, kept: string) {
  if (actor.by === 'resident' || actor.session.locked)
    return refused<Partial<Entering>>({ kept, errors: [wrong('not-beside', besideField)] }, 'invalid')
  const again = keptFor(actor.session.stored.id, actor.practice, kept, mode)
  if (!again && kept !== '') return refused<Partial<Entering>>({ kept, errors: [wrong('not-beside', besideField)] }, 'invalid')
  if (!again) return redirectTo(paths.desk(mode))
  return page({ again })
}

function keptFor(staffId: string, practice: boolean, kept: string, mode: Mode): ResumedForm | undefined {
  const again = kept === '' ? undefined : decryptForm(accountOwner(staffId, practice), kept)
  return again && { ...again, to: inMode(again.to, mode) }
}

/** Only the sign-in form asks for both a sign-in name and a password. */
const isOfDoor = (form: FormValues) => form.has('login') && form.has('password')

/**
 * A form posted after the session ended, or while somebody else is signed in, encrypted for who wrote it; empty where that is not known. Of
 * a form that does not say it is the owner of the session that expired.
 */
async function keptOf({ staffSession, now }: RequestContext, to: string | undefined, form: FormValues): Promise<string> {
  const ended = staffSession === undefined ? undefined : await ownerOfEndedSession(staffSession, now)
  const writer = writerOf(form) ?? (ended && { id: ended.staffId, practice: ended.practice })
  return writer && to ? encryptForm(accountOwner(writer.id, writer.practice), to, form) : ''
}

/** Signs out on this device. */
export async function signOutAction({ mode, staffSession, now }: RequestContext): Promise<RedirectTo> {
  return redirectTo(paths.signIn(mode, undefined, 'out'), await signOut(staffSession, now))
}
