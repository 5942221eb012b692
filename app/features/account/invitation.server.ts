import { randomUUID } from 'node:crypto'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { encryptNames, loginHashOf, namesOf } from '#app/access/staff-names.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { readName } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { readLogin } from '#app/domain/staff.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { hashPassword } from '#app/security/password.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { forgetWrongPins } from '#db/saved-checks.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import { choosePassword, keepFirstLink, makeFirst, ownerOfLink } from '#db/staff-links.server.ts'
import { typedIn, wrong } from './form-input.ts'
import { newPasswordErrors } from './password-errors.server.ts'

type Params = { token?: string }

/** How long a link is valid, in hours. */
export const linkHours = 72

const hashOf = (token: string) => keyedHash(hashLabels.staffLink(token))

/** The token of a new link, which is stored nowhere, and the row stored of it. */
export function newInvitation<To extends string | null>(staffId: To, now: Date) {
  const token = secureRandom(32).toString('base64url')
  return { token, kept: { tokenHash: hashOf(token), staffId, expiresAt: new Date(now.getTime() + linkHours * 3_600_000) } }
}

/** The path of a new link for the first administrator, replacing earlier ones; undefined where there is an administrator. */
export async function firstInvitation(mode: Mode, now: Date): Promise<string | undefined> {
  const { token, kept } = newInvitation(null, now)
  return (await keepFirstLink(kept)) ? paths.welcome(mode, token) : undefined
}

const ownerAt = ({ token = '' }: Params, now: Date) => ownerOfLink(hashOf(token), now)

/** Data of the page of a link, also where it is no longer valid. */
export async function invitationLoader(context: RequestContext, params: Params) {
  const shown = { mode: context.mode, at: context.at, hours: linkHours }
  const owner = await ownerAt(params, context.now)
  if (owner === undefined) return refused({ ...shown, first: false, names: null }, 'gone')
  return owner === 'first-administrator'
    ? page({ ...shown, first: true, names: null })
    : page({ ...shown, first: false, names: namesOf(owner) })
}

/** Sets the password chosen by a link, and the names of the first administrator; then they can sign in. */
export async function invitationAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now } = context
  switchMode(form, context)
  const typed = { name: typedIn(form, 'name'), login: typedIn(form, 'login') }
  const owner = await ownerAt(params, now)
  if (form.has('switch-to') || owner === undefined) return page({ ...typed, errors: [] as FieldError[] })
  const first = owner === 'first-administrator'
  const read = first ? readNames(typed) : { errors: [], names: namesOf(owner) }
  const [password, { names }] = [typedIn(form, 'password'), read]
  const errors: FieldError[] = [...read.errors, ...newPasswordErrors(password, typedIn(form, 'again'), names.login)]
  if (errors.length > 0) return refused({ ...typed, errors }, 'invalid')
  const [tokenHash, passwordHash] = [hashOf(params.token ?? ''), await hashPassword(password)]
  const used = first
    ? await refusingFullDisk(makeFirst(tokenHash, ...firstAdministrator(names, passwordHash, now)))
    : await refusingFullDisk(choosePassword(tokenHash, owner.id, passwordHash, now, chosen(owner, now)))
  if (used) await refusingFullDisk(forgetWrongPins(loginHashOf(names.login)))
  return redirectTo(used ? paths.signIn(mode, undefined, 'chosen') : context.at)
}

/** The names of a new staff member parsed, and the errors. */
export function readNames(typed: { readonly name: string; readonly login: string }) {
  const [name, login] = [readName(typed.name), readLogin(typed.login)]
  const errors: FieldError[] = []
  if (!name.ok) errors.push({ key: `errors:field.${name.error}`, field: 'name', values: name.values })
  if (name.ok && landDemandIn(name.value)) errors.push(wrong('name-land', 'name'))
  if (login === undefined) errors.push(wrong('login-form', 'login'))
  else if (landDemandIn(login)) errors.push(wrong('name-land', 'login'))
  return { errors, names: { name: name.ok ? name.value : '', login: login ?? '' } }
}

function firstAdministrator(names: { name: string; login: string }, passwordHash: string, now: Date) {
  const id = randomUUID()
  const one: StoredStaff = {
    ...{ id, loginHash: loginHashOf(names.login), sealed: encryptNames(id, names), role: 'administrator', hall: null, passwordHash },
    ...{ secondFactor: null, lastStep: null, state: 'active' },
  }
  const who = { type: 'staff-changed', actor: eventActor('system'), at: now.toISOString(), member: id } as const
  return [one, now, encryptEvent({ ...who, what: 'made', role: 'administrator', hall: null })] as const
}

const chosen = ({ id, role }: StoredStaff, now: Date) =>
  encryptEvent({ type: 'staff-changed', actor: eventActor(role, id), at: now.toISOString(), member: id, what: 'password' })
