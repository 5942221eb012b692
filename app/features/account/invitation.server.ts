import { randomUUID } from 'node:crypto'
import { typedIn } from '#app/access/account-input.ts'
import { endLapsedAssistedSessions } from '#app/access/assisted-right.server.ts'
import { linkHashOf, linkHours, newInvitation, usedByMark, usedMark } from '#app/access/invitation.server.ts'
import { newOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { encryptNames, loginHashOf, namesOf, parseNames } from '#app/access/staff-names.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { hashPassword } from '#app/security/password.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { forgetWrongPins } from '#db/saved-checks.server.ts'
import { hasAdministrator, type StoredStaff } from '#db/staff.server.ts'
import { choosePassword, hasMark, makeFirst, ownerOfLink, replaceFirstLink } from '#db/staff-links.server.ts'
import { newPasswordErrors } from './password-errors.server.ts'

type Params = { token?: string }

/** The path of a new link for the first administrator, replacing earlier ones; undefined where there is an administrator. */
export async function firstInvitation(mode: Mode, now: Date): Promise<string | undefined> {
  const { token, stored } = newInvitation(null, now)
  return (await replaceFirstLink(stored)) ? paths.invitation(mode, token) : undefined
}

const ownerAt = ({ token = '' }: Params, now: Date) => ownerOfLink(linkHashOf(token), now)

/** Why a link is of no use: it was used; or it has expired, was replaced or never was one (`first`: and nobody manages accounts yet). */
export type LinkGone = 'used' | 'gone' | 'first'

async function whyGone({ token = '' }: Params, now: Date): Promise<LinkGone> {
  if (await hasMark(usedMark(token), now)) return 'used'
  return hasAdministrator() ? 'gone' : 'first'
}

/** Data of the page of a link, also where it is no longer valid. */
export async function invitationLoader(context: RequestContext, params: Params) {
  const shown = { mode: context.mode, at: context.at, hours: linkHours, once: newOnce(), gone: null }
  const owner = await ownerAt(params, context.now)
  if (owner === undefined) return refused({ ...shown, first: false, names: null, gone: await whyGone(params, context.now) }, 'gone')
  return owner === 'first-administrator'
    ? page({ ...shown, first: true, names: null })
    : page({ ...shown, first: false, names: namesOf(owner) })
}

/**
 * Sets the password chosen by a link, and the names of the first administrator; then they can sign in. Sent twice, it leads to the same place
 * twice.
 */
export async function invitationAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now } = context
  switchMode(form, context)
  const typed = { name: typedIn(form, 'name'), login: typedIn(form, 'login') }
  const [password, repeated, token] = [typedIn(form, 'password'), typedIn(form, 'again'), params.token ?? '']
  const mark = usedByMark(token, form, [...Object.values(typed), password, repeated])
  const isChosen = () => hasMark(mark, now)
  const toSignIn = redirectTo(paths.signIn(mode, undefined, 'chosen'))
  const owner = await ownerAt(params, now)
  const again = { ...typed, errors: [] as FieldError[] }
  if (owner === undefined) return !form.has('switch-to') && (await isChosen()) ? toSignIn : refused(again, 'gone')
  if (form.has('switch-to')) return page(again)
  const first = owner === 'first-administrator'
  const parsed = first ? parseNames(typed) : { errors: [], names: namesOf(owner) }
  const { names } = parsed
  const errors: FieldError[] = [...parsed.errors, ...newPasswordErrors(password, repeated, names.login)]
  if (errors.length > 0) return refused({ ...typed, errors }, 'invalid')
  const [link, passwordHash] = [{ tokenHash: linkHashOf(token), marks: [usedMark(token), mark] }, await hashPassword(password)]
  const used = first
    ? await refusingFullDisk(makeFirst(link, ...firstAdministrator(names, passwordHash, now)))
    : await refusingFullDisk(choosePassword(link, owner.id, passwordHash, now, chosen(owner, now)))
  if (used) {
    await refusingFullDisk(forgetWrongPins(loginHashOf(names.login)))
    await endLapsedAssistedSessions(now)
  }
  return used || (await isChosen()) ? toSignIn : redirectTo(context.at)
}

function firstAdministrator(names: { name: string; login: string }, passwordHash: string, now: Date) {
  const id = randomUUID()
  const one: StoredStaff = {
    ...{ id, loginHash: loginHashOf(names.login), sealed: encryptNames(id, names), hall: null, passwordHash },
    ...{ role: 'administrator', roles: ['administrator'], serves: [] },
    ...{ secondFactor: null, lastStep: null, state: 'active' },
  }
  const who = { type: 'staff-changed', actor: eventActor('system'), at: now.toISOString(), member: id } as const
  return [one, now, encryptEvent({ ...who, what: 'made', role: 'administrator', hall: null })] as const
}

const chosen = ({ id, role }: StoredStaff, now: Date) =>
  encryptEvent({ type: 'staff-changed', actor: eventActor(role, id), at: now.toISOString(), member: id, what: 'password' })
