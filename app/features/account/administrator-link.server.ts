import { newInvitation } from '#app/access/invitation.server.ts'
import { loginHashOf, namesOf } from '#app/access/staff-names.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { allStaff, changeSecondFactor, type StoredStaff } from '#db/staff.server.ts'
import { replaceLink } from '#db/staff-links.server.ts'

/** An administrator as the operator of the machine sees them. */
export type AdministratorShown = { readonly id: string; readonly name: string; readonly login: string; readonly hasSecondFactor: boolean }

const shown = (one: StoredStaff): AdministratorShown => ({ id: one.id, ...namesOf(one), hasSecondFactor: one.secondFactor !== null })

/** The administrators whose accounts are on. */
async function administrators(): Promise<StoredStaff[]> {
  return (await allStaff()).filter(({ role, state }) => role === 'administrator' && state === 'active')
}

/** The same, to choose one of them. */
export async function administratorsShown(): Promise<AdministratorShown[]> {
  return (await administrators()).map(shown)
}

/**
 * A link by which an administrator chooses a new password, once, replacing earlier ones; undefined where no active administrator has this
 * sign-in name or id. For whoever has the machine, where nobody is left who could hand over one. The audit log keeps that the system made it.
 * @param withoutSecondFactor turns off the second factor as well, where the device is lost too
 */
export async function administratorLink(
  mode: Mode,
  wanted: string,
  { withoutSecondFactor }: { readonly withoutSecondFactor: boolean },
  now: Date,
): Promise<{ readonly path: string; readonly of: AdministratorShown } | undefined> {
  const one = (await administrators()).find(({ id, loginHash }) => id === wanted || loginHash === loginHashOf(wanted))
  if (!one) return undefined
  const changed = { type: 'staff-changed', actor: eventActor('system'), at: now.toISOString(), member: one.id } as const
  if (withoutSecondFactor && one.secondFactor !== null) {
    const off = { secondFactor: null, lastStep: one.lastStep }
    await changeSecondFactor(one.id, off, one.secondFactor, encryptEvent({ ...changed, what: 'second-factor-off' }))
  }
  const { token, stored } = newInvitation(one.id, now)
  await replaceLink(stored, encryptEvent({ ...changed, what: 'link' }))
  return { path: paths.invitation(mode, token), of: shown(one) }
}
