import { json, redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import type { Staff } from '#app/domain/staff.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls } from '#db/halls.server.ts'
import { type Becoming, changeSecondFactor, changeStaff, type StoredStaff, staffById } from '#db/staff.server.ts'
import { keepLink } from '#db/staff-links.server.ts'
import { found, modeOf, placeOf } from '../page-data.ts'
import { namesOf, staffAt } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { changeOf, type HandedLink, handed, keepers, memberOf, readPost } from './members.server.ts'
import { typedIn, wrong } from './typed.ts'
import { freshLink } from './welcoming.server.ts'

type Params = { mode?: string; id?: string }

const memberAt = async ({ id = '' }: Params): Promise<StoredStaff> => found(await staffById(id))

/** Everything the page shows of one member of staff. */
export async function showMember(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, keepers)
  const member = memberOf(await memberAt(params))
  const changed = new URL(request.url).searchParams.has('changed')
  return json({ mode, at: placeOf(request), staff, member, halls: await allHalls(), changed })
}

/** Does one thing about a member of staff: another role or hall, off, on, a new link, or the second factor off. */
export async function takeChange(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  const by = await staffAt(request, mode, keepers, now)
  const [one, form] = [await memberAt(params), await request.formData()]
  switchMode(form, request, mode)
  const typed = { role: typedIn(form, 'role'), hall: typedIn(form, 'hall') }
  const say = (errors: FieldError[], status: number, link: HandedLink | null = null) => json({ typed, errors, link }, { status })
  if (form.has('switch-to')) return say([], 200)
  const done = () => redirect(`${paths.deskStaffMember(mode, one.id)}?changed`, 303)
  switch (form.get('do')) {
    case 'change': {
      const { role, hall, errors } = readPost(typed, await allHalls())
      if (errors.length > 0 || !role) return say(errors, 422)
      const event = changeOf(by, { member: one.id, what: 'moved', role, hall: hall?.id ?? null }, now)
      if (!(await onDisk(changeStaff({ ...stateOf(one), role, hallId: hall?.id ?? null }, event))))
        return say([wrong('last-administrator', 'role')], 422)
      throw done()
    }
    case 'off':
    case 'on': {
      const state = form.get('do') === 'on' ? 'active' : 'off'
      const event = changeOf(by, { member: one.id, what: state === 'active' ? 'on' : 'off' }, now)
      if (!(await onDisk(changeStaff({ ...stateOf(one), state }, event)))) return say([wrong('last-administrator', 'state')], 422)
      throw done()
    }
    case 'link':
      if (one.state === 'off') return say([wrong('off', 'state')], 422)
      return json({ typed: null, errors: [] as FieldError[], link: handed(mode, namesOf(one).name, await newLink(by, one, now)) })
    case 'second-factor':
      await onDisk(changeSecondFactor(one.id, null, one.lastStep, changeOf(by, { member: one.id, what: 'second-factor-off' }, now)))
      throw done()
    default:
      return found(undefined)
  }
}

const stateOf = ({ id, role, hall, state }: StoredStaff): Becoming => ({ id, role, hallId: hall?.id ?? null, state })

async function newLink(by: Staff, { id }: StoredStaff, now: Date): Promise<string> {
  const { token, kept } = freshLink(id, now)
  await onDisk(keepLink(kept, changeOf(by, { member: id, what: 'link' }, now)))
  return token
}
