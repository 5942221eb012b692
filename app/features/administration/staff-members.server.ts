import { typedIn, wrong } from '#app/access/account-input.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { linkHashOf, linkHours, newInvitation } from '#app/access/invitation.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, type RefusedWhy, shownAgain } from '#app/access/outcome.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { encryptNames, loginHashOf, namesIn, namesOf, parseNames } from '#app/access/staff-names.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { StaffState } from '#app/domain/stored-states.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls } from '#db/halls.server.ts'
import { allStaff, type StoredStaff } from '#db/staff.server.ts'
import { insertInvited, ownerOfLink } from '#db/staff-links.server.ts'
import { type Post, parsePost, postIn } from './post.server.ts'

/** State of an account: active, off, or no password chosen yet. */
export type Standing = StaffState | 'invited'

/** A staff member as administrators see them. */
export function staffMemberOf({ id, role, roles, serves, hall, state, passwordHash, secondFactor, ...stored }: StoredStaff) {
  const standing: Standing = state === 'off' ? 'off' : passwordHash === null ? 'invited' : 'active'
  return {
    ...{ id, role, roles, serves, hall },
    standing,
    hasFactor: secondFactor !== null,
    hasPassword: passwordHash !== null,
    ...namesOf({ id, ...stored }),
    unreadable: !namesIn({ id, ...stored }).ok,
  }
}

/** A link to hand over, shown once. */
export type HandedLink = {
  readonly name: string
  readonly token: string
  readonly path: string
  /** With the origin of the site; null where that is not known. */
  readonly address: string | null
  readonly hours: number
}

/** The data of a link to hand over. */
export function handedLink({ mode, origin }: Pick<RequestContext, 'mode' | 'origin'>, name: string, token: string): HandedLink {
  const path = paths.invitation(mode, token)
  const site = publicOrigin() || origin
  return { name, token, path, address: site === '' ? null : site + path, hours: linkHours }
}

/** The link of a page that is shown again, such as in another mode: nothing that is stored leads back to it, so the form carries it. */
export async function handedAgain(context: RequestContext, form: FormValues, of?: string): Promise<HandedLink | null> {
  const token = typedIn(form, 'handed')
  const owner = token === '' ? undefined : await ownerOfLink(linkHashOf(token), context.now)
  return typeof owner === 'object' && (of ?? owner.id) === owner.id ? handedLink(context, namesOf(owner).name, token) : null
}

/** The event of an administrator's action on an account. */
export function changeOf(
  { id }: Staff,
  change: Omit<Extract<ApplicationEvent, { type: 'staff-changed' }>, 'type' | 'actor' | 'at'>,
  now: Date,
) {
  return encryptEvent({ type: 'staff-changed', actor: eventActor('administrator', id), at: now.toISOString(), ...change })
}

/** Roles, hall, and what is served, as an event tells of them. */
export const toldPost = ({ role, roles, hall, serves }: Post) => ({ role, roles: [...roles], hall: hall?.id ?? null, serves: [...serves] })

/** Data of the list of staff members. */
export async function staffLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  return page({
    ...{ mode, at: context.at, staff, once: newOnce() },
    ...{ members: (await allStaff()).map(staffMemberOf), halls: await allHalls() },
  })
}

/** Creates a staff member, and a link by which they choose a password; posted twice, one, whose link is shown again. */
export async function staffAction(context: RequestContext, form: FormValues) {
  const { now } = context
  const by = requireStaff(context, 'staffAndHalls')
  switchMode(form, context)
  const typed = { name: typedIn(form, 'name'), login: typedIn(form, 'login'), ...postIn(form) }
  const link = await handedAgain(context, form)
  const say = (errors: FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors, link }, why)
  if (form.has('switch-to')) return say([])
  const [{ errors, names }, { post, errors: ofPost }] = [parseNames(typed), parsePost(typed, await allHalls())]
  errors.push(...ofPost)
  if (errors.length > 0 || !post) return say(errors, 'invalid')
  const seed = seedOnce(form, ['staff', names, post.roles, post.serves, post.hall?.id])
  const id = idOf(seed)
  const { token, stored } = newInvitation(id, now, seed)
  const one: StoredStaff = {
    ...{ id, loginHash: loginHashOf(names.login), sealed: encryptNames(id, names), ...post },
    ...{ passwordHash: null, secondFactor: null, lastStep: null, state: 'active' },
  }
  const event = changeOf(by, { member: id, what: 'made', ...toldPost(post) }, now)
  const isNew = await refusingFullDisk(insertInvited(one, stored, now, event))
  if (!isNew && !(await isOwnedBy(id, stored.tokenHash, now))) return say([wrong('login-taken', 'login')], 'invalid')
  return page({ typed: null, errors: [] as FieldError[], link: handedLink(context, names.name, token) }, { made: true })
}

/** Is this the link of somebody, and valid? */
export async function isOwnedBy(id: string, tokenHash: string, now: Date): Promise<boolean> {
  const owner = await ownerOfLink(tokenHash, now)
  return typeof owner === 'object' && owner.id === id
}
