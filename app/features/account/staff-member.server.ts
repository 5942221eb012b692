import { requireStaff } from '#app/access/guards.server.ts'
import { page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls } from '#db/halls.server.ts'
import { type Becoming, changeSecondFactor, changeStaff, type StoredStaff, staffById } from '#db/staff.server.ts'
import { keepLink } from '#db/staff-links.server.ts'
import { found } from '../page-data.ts'
import { typedIn, wrong } from './form-input.ts'
import { newInvitation } from './invitation.server.ts'
import { changeOf, type HandedLink, handedLink, readPost, staffMemberOf } from './staff-members.server.ts'

type Params = { id?: string }

const memberAt = async ({ id = '' }: Params): Promise<StoredStaff> => found(await staffById(id))

/** Data of the page of a staff member. */
export async function staffMemberLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  const member = staffMemberOf(await memberAt(params))
  const changed = context.query.has('changed')
  return page({ mode, at: context.at, staff, member, halls: await allHalls(), changed })
}

/** Changes a staff member: role and hall, active or not, a new link, or the second factor removed. */
export async function staffMemberAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now } = context
  const by = requireStaff(context, 'staffAndHalls')
  const one = await memberAt(params)
  switchMode(form, context)
  const typed = { role: typedIn(form, 'role'), hall: typedIn(form, 'hall') }
  const say = (errors: FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors, link: null as HandedLink | null }, why)
  if (form.has('switch-to')) return say([])
  const changed = () => redirectTo(`${paths.deskStaffMember(mode, one.id)}?changed`)
  switch (form.get('do')) {
    case 'change': {
      const { role, hall, errors } = readPost(typed, await allHalls())
      if (errors.length > 0 || !role) return say(errors, 'invalid')
      const event = changeOf(by, { member: one.id, what: 'moved', role, hall: hall?.id ?? null }, now)
      if (!(await refusingFullDisk(changeStaff({ ...stateOf(one), role, hallId: hall?.id ?? null }, event))))
        return say([wrong('last-administrator', 'role')], 'invalid')
      return changed()
    }
    case 'off':
    case 'on': {
      const state = form.get('do') === 'on' ? 'active' : 'off'
      const event = changeOf(by, { member: one.id, what: state === 'active' ? 'on' : 'off' }, now)
      if (!(await refusingFullDisk(changeStaff({ ...stateOf(one), state }, event))))
        return say([wrong('last-administrator', 'state')], 'invalid')
      return changed()
    }
    case 'link':
      if (one.state === 'off') return say([wrong('off', 'state')], 'invalid')
      return page({ typed: null, errors: [] as FieldError[], link: handedLink(mode, namesOf(one).name, await newLink(by, one, now)) })
    case 'second-factor':
      await refusingFullDisk(
        changeSecondFactor(one.id, null, one.lastStep, changeOf(by, { member: one.id, what: 'second-factor-off' }, now)),
      )
      return changed()
    default:
      return found(undefined)
  }
}

const stateOf = ({ id, role, hall, state }: StoredStaff): Becoming => ({ id, role, hallId: hall?.id ?? null, state })

async function newLink(by: Staff, { id }: StoredStaff, now: Date): Promise<string> {
  const { token, kept } = newInvitation(id, now)
  await refusingFullDisk(keepLink(kept, changeOf(by, { member: id, what: 'link' }, now)))
  return token
}
