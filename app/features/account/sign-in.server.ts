import { typedIn, wrong } from '#app/access/account-input.ts'
import { hasCarriedForm, resumeForm } from '#app/access/carried-forms.server.ts'
import { deskPath } from '#app/access/desk-path.ts'
import { folderPath } from '#app/access/folder-path.ts'
import { newOnce, sessionOnce } from '#app/access/once.server.ts'
import { page, type RedirectTo, redirectTo, refused } from '#app/access/outcome.ts'
import { parseCode } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { trySignIn } from '#app/access/sign-in.server.ts'
import { hasSingleSignOn } from '#app/access/single-sign-on.server.ts'
import { loginHashOf } from '#app/access/staff-names.server.ts'
import { signOut } from '#app/access/staff-session.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { lockMinutes } from '#app/access/throttle.server.ts'
import { writerOf } from '#app/access/written-by.server.ts'
import { besideField, carriedForInput, type StaffInSession, staffMark } from '#app/domain/staff.ts'
import { accountOwner } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { inMode, paths, signInReasons } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { staffByLogin } from '#db/staff.server.ts'
import { ownerOfEndedSession } from '#db/staff-sessions.server.ts'
import { refusal } from './password-errors.server.ts'
import { decryptForm, encryptForm, type ResumedForm, storeCarried } from './resumed-form.server.ts'
import { unlockField } from './unlock.server.ts'

/** Data of the sign-in page. A signed-in staff member is redirected, or told that the browser keeps something for them. */
export async function signInLoader(context: RequestContext) {
  const { mode, query, actor } = context
  const to = deskPath(mode, query.get('to'))
  const why = signInReasons.find((one) => one === query.get('why')) ?? null
  if (!why && actor.by !== 'resident' && !actor.session.locked) return redirectTo(to ?? paths.desk(mode))
  const elsewhere = hasSingleSignOn() ? { work: paths.singleSignOn(mode, to), practice: paths.singleSignOn(mode, to, 'practice') } : null
  const owner = why === 'kept' ? ownerIn(context) : undefined
  const waits = owner !== undefined && (await hasCarriedForm(context, owner))
  return page({ mode, at: context.at, to, why, minutes: lockMinutes, elsewhere, waits, once: newOnce() })
}

type Carried = { readonly carried: string; readonly carriedFor: string }
type Entering = Carried & { readonly login: string; readonly practice: boolean; readonly errors: readonly FieldError[] }

/**
 * Signs in, or says that the data do not match: never which part. A form posted after the session ended is saved for its owner, and
 * handed back to be posted again; anyone else who signs in sees nothing of it, and it waits for its owner in this browser.
 */
export async function signInAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const wanted = context.query.get('to')
  const to = deskPath(mode, wanted)
  const input: Carried = { carried: String(form.get('kept') ?? ''), carriedFor: String(form.get(carriedForInput) ?? '') }
  if (form.has(besideField)) return signInBeside(context, form, input)
  // Of the unlock page only what it carries is passed on, never the password sent with it.
  if (form.has(unlockField)) return page<Partial<Entering>>({ ...input, carriedFor: markOf(writerOf(form)) })
  if (!isSignInForm(form)) return page<Partial<Entering>>(await carriedFormOf(context, to ?? folderPath(mode, wanted), form))
  switchMode(form, context)
  const [login, practice] = [typedIn(form, 'login'), form.has('practice')]
  if (form.has('switch-to')) return page<Entering>({ ...input, login, practice, errors: [] })
  const loginHash = loginHashOf(login)
  const found = await staffByLogin(loginHash)
  const one = found?.state === 'active' && found.passwordHash !== null ? found : undefined
  const typed = { password: typedIn(form, 'password'), code: parseCode(typedIn(form, 'code')), asksPractice: practice }
  const secret = sessionOnce(form, [loginHash, ...Object.values(typed)])
  const result = await trySignIn(context.staffSession, one, { loginHash, ...typed, secret }, now)
  if (typeof result === 'string' || !one) {
    const { errors, why } = refusal(result === 'locked' ? 'locked' : 'no-match', 'no-match', 'login')
    return refused<Entering>({ ...input, login, practice, errors }, why)
  }
  const owner = { id: one.id, practice: result.practice }
  const own = handedBack(owner, input.carried, mode)
  const cookies = [result.cookie, ...(own ? [] : await storeCarried(context, form))]
  const again = own ?? (await waitingFor(context, owner))
  return again ? page({ again }, { cookies }) : redirectTo(to ?? paths.desk(mode), { cookies })
}

/** Who is signed in, and whose screen is open. */
const ownerIn = ({ actor }: Pick<RequestContext, 'actor'>): StaffInSession | undefined =>
  actor.by === 'resident' || actor.session.locked ? undefined : { id: actor.session.stored.id, practice: actor.practice }

/**
 * Resumes a form whose owner signed in in a second window, or one that waited for them in this browser; refused where they have not. Where
 * somebody else did, it is stored for them.
 */
async function signInBeside(context: RequestContext, form: FormValues, input: Carried) {
  const [{ mode }, owner] = [context, ownerIn(context)]
  const again = owner && (handedBack(owner, input.carried, mode) ?? (input.carried === '' ? await waitingFor(context, owner) : undefined))
  if (again) return page({ again })
  if (owner && input.carried === '') return redirectTo(paths.desk(mode))
  const cookies = owner ? await storeCarried(context, form) : []
  return { ...refused<Partial<Entering>>({ ...input, errors: [wrong('not-beside', besideField)] }, 'invalid'), cookies }
}

function handedBack({ id, practice }: StaffInSession, carried: string, mode: Mode): ResumedForm | undefined {
  const again = carried === '' ? undefined : decryptForm(accountOwner(id, practice), carried)
  return again && { ...again, to: inMode(again.to, mode) }
}

async function waitingFor(context: RequestContext, owner: StaffInSession): Promise<ResumedForm | undefined> {
  const again = await resumeForm(context, owner)
  return again && { ...again, to: inMode(again.to, context.mode) }
}

/** Only the sign-in form asks for both a sign-in name and a password. */
const isSignInForm = (form: FormValues) => form.has('login') && form.has('password')

/**
 * A form posted after the session ended, or while somebody else is signed in, encrypted for who wrote it; empty where that is not known. Of
 * a form that does not say it is the owner of the session that expired.
 */
async function carriedFormOf({ staffSession, now }: RequestContext, to: string | undefined, form: FormValues): Promise<Carried> {
  const ended = staffSession === undefined ? undefined : await ownerOfEndedSession(staffSession, now)
  const writer = writerOf(form) ?? (ended && { id: ended.staffId, practice: ended.practice })
  if (!writer || !to) return { carried: '', carriedFor: '' }
  return { carried: encryptForm(accountOwner(writer.id, writer.practice), to, form), carriedFor: markOf(writer) }
}

const markOf = (writer: StaffInSession | undefined) => (writer ? staffMark(writer) : '')

/** Signs out on this device. What its owner typed on a screen that locked waits for them. */
export async function signOutAction(context: RequestContext, form: FormValues): Promise<RedirectTo> {
  const carriedCookies = await storeCarried(context, form)
  const { cookies, forget } = await signOut(context.staffSession, context.now)
  return redirectTo(paths.signIn(context.mode, undefined, 'out'), { cookies: [...cookies, ...carriedCookies], forget })
}
